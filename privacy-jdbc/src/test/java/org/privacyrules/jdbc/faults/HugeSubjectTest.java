package org.privacyrules.jdbc.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.privacyrules.disposal.SweepReport.Outcome;
import org.privacyrules.jdbc.Stores;
import org.privacyrules.jdbc.disposal.SweptShop;
import org.privacyrules.jdbc.disposal.SweptShop.Path;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** A subject with many rows goes in little memory. How many rows: the system property {@code privacy.faults.huge}. */
@OnDatabase(Product.POSTGRESQL)
class HugeSubjectTest {

    private static final int ROWS = Integer.getInteger("privacy.faults.huge", 20_000);
    private static final String HEAP = "64m";
    private static final int CHUNK = 5_000;

    @Test
    void a_subject_with_many_rows_goes_in_little_memory() throws Exception {
        try (TestDatabase database = Stores.withTables(Product.POSTGRESQL)) {
            SweptShop shop = SweptShop.in(database, Path.values());
            database.execute(
                    "insert into letter select n, 'anna', date '2020-01-01', 'x', false from generate_series(1, " + ROWS
                            + ") n");
            assertEquals(Outcome.FINISHED.name(), outcome(database, CHUNK));
            assertTrue(shop.there(Path.ROW).isEmpty(), "rows are left");
        }
    }

    private static String outcome(TestDatabase database, int chunk) throws Exception {
        try (Child child = new Child(
                HEAP,
                SweepingNode.class,
                database.product().name(),
                database.url(),
                database.user(),
                database.password(),
                UUID.randomUUID().toString(),
                Integer.toString(chunk))) {
            assertEquals(SweepingNode.READY, child.next());
            child.tell("go");
            String line = child.next();
            while (Character.isDigit(line.charAt(0))) {
                line = child.next();
            }
            return line;
        }
    }
}
