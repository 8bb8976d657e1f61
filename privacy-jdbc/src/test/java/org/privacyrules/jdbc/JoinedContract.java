package org.privacyrules.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.privacyrules.PrivacyRules;
import org.privacyrules.TenantStorage;
import org.privacyrules.consent.ConsentStatus;
import org.privacyrules.contract.Fixture;
import org.privacyrules.fact.Fact;
import org.privacyrules.failure.RefusedException;
import org.privacyrules.failure.StorageException;
import org.privacyrules.hold.RestrictionEvent;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/** Commands and decisions inside the host's transaction. */
abstract class JoinedContract {

    private final TestDatabase database;
    private final SettableClock clock = new SettableClock(Fixture.START.plus(Duration.ofDays(1)));
    private final String tenant = UUID.randomUUID().toString();
    private final SubjectId subject = SubjectId.of("somebody");

    private Connection host;
    private PrivacyRules elsewhere;
    private PrivacyRules joined;

    JoinedContract(TestDatabase database) {
        this.database = database;
    }

    /** Whether a statement that fails leaves the host's transaction as it was. */
    abstract boolean goesOnAfterAFailure();

    /** Whether a plain read on the host's connection is known to be fresh at READ COMMITTED. */
    abstract boolean knowsThatReadsAreFresh();

    /** Whether a command in an old snapshot fails if the subject has changed since. */
    abstract boolean refusesToWriteOnAnOldSnapshot();

    @BeforeEach
    final void open() throws SQLException {
        host = database.dataSource().getConnection();
        elsewhere = Fixture.rules(JdbcStorage.on(database.dataSource()), tenant, clock);
        joined = rules(Optional.of(database.unpooled()));
        elsewhere.subjects().report(subject, Fixture.VISITOR, Fact.since(Fixture.longAgo()));
        elsewhere.subjects().report(subject, Fixture.CUSTOMER, Fact.since(Fixture.longAgo()));
    }

    private PrivacyRules rules(Optional<DataSource> beside) {
        JdbcStorage.Builder builder = JdbcStorage.builder(database.dataSource()).joining(this::current);
        beside.ifPresent(builder::readingBeside);
        return Fixture.rules(builder.build(), tenant, clock);
    }

    private Optional<Connection> current() throws SQLException {
        return Optional.of(host).filter(connection -> !isAutoCommit(connection));
    }

    private static boolean isAutoCommit(Connection connection) {
        try {
            return connection.getAutoCommit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    final void close() throws SQLException {
        try (Connection closed = host) {
            if (!closed.getAutoCommit()) {
                closed.rollback();
                closed.setAutoCommit(true);
            }
            closed.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    /** Opens the host's transaction and lets it take its snapshot. */
    private void begin(int isolation) throws SQLException {
        host.setTransactionIsolation(isolation);
        host.setAutoCommit(false);
        try (Statement statement = host.createStatement()) {
            statement.executeQuery("select count(*) from privacy_subject_state").close();
        }
    }

    private void give(PrivacyRules by) {
        by.consents().give(subject, "tracking", Fixture.shown(Fixture.shownText(by, "tracking", clock)));
    }

    private ConsentStatus status(PrivacyRules by, String purpose) {
        return by.decisions().of(subject).consentStatus(purpose);
    }

    private boolean isPermitted(PrivacyRules by, String purpose) {
        return by.decisions().check(subject, purpose).permitted();
    }

    @Test
    void a_command_is_part_of_the_hosts_transaction() throws SQLException {
        begin(Connection.TRANSACTION_READ_COMMITTED);
        give(joined);
        assertEquals(ConsentStatus.GIVEN, status(joined, "tracking"));
        assertTrue(isPermitted(joined, "tracking"));
        assertFalse(isPermitted(elsewhere, "tracking"));
        host.rollback();
        assertEquals(ConsentStatus.UNKNOWN, status(joined, "tracking"));
        give(joined);
        host.commit();
        assertTrue(isPermitted(elsewhere, "tracking"));
    }

    @Test
    void outside_the_hosts_transaction_a_command_is_committed_at_once() {
        give(joined);
        assertTrue(isPermitted(elsewhere, "tracking"));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                Connection.TRANSACTION_READ_COMMITTED,
                Connection.TRANSACTION_REPEATABLE_READ,
                Connection.TRANSACTION_SERIALIZABLE
            })
    void a_withdrawal_elsewhere_is_seen_however_old_the_hosts_snapshot_is(int isolation) throws Exception {
        give(elsewhere);
        begin(isolation);
        assertTrue(isPermitted(joined, "tracking"));
        assertTrue(isPermitted(joined, "product-news"));
        withdrawElsewhere(isolation);
        assertFalse(isPermitted(joined, "tracking"));
        assertFalse(isPermitted(joined, "product-news"));
        assertEquals(
                List.of(),
                joined.decisions().permitted("tracking", Stream.of(subject)).toList());
        assertEquals(List.of(), joined.decisions().permitted("tracking").toList());
        clock.advance(Duration.ofMinutes(1));
        assertFalse(joined.decisions()
                .asOf(subject, clock.instant())
                .check("tracking")
                .permitted());
    }

    void withdrawElsewhere(int isolation) throws Exception {
        withdrawAndObject();
    }

    final void withdrawAndObject() {
        elsewhere.consents().withdraw(subject, "tracking", Fixture.said());
        elsewhere.consents().objectTo(subject, "product-news", Fixture.said());
    }

    final Connection host() {
        return host;
    }

    @Test
    void what_the_host_has_not_committed_wins_over_what_was_before() throws SQLException {
        give(elsewhere);
        begin(Connection.TRANSACTION_REPEATABLE_READ);
        joined.consents().withdraw(subject, "tracking", Fixture.said());
        assertFalse(isPermitted(joined, "tracking"));
        assertTrue(isPermitted(elsewhere, "tracking"));
        host.rollback();
        assertTrue(isPermitted(joined, "tracking"));
    }

    @Test
    void a_decision_that_cannot_be_known_to_be_fresh_is_refused_with_the_remedy() throws SQLException {
        PrivacyRules withoutBeside = rules(Optional.empty());
        give(elsewhere);
        begin(Connection.TRANSACTION_REPEATABLE_READ);
        RefusedException refused = assertThrows(RefusedException.class, () -> isPermitted(withoutBeside, "tracking"));
        assertEquals("STALE_SNAPSHOT", refused.code());
        assertTrue(refused.getMessage().contains("readingBeside"), refused.getMessage());
        host.rollback();
        begin(Connection.TRANSACTION_READ_COMMITTED);
        if (knowsThatReadsAreFresh()) {
            assertTrue(isPermitted(withoutBeside, "tracking"));
        } else {
            assertThrows(RefusedException.class, () -> isPermitted(withoutBeside, "tracking"));
        }
    }

    @Test
    void a_state_is_folded_on_what_is_committed_and_not_on_the_hosts_snapshot() throws SQLException {
        elsewhere.consents().give(subject, "digest", Fixture.shown(Fixture.shownText(elsewhere, "digest", clock)));
        begin(Connection.TRANSACTION_REPEATABLE_READ);
        elsewhere.consents().withdraw(subject, "digest", Fixture.said());
        try {
            joined.consents().confirm(subject, "digest", Fixture.said());
            assertFalse(refusesToWriteOnAnOldSnapshot());
            host.commit();
        } catch (StorageException e) {
            assertTrue(refusesToWriteOnAnOldSnapshot());
            assertEquals("STORAGE_CONFLICT", e.code());
            host.rollback();
        } catch (RefusedException e) {
            host.commit();
        }
        assertEquals(ConsentStatus.WITHDRAWN, status(elsewhere, "digest"));
    }

    @Test
    void a_repeated_operation_leaves_the_hosts_transaction_whole() throws SQLException {
        OperationId operation = OperationId.random();
        Recorded first = elsewhere.consents().withdraw(operation, subject, "tracking", Fixture.said());
        begin(Connection.TRANSACTION_READ_COMMITTED);
        joined.consents().objectTo(subject, "product-news", Fixture.said());
        assertEquals(first.again(), joined.consents().withdraw(operation, subject, "tracking", Fixture.said()));
        Recorded own = joined.consents().refuse(subject, "survey", Fixture.said());
        host.commit();
        assertFalse(own.repeated());
        assertEquals(ConsentStatus.REFUSED, status(elsewhere, "survey"));
        assertEquals(ConsentStatus.OBJECTED, status(elsewhere, "product-news"));
    }

    @Test
    void a_command_that_fails_leaves_nothing_and_the_host_decides() throws SQLException {
        database.execute("alter table privacy_subject_state add constraint planted check"
                + " (aspect <> 'p:digest' or status <> 'REFUSED')");
        try {
            begin(Connection.TRANSACTION_READ_COMMITTED);
            joined.consents().refuse(subject, "survey", Fixture.said());
            assertThrows(StorageException.class, () -> joined.consents().refuse(subject, "digest", Fixture.said()));
            assertFalse(host.getAutoCommit());
            if (goesOnAfterAFailure()) {
                joined.subjects().reportCountry(subject, "SE");
                host.commit();
                assertEquals(List.of("fact-began", "fact-began", "consent-refused", "fact-value"), kinds());
            } else {
                assertThrows(StorageException.class, () -> joined.subjects().reportCountry(subject, "SE"));
                host.rollback();
                assertEquals(List.of("fact-began", "fact-began"), kinds());
            }
        } finally {
            if (!host.getAutoCommit()) {
                host.rollback();
            }
            database.execute("alter table privacy_subject_state drop constraint planted");
        }
    }

    @Test
    void work_of_several_commands_that_fails_leaves_nothing_of_them() throws SQLException {
        TenantStorage ports = JdbcStorage.builder(database.dataSource())
                .joining(this::current)
                .readingBeside(database.unpooled())
                .build()
                .forTenant(new Tenant(tenant));
        begin(Connection.TRANSACTION_READ_COMMITTED);
        joined.consents().refuse(subject, "survey", Fixture.said());
        assertThrows(
                IllegalStateException.class,
                () -> ports.transactions().inTransaction(transaction -> {
                    ports.restrictions()
                            .record(
                                    transaction,
                                    RestrictionEvent.placed(
                                            OperationId.random(),
                                            subject,
                                            clock.instant(),
                                            "1",
                                            RestrictionEvent.Ground.UNLAWFUL,
                                            Actor.staff("7")));
                    throw new IllegalStateException("planted");
                }));
        joined.subjects().reportCountry(subject, "SE");
        host.commit();
        assertEquals(List.of("fact-began", "fact-began", "consent-refused", "fact-value"), kinds());
    }

    @Test
    void a_connection_without_a_transaction_is_no_transaction_to_join() {
        PrivacyRules careless = Fixture.rules(
                JdbcStorage.builder(database.dataSource())
                        .joining(() -> Optional.empty())
                        .build(),
                tenant,
                clock);
        careless.consents().withdraw(subject, "tracking", Fixture.said());
        JdbcStorage storage = JdbcStorage.builder(database.dataSource())
                .joining(() -> Optional.of(host))
                .build();
        RefusedException refused = assertThrows(RefusedException.class, () -> Fixture.rules(storage, tenant, clock));
        assertEquals("NO_HOST_TRANSACTION", refused.code());
    }

    private List<String> kinds() {
        return JdbcStorage.on(database.dataSource())
                .forTenant(new Tenant(tenant))
                .journal()
                .entries(subject, clock.instant().plus(Duration.ofDays(1)))
                .stream()
                .map(stored -> stored.entry().kind())
                .toList();
    }
}
