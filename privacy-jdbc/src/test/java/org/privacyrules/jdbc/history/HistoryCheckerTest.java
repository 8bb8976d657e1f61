package org.privacyrules.jdbc.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.privacyrules.consent.ConsentStatus;
import org.privacyrules.jdbc.history.Call.Acknowledged;
import org.privacyrules.jdbc.history.Call.Failed;
import org.privacyrules.jdbc.history.Call.Kind;
import org.privacyrules.jdbc.history.Call.Outcome;
import org.privacyrules.jdbc.history.Call.Seen;
import org.privacyrules.jdbc.history.Call.Unknown;
import org.privacyrules.jdbc.history.Violation.Rule;

/** The checker passes what can have been and finds each thing that cannot. */
class HistoryCheckerTest {

    private static final int SEEDS = 50;

    private final List<Call> calls = new ArrayList<>();
    private final List<Entry> journal = new ArrayList<>();

    private static Instant at(long sequence) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(sequence);
    }

    private void call(Kind kind, String operation, String purpose, long from, long to, Outcome outcome) {
        calls.add(new Call(calls.size() % 4, operation, kind, "s", purpose, from, to, outcome));
    }

    private void done(Kind kind, String operation, long from, long to, long sequence) {
        call(kind, operation, "p", from, to, first(sequence));
    }

    private static Acknowledged first(long sequence) {
        return new Acknowledged(sequence, at(sequence), false);
    }

    private static Acknowledged again(long sequence) {
        return new Acknowledged(sequence, at(sequence), true);
    }

    private void read(long from, long to, long sequence, ConsentStatus status) {
        call(Kind.READ, "", "p", from, to, new Seen(sequence, status, status == ConsentStatus.GIVEN));
    }

    private void entry(long sequence, String operation, Kind kind) {
        entry(sequence, operation, kind, "p");
    }

    private void entry(long sequence, String operation, Kind kind, String purpose) {
        journal.add(new Entry("s", sequence, operation, kind, purpose, at(sequence)));
    }

    private void assertFinds(Rule... rules) {
        List<Violation> found = HistoryChecker.check(calls, journal);
        assertEquals(Set.of(rules), rulesOf(found), found::toString);
    }

    private static Set<Rule> rulesOf(List<Violation> found) {
        Set<Rule> rules = new TreeSet<>();
        found.forEach(violation -> rules.add(violation.rule()));
        return rules;
    }

    /** Given from 0 to 10, withdrawn from 20 to 30. */
    private void givenAndWithdrawn() {
        done(Kind.GIVE, "a", 0, 10, 1);
        done(Kind.WITHDRAW, "b", 20, 30, 2);
        entry(1, "a", Kind.GIVE);
        entry(2, "b", Kind.WITHDRAW);
    }

    @Test
    void a_sound_history_passes() {
        for (long seed = 0; seed < SEEDS; seed++) {
            assertEquals(List.of(), new GeneratedHistory(seed, 400).violations(), "seed " + seed);
        }
    }

    @Test
    void a_read_that_overlaps_a_command_may_see_it_or_not() {
        givenAndWithdrawn();
        read(15, 25, 1, ConsentStatus.GIVEN);
        read(15, 25, 2, ConsentStatus.WITHDRAWN);
        assertFinds();
    }

    @Test
    void a_read_before_the_first_command_sees_nothing() {
        givenAndWithdrawn();
        read(0, 5, 0, ConsentStatus.UNKNOWN);
        assertFinds();
    }

    @Test
    void commands_that_overlap_may_get_either_order() {
        done(Kind.GIVE, "a", 0, 20, 2);
        done(Kind.WITHDRAW, "b", 10, 30, 1);
        entry(1, "b", Kind.WITHDRAW);
        entry(2, "a", Kind.GIVE);
        assertFinds();
    }

    @Test
    void a_command_without_an_answer_may_be_done_late_or_never() {
        call(Kind.WITHDRAW, "late", "p", 0, 10, new Unknown());
        call(Kind.WITHDRAW, "never", "p", 0, Call.NEVER, new Unknown());
        done(Kind.GIVE, "a", 20, 30, 1);
        entry(1, "a", Kind.GIVE);
        entry(2, "late", Kind.WITHDRAW);
        read(40, 50, 1, ConsentStatus.GIVEN);
        read(60, 70, 2, ConsentStatus.WITHDRAWN);
        assertFinds();
    }

    @Test
    void a_command_that_failed_once_and_was_repeated_is_done_once() {
        call(Kind.WITHDRAW, "a", "p", 0, 10, new Failed("STORAGE_CONFLICT"));
        call(Kind.WITHDRAW, "a", "p", 20, 30, first(1));
        call(Kind.WITHDRAW, "a", "p", 25, 40, again(1));
        entry(1, "a", Kind.WITHDRAW);
        assertFinds();
    }

    @Test
    void a_read_from_a_stale_cache_is_found() {
        givenAndWithdrawn();
        read(40, 50, 1, ConsentStatus.GIVEN);
        assertFinds(Rule.READ_SEES_WHAT_WAS_THERE);
    }

    @Test
    void a_read_that_sees_nothing_of_an_acknowledged_command_is_found() {
        givenAndWithdrawn();
        read(12, 15, 0, ConsentStatus.UNKNOWN);
        assertFinds(Rule.READ_SEES_WHAT_WAS_THERE);
    }

    @Test
    void a_lost_command_that_was_acknowledged_is_found() {
        givenAndWithdrawn();
        journal.remove(1);
        assertFinds(Rule.ACKNOWLEDGED_IS_RECORDED);
    }

    @Test
    void a_command_that_was_done_twice_is_found() {
        givenAndWithdrawn();
        entry(3, "b", Kind.WITHDRAW);
        assertFinds(Rule.RECORDED_ONCE);
    }

    @Test
    void a_command_without_an_answer_that_was_done_twice_is_found() {
        call(Kind.GIVE, "a", "p", 0, 10, new Unknown());
        entry(1, "a", Kind.GIVE);
        entry(2, "a", Kind.GIVE);
        assertFinds(Rule.RECORDED_ONCE);
    }

    @Test
    void two_calls_that_were_both_told_that_they_did_it_are_found() {
        call(Kind.GIVE, "a", "p", 0, 20, first(1));
        call(Kind.GIVE, "a", "p", 10, 30, first(1));
        entry(1, "a", Kind.GIVE);
        assertFinds(Rule.FIRST_ONLY_ONCE);
    }

    @Test
    void sequences_against_real_time_are_found() {
        done(Kind.GIVE, "a", 0, 10, 2);
        done(Kind.WITHDRAW, "b", 20, 30, 1);
        entry(1, "b", Kind.WITHDRAW);
        entry(2, "a", Kind.GIVE);
        assertFinds(Rule.ORDER_IS_REAL_TIME);
    }

    @Test
    void a_lower_sequence_after_a_read_of_a_higher_one_is_found() {
        call(Kind.GIVE, "a", "p", 0, Call.NEVER, new Unknown());
        read(5, 10, 2, ConsentStatus.GIVEN);
        done(Kind.WITHDRAW, "b", 20, 30, 1);
        entry(1, "b", Kind.WITHDRAW);
        entry(2, "a", Kind.GIVE);
        assertFinds(Rule.ORDER_IS_REAL_TIME);
    }

    @Test
    void the_same_sequence_twice_is_found() {
        done(Kind.GIVE, "a", 0, 20, 1);
        done(Kind.WITHDRAW, "b", 10, 30, 1);
        entry(1, "a", Kind.GIVE);
        entry(1, "b", Kind.WITHDRAW);
        assertFinds(Rule.SEQUENCE_IS_UNIQUE);
    }

    @Test
    void time_that_goes_back_is_found() {
        call(Kind.GIVE, "a", "p", 0, 10, new Acknowledged(1, at(5), false));
        call(Kind.WITHDRAW, "b", "p", 20, 30, new Acknowledged(2, at(4), false));
        journal.add(new Entry("s", 1, "a", Kind.GIVE, "p", at(5)));
        journal.add(new Entry("s", 2, "b", Kind.WITHDRAW, "p", at(4)));
        assertFinds(Rule.TIME_NEVER_GOES_BACK);
    }

    @Test
    void a_read_from_the_future_is_found() {
        givenAndWithdrawn();
        read(12, 15, 2, ConsentStatus.WITHDRAWN);
        Set<Rule> found = rulesOf(HistoryChecker.check(calls, journal));
        assertTrue(found.contains(Rule.READ_SEES_NO_FUTURE), found::toString);
    }

    @Test
    void a_permission_after_a_withdrawal_is_found() {
        givenAndWithdrawn();
        call(Kind.READ, "", "p", 40, 50, new Seen(2, ConsentStatus.WITHDRAWN, true));
        assertFinds(Rule.PERMITTED_ONLY_IF_GIVEN);
    }

    @Test
    void a_status_that_is_not_that_of_its_sequence_is_found() {
        givenAndWithdrawn();
        read(40, 50, 2, ConsentStatus.GIVEN);
        assertFinds(Rule.READ_SEES_AN_ENTRY);
    }

    @Test
    void a_read_of_what_was_rolled_back_is_found() {
        givenAndWithdrawn();
        call(Kind.GIVE, "c", "p", 40, 50, new Failed("STORAGE_CONFLICT"));
        read(40, 50, 3, ConsentStatus.GIVEN);
        assertFinds(Rule.READ_SEES_AN_ENTRY);
    }

    @Test
    void a_read_of_another_purposes_entry_is_found() {
        givenAndWithdrawn();
        call(Kind.READ, "", "q", 40, 50, new Seen(2, ConsentStatus.WITHDRAWN, false));
        assertFinds(Rule.READ_SEES_AN_ENTRY);
    }

    @Test
    void an_answer_with_a_wrong_sequence_is_found() {
        givenAndWithdrawn();
        call(Kind.WITHDRAW, "b", "p", 40, 50, again(1));
        assertFinds(Rule.ANSWER_IS_THE_ENTRY);
    }

    @Test
    void an_answer_with_a_wrong_time_is_found() {
        givenAndWithdrawn();
        call(Kind.WITHDRAW, "b", "p", 40, 50, new Acknowledged(2, at(7), true));
        assertFinds(Rule.ANSWER_IS_THE_ENTRY);
    }

    @Test
    void reads_that_go_back_are_found_though_nobody_acknowledged_the_command() {
        done(Kind.GIVE, "a", 0, 10, 1);
        call(Kind.WITHDRAW, "b", "p", 20, Call.NEVER, new Unknown());
        entry(1, "a", Kind.GIVE);
        entry(2, "b", Kind.WITHDRAW);
        read(40, 50, 2, ConsentStatus.WITHDRAWN);
        read(60, 70, 1, ConsentStatus.GIVEN);
        assertFinds(Rule.READ_SEES_WHAT_WAS_THERE);
    }

    @Test
    void a_read_that_misses_what_came_before_a_known_command_on_another_purpose_is_found() {
        call(Kind.WITHDRAW, "a", "p", 0, Call.NEVER, new Unknown());
        call(Kind.WITHDRAW, "b", "q", 0, 10, first(2));
        entry(1, "a", Kind.WITHDRAW);
        entry(2, "b", Kind.WITHDRAW, "q");
        read(20, 30, 0, ConsentStatus.UNKNOWN);
        assertFinds(Rule.READ_SEES_WHAT_WAS_THERE);
    }

    @Test
    void a_command_that_failed_and_happened_is_found() {
        givenAndWithdrawn();
        call(Kind.GIVE, "c", "p", 40, 50, new Failed("STORAGE_CONFLICT"));
        entry(3, "c", Kind.GIVE);
        assertFinds(Rule.FAILED_IS_NOT_RECORDED);
    }

    @Test
    void an_entry_that_nobody_asked_for_is_found() {
        givenAndWithdrawn();
        entry(3, "phantom", Kind.GIVE);
        assertFinds(Rule.RECORDED_WAS_ASKED_FOR);
    }

    @Test
    void an_entry_of_another_subject_than_was_asked_for_is_found() {
        givenAndWithdrawn();
        journal.add(new Entry("other", 1, "a", Kind.GIVE, "p", at(1)));
        assertFinds(Rule.RECORDED_WAS_ASKED_FOR);
    }

    @Test
    void an_entry_of_another_kind_than_was_asked_for_is_found() {
        done(Kind.WITHDRAW, "a", 0, 10, 1);
        entry(1, "a", Kind.GIVE);
        assertFinds(Rule.RECORDED_WAS_ASKED_FOR);
    }

    @Test
    void anomalies_are_found_in_long_histories_too() {
        assertFoundInAll(Rule.ACKNOWLEDGED_IS_RECORDED, history -> history.journal.remove(certain(history)));
        assertFoundInAll(Rule.ANSWER_IS_THE_ENTRY, history -> shift(history, certain(history), 1_000_000));
        assertFoundInAll(
                Rule.RECORDED_WAS_ASKED_FOR,
                history -> history.calls.removeIf(
                        call -> call.operation().equals(certain(history).operation())));
        assertFoundInAll(
                Rule.READ_SEES_WHAT_WAS_THERE,
                history -> history.calls.add(new Call(
                        0,
                        "",
                        Kind.READ,
                        "s0",
                        "p0",
                        1_000_000,
                        1_000_001,
                        new Seen(0, ConsentStatus.UNKNOWN, false))));
        assertFoundInAll(Rule.TIME_NEVER_GOES_BACK, history -> shift(history, certain(history), -1));
    }

    private static void assertFoundInAll(Rule rule, Consumer<GeneratedHistory> anomaly) {
        for (long seed = 0; seed < SEEDS; seed++) {
            GeneratedHistory history = new GeneratedHistory(seed, 400);
            anomaly.accept(history);
            List<Violation> found = history.violations();
            assertTrue(rulesOf(found).contains(rule), "seed " + seed + ", " + rule + ": " + found);
        }
    }

    /** An entry in the middle that was acknowledged. */
    private static Entry certain(GeneratedHistory history) {
        return history.journal.stream()
                .skip(history.journal.size() / 2)
                .filter(history::isCertain)
                .findFirst()
                .orElseThrow();
    }

    private static void shift(GeneratedHistory history, Entry entry, long seconds) {
        int place = history.journal.indexOf(entry);
        history.journal.set(
                place,
                new Entry(
                        entry.subject(),
                        entry.sequence(),
                        entry.operation(),
                        entry.kind(),
                        entry.purpose(),
                        entry.recordedAt().plusSeconds(seconds)));
    }

    @Test
    void a_violation_shows_its_calls_and_entries() {
        givenAndWithdrawn();
        read(40, 50, 1, ConsentStatus.GIVEN);
        String words = HistoryChecker.check(calls, journal).get(0).toString();
        assertTrue(words.startsWith("a read saw less than was known before it began\n"), words);
        assertTrue(words.contains("process 2 READ s/p from 40 to 50"), words);
        assertTrue(words.contains("entry 2 of s: WITHDRAW p b"), words);
        assertTrue(words.contains("process 1 WITHDRAW s/p b from 20 to 30"), words);
    }

    @Test
    void a_generated_history_has_everything_that_the_checker_tells_apart() {
        GeneratedHistory history = new GeneratedHistory(1, 400);
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        Set<Class<?>> outcomes = new HashSet<>();
        history.calls.forEach(call -> {
            kinds.add(call.kind());
            outcomes.add(call.outcome().getClass());
        });
        assertEquals(EnumSet.allOf(Kind.class), kinds);
        assertEquals(4, outcomes.size());
        assertFalse(history.calls.stream().filter(Call::isAcknowledged).allMatch(Call::claimsToBeFirst));
        assertTrue(IntStream.range(1, history.calls.size())
                .anyMatch(i -> history.calls.get(i).invokedAt()
                        < history.calls.get(i - 1).invokedAt()));
    }
}
