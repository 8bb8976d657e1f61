package org.privacyrules.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacyrules.PrivacyRules;
import org.privacyrules.consent.ConsentStatus;
import org.privacyrules.contract.Fixture;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.subject.SubjectId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The bridge to Spring's transactions that docs/databases.md shows. */
@OnDatabase(Product.POSTGRESQL)
class PostgresSpringTest {

    private static final TestDatabase DATABASE = Stores.withTables(Product.POSTGRESQL);

    /** As the documentation has it. */
    // docs: begin
    static final class SpringConnections implements ConnectionSource {

        private final DataSource dataSource;

        SpringConnections(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        @Override
        public Optional<Connection> current() {
            return TransactionSynchronizationManager.isActualTransactionActive()
                    ? Optional.of(DataSourceUtils.getConnection(dataSource))
                    : Optional.empty();
        }

        @Override
        public void release(Connection connection) {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
    // docs: end

    private final DataSource dataSource = DATABASE.dataSource();
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final SettableClock clock = new SettableClock(Fixture.START.plus(Duration.ofDays(1)));
    private final SubjectId subject = SubjectId.of("somebody");
    private final PrivacyRules rules = Fixture.rules(
            JdbcStorage.builder(dataSource)
                    .joining(new SpringConnections(dataSource))
                    .readingBeside(DATABASE.unpooled())
                    .build(),
            UUID.randomUUID().toString(),
            clock);

    @BeforeEach
    void hostTable() {
        jdbc.execute("drop table if exists account");
        jdbc.execute("create table account (name varchar(20))");
    }

    private ConsentStatus tracking() {
        return rules.decisions().of(subject).consentStatus("tracking");
    }

    private void registerAndRefuse() {
        jdbc.update("insert into account values ('somebody')");
        rules.consents().refuse(subject, "tracking", Fixture.said());
    }

    private long accounts() {
        return jdbc.queryForObject("select count(*) from account", Long.class);
    }

    @Test
    void the_hosts_rows_and_a_command_are_committed_together() {
        transaction.executeWithoutResult(status -> registerAndRefuse());
        assertEquals(1, accounts());
        assertEquals(ConsentStatus.REFUSED, tracking());
    }

    @Test
    void the_hosts_rows_and_a_command_are_rolled_back_together() {
        assertThrows(
                IllegalStateException.class,
                () -> transaction.executeWithoutResult(status -> {
                    registerAndRefuse();
                    assertEquals(ConsentStatus.REFUSED, tracking());
                    throw new IllegalStateException("planted");
                }));
        assertEquals(0, accounts());
        assertEquals(ConsentStatus.UNKNOWN, tracking());
    }

    @Test
    void a_decision_in_a_repeatable_read_transaction_is_fresh() {
        rules.consents().refuse(subject, "survey", Fixture.said());
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        transaction.executeWithoutResult(status -> {
            assertEquals(0, accounts());
            Thread elsewhere = new Thread(() -> rules.consents().withdraw(subject, "tracking", Fixture.said()));
            elsewhere.start();
            join(elsewhere);
            assertEquals(ConsentStatus.WITHDRAWN, tracking());
        });
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void outside_a_transaction_a_command_is_committed_at_once() {
        assertFalse(TransactionSynchronizationManager.isActualTransactionActive());
        assertTrue(rules.consents().refuse(subject, "tracking", Fixture.said()).sequence() > 0);
        assertEquals(ConsentStatus.REFUSED, tracking());
    }
}
