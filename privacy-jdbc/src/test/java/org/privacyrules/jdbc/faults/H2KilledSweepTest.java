package org.privacyrules.jdbc.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** H2 in a file has room for one node at a time. How many are killed: the system property {@code privacy.faults.sweeps}. */
class H2KilledSweepTest {

    private static final int KILLS = Integer.getInteger("privacy.faults.sweeps", 2);

    @TempDir
    Path folder;

    @Test
    void killed_nodes_leave_no_row_without_an_entry() throws Exception {
        KilledSweeps sweeps =
                new KilledSweeps(Product.H2, "jdbc:h2:" + folder.resolve("swept") + ";WRITE_DELAY=0", "", "").begin();
        while (sweeps.kills() < KILLS && sweeps.complaints().isEmpty()) {
            sweeps.round(1, KilledSweeps.MOST_CHUNKS);
        }
        sweeps.finish();
        assertEquals("[]", sweeps.complaints().toString());
    }
}
