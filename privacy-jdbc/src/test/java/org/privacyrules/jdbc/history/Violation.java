package org.privacyrules.jdbc.history;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that cannot be if every answer was true.
 *
 * @param rule which one
 * @param words what happened
 * @param evidence the calls and entries that show it
 */
record Violation(Rule rule, String words, List<Record> evidence) {

    /** What must hold. */
    enum Rule {
        ACKNOWLEDGED_IS_RECORDED,
        ANSWER_IS_THE_ENTRY,
        RECORDED_ONCE,
        FIRST_ONLY_ONCE,
        FAILED_IS_NOT_RECORDED,
        RECORDED_WAS_ASKED_FOR,
        SEQUENCE_IS_UNIQUE,
        ORDER_IS_REAL_TIME,
        TIME_NEVER_GOES_BACK,
        READ_SEES_AN_ENTRY,
        READ_SEES_WHAT_WAS_THERE,
        READ_SEES_NO_FUTURE,
        PERMITTED_ONLY_IF_GIVEN
    }

    static Violation of(Rule rule, String words, Record... evidence) {
        return new Violation(rule, words, List.of(evidence));
    }

    static Violation of(Rule rule, String words, List<? extends Record> first, List<? extends Record> second) {
        return new Violation(
                rule,
                words,
                Stream.<Record>concat(first.stream(), second.stream()).toList());
    }

    @Override
    public String toString() {
        return evidence.stream().map(Record::toString).collect(Collectors.joining("\n    ", words + "\n    ", ""));
    }
}
