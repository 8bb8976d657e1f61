package org.privacyrules.jdbc.disposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.jdbc.Stores;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/**
 * Whatever foreign keys a host has: either the mapping is refused and a table is named, or a sweep reaches nothing that is not mapped
 * and nothing that is not due. Another number of schemas with the system property {@code privacy.disposal.schemas}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AnySchemaTest {

    private static final int SOON = 80;

    private TestDatabase database;
    private JdbcStorage storage;

    abstract Product product();

    @BeforeAll
    final void open() {
        database = Stores.withTables(product());
        storage = JdbcStorage.on(database.dataSource());
    }

    @AfterAll
    final void close() {
        database.close();
    }

    private int schemas() {
        return Integer.getInteger("privacy.disposal.schemas", product() == Product.H2 ? 100 : 8);
    }

    @Test
    void a_sweep_reaches_nothing_that_is_not_mapped_and_nothing_that_is_not_due() throws SQLException {
        int refused = 0;
        int gone = 0;
        List<String> complaints = new ArrayList<>();
        for (int seed = 0; seed < schemas(); seed++) {
            AnySchema schema = new AnySchema(database, storage, seed, false);
            for (String complaint : schema.complaints()) {
                complaints.add("schema " + seed + ": " + complaint);
            }
            refused += schema.isRefused() ? 1 : 0;
            gone += schema.gone();
        }
        assertEquals("", String.join("\n", complaints.subList(0, Math.min(complaints.size(), 5))));
        assertTrue(refused > 0, "no mapping was ever refused");
        assertTrue(gone > schemas(), "nearly nothing went");
    }

    @Test
    void a_mapping_that_claims_that_rows_may_go_along_which_must_stay_is_found() throws SQLException {
        boolean found = false;
        for (int seed = 0; seed < SOON && !found; seed++) {
            found = new AnySchema(database, storage, seed, true)
                    .complaints().stream().anyMatch(each -> each.contains("(UNMAPPED)") || each.contains("(EXCLUDED)"));
        }
        assertTrue(found, "nothing that must stay was ever reached");
    }
}
