package org.privacyrules.policy;

import static org.privacyrules.policy.Verdict.editorial;
import static org.privacyrules.policy.Verdict.material;

import java.time.Period;
import java.util.Optional;
import java.util.function.Function;
import org.privacyrules.calendar.Periods;
import org.privacyrules.policy.Changes.Kind;
import org.privacyrules.policy.ConsentTerms.Act;
import org.privacyrules.policy.ConsentTerms.AgeGate;
import org.privacyrules.policy.ConsentTerms.Refusal;

/** What people are asked, and how long and under which conditions their yes counts. */
final class ConsentChanges {

    private static final Verdict OTHER_QUESTION =
            material("The words are those of another version of the question (Art. 4(11) GDPR)");
    private static final Verdict OTHER_WORDS =
            editorial("Other words for the same question, and consents stand (Art. 7(1) GDPR): raise the version if"
                    + " the meaning changed");
    private static final Verdict LANGUAGE_ADDED = editorial("The question is asked in one more language");
    private static final Verdict LANGUAGE_REMOVED =
            editorial("The question is no longer asked in this language, and consents stand");

    private final Changes changes;

    ConsentChanges(Changes changes) {
        this.changes = changes;
    }

    /** Whether both ask for consent, with different versions of the text. */
    static boolean isOtherQuestion(Purpose before, Purpose after) {
        Optional<Integer> asked = version(before);
        Optional<Integer> asks = version(after);
        return asked.isPresent() && asks.isPresent() && !asked.equals(asks);
    }

    private static Optional<Integer> version(Purpose purpose) {
        return purpose.consentTerms().map(terms -> terms.text().version());
    }

    /** A consent that stands covers no more than what was told when it was given: the end of a reason, or nothing. */
    static String standing(Purpose before, Purpose after) {
        boolean stand = version(before).isPresent() && version(before).equals(version(after));
        return stand
                ? "; consents that stand were not asked for it: raise the version of their text (Art. 4(11) GDPR)"
                : "";
    }

    void compare(String path, ConsentTerms before, ConsentTerms after) {
        text(path + ".text", before.text(), after.text());
        changes.compare(
                path + ".validity",
                before.validity(),
                after.validity(),
                EnglishWords.periodOr("until it is withdrawn"),
                ConsentChanges::validity);
        changes.compare(
                path + ".confirmWithin",
                before.confirmWithin(),
                after.confirmWithin(),
                EnglishWords.periodOr("one act is enough"),
                ConsentChanges::confirmation);
        changes.compare(
                path + ".ageGate",
                before.ageGate(),
                after.ageGate(),
                EnglishWords::of,
                (was, becomes) -> ageGate(becomes));
        changes.compare(path + ".act", before.act(), after.act(), EnglishWords::of, ConsentChanges::act);
        changes.compare(
                path + ".refusal",
                before.refusal(),
                after.refusal(),
                EnglishWords::of,
                (was, becomes) -> refusal(becomes));
    }

    private void text(String path, ConsentText before, ConsentText after) {
        boolean other = before.version() != after.version();
        changes.compare(
                path + ".version", before.version(), after.version(), String::valueOf, ConsentChanges::textVersion);
        changes.named(
                path + ".languages",
                before.languages(),
                after.languages(),
                new Kind<>(
                        Function.identity(),
                        other ? OTHER_QUESTION : LANGUAGE_ADDED,
                        other ? OTHER_QUESTION : LANGUAGE_REMOVED,
                        (own, was, becomes) -> changes.compare(
                                own,
                                was,
                                becomes,
                                Function.identity(),
                                (old, young) -> other ? OTHER_QUESTION : OTHER_WORDS)));
    }

    private static Verdict textVersion(int before, int after) {
        return after > before
                ? material("The question means something else, so that consents to the earlier version are outdated and"
                        + " people are asked again (Art. 4(11) and 7 GDPR)")
                : material("The version falls, which is refused when a policy is put together from both: raise it"
                        + " instead (Art. 7(1) GDPR)");
    }

    private static Verdict validity(Optional<Period> before, Optional<Period> after) {
        return before.isPresent() && (after.isEmpty() || Periods.canBeLonger(after.get(), before.get()))
                ? material("A consent lasts longer than people were told (Art. 5(1)(a) and 7 GDPR)")
                : editorial("A consent lasts no longer than before");
    }

    private static Verdict confirmation(Optional<Period> before, Optional<Period> after) {
        if (after.isEmpty()) {
            return material("One act is enough, so that somebody else can consent in a person's name (Art. 7(1) GDPR)");
        }
        return before.isEmpty()
                ? editorial("A second act confirms the consent (Art. 7(1) GDPR)")
                : editorial("Nothing is permitted before the second act, whenever it comes (Art. 7(1) GDPR)");
    }

    private static Verdict ageGate(AgeGate after) {
        return after == AgeGate.REQUIRED
                ? material("Consents do not count until the person's age is known, and people are asked for it"
                        + " (Art. 8(1) GDPR)")
                : material("Whose age is not known is taken for an adult, so that children are less protected"
                        + " (Art. 8(1) GDPR)");
    }

    private static Verdict act(Act before, Act after) {
        return after.compareTo(before) > 0
                ? material("Less than before is taken for a yes, so that people agree without meaning to"
                        + " (Art. 4(11) and 7(2) GDPR)")
                : editorial("More than before is needed for a yes (Art. 4(11) and 7(2) GDPR)");
    }

    private static Verdict refusal(Refusal after) {
        return after == Refusal.NO_SERVICE
                ? material("People who say no get no service, so that their yes is not free (Art. 7(4) GDPR)")
                : editorial("People can say no without harm (Art. 7(4) GDPR)");
    }
}
