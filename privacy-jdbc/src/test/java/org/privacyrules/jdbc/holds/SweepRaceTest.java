package org.privacyrules.jdbc.holds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.jdbc.Stores;
import org.privacyrules.jdbc.disposal.SweptShop;
import org.privacyrules.jdbc.disposal.SweptShop.Path;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/**
 * What is held is not destroyed by the sweep of the library, however it meets a hold; what is held no more goes. Another number of
 * races with the system property {@code privacy.holds.sweeps}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SweepRaceTest {

    private static final int RACES = Integer.getInteger("privacy.holds.sweeps", 60);

    /** Subjects are looked through by each sweep: after so many races other tenants race. */
    private static final int AT_ONCE = 200;

    private static final int SOON = 40;
    private static final Duration A_MOMENT = Duration.ofMillis(2);

    private TestDatabase database;
    private SweptShop shop;
    private int races;

    abstract Product product();

    @BeforeAll
    final void open() {
        database = Stores.withTables(product());
        shop = SweptShop.in(database, Path.values());
    }

    @AfterAll
    final void close() {
        database.close();
    }

    private int next(int count) {
        races += count;
        return races - count;
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRANSACTION_READ_COMMITTED", "TRANSACTION_REPEATABLE_READ", "TRANSACTION_SERIALIZABLE"})
    @Gdpr("17(3)(e)")
    void nothing_is_lost_that_was_there_when_a_hold_had_been_acknowledged(String isolation) throws Exception {
        int kept = 0;
        int swept = 0;
        for (int left = RACES / 3; left > 0; left -= AT_ONCE) {
            try (SweepRaces run = new SweepRaces(database, shop, isolation, false, A_MOMENT)) {
                int count = Math.min(left, AT_ONCE);
                run.run(next(count), count);
                assertEquals(List.of(), run.losses());
                kept += run.kept();
                swept += run.swept();
            }
        }
        assertTrue(kept > 0, "no hold was ever in time");
        assertTrue(swept > 0, "no sweep was ever in time");
    }

    @Test
    void tables_that_do_not_look_at_what_is_kept_are_found() throws Exception {
        try (SweepRaces run = new SweepRaces(database, shop, "TRANSACTION_READ_COMMITTED", true, A_MOMENT)) {
            run.run(next(SOON), SOON);
            assertTrue(
                    run.losses().stream().anyMatch(each -> each.contains("in spite of a hold")),
                    () -> "found were " + run.losses());
        }
    }
}
