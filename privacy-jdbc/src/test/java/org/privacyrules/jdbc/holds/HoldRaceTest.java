package org.privacyrules.jdbc.holds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.privacyrules.TenantStorage;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.jdbc.Stores;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;
import org.privacyrules.subject.Tenant;

/**
 * What is held is not destroyed, however a hold and sweepers meet. Some hundred races; another number with the system property
 * {@code privacy.holds.races}. The planted bugs must be found within 50.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HoldRaceTest {

    private static final int RACES = Integer.getInteger("privacy.holds.races", 500);
    private static final int SOON = 50;

    /** Whoever keeps to the protocol keeps the placer waiting, and pauses for nothing. */
    private static final Duration A_MOMENT = Duration.ofMillis(2);

    /** For a placer who is not kept waiting, on any machine. */
    private static final Duration LONG_ENOUGH = Duration.ofMillis(500);

    private TestDatabase database;
    private int races;

    /** In whose transaction is swept. */
    enum Sweeping {
        OWN(Optional.empty()),
        READ_COMMITTED(Optional.of(Connection.TRANSACTION_READ_COMMITTED)),
        REPEATABLE_READ(Optional.of(Connection.TRANSACTION_REPEATABLE_READ)),
        SERIALIZABLE(Optional.of(Connection.TRANSACTION_SERIALIZABLE));

        private final Optional<Integer> isolation;

        Sweeping(Optional<Integer> isolation) {
            this.isolation = isolation;
        }
    }

    abstract Product product();

    /** The host's column {@code subject} as the bytes of a key. */
    abstract String subjectBytes();

    @BeforeAll
    final void open() {
        database = Stores.withTables(product());
        HostTable.create(database);
    }

    @AfterAll
    final void close() {
        database.close();
    }

    private Races run(Sweeping sweeping, BiFunction<TenantStorage, Tenant, Sweeper> kind, int count, Duration patience)
            throws Exception {
        int first = races;
        races += count;
        try (Races run = new Races(database, sweeping.isolation, kind)) {
            return run.run(first, count, patience);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Gdpr("17(3)(e)")
    void nothing_is_lost_that_was_there_when_a_hold_had_been_acknowledged(Sweeping sweeping) throws Exception {
        Races run = run(
                sweeping,
                (ports, tenant) -> new Sweeper.ByTheProtocol(ports),
                RACES / Sweeping.values().length,
                A_MOMENT);
        assertEquals(List.of(), run.losses());
        assertTrue(run.kept() > 0, "no hold was ever in time");
        assertTrue(run.swept() > 0, "no sweeper was ever in time");
    }

    private void assertFound(BiFunction<TenantStorage, Tenant, Sweeper> bug, Duration patience) throws Exception {
        assertFalse(
                run(Sweeping.OWN, bug, SOON, patience).losses().isEmpty(),
                "the bug was not seen in " + SOON + " races");
    }

    @Test
    void a_sweeper_that_takes_one_statement_for_safe_is_found() throws Exception {
        assertFound((ports, tenant) -> new Sweeper.InOneStatement(ports, tenant, subjectBytes()), LONG_ENOUGH);
    }

    @Test
    void a_sweeper_that_reads_the_holds_before_it_enters_the_gate_is_found() throws Exception {
        assertFound((ports, tenant) -> new Sweeper.HoldsBeforeTheGate(ports), LONG_ENOUGH);
    }

    @Test
    void a_sweeper_that_does_not_look_at_the_epoch_is_found() throws Exception {
        assertFound((ports, tenant) -> new Sweeper.WithoutTheEpoch(ports), A_MOMENT);
    }
}
