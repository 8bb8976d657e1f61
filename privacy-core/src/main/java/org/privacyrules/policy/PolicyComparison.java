package org.privacyrules.policy;

import static org.privacyrules.policy.Verdict.editorial;
import static org.privacyrules.policy.Verdict.material;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import org.privacyrules.policy.Changes.Kind;

/** Walks through two versions side by side and notes each difference with its path. */
final class PolicyComparison {

    private static final Verdict KIND_ADDED = material(
            "Another group of people is concerned, who are told when their data are obtained (Art. 13(1) and 14(1) GDPR)");
    private static final Verdict KIND_REMOVED = editorial("This group of people is no longer concerned");
    private static final Verdict EVENT_ADDED =
            editorial("Terms can start with another event: those that do are changes of their own");
    private static final Verdict EVENT_REMOVED = editorial("No term starts with this event any more");
    private static final Verdict REFERENCE_ADDED =
            editorial("People are referred to somebody else's policy, and nothing is decided on it here");
    private static final Verdict REFERENCE_REMOVED = editorial("People are no longer referred to that policy");
    private static final Verdict REFERENCE_MOVED = editorial("The other policy stands elsewhere");

    private static final Verdict OTHER_RELATION =
            material("Every term that starts there may mean another day, since another thing ends with it"
                    + " (Art. 13(2)(a) GDPR)");
    private static final String OTHER_EVENT =
            "Every term that starts there may mean another day (Art. 13(2)(a) GDPR): lower"
                    + " it if only words were corrected";

    private final PrivacyPolicy before;
    private final PrivacyPolicy after;
    private final Changes changes = new Changes();
    private final TextChanges texts = new TextChanges(changes);

    PolicyComparison(PrivacyPolicy before, PrivacyPolicy after) {
        this.before = before;
        this.after = after;
    }

    List<PolicyChange> changes() {
        head();
        new CalendarChanges(changes).compare(before, after);
        new PartyChanges(changes, after.firstDay()).compare(before, after);
        new RightsChanges(changes).compare(before, after);
        statements();
        subjectKindsAndEvents();
        new CategoryChanges(changes).compare(before.categories(), after.categories());
        RecipientChanges recipients = new RecipientChanges(changes, after.firstDay());
        recipients.compare(before.recipients(), after.recipients());
        new PurposeChanges(changes).compare(before.purposes(), after.purposes());
        recipients.compareOnBehalf(before.onBehalf(), after.onBehalf());
        otherPolicies();
        return changes.noted();
    }

    private void head() {
        if (!before.effectiveFrom().equals(after.effectiveFrom())) {
            changes.note(
                    "effectiveFrom",
                    start(before.effectiveFrom(), before.zone()),
                    start(after.effectiveFrom(), after.zone()),
                    start(before.effectiveFrom(), after.effectiveFrom()));
        }
        changes.compare("zone", before.zone(), after.zone(), ZoneId::getId, (was, becomes) -> zone());
        changes.compare(
                "languages",
                before.languages(),
                after.languages(),
                tags -> String.join(", ", tags),
                PolicyComparison::languages);
    }

    private static String start(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toOffsetDateTime().toString();
    }

    private static Verdict start(Instant before, Instant after) {
        return after.isBefore(before)
                ? material("The later version would hold for a time for which people were told something else"
                        + " (Art. 5(1)(a) GDPR)")
                : editorial("Each version has a start of its own");
    }

    private static Verdict zone() {
        return editorial("Days and periods end some hours earlier or later, and nothing else is done with the data");
    }

    private static Verdict languages(List<String> before, List<String> after) {
        if (!after.containsAll(before)) {
            return material("People who read a language that goes are no longer told in words that they understand"
                    + " (Art. 12(1) GDPR)");
        }
        return new HashSet<>(before).containsAll(after)
                ? editorial("The same languages in another order")
                : editorial("People are told in more languages (Art. 12(1) GDPR)");
    }

    private void statements() {
        texts.words("securityMeasures", before.securityMeasures(), after.securityMeasures());
        changes.compare(
                "withoutAutomatedDecisions",
                before.isWithoutAutomatedDecisions(),
                after.isWithoutAutomatedDecisions(),
                stated -> stated ? "no machine decides alone" : "not stated",
                (was, becomes) -> withoutAutomatedDecisions(becomes));
    }

    private static Verdict withoutAutomatedDecisions(boolean stated) {
        return stated
                ? editorial("People are told that no machine decides on them alone (Art. 13(2)(f) GDPR)")
                : material("People can no longer rely on it that no machine decides on them alone"
                        + " (Art. 13(2)(f) and 22 GDPR)");
    }

    private void subjectKindsAndEvents() {
        changes.named(
                "subjectKinds",
                before.subjectKinds(),
                after.subjectKinds(),
                new Kind<>(
                        kind -> EnglishWords.of(kind.description()),
                        KIND_ADDED,
                        KIND_REMOVED,
                        (path, was, becomes) ->
                                texts.words(path + ".description", was.description(), becomes.description())));
        changes.named(
                "events",
                before.events(),
                after.events(),
                new Kind<>(PolicyComparison::words, EVENT_ADDED, EVENT_REMOVED, this::event));
    }

    private static String words(RetentionEvent event) {
        return EnglishWords.sentence(
                EnglishWords.of(event.description()),
                event.endOf().map(kind -> "at the end of " + kind).orElse(""));
    }

    private void event(String path, RetentionEvent was, RetentionEvent becomes) {
        texts.told(path + ".description", was.description(), becomes.description(), OTHER_EVENT);
        changes.compare(
                path + ".endOf",
                was.endOf(),
                becomes.endOf(),
                kind -> kind.orElse("reported by itself"),
                (old, young) -> OTHER_RELATION);
    }

    private void otherPolicies() {
        changes.named(
                "otherPolicies",
                before.otherPolicies(),
                after.otherPolicies(),
                new Kind<>(
                        policy -> EnglishWords.sentence(EnglishWords.of(policy.description()), policy.url()),
                        REFERENCE_ADDED,
                        REFERENCE_REMOVED,
                        this::otherPolicy));
    }

    private void otherPolicy(String path, OtherPolicy was, OtherPolicy becomes) {
        texts.words(path + ".description", was.description(), becomes.description());
        changes.compare(path + ".url", was.url(), becomes.url(), url -> url, (old, young) -> REFERENCE_MOVED);
    }
}
