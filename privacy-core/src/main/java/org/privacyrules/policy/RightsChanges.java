package org.privacyrules.policy;

import static org.privacyrules.policy.Verdict.editorial;
import static org.privacyrules.policy.Verdict.material;

import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.privacyrules.calendar.Periods;
import org.privacyrules.policy.RightsTerms.FurtherCopies;
import org.privacyrules.policy.RightsTerms.IdentityCheck;
import org.privacyrules.policy.RightsTerms.Pause;

/** How people who use their rights are answered: whatever is worse for them is told. */
final class RightsChanges {

    /** From the best for people to the worst; to begin anew never ends before days that do not count. */
    private static final List<Pause> PAUSES = List.of(Pause.NONE, Pause.EARLIER_OF_BOTH, Pause.SUSPEND, Pause.RESTART);

    private final Changes changes;

    RightsChanges(Changes changes) {
        this.changes = changes;
    }

    void compare(PrivacyPolicy before, PrivacyPolicy after) {
        RightsTerms was = before.rights();
        RightsTerms becomes = after.rights();
        changes.compare("rights.told", was.told(), becomes.told(), RightsChanges::words, RightsChanges::told);
        changes.compare(
                "rights.subjectKinds",
                was.subjectKinds(),
                becomes.subjectKinds(),
                kinds -> EnglishWords.sortedOr("everybody", kinds),
                (old, young) -> holders(before, after));
        times(was, becomes);
        changes.compare("rights.identity", was.identity(), becomes.identity(), EnglishWords::of, (o, y) -> identity(y));
        changes.compare(
                "rights.identityEvidenceFor",
                was.identityEvidenceFor(),
                becomes.identityEvidenceFor(),
                EnglishWords::of,
                RightsChanges::evidence);
        changes.compare(
                "rights.freeCopies", was.freeCopies(), becomes.freeCopies(), String::valueOf, RightsChanges::copies);
        changes.compare(
                "rights.furtherCopies",
                was.furtherCopies(),
                becomes.furtherCopies(),
                EnglishWords::of,
                RightsChanges::furtherCopies);
        changes.compare("rights.pause", was.pause(), becomes.pause(), EnglishWords::of, RightsChanges::pause);
    }

    private void times(RightsTerms was, RightsTerms becomes) {
        time("rights.answerWithin", was.answerWithin(), becomes.answerWithin(), "for an answer", "12(3)");
        time("rights.extension", was.extension(), becomes.extension(), "when an answer takes more time", "12(3)");
        time(
                "rights.informWithin",
                was.informWithin(),
                becomes.informWithin(),
                "to be told of data that others gave",
                "14(3)(a)");
    }

    private void time(String path, Period before, Period after, String waiting, String article) {
        changes.compare(
                path,
                before,
                after,
                EnglishWords::of,
                (was, becomes) -> Periods.canBeLonger(becomes, was)
                        ? material("People wait longer " + waiting + " (Art. " + article + " GDPR)")
                        : editorial("People wait no longer than before " + waiting));
    }

    private static String words(Set<Right> rights) {
        return EnglishWords.joined(new TreeSet<>(rights).stream().map(EnglishWords::of));
    }

    private static Verdict told(Set<Right> before, Set<Right> after) {
        Set<Right> untold = new TreeSet<>(before);
        untold.removeAll(after);
        return untold.isEmpty()
                ? editorial("People are told of more of their rights (Art. 13(2)(b) GDPR)")
                : material("People are no longer told of a right that they have: " + words(untold)
                        + " (Art. 13(2)(b) and (c) GDPR)");
    }

    private static Verdict holders(PrivacyPolicy before, PrivacyPolicy after) {
        Set<String> concerned = new HashSet<>(holders(before));
        concerned.retainAll(after.subjectKinds().keySet());
        Set<String> without = EnglishWords.without(concerned, holders(after));
        return without.isEmpty()
                ? editorial("Nobody loses a right by it")
                : material("People lose their rights as " + EnglishWords.quoted(without) + " (Art. 12(2) GDPR)");
    }

    private static Set<String> holders(PrivacyPolicy policy) {
        Set<String> named = policy.rights().subjectKinds();
        return named.isEmpty() ? policy.subjectKinds().keySet() : named;
    }

    private static Verdict identity(IdentityCheck after) {
        return after == IdentityCheck.ALWAYS
                ? material("People must prove who they are each time, also where nobody doubts it (Art. 12(6) GDPR)")
                : editorial("People prove who they are only where there are doubts (Art. 12(6) GDPR)");
    }

    private static Verdict evidence(Period before, Period after) {
        return Periods.canBeLonger(after, before)
                ? material("What proves a person's identity is kept longer (Art. 5(1)(e) GDPR)")
                : editorial("What proves a person's identity is kept no longer than before");
    }

    private static Verdict copies(int before, int after) {
        return after < before
                ? material("People get fewer copies free of charge (Art. 12(5) and 15(3) GDPR)")
                : editorial("People get more copies free of charge");
    }

    private static Verdict furtherCopies(FurtherCopies before, FurtherCopies after) {
        return after.compareTo(before) > 0
                ? material(
                        "A request beyond the free copies costs people more, or is refused (Art. 12(5) and 15(3) GDPR)")
                : editorial("A request beyond the free copies costs people less");
    }

    private static Verdict pause(Pause before, Pause after) {
        return PAUSES.indexOf(after) > PAUSES.indexOf(before)
                ? material("People wait longer for an answer once they have been asked for more (Art. 12(3) GDPR)")
                : editorial("People wait no longer than before once they have been asked for more");
    }
}
