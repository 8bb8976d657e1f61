package org.privacyrules.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.privacyrules.PrivacyRules;
import org.privacyrules.contract.Fixture;
import org.privacyrules.failure.StorageException;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/** What a host sees when the database fails. */
class H2FailureTest {

    private static final String CANARY = "canary@example.com";

    private final DataSource dataSource = H2.withTables();
    private final SettableClock clock = new SettableClock(Fixture.START.plus(Duration.ofDays(1)));
    private final PrivacyRules rules = Fixture.rules(JdbcStorage.on(dataSource), "test", clock);
    private final SubjectId subject = SubjectId.of(CANARY);

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_failed_command_leaves_nothing_and_tells_nothing_of_the_person() throws SQLException {
        execute("alter table privacy_subject_state add constraint planted check (status <> 'WITHDRAWN')");
        StorageException failure = assertThrows(
                StorageException.class, () -> rules.consents().withdraw(subject, "tracking", Fixture.said()));
        assertEquals("STORAGE_FAILED", failure.code());
        assertEquals("record consent-withdrawn", failure.operation());
        assertEquals("23513", failure.sqlState());
        assertNull(failure.getCause());
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertFalse(trace.toString().contains("canary"));
        assertTrue(rules.decisions().of(subject).known().consents().isEmpty());
        execute("alter table privacy_subject_state drop constraint planted");
        rules.consents().withdraw(subject, "tracking", Fixture.said());
    }

    @Test
    void a_decision_without_a_database_is_an_exception_and_not_an_answer() throws SQLException {
        execute("alter table privacy_subject_state rename to gone");
        assertThrows(StorageException.class, () -> rules.decisions().check(subject, "account"));
    }

    @Test
    void a_borrowed_connection_gets_its_settings_back() throws SQLException {
        JdbcConnectionPool pool =
                JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        pool.setMaxConnections(1);
        SchemaScripts.forDatabase(pool).apply(pool);
        PrivacyRules own = Fixture.rules(JdbcStorage.on(pool), "test", clock);
        own.consents().withdraw(subject, "tracking", Fixture.said());
        try (Connection connection = pool.getConnection()) {
            assertTrue(connection.getAutoCommit());
            assertEquals(Connection.TRANSACTION_READ_COMMITTED, connection.getTransactionIsolation());
        }
        assertEquals(0, pool.getActiveConnections());
    }

    @Test
    void the_journal_holds_no_subject_key() throws SQLException {
        rules.consents().withdraw(subject, "tracking", Fixture.said());
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select * from privacy_journal j, privacy_ledger_pending p")) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    assertFalse(String.valueOf(rows.getString(i)).contains("canary"));
                }
            }
        }
    }

    @Test
    void tenants_are_told_apart_where_the_database_ignores_case() {
        DataSource ignoring = JdbcConnectionPool.create(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;IGNORECASE=TRUE", "sa", "");
        SchemaScripts.forDatabase(ignoring).apply(ignoring);
        JdbcStorage storage = JdbcStorage.on(ignoring);
        Fixture.rules(storage, "acme", clock).consents().withdraw(subject, "tracking", Fixture.said());
        assertTrue(Fixture.rules(storage, "ACME", clock)
                .decisions()
                .of(subject)
                .known()
                .consents()
                .isEmpty());
    }

    @Test
    void a_connection_that_fails_to_begin_goes_back_to_its_pool() {
        FailingConnections connections = new FailingConnections(dataSource);
        PrivacyRules own = Fixture.rules(JdbcStorage.on(connections.dataSource()), "test", clock);
        connections.failAt("setAutoCommit");
        assertThrows(StorageException.class, () -> own.consents().withdraw(subject, "tracking", Fixture.said()));
        assertEquals(0, connections.open());
    }

    @Test
    void of_versions_that_are_published_together_none_is_stored_if_one_fails() throws SQLException {
        execute("alter table privacy_policy_version add constraint planted"
                + " check (tenant <> X'6f776e' or version <> X'32')");
        JdbcStorage storage = JdbcStorage.on(dataSource);
        Tenant own = new Tenant("own");
        StorageException failure =
                assertThrows(StorageException.class, () -> Fixture.rules(storage, own.name(), clock));
        assertEquals("publish a policy", failure.operation());
        assertEquals(List.of(), storage.forTenant(own).policies().all());
        execute("alter table privacy_policy_version drop constraint planted");
        Fixture.rules(storage, own.name(), clock);
        assertEquals(2, storage.forTenant(own).policies().all().size());
    }

    @Test
    void a_node_that_crashes_while_it_publishes_leaves_all_or_nothing_and_can_start_again() {
        FailingConnections connections = new FailingConnections(dataSource);
        JdbcStorage broken = JdbcStorage.on(connections.dataSource());
        Tenant own = new Tenant("own");
        connections.failAt("commit");
        assertThrows(StorageException.class, () -> Fixture.rules(broken, own.name(), clock));
        assertEquals(
                List.of(), JdbcStorage.on(dataSource).forTenant(own).policies().all());
        connections.failNoMore();
        connections.failAfter("commit");
        assertThrows(StorageException.class, () -> Fixture.rules(broken, own.name(), clock));
        assertEquals(
                2, JdbcStorage.on(dataSource).forTenant(own).policies().all().size());
        Fixture.rules(broken, own.name(), clock);
        connections.failNoMore();
        Fixture.rules(broken, own.name(), clock).consents().withdraw(subject, "tracking", Fixture.said());
        assertEquals(0, connections.open());
    }

    @Test
    void a_commit_that_fails_may_have_arrived_and_a_repetition_tells() {
        FailingConnections connections = new FailingConnections(dataSource);
        PrivacyRules own = Fixture.rules(JdbcStorage.on(connections.dataSource()), "test", clock);
        OperationId operation = OperationId.random();
        connections.failAfter("commit");
        StorageException unknown = assertThrows(
                StorageException.class, () -> own.consents().withdraw(operation, subject, "tracking", Fixture.said()));
        assertEquals("COMMIT_UNKNOWN", unknown.code());
        connections.failNoMore();
        assertTrue(own.consents()
                .withdraw(operation, subject, "tracking", Fixture.said())
                .repeated());
        assertEquals(0, connections.open());
    }
}
