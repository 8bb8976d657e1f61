package org.privacyrules.jdbc.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.jdbc.history.Call.Kind;
import org.privacyrules.jdbc.history.Call.Seen;
import org.privacyrules.jdbc.history.HistoryWorker.Plan;
import org.privacyrules.jdbc.history.Violation.Rule;
import org.privacyrules.ledger.Journal;
import org.privacyrules.ledger.StoredEntry;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/**
 * Several nodes, each a process of its own with a clock of its own, call at the same time, and no answer that any of them got is
 * false. Extend it with a database that has the tables. How many calls: the system property {@code privacy.history.operations}.
 */
abstract class HistoryTest {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration SOON = Duration.ofSeconds(30);

    /** Not longer, because who stands still may hold a lock for which all others wait. */
    private static final Duration STANDSTILL = Duration.ofSeconds(2);

    /** How many bytes a node writes for some twenty calls. */
    private static final long SOME_CALLS = 4_000;

    private static final List<Duration> CLOCKS =
            List.of(Duration.ofHours(-1), Duration.ofSeconds(-1), Duration.ofSeconds(2), Duration.ofHours(1));
    private static final Duration CACHED = Duration.ofMillis(250);
    private static final int FEWER = 3;
    private static final int ENOUGH = 1_000;
    private static final int SHOWN = 10;
    private static final Instant FAR_FUTURE = Instant.parse("2200-01-01T00:00:00Z");

    private final String tenant = "history-" + UUID.randomUUID();

    @TempDir
    Path directory;

    /** Where the database is, for every process of this machine; the tables are there. */
    abstract Database database();

    /** How many calls all nodes do together. */
    int operations() {
        return Integer.getInteger("privacy.history.operations", 6_000);
    }

    @BeforeEach
    void prepareTenant() {
        try (HikariDataSource pool = database().open()) {
            Scene.prepare(JdbcStorage.on(pool), tenant);
        }
    }

    @Test
    void no_answer_of_four_nodes_is_false_though_their_clocks_are_two_hours_apart() throws Exception {
        try (Workers workers = start(operations(), Duration.ZERO)) {
            workers.openGate();
            List<Call> calls = workers.finish(LIMIT);
            assertTellsSomething(calls, operations());
            assertSound(calls);
        }
    }

    @Test
    void no_answer_is_false_though_one_node_is_killed_and_another_stands_still() throws Exception {
        try (Workers workers = start(Math.max(ENOUGH, operations() / FEWER), Duration.ZERO)) {
            workers.openGate();
            assertTrue(workers.writes(1, 0, SOON) && workers.writes(0, SOME_CALLS, SOON), "the nodes do nothing");
            workers.kill(0);
            workers.stop(1);
            workers.writes(2, workers.written(2) + SOME_CALLS, STANDSTILL);
            workers.resume(1);
            List<Call> calls = workers.finish(LIMIT);
            assertTrue(
                    calls.stream().anyMatch(call -> call.process() == 0 && call.returnedAt() == Call.NEVER),
                    "the node was not killed amid a call");
            assertSound(calls);
        }
    }

    @Test
    void nodes_that_keep_decisions_for_a_quarter_of_a_second_are_found() throws Exception {
        try (Workers workers = start(ENOUGH, CACHED)) {
            workers.openGate();
            List<Violation> found = HistoryChecker.check(workers.finish(LIMIT), journal());
            List<Rule> rules = found.stream().map(Violation::rule).distinct().toList();
            assertEquals(List.of(Rule.READ_SEES_WHAT_WAS_THERE), rules, () -> shown(found));
            assertTrue(found.stream().anyMatch(HistoryTest::isUseWithoutConsent), () -> shown(found));
        }
    }

    /** What a cache costs: a use was permitted after the withdrawal was acknowledged. */
    private static boolean isUseWithoutConsent(Violation violation) {
        return violation.evidence().get(0) instanceof Call read
                && ((Seen) read.outcome()).permitted()
                && violation.evidence().get(1) instanceof Entry entry
                && entry.kind() != Kind.GIVE;
    }

    private Workers start(int operations, Duration cached) throws IOException, InterruptedException {
        List<Plan> plans = new ArrayList<>();
        for (Duration clock : CLOCKS) {
            plans.add(new Plan(database(), tenant, plans.size(), operations / CLOCKS.size(), clock, cached));
        }
        return Workers.start(directory, plans);
    }

    private void assertSound(List<Call> calls) {
        List<Violation> found = HistoryChecker.check(calls, journal());
        assertTrue(found.isEmpty(), () -> shown(found));
    }

    private static String shown(List<Violation> found) {
        return found.size() + " violations"
                + found.stream()
                        .limit(SHOWN)
                        .map(violation -> "\n  " + violation)
                        .collect(Collectors.joining());
    }

    /** A history in which nearly everything failed, or nothing happened at the same time, would pass whatever the storage does. */
    private static void assertTellsSomething(List<Call> calls, int operations) {
        assertAtLeast(operations * 95 / 100, calls, "calls");
        assertAtLeast(calls.size() * 95 / 100, calls, "that did not fail", Call::mayHaveHappened);
        assertAtLeast(operations / 4, calls, "acknowledged commands", Call::isAcknowledged);
        assertAtLeast(operations / 100, calls, "repetitions", call -> call.isAcknowledged() && !call.claimsToBeFirst());
        assertAtLeast(operations / 20, calls, "permissions", HistoryTest::permits);
        assertAtLeast(operations / 20, calls, "denials", call -> call.isRead() && !permits(call));
        assertTrue(overlapping(calls) > operations / 4, "too few calls overlapped: " + overlapping(calls));
    }

    private static boolean permits(Call call) {
        return call.outcome() instanceof Seen seen && seen.permitted();
    }

    private static void assertAtLeast(long least, List<Call> calls, String what) {
        assertAtLeast(least, calls, what, call -> true);
    }

    private static void assertAtLeast(long least, List<Call> calls, String what, Predicate<Call> which) {
        long count = calls.stream().filter(which).count();
        assertTrue(count >= least, () -> what + ": " + count + ", not " + least);
    }

    /** How many calls began while one of another process on the same subject was not over. */
    private static long overlapping(List<Call> calls) {
        return calls.stream().collect(Collectors.groupingBy(Call::subject)).values().stream()
                .mapToLong(HistoryTest::overlappingOfSubject)
                .sum();
    }

    private static long overlappingOfSubject(List<Call> calls) {
        List<Call> sorted = new ArrayList<>(calls);
        sorted.sort(Comparator.comparingLong(Call::invokedAt));
        long count = 0;
        long[] end = new long[CLOCKS.size()];
        for (Call call : sorted) {
            for (int process = 0; process < end.length; process++) {
                if (process != call.process() && end[process] > call.invokedAt()) {
                    count++;
                    break;
                }
            }
            end[call.process()] = Math.max(end[call.process()], call.returnedAt());
        }
        return count;
    }

    private List<Entry> journal() {
        try (HikariDataSource pool = database().open()) {
            Journal journal = JdbcStorage.on(pool).forTenant(new Tenant(tenant)).journal();
            return Scene.SUBJECTS.stream()
                    .flatMap(subject -> journal.entries(SubjectId.of(subject), FAR_FUTURE).stream()
                            .flatMap(stored -> entry(subject, stored).stream()))
                    .toList();
        }
    }

    /** The entry, unless it is the fact that made the subject a customer. */
    private static Optional<Entry> entry(String subject, StoredEntry stored) {
        return Optional.ofNullable(Scene.JOURNAL_KINDS.get(stored.entry().kind()))
                .map(kind -> new Entry(
                        subject,
                        stored.sequence(),
                        stored.entry().operation().toString(),
                        kind,
                        stored.entry().purpose(),
                        stored.recordedAt()));
    }
}
