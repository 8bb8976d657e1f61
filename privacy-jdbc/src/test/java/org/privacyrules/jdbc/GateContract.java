package org.privacyrules.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacyrules.PrivacyRules;
import org.privacyrules.TenantStorage;
import org.privacyrules.contract.Fixture;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.StorageException;
import org.privacyrules.hold.HoldScope;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Who waits for whom at the gate, for how long, and what is left behind. */
abstract class GateContract {

    private static final Duration SHORT = Duration.ofMillis(50);

    private final TestDatabase database;
    private final SettableClock clock = new SettableClock(Fixture.START.plus(Duration.ofDays(1)));
    private final String tenant = UUID.randomUUID().toString();

    private Connection host;
    private PrivacyRules rules;
    private TenantStorage ports;
    private PrivacyRules joined;
    private TenantStorage joinedPorts;

    GateContract(TestDatabase database) {
        this.database = database;
    }

    /** Reads how long a session waits for locks. */
    abstract String lockTimeout();

    /** Whether those who destroy are inside together. */
    boolean admitsSeveral() {
        return true;
    }

    @BeforeEach
    final void open() throws SQLException {
        host = database.unpooled().getConnection();
        JdbcStorage storage = storage(database.dataSource());
        rules = Fixture.rules(storage, tenant, clock);
        ports = storage.forTenant(new Tenant(tenant));
        JdbcStorage joining = JdbcStorage.builder(database.dataSource())
                .joining(() -> Optional.of(host))
                .readingBeside(database.dataSource())
                .build();
        host.setAutoCommit(false);
        joined = Fixture.rules(joining, tenant, clock);
        joinedPorts = joining.forTenant(new Tenant(tenant));
    }

    private static JdbcStorage storage(DataSource dataSource) {
        return JdbcStorage.builder(dataSource).waitingForGate(SHORT).build();
    }

    @AfterEach
    final void close() throws SQLException {
        try (Connection closed = host) {
            closed.rollback();
        }
    }

    private OperationId place(PrivacyRules by) {
        return by.holds()
                .place("case", HoldScope.everything(), "a claim", LocalDate.of(2027, 1, 1), Actor.staff("7"))
                .operation();
    }

    private static long enter(TenantStorage by) {
        return by.transactions().inTransaction(by.holds()::enterGate);
    }

    private static void assertBusy(String told, Runnable call) {
        StorageException busy = assertThrows(StorageException.class, call::run);
        assertEquals("STORAGE_BUSY", busy.code(), busy.getMessage());
        assertTrue(busy.getMessage().contains(told), busy.getMessage());
    }

    @Test
    void while_somebody_is_inside_no_hold_is_placed_or_released() throws SQLException {
        OperationId standing = place(rules);
        long epoch = enter(joinedPorts);
        assertBusy("the hold is not placed: try again", () -> place(rules));
        assertBusy("the hold still stands: try again", () -> rules.holds().release(standing, Fixture.release()));
        assertEquals(1, rules.holds().active().size());
        host.commit();
        place(rules);
        rules.holds().release(standing, Fixture.release());
        assertEquals(epoch + 2, enter(ports));
    }

    @Test
    void nobody_enters_while_a_hold_is_not_committed() throws SQLException {
        long before = enter(ports);
        OperationId id = place(joined);
        assertBusy("nothing was destroyed: try again", () -> enter(ports));
        assertEquals(List.of(), rules.holds().active());
        host.commit();
        assertEquals(before + 1, enter(ports));
        assertEquals(id, rules.holds().active().get(0).id());
    }

    @Test
    void of_a_hold_in_the_hosts_transaction_nothing_is_left_if_the_host_rolls_back() throws SQLException {
        long before = enter(ports);
        place(joined);
        assertEquals(1, joined.holds().active().size());
        host.rollback();
        assertEquals(before, enter(ports));
        assertEquals(List.of(), joined.holds().active());
        assertEquals(List.of(), rules.holds().at(clock.instant()));
    }

    @Test
    void those_who_destroy_are_inside_together_where_the_database_can() throws SQLException {
        enter(ports);
        host.rollback();
        enter(joinedPorts);
        if (admitsSeveral()) {
            enter(ports);
        } else {
            assertBusy("nothing was destroyed", () -> enter(ports));
        }
    }

    @Test
    void each_tenant_has_a_gate_of_its_own() {
        enter(joinedPorts);
        place(Fixture.rules(storage(database.dataSource()), UUID.randomUUID().toString(), clock));
    }

    @Test
    void a_schema_that_is_named_has_the_same_gate_as_without_its_name() throws SQLException {
        String schema = Optional.ofNullable(host.getSchema()).orElse(host.getCatalog());
        PrivacyRules named = Fixture.rules(
                JdbcStorage.builder(database.dataSource())
                        .inSchema(schema)
                        .waitingForGate(SHORT)
                        .build(),
                tenant,
                clock);
        enter(joinedPorts);
        assertBusy("the hold is not placed", () -> place(named));
    }

    @Test
    void inside_an_old_snapshot_the_holds_of_the_epoch_are_read() throws SQLException {
        host.rollback();
        host.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        long before = enter(joinedPorts);
        host.commit();
        read(host, "select count(*) from privacy_hold");
        place(rules);
        OperationId ofAlice = rules.holds()
                .place(
                        "case",
                        HoldScope.of(SubjectId.of("alice")),
                        "a claim",
                        LocalDate.of(2027, 1, 1),
                        Actor.staff("7"))
                .operation();
        try {
            joinedPorts.transactions().inTransaction(transaction -> {
                assertEquals(before + 2, joinedPorts.holds().enterGate(transaction));
                assertEquals(2, joinedPorts.holds().active(transaction).size());
                return ofAlice;
            });
        } catch (StorageException e) {
            assertEquals("STORAGE_CONFLICT", e.code(), "or the host has to repeat");
        }
    }

    @Test
    void a_connection_gets_its_own_patience_back() throws SQLException {
        try (Connection only = database.unpooled().getConnection()) {
            String before = read(only, lockTimeout());
            JdbcStorage storage = storage(new SingleConnectionDataSource(only, true));
            PrivacyRules onOne = Fixture.rules(storage, tenant, clock);
            place(onOne);
            assertEquals(before, read(only, lockTimeout()));
            enter(joinedPorts);
            assertBusy("", () -> place(onOne));
            assertEquals(before, read(only, lockTimeout()));
            assertEquals(before, read(host, lockTimeout()), "the host's is never touched");
            assertTrue(only.getAutoCommit());
        }
    }

    private static String read(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void nobody_waits_for_no_time_or_for_ever() {
        for (Duration odd : List.of(Duration.ZERO, Duration.ofNanos(1), Duration.ofMillis(-1), Duration.ofHours(2))) {
            assertThrows(
                    InvalidInputException.class,
                    () -> JdbcStorage.builder(database.dataSource()).waitingForGate(odd));
        }
    }
}
