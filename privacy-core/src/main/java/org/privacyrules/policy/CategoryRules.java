package org.privacyrules.policy;

import java.util.HashSet;
import java.util.Set;
import org.privacyrules.policy.DataCategory.Identifiability;
import org.privacyrules.policy.DataCategory.Sensitivity;
import org.privacyrules.policy.DataCategory.Source;

/** What a category must say. */
final class CategoryRules {

    private final PolicyDraft draft;
    private final Findings findings;
    private final Set<String> kinds;
    private final Set<String> used = new HashSet<>();

    CategoryRules(PolicyDraft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
        kinds = PolicyRules.names(draft.subjectKinds(), SubjectKind::name);
        draft.purposes().forEach(purpose -> used.addAll(purpose.categories()));
    }

    void apply() {
        draft.categories().forEach(this::category);
    }

    private void category(DataCategory category) {
        String path = "categories." + category.name();
        findings.described(path, category.description());
        for (int i = 0; i < category.attributes().size(); i++) {
            findings.described(
                    path + ".attributes[" + i + "]", category.attributes().get(i));
        }
        category.countries().stream().sorted().forEach(country -> findings.country(path + ".countries", country));
        findings.declared(path + ".subjectKinds", "subject kind", category.subjectKinds(), kinds);
        if (!used.contains(category.name()) && category.identifiability() != Identifiability.ANONYMOUS) {
            findings.warning(
                    "CATEGORY_WITHOUT_PURPOSE",
                    path,
                    "no purpose uses it",
                    "name the purpose that needs it, or do not collect it",
                    "Art. 5(1)(b)-(c) GDPR");
        }
        justification(path, category);
        if (category.source() == Source.THIRD_PARTY && category.sourceDetail().isEmpty()) {
            findings.warning(
                    "MISSING_SOURCE",
                    path + ".source",
                    "it comes from somebody else, and the policy does not say from whom",
                    "name the source and whether it is public",
                    "Art. 14(2)(f) GDPR");
        }
    }

    private void justification(String path, DataCategory category) {
        if (!category.justification().isEmpty()) {
            return;
        }
        if (category.sensitivity() == Sensitivity.NATIONAL_ID) {
            findings.error(
                    "NATIONAL_ID_WITHOUT_JUSTIFICATION",
                    path,
                    "a national identification number needs a reason of its own",
                    "say why the purpose, secure identification or another weighty reason needs it",
                    "Art. 87 GDPR");
        }
        if (category.sensitivity() == Sensitivity.CRIMINAL) {
            findings.error(
                    "CRIMINAL_DATA_WITHOUT_LAW",
                    path,
                    "data on convictions and offences need a law that allows them",
                    "cite it as the justification",
                    "Art. 10 GDPR");
        }
    }
}
