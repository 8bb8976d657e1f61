package org.privacyrules.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A policy that speaks several languages says everything in each of them. */
final class LanguageRules {

    private final PolicyDraft draft;
    private final Findings findings;

    LanguageRules(PolicyDraft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    void apply() {
        if (draft.languages().isEmpty() || !draft.languages().stream().allMatch(PolicyRules::isTag)) {
            return;
        }
        text("securityMeasures", draft.securityMeasures());
        draft.subjectKinds().forEach(kind -> text("subjectKinds." + kind.name() + ".description", kind.description()));
        draft.events().forEach(event -> text("events." + event.name() + ".description", event.description()));
        draft.categories().forEach(this::category);
        draft.recipients()
                .forEach(recipient -> text("recipients." + recipient.name() + ".description", recipient.description()));
        draft.purposes().forEach(this::purpose);
        draft.onBehalf().forEach(activity -> {
            text("onBehalf." + activity.name() + ".description", activity.description());
            text("onBehalf." + activity.name() + ".controllers", activity.controllers());
        });
        draft.otherPolicies()
                .forEach(policy -> text("otherPolicies." + policy.name() + ".description", policy.description()));
    }

    private void category(DataCategory category) {
        String path = "categories." + category.name();
        text(path + ".description", category.description());
        for (int i = 0; i < category.attributes().size(); i++) {
            text(path + ".attributes[" + i + "]", category.attributes().get(i));
        }
        text(path + ".sourceDetail", category.sourceDetail());
        text(path + ".refusal", category.refusal());
        text(path + ".justification", category.justification());
    }

    private void purpose(PurposeDraft purpose) {
        text(purpose.path() + ".description", purpose.description());
        purpose.automatedDecision().ifPresent(decision -> {
            text(purpose.path() + ".automatedDecision.logic", decision.logic());
            text(purpose.path() + ".automatedDecision.consequences", decision.consequences());
        });
        purpose.bases().forEach(basis -> {
            if (basis instanceof LawfulBasis.LegitimateInterests interests) {
                text(purpose.path() + ".basis.interest", interests.interest());
            } else if (basis instanceof LawfulBasis.Consent consent) {
                text(
                        purpose.path() + ".consent.text",
                        new LocalText(consent.terms().text().languages()));
            }
        });
    }

    private void text(String path, LocalText text) {
        if (text.isEmpty()) {
            return;
        }
        Set<String> has = text.named(draft.firstLanguage()).tags();
        List<String> without = new ArrayList<>(draft.languages());
        without.removeIf(tag ->
                has.contains(tag) || has.contains(Locale.forLanguageTag(tag).getLanguage()));
        if (!without.isEmpty()) {
            findings.warning(
                    "MISSING_TRANSLATION",
                    path,
                    "it is not said in " + String.join(", ", without),
                    "say it in each of the policy's languages",
                    "Art. 12(1) GDPR");
        }
    }
}
