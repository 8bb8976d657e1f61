package org.privacyrules.policy;

import static org.privacyrules.policy.Verdict.editorial;
import static org.privacyrules.policy.Verdict.material;

import java.time.Period;
import java.util.Optional;
import java.util.function.Function;
import org.privacyrules.calendar.Periods;
import org.privacyrules.policy.LawfulBasis.LegalObligation;
import org.privacyrules.policy.LawfulBasis.LegitimateInterests;
import org.privacyrules.policy.LawfulBasis.PublicTask;
import org.privacyrules.policy.LawfulBasis.VitalInterests;

/** Why a purpose is lawful: another basis is one change; within the same basis each part is its own. */
final class BasisChanges {

    private static final Verdict OTHER_LAW = material("The basis is supported by another law (Art. 6(3) and 13(1)(c)"
            + " GDPR): lower it if only the reference was corrected");
    private static final Verdict OTHER_SITUATION = material("The basis is supported by another danger to life or health"
            + " (Art. 6(1)(d) and 13(1)(c) GDPR): lower it if only the words were corrected");
    private static final Verdict OTHER_ASSESSMENT =
            material("The interests were weighed anew (Art. 6(1)(f) and 13(1)(d)"
                    + " GDPR): lower it if only the reference was corrected");
    private static final String OTHER_INTEREST =
            "Another interest is pursued, or people are no longer told which (Art. 13(1)(d) GDPR): lower it if only the"
                    + " words were corrected";

    private final Changes changes;
    private final TextChanges texts;
    private final ConsentChanges consents;

    BasisChanges(Changes changes) {
        this.changes = changes;
        this.texts = new TextChanges(changes);
        this.consents = new ConsentChanges(changes);
    }

    void compare(String purpose, Purpose before, Purpose after) {
        Optional<ConsentTerms> asked = before.consentTerms();
        Optional<ConsentTerms> asks = after.consentTerms();
        if (asked.isPresent() && asks.isPresent()) {
            consents.compare(purpose + ".consent", asked.get(), asks.get());
        } else {
            basis(purpose + ".basis", before.basis(), after.basis());
        }
    }

    private void basis(String path, LawfulBasis before, LawfulBasis after) {
        if (before instanceof LegalObligation was && after instanceof LegalObligation becomes) {
            part(path + ".citation", was.citation(), becomes.citation(), OTHER_LAW);
            changes.compare(
                    path + ".minimum",
                    was.minimum(),
                    becomes.minimum(),
                    EnglishWords.periodOr("no time set"),
                    BasisChanges::minimum);
        } else if (before instanceof PublicTask was && after instanceof PublicTask becomes) {
            part(path + ".citation", was.citation(), becomes.citation(), OTHER_LAW);
        } else if (before instanceof VitalInterests was && after instanceof VitalInterests becomes) {
            part(path + ".situation", was.situation(), becomes.situation(), OTHER_SITUATION);
        } else if (before instanceof LegitimateInterests was && after instanceof LegitimateInterests becomes) {
            texts.toldAtLast(path + ".interest", was.interest(), becomes.interest(), OTHER_INTEREST);
            part(path + ".assessment", was.assessment(), becomes.assessment(), OTHER_ASSESSMENT);
        } else {
            changes.compare(path, before, after, BasisChanges::words, BasisChanges::otherBasis);
        }
    }

    private void part(String path, String before, String after, Verdict verdict) {
        changes.compare(path, before, after, Function.identity(), (was, becomes) -> verdict);
    }

    static String words(LawfulBasis basis) {
        if (basis instanceof LegalObligation obligation) {
            return basis.describe()
                    + obligation
                            .minimum()
                            .map(time -> ", at least " + EnglishWords.of(time))
                            .orElse("");
        }
        return basis instanceof LegitimateInterests interests
                ? basis.describe() + EnglishWords.labelled(", ", EnglishWords.of(interests.interest()))
                : basis.describe();
    }

    private static Verdict otherBasis(LawfulBasis before, LawfulBasis after) {
        if (before instanceof LawfulBasis.Consent) {
            return material("It no longer rests on consent, so that people lose the choice that they were promised"
                    + " (Art. 7(3) and 13(1)(c) GDPR)");
        }
        return after instanceof LawfulBasis.Consent
                ? material("It rests on consent, so that nothing is permitted until people say yes (Art. 6(1)(a) GDPR)")
                : material("It rests on another basis, of which people are told, and their rights change with it"
                        + " (Art. 13(1)(c) GDPR)");
    }

    /** No time is the shortest one. */
    private static Verdict minimum(Optional<Period> before, Optional<Period> after) {
        boolean longer = after.isPresent() && (before.isEmpty() || Periods.canBeLonger(after.get(), before.get()));
        return longer
                ? material("The law orders that data are kept longer, for which people cannot have them erased"
                        + " (Art. 13(2)(a) and 17(3)(b) GDPR)")
                : editorial("The law orders that data are kept no longer than before");
    }
}
