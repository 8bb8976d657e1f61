package org.privacyrules.jdbc.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.privacyrules.jdbc.history.Timeline.Dated;
import org.privacyrules.jdbc.history.Violation.Rule;

/** The sequence is the order in which things happened, and recorded time follows it. */
final class OrderRules {

    private OrderRules() {}

    static List<Violation> check(Timeline timeline) {
        List<Violation> found = new ArrayList<>();
        List<Dated> entries = timeline.entries();
        for (int i = 1; i < entries.size(); i++) {
            checkNeighbours(entries.get(i - 1).entry(), entries.get(i).entry(), found);
        }
        checkRealTime(entries, found);
        return found;
    }

    private static void checkNeighbours(Entry before, Entry after, List<Violation> found) {
        if (before.sequence() == after.sequence()) {
            found.add(Violation.of(Rule.SEQUENCE_IS_UNIQUE, "two entries have the same sequence", before, after));
        }
        if (after.recordedAt().isBefore(before.recordedAt())) {
            found.add(Violation.of(
                    Rule.TIME_NEVER_GOES_BACK, "an entry was recorded before the one that it follows", before, after));
        }
    }

    /** Of all entries below, the one whose cause was invoked last is the only one that need be compared. */
    private static void checkRealTime(List<Dated> entries, List<Violation> found) {
        Optional<Dated> latest = Optional.empty();
        for (Dated each : entries) {
            latest.filter(below ->
                            each.wasKnownBefore(below.cause().orElseThrow().invokedAt()))
                    .ifPresent(below -> found.add(inverted(below, each)));
            if (each.cause().isPresent()
                    && latest.map(below -> isLater(each, below)).orElse(true)) {
                latest = Optional.of(each);
            }
        }
    }

    private static boolean isLater(Dated one, Dated other) {
        return one.cause().orElseThrow().invokedAt()
                > other.cause().orElseThrow().invokedAt();
    }

    private static Violation inverted(Dated below, Dated above) {
        return Violation.of(
                Rule.ORDER_IS_REAL_TIME,
                "a command got a lower sequence than one that was known before it was invoked",
                below.entry(),
                below.cause().orElseThrow(),
                above.entry(),
                above.proof().orElseThrow());
    }
}
