package org.privacyrules.policy;

import java.time.Period;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.privacyrules.calendar.Periods;
import org.privacyrules.policy.RightsTerms.FurtherCopies;
import org.privacyrules.policy.RightsTerms.IdentityCheck;

/** A policy may promise more than the law, never less. */
final class RightsRules {

    private final PolicyDraft draft;
    private final RightsTerms rights;
    private final Findings findings;

    RightsRules(PolicyDraft draft, Findings findings) {
        this.draft = draft;
        this.rights = draft.rights();
        this.findings = findings;
    }

    void apply() {
        told();
        everybody();
        times();
        if (rights.identity() == IdentityCheck.ALWAYS) {
            findings.error(
                    "IDENTITY_DEMANDED_BY_DEFAULT",
                    "rights.identity",
                    "proof of identity is asked for each time",
                    "ask only on reasonable doubt, which is recorded",
                    "Art. 12(6) GDPR");
        }
        if (rights.furtherCopies() == FurtherCopies.FEE
                || rights.furtherCopies() == FurtherCopies.REFUSED
                || rights.freeCopies() < 1) {
            findings.error(
                    "LIMITED_FREE_ACCESS",
                    "rights.furtherCopies",
                    "access is free, and a number of requests alone limits nothing",
                    "answer free of charge; only a further copy may cost a fee, with a recorded reason",
                    "Art. 12(5) and 15(3) GDPR");
        }
    }

    private void told() {
        Set<Right> untold = EnumSet.allOf(Right.class);
        untold.removeAll(rights.told());
        untold.removeIf(right -> draft.purposes().stream().noneMatch(purpose -> grants(purpose, right)));
        for (Right right : untold) {
            String name = right.name().toLowerCase(Locale.ROOT);
            findings.warning(
                    "RIGHT_NOT_TOLD",
                    "rights.told." + name,
                    "people are not told of a right that they have",
                    "tell them of " + name,
                    right == Right.WITHDRAWAL ? "Art. 13(2)(c) GDPR" : "Art. 13(2)(b) GDPR");
        }
    }

    /** Whether a purpose gives a right; one that does not say what it rests on may give more. */
    private static boolean grants(PurposeDraft purpose, Right right) {
        return switch (right) {
            case WITHDRAWAL -> purpose.restsOnConsent();
            case PORTABILITY ->
                purpose.bases().isEmpty()
                        || purpose.bases().stream()
                                .anyMatch(basis ->
                                        basis instanceof LawfulBasis.Consent || basis instanceof LawfulBasis.Contract);
            case OBJECTION -> purpose.bases().isEmpty() || purpose.isObjectable();
            default -> true;
        };
    }

    private void everybody() {
        Set<String> kinds = PolicyRules.names(draft.subjectKinds(), SubjectKind::name);
        findings.declared("rights.subjectKinds", "subject kind", rights.subjectKinds(), kinds);
        Set<String> without = new TreeSet<>(kinds);
        without.removeAll(rights.subjectKinds());
        if (!rights.subjectKinds().isEmpty() && !without.isEmpty()) {
            findings.error(
                    "RIGHTS_NOT_FOR_EVERYBODY",
                    "rights.subjectKinds",
                    "these people have no rights: " + String.join(", ", without),
                    "grant them to every data subject: leave subjectKinds out",
                    "Art. 12(2) and 15-22 GDPR");
        }
    }

    private void times() {
        within("rights.answerWithin", rights.answerWithin(), Period.ofMonths(1), "Art. 12(3) GDPR");
        within("rights.extension", rights.extension(), Period.ofMonths(2), "Art. 12(3) GDPR");
        within("rights.informWithin", rights.informWithin(), Period.ofMonths(1), "Art. 14(3)(a) GDPR");
    }

    private void within(String path, Period promised, Period law, String article) {
        if (Periods.canBeLonger(promised, law)) {
            findings.error(
                    "LONGER_THAN_THE_LAW",
                    path,
                    EnglishWords.of(promised) + " can be longer than the law allows",
                    "promise " + EnglishWords.of(law) + " or less",
                    article);
        }
    }
}
