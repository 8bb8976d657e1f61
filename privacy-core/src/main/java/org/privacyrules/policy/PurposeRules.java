package org.privacyrules.policy;

import java.util.Set;
import java.util.stream.Collectors;
import org.privacyrules.policy.ConsentTerms.Act;
import org.privacyrules.policy.ConsentTerms.Refusal;
import org.privacyrules.policy.DataCategory.Sensitivity;
import org.privacyrules.policy.Purpose.Nature;

/** What a purpose must say, and on which basis it can rest. */
final class PurposeRules {

    private final PolicyDraft draft;
    private final Findings findings;
    private final Set<String> kinds;
    private final Set<String> categories;
    private final Set<String> recipients;
    private final Set<String> jointRecipients;
    private final Set<String> specialCategories;

    PurposeRules(PolicyDraft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
        kinds = PolicyRules.names(draft.subjectKinds(), SubjectKind::name);
        categories = PolicyRules.names(draft.categories(), DataCategory::name);
        recipients = PolicyRules.names(draft.recipients(), Recipient::name);
        jointRecipients = draft.recipients().stream()
                .filter(recipient -> recipient.role() == Recipient.Role.JOINT_CONTROLLER)
                .map(Recipient::name)
                .collect(Collectors.toSet());
        specialCategories = draft.categories().stream()
                .filter(category -> category.sensitivity() == Sensitivity.SPECIAL)
                .map(DataCategory::name)
                .collect(Collectors.toSet());
    }

    void apply() {
        draft.purposes().forEach(this::purpose);
    }

    private void purpose(PurposeDraft purpose) {
        String path = purpose.path();
        findings.described(path, purpose.description());
        basis(path, purpose);
        role(path, purpose);
        findings.declared(path + ".carriedBy", "subject kind", purpose.carriedBy(), kinds);
        findings.declared(path + ".categories", "category", purpose.categories(), categories);
        findings.declared(path + ".recipients", "recipient", purpose.recipients(), recipients);
        if (purpose.carriedBy().isEmpty()) {
            findings.error(
                    "PURPOSE_WITHOUT_CARRIER",
                    path,
                    "nobody's relation carries it",
                    "name the subject kinds whose relation carries it (carriedBy)",
                    "");
        }
        if (purpose.categories().isEmpty()) {
            findings.error(
                    "PURPOSE_WITHOUT_CATEGORY", path, "it uses no data", "name the categories that it uses (uses)", "");
        }
        specialCategories(path, purpose);
        automatedDecision(path, purpose);
    }

    private void basis(String path, PurposeDraft purpose) {
        if (purpose.bases().isEmpty()) {
            findings.error(
                    "MISSING_BASIS",
                    path,
                    "nothing makes it lawful",
                    "name its lawful basis: one of the six of the law",
                    "Art. 6(1) and 13(1)(c) GDPR");
        } else if (purpose.bases().size() > 1) {
            findings.error(
                    "SEVERAL_BASES",
                    path,
                    "it rests on several lawful bases",
                    "split it, so that each purpose rests on exactly one",
                    "Art. 6(1) GDPR");
        }
        purpose.basis().ifPresent(basis -> {
            support(path, basis);
            if (basis instanceof LawfulBasis.Consent consent) {
                consent(path, consent.terms());
            }
            serviceMessage(path, purpose.nature(), basis);
            if (purpose.nature() == Nature.TRACKING && !(basis instanceof LawfulBasis.Consent)) {
                findings.error(
                        "TRACKING_WITHOUT_CONSENT",
                        path,
                        "what is read from a person's device to follow the person needs consent, whatever the basis",
                        "rest it on consent",
                        "Art. 5(3) Directive 2002/58/EC");
            }
        });
    }

    private void support(String path, LawfulBasis basis) {
        if (basis instanceof LawfulBasis.LegalObligation obligation) {
            citation(path, obligation.citation());
        } else if (basis instanceof LawfulBasis.PublicTask task) {
            citation(path, task.citation());
        } else if (basis instanceof LawfulBasis.VitalInterests interests) {
            supported(path, interests.situation(), "name the danger to life or health", "Art. 6(1)(d) GDPR");
        } else if (basis instanceof LawfulBasis.LegitimateInterests interests) {
            supported(path, interests.assessment(), "give the reference of the balancing test", "Art. 6(1)(f) GDPR");
            if (interests.interest().isEmpty()) {
                findings.warning(
                        "INTEREST_NOT_STATED",
                        path,
                        "people are not told which interest is pursued",
                        "say it in their words",
                        "Art. 13(1)(d) GDPR");
            }
        }
    }

    private void citation(String path, String citation) {
        if (citation.isBlank()) {
            findings.error(
                    "OBLIGATION_WITHOUT_CITATION",
                    path,
                    "a duty or a task is laid down in law, and none is cited",
                    "cite the law and the section",
                    "Art. 6(3) GDPR");
        }
    }

    private void supported(String path, String support, String remedy, String article) {
        if (support.isBlank()) {
            findings.error("MISSING_SUPPORT", path, "the basis lacks what it rests on", remedy, article);
        }
    }

    private void consent(String path, ConsentTerms terms) {
        if (terms.act() != Act.SEPARATE) {
            findings.error(
                    "CONSENT_BY_ACCEPTANCE",
                    path,
                    "accepting terms, or doing nothing, is no consent",
                    "ask for this purpose alone by a clear act, or name the basis that really holds",
                    "Art. 4(11) and 7(2) GDPR");
        } else if (terms.refusal() == Refusal.NO_SERVICE) {
            findings.error(
                    "CONSENT_FOR_CONTRACT",
                    path,
                    "a consent without which there is no service is not free",
                    "rest on the contract what the contract needs, and let people refuse the rest",
                    "Art. 7(4) GDPR");
        }
    }

    private void serviceMessage(String path, Nature nature, LawfulBasis basis) {
        boolean switchable = basis instanceof LawfulBasis.Consent
                || basis instanceof LawfulBasis.LegitimateInterests
                || basis instanceof LawfulBasis.PublicTask;
        if (nature == Nature.SERVICE_MESSAGE && switchable) {
            findings.error(
                    "SWITCHABLE_SERVICE_MESSAGE",
                    path,
                    "a service message cannot be opted out of, and this basis can be",
                    "rest it on the contract or on a legal obligation",
                    "");
        }
    }

    private void role(String path, PurposeDraft purpose) {
        if (purpose.asProcessor()) {
            findings.error(
                    "PROCESSOR_FOR_OWN_PURPOSE",
                    path,
                    "whoever decides on a purpose is its controller, whatever the contract calls it",
                    "be its controller, or move what is done on others' instructions to onBehalf",
                    "Art. 4(7) and 28(10) GDPR");
        }
        boolean discloses = purpose.recipients().stream().anyMatch(jointRecipients::contains);
        if (discloses && purpose.jointControllers().isEmpty()) {
            findings.warning(
                    "JOINT_CONTROLLER_NOT_NAMED",
                    path + ".jointlyWith",
                    "it discloses to a joint controller, and people are not told whom they can turn to",
                    "declare the party and name it in jointlyWith, or say that the recipient is no joint controller",
                    "Art. 26(2)-(3) GDPR");
        }
        findings.declared(
                path + ".jointlyWith",
                "party",
                purpose.jointControllers(),
                draft.parties().keySet());
    }

    private void specialCategories(String path, PurposeDraft purpose) {
        if (purpose.categories().stream().noneMatch(specialCategories::contains)) {
            return;
        }
        if (purpose.specialCondition().isEmpty()) {
            findings.error(
                    "SPECIAL_CATEGORY_WITHOUT_CONDITION",
                    path,
                    "it uses a special category, for which a lawful basis alone is not enough",
                    "name the condition, or do not use these data",
                    "Art. 9(1)-(2) GDPR");
            return;
        }
        SpecialCondition condition = purpose.specialCondition().get();
        boolean explicit = condition.kind() == SpecialCondition.Kind.EXPLICIT_CONSENT;
        if (explicit
                && purpose.basis().filter(LawfulBasis.Consent.class::isInstance).isEmpty()) {
            findings.error(
                    "CONDITION_WITHOUT_CONSENT",
                    path,
                    "it names explicit consent as the condition, and nobody is asked",
                    "rest the purpose on consent, or name another condition",
                    "Art. 9(2)(a) GDPR");
        } else if (!explicit && condition.support().isBlank()) {
            supported(path + ".specialCondition", "", "cite the law or reference", "Art. 9(2) GDPR");
        }
    }

    private void automatedDecision(String path, PurposeDraft purpose) {
        if (purpose.automatedDecision().isEmpty()) {
            return;
        }
        AutomatedDecision decision = purpose.automatedDecision().get();
        findings.described(path + ".automatedDecision.logic", decision.logic());
        findings.described(path + ".automatedDecision.consequences", decision.consequences());
        boolean allowed = purpose.basis()
                .filter(basis -> basis instanceof LawfulBasis.Consent
                        || basis instanceof LawfulBasis.Contract
                        || basis instanceof LawfulBasis.LegalObligation
                        || basis instanceof LawfulBasis.PublicTask)
                .isPresent();
        onSpecialCategories(path, purpose);
        if (!allowed && !purpose.bases().isEmpty()) {
            findings.error(
                    "AUTOMATED_DECISION_WITHOUT_GROUND",
                    path,
                    "a machine alone decides on a basis that does not allow it",
                    "let a person decide, or rest it on explicit consent, a contract or a law",
                    "Art. 22(2) GDPR");
        }
    }

    private void onSpecialCategories(String path, PurposeDraft purpose) {
        boolean allowed = purpose.specialCondition()
                .map(SpecialCondition::kind)
                .filter(kind -> kind != SpecialCondition.Kind.EXPLICIT_CONSENT
                        && kind != SpecialCondition.Kind.SUBSTANTIAL_PUBLIC_INTEREST)
                .isEmpty();
        if (!allowed && purpose.categories().stream().anyMatch(specialCategories::contains)) {
            findings.error(
                    "AUTOMATED_DECISION_WITHOUT_GROUND",
                    path,
                    "a machine alone decides from a special category on a condition that does not allow it",
                    "let a person decide, or rest it on explicit consent or a substantial public interest",
                    "Art. 22(4) GDPR");
        }
    }
}
