package org.privacyrules.jdbc.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.privacyrules.consent.ConsentStatus;
import org.privacyrules.jdbc.history.Call.Seen;
import org.privacyrules.jdbc.history.Timeline.Dated;
import org.privacyrules.jdbc.history.Violation.Rule;

/** A read sees what was there: no less than anybody knew before it began, and nothing that was invoked after it returned. */
final class ReadRules {

    private final List<Violation> found = new ArrayList<>();
    private final Timeline timeline;

    private ReadRules(Timeline timeline) {
        this.timeline = timeline;
    }

    static List<Violation> check(Timeline timeline) {
        ReadRules rules = new ReadRules(timeline);
        timeline.reads().forEach(rules::check);
        return rules.found;
    }

    private void check(Call read) {
        Seen seen = (Seen) read.outcome();
        Optional<Dated> entry = timeline.entry(read.purpose(), seen.sequence());
        ConsentStatus expected = entry.map(each -> each.entry().kind().status()).orElse(ConsentStatus.UNKNOWN);
        if (seen.status() != expected || (entry.isEmpty() && seen.sequence() != 0)) {
            add(Rule.READ_SEES_AN_ENTRY, "a read saw what the journal never said", read, entry);
        }
        if (seen.permitted() && seen.status() != ConsentStatus.GIVEN) {
            add(Rule.PERMITTED_ONLY_IF_GIVEN, "a use was permitted without a consent", read, entry);
        }
        if (entry.map(each -> each.cannotHaveBeenBy(read.returnedAt())).orElse(false)) {
            add(Rule.READ_SEES_NO_FUTURE, "a read saw what was invoked after it had returned", read, entry);
        }
        timeline.highestKnownBefore(read.invokedAt()).ifPresent(known -> checkNotOlder(read, seen, known));
    }

    /** What is known on one purpose of a subject proves all lower entries of the subject, also those of other purposes. */
    private void checkNotOlder(Call read, Seen seen, Dated known) {
        timeline.highestUpTo(read.purpose(), known.entry().sequence())
                .filter(least -> seen.sequence() < least.entry().sequence())
                .ifPresent(least -> found.add(Violation.of(
                        Rule.READ_SEES_WHAT_WAS_THERE,
                        "a read saw less than was known before it began",
                        read,
                        least.entry(),
                        known.proof().orElseThrow())));
    }

    private void add(Rule rule, String words, Call read, Optional<Dated> entry) {
        List<Entry> shown = entry.map(Dated::entry).stream().toList();
        List<Call> cause = entry.flatMap(Dated::cause).stream().toList();
        List<Record> evidence = new ArrayList<>(List.of(read));
        evidence.addAll(shown);
        evidence.addAll(cause);
        found.add(new Violation(rule, words, evidence));
    }
}
