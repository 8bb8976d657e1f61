package org.privacyrules.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.privacyrules.Storage;
import org.privacyrules.contract.FaultyStorage.Fault;

/** The suites find the faults that they are there for: each planted one turns tests red, and none is red without. */
class PlantedFaultsTest {

    private static volatile Storage storage = new FaultyStorage(Fault.NONE);

    static class Ports extends StorageContract {
        @Override
        protected Storage storage() {
            return storage;
        }
    }

    static class Histories extends HistoryContract {
        @Override
        protected Storage storage() {
            return storage;
        }
    }

    private static Set<String> red(Fault fault) {
        storage = new FaultyStorage(fault);
        Set<String> red = new TreeSet<>(failed("junit-jupiter", Ports.class));
        red.addAll(failed("jqwik", Histories.class));
        return red;
    }

    private static Set<String> failed(String engine, Class<?> suite) {
        EngineExecutionResults results = EngineTestKit.engine(engine)
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .configurationParameter("jqwik.database", "")
                .configurationParameter("jqwik.tries.default", "60")
                .configurationParameter("jqwik.shrinking.default", "OFF")
                .selectors(selectClass(suite))
                .execute();
        assertTrue(results.testEvents().started().count() > 0, "tests were found");
        return results.testEvents().failed().stream()
                .map(event -> event.getTestDescriptor()
                        .getDisplayName()
                        .replace("()", "")
                        .replace('_', ' '))
                .collect(Collectors.toSet());
    }

    @Test
    void without_a_fault_nothing_is_red() {
        assertEquals(Set.of(), red(Fault.NONE));
    }

    @Test
    void a_cache_is_found() {
        Set<String> red = red(Fault.CACHES_READS);
        assertTrue(
                red.contains("a withdrawal replaces a consent and a new consent replaces the withdrawal"),
                red.toString());
        assertTrue(red.contains("what is asked as of an instant is what was answered then"), red.toString());
    }

    @Test
    void forgotten_operations_are_found() {
        Set<String> red = red(Fault.FORGETS_OPERATIONS);
        assertTrue(red.contains("of racing repetitions exactly one is the first"), red.toString());
        assertTrue(red.contains("repeating any command changes nothing"), red.toString());
    }

    @Test
    void keys_compared_without_regard_to_case_are_found() {
        assertTrue(red(Fault.FOLDS_CASE).contains("keys are compared byte for byte"));
    }

    @Test
    void writes_that_are_committed_one_by_one_are_found() {
        Set<String> red = red(Fault.COMMITS_EACH_WRITE);
        assertTrue(red.contains("nothing remains of work that throws an error"), red.toString());
        assertTrue(red.contains("nothing is seen before the commit"), red.toString());
        assertTrue(red.contains("nothing remains of a publication whose work throws"), red.toString());
        assertTrue(red.contains("nothing remains of a hold whose work throws"), red.toString());
    }

    @Test
    void a_release_that_takes_other_holds_with_it_is_found() {
        assertTrue(red(Fault.RELEASES_ALL).contains("of two holds on the same one ends and the other stands"));
    }

    @Test
    void a_version_that_replaces_what_was_published_is_found() {
        Set<String> red = red(Fault.OVERWRITES_POLICIES);
        assertTrue(red.contains("what is published stays as it is"), red.toString());
        assertTrue(red.contains("of two racing contents of one version one is published"), red.toString());
    }
}
