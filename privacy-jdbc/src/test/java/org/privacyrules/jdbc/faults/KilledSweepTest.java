package org.privacyrules.jdbc.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.privacyrules.coverage.Mission;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/**
 * Two nodes sweep at once and are killed, again and again: no row goes without an entry or twice, none that is held goes, and none says
 * that it has finished before nothing is left. How many are killed: the system property {@code privacy.faults.sweeps}.
 */
abstract class KilledSweepTest {

    private static final int KILLS = Integer.getInteger("privacy.faults.sweeps", 3);

    abstract Product product();

    @Test
    @Mission("M6")
    void killed_nodes_leave_no_row_without_an_entry() throws Exception {
        try (TestDatabase database = TestDatabase.create(product())) {
            KilledSweeps sweeps = in(database);
            while (sweeps.kills() < KILLS && sweeps.complaints().isEmpty()) {
                sweeps.round(2, KilledSweeps.MOST_CHUNKS);
            }
            sweeps.finish();
            assertEquals("[]", sweeps.complaints().toString());
        }
    }

    @Test
    void a_sweep_that_commits_each_statement_is_found() throws Exception {
        try (TestDatabase database = TestDatabase.create(product())) {
            KilledSweeps sweeps = in(database, "setAutoCommit", "commit", "rollback");
            sweeps.round(1, 1);
            assertTrue(sweeps.complaints().toString().contains("gone are"), sweeps.complaints()::toString);
        }
    }

    private static KilledSweeps in(TestDatabase database, String... swallowed) throws Exception {
        return new KilledSweeps(database.product(), database.url(), database.user(), database.password(), swallowed)
                .begin();
    }
}
