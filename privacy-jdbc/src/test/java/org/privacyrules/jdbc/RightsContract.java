package org.privacyrules.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.privacyrules.failure.StorageException;
import org.privacyrules.jdbc.schema.Rights;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** Each right that the scripts grant is needed, and its lack is told. That they suffice, the storage suites show: they run as such a user. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RightsContract {

    final TestDatabase database;
    final RestrictedUser user;
    private int tenants;

    RightsContract(Product product) {
        database = Stores.withTables(product);
        user = RestrictedUser.of(database, SchemaScripts.forDatabase(database.dataSource()));
    }

    @AfterAll
    void close() {
        user.close();
        database.close();
    }

    private StorageException refused(RestrictedUser whom) {
        StorageException refused = assertThrows(StorageException.class, () -> JdbcStorage.on(whom.dataSource()));
        assertEquals("STORAGE_FORBIDDEN", refused.code(), refused.getMessage());
        return refused;
    }

    private String tenant() {
        return "tenant-" + ++tenants;
    }

    @Test
    void a_right_that_is_missing_is_told_at_the_start_and_missed_at_run_time() {
        Set<String> unneeded = new TreeSet<>();
        for (String table : new TreeSet<>(Rights.NEEDED.keySet())) {
            for (String right : Rights.on(table)) {
                JdbcStorage storage = JdbcStorage.on(user.dataSource());
                database.execute("revoke " + right + " on " + table + " from " + user.quoted());
                if (!isForbidden(storage)) {
                    unneeded.add(right + " on " + table);
                }
                List<String> remedy = SchemaContract.remedy(refused(user));
                assertEquals(List.of("grant " + right + " on " + table + " to " + user.quoted()), remedy);
                database.execute(remedy.toArray(String[]::new));
            }
        }
        assertEquals(Set.of("select on privacy_schema"), unneeded, "the start alone needs that one");
        Scenario.run(JdbcStorage.on(user.dataSource()), tenant());
    }

    private boolean isForbidden(JdbcStorage storage) {
        try {
            Scenario.run(storage, tenant());
            return false;
        } catch (StorageException e) {
            assertEquals("STORAGE_FORBIDDEN", e.code(), e.getMessage());
            return true;
        }
    }

    @Test
    void a_user_without_rights_is_told_all_of_them() {
        try (RestrictedUser nobody = RestrictedUser.without(database)) {
            letIn(nobody);
            StorageException refused = refused(nobody);
            List<String> told = new ArrayList<>(SchemaContract.remedy(refused));
            assertTrue(told.size() >= Rights.NEEDED.size() - 1, refused.getMessage());
            database.execute(told.toArray(String[]::new));
            Scenario.run(JdbcStorage.on(nobody.dataSource()), tenant());
        }
    }

    /** A user who may not even connect learns that from the driver. */
    void letIn(RestrictedUser nobody) {}
}
