package org.privacyrules.jdbc.leaks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/**
 * However the database fails, nothing that is thrown, answered, logged or printed tells of the person. How many failures: the system
 * property {@code privacy.failures}, at least all ways once.
 */
abstract class LeakContract {

    private static final int FAILURES = Integer.getInteger("privacy.failures", 125);
    private static final int SHOWN = 10;
    private static final int A_FEW = 6;

    private Product product() {
        return getClass().getAnnotation(OnDatabase.class).value();
    }

    private static List<String> first(List<String> all) {
        return all.subList(0, Math.min(SHOWN, all.size()));
    }

    @Test
    void nothing_that_is_said_of_a_failure_tells_of_the_person() {
        try (LeakHunt hunt = new LeakHunt(product(), (failure, drivers) -> failure)) {
            do {
                hunt.round();
            } while (hunt.failures() < FAILURES);
            assertEquals(List.of(), first(hunt.leaks()));
            assertEquals(List.of(), first(hunt.foreign()));
            assertEquals(List.of(), hunt.harmless());
            assertTrue(hunt.driversLeaks() > FAILURES / 10, "the driver said too little: " + hunt.driversLeaks());
        }
    }

    @Test
    void a_drivers_exception_as_the_cause_would_be_found() {
        try (LeakHunt hunt = new LeakHunt(
                product(),
                (failure, drivers) -> new IllegalStateException(
                        "the database failed", drivers.isEmpty() ? failure : drivers.get(drivers.size() - 1)))) {
            hunt.beginning();
            assertTrue(hunt.leaks().size() >= A_FEW, () -> "found only " + hunt.leaks());
        }
    }
}
