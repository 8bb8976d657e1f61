package org.privacyrules.report;

import org.privacyrules.policy.LawfulBasis;
import org.privacyrules.policy.Purpose;

/** Lawful bases as the controller and the authority call them. */
final class Grounds {

    private final PolicyWords words;

    Grounds(PolicyWords words) {
        this.words = words;
    }

    String of(Purpose purpose) {
        String basis = basis(purpose.basis());
        return purpose.specialCondition()
                .map(condition ->
                        words.text("ground.condition", "basis", basis, "condition", words.condition(condition)))
                .orElse(basis);
    }

    private String basis(LawfulBasis basis) {
        if (basis instanceof LawfulBasis.Consent) {
            return words.text("ground.consent");
        } else if (basis instanceof LawfulBasis.Contract) {
            return words.text("ground.contract");
        } else if (basis instanceof LawfulBasis.LegalObligation obligation) {
            return words.text("ground.legal-obligation", "citation", obligation.citation());
        } else if (basis instanceof LawfulBasis.VitalInterests interests) {
            return words.text("ground.vital-interests", "situation", interests.situation());
        } else if (basis instanceof LawfulBasis.PublicTask task) {
            return words.text("ground.public-task", "citation", task.citation());
        }
        LawfulBasis.LegitimateInterests interests = (LawfulBasis.LegitimateInterests) basis;
        return words.text(
                "ground.legitimate-interests",
                "interest",
                words.said(interests.interest()),
                "assessment",
                interests.assessment());
    }
}
