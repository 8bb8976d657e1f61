package org.privacyrules.policy;

import java.util.List;
import java.util.Objects;

/** What people must be told and the rest of the policy cannot supply (Art. 13 and 14 GDPR). */
final class NoticeRules {

    private final PolicyDraft draft;
    private final Findings findings;

    NoticeRules(PolicyDraft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    void apply() {
        controller();
        representative();
        unreachable("dataProtectionOfficers", "OFFICER_WITHOUT_CONTACT", draft.dataProtectionOfficers(), "13(1)(b)");
        if (draft.supervisoryAuthorities().isEmpty()) {
            findings.warning(
                    "MISSING_AUTHORITY",
                    "supervisoryAuthorities",
                    "people are not told where they can complain",
                    "name the supervisory authority",
                    "Art. 13(2)(d) GDPR");
        }
        unreachable("supervisoryAuthorities", "AUTHORITY_WITHOUT_CONTACT", draft.supervisoryAuthorities(), "13(2)(d)");
        jointControllers();
        automatedDecisions();
    }

    private void jointControllers() {
        draft.purposes().stream()
                .flatMap(purpose -> purpose.jointControllers().stream())
                .distinct()
                .sorted()
                .filter(draft.parties()::containsKey)
                .filter(name ->
                        !Objects.requireNonNull(draft.parties().get(name)).isReachable())
                .forEach(name -> findings.warning(
                        "PARTY_WITHOUT_CONTACT",
                        "parties." + name,
                        "people are not told how to reach a joint controller",
                        "give an address, an e-mail address, a telephone number or a page",
                        "Art. 26(2)-(3) GDPR"));
    }

    private void controller() {
        if (draft.controller().isEmpty()) {
            findings.warning(
                    "MISSING_CONTROLLER",
                    "controller",
                    "people are not told who is responsible",
                    "name the controller and how to reach it",
                    "Art. 13(1)(a) GDPR");
        }
        draft.controller()
                .filter(party -> !party.isReachable())
                .ifPresent(party -> findings.warning(
                        "CONTROLLER_WITHOUT_CONTACT",
                        "controller",
                        "people are not told how to reach the controller",
                        "give an address, an e-mail address or a telephone number",
                        "Art. 13(1)(a) GDPR"));
    }

    private void representative() {
        draft.representative()
                .filter(party -> !party.isReachable())
                .ifPresent(party -> findings.warning(
                        "REPRESENTATIVE_WITHOUT_CONTACT",
                        "representative",
                        "people are not told how to reach the representative",
                        "give an address, an e-mail address, a telephone number or a page",
                        "Art. 13(1)(a) GDPR"));
    }

    private void unreachable(String path, String code, List<Dated<Party>> parties, String paragraph) {
        for (int i = 0; i < parties.size(); i++) {
            if (!parties.get(i).value().isReachable()) {
                findings.warning(
                        code,
                        path + "[" + i + "]",
                        "people are not told how to reach "
                                + parties.get(i).value().name(),
                        "give an address, an e-mail address, a telephone number or a page",
                        "Art. " + paragraph + " GDPR");
            }
        }
    }

    private void automatedDecisions() {
        boolean some = draft.purposes().stream()
                .anyMatch(purpose -> purpose.automatedDecision().isPresent());
        if (some && draft.withoutAutomatedDecisions()) {
            findings.error(
                    "CONTRADICTORY_AUTOMATED_DECISIONS",
                    "automatedDecisions",
                    "the policy states that no machine decides alone, and a purpose says that one does",
                    "remove one of the two",
                    "Art. 13(2)(f) GDPR");
        }
        if (!some && !draft.withoutAutomatedDecisions()) {
            findings.warning(
                    "AUTOMATED_DECISIONS_NOT_STATED",
                    "automatedDecisions",
                    "people are not told whether a machine alone decides on them",
                    "state that none does, or describe the decision at its purpose",
                    "Art. 13(2)(f) and 22 GDPR");
        }
    }
}
