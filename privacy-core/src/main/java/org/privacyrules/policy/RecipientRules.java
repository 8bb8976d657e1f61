package org.privacyrules.policy;

import java.time.LocalDate;
import java.util.Set;

/** To whom data may go. */
final class RecipientRules {

    private final PolicyDraft draft;
    private final Findings findings;

    RecipientRules(PolicyDraft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    void apply() {
        draft.recipients().forEach(this::recipient);
        Set<String> recipients = PolicyRules.names(draft.recipients(), Recipient::name);
        for (ProcessingOnBehalf activity : draft.onBehalf()) {
            String path = "onBehalf." + activity.name();
            findings.described(path, activity.description());
            findings.declared(path + ".subProcessors", "recipient", activity.subProcessors(), recipients);
            if (activity.controllers().isEmpty()) {
                findings.error(
                        "PROCESSING_WITHOUT_CONTROLLER",
                        path,
                        "a processor works for a controller, and none is named",
                        "name the controllers, or their kind",
                        "Art. 28(3) and 30(2)(a) GDPR");
            }
        }
    }

    private void recipient(Recipient recipient) {
        String path = "recipients." + recipient.name();
        findings.described(path, recipient.description());
        if (recipient.country().isBlank()) {
            findings.error(
                    "MISSING_COUNTRY",
                    path + ".country",
                    "the policy does not say in which country the data are",
                    "name the country, and the safeguard if it is outside the EEA",
                    "Art. 13(1)(f) GDPR");
            return;
        }
        if (findings.country(path + ".country", recipient.country())) {
            draft.startDay()
                    .filter(day -> !Transfers.isCovered(recipient, day))
                    .ifPresent(day -> uncovered(path, recipient.country(), day));
        }
        if (recipient
                .safeguard()
                .filter(safeguard -> safeguard.reference().isBlank())
                .isPresent()) {
            findings.error(
                    "MISSING_SUPPORT",
                    path + ".safeguard",
                    "the safeguard has no reference",
                    "say which decision, contract or rules protect the data, and how people get a copy",
                    "Art. 13(1)(f) GDPR");
        }
    }

    private void uncovered(String path, String country, LocalDate day) {
        findings.error(
                "TRANSFER_WITHOUT_SAFEGUARD",
                path,
                "data go to " + country + ", which on " + day
                        + " is outside the EEA without a decision that covers this recipient",
                "name the safeguard, such as standard contractual clauses, or the adequacy decision if this recipient"
                        + " takes part in a framework; or keep the data in the EEA",
                "Art. 44-46 GDPR");
    }
}
