package org.privacyrules.policy;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.privacyrules.calendar.FiscalYears;

/** All that a policy says beside its version's name, as a record that reflection can walk. */
record PolicyContent(
        Instant effectiveFrom,
        ZoneId zone,
        List<String> languages,
        FiscalYears fiscalYears,
        String workingDays,
        Period shorteningGrace,
        Optional<Party> controller,
        Optional<Party> representative,
        List<Dated<Party>> dataProtectionOfficers,
        List<Dated<Party>> supervisoryAuthorities,
        Map<String, Party> parties,
        RightsTerms rights,
        LocalText securityMeasures,
        boolean withoutAutomatedDecisions,
        Map<String, SubjectKind> subjectKinds,
        Map<String, RetentionEvent> events,
        Map<String, DataCategory> categories,
        Map<String, Recipient> recipients,
        Map<String, Purpose> purposes,
        Map<String, ProcessingOnBehalf> onBehalf,
        Map<String, OtherPolicy> otherPolicies) {

    static PolicyContent of(PrivacyPolicy policy) {
        return new PolicyContent(
                policy.effectiveFrom(),
                policy.zone(),
                policy.languages(),
                policy.fiscalYears(),
                policy.workingDays(),
                policy.shorteningGrace(),
                policy.controller(),
                policy.representative(),
                policy.dataProtectionOfficers(),
                policy.supervisoryAuthorities(),
                policy.parties(),
                policy.rights(),
                policy.securityMeasures(),
                policy.isWithoutAutomatedDecisions(),
                policy.subjectKinds(),
                policy.events(),
                policy.categories(),
                policy.recipients(),
                policy.purposes(),
                policy.onBehalf(),
                policy.otherPolicies());
    }

    /** A policy that says this, whether or not the rules would let it be built. */
    PrivacyPolicy policy(String version) {
        PolicyDraft draft = new PolicyDraft(
                version,
                Optional.empty(),
                Optional.of(effectiveFrom),
                Optional.of(zone),
                languages,
                fiscalYears,
                workingDays,
                shorteningGrace,
                controller,
                representative,
                dataProtectionOfficers,
                supervisoryAuthorities,
                parties,
                rights,
                securityMeasures,
                withoutAutomatedDecisions,
                List.copyOf(subjectKinds.values()),
                List.copyOf(events.values()),
                List.copyOf(categories.values()),
                List.copyOf(recipients.values()),
                purposes.values().stream().map(PolicyContent::draft).toList(),
                List.copyOf(onBehalf.values()),
                List.copyOf(otherPolicies.values()));
        return new PrivacyPolicy(draft, effectiveFrom, zone, List.of());
    }

    private static PurposeDraft draft(Purpose purpose) {
        return new PurposeDraft(
                purpose.name(),
                purpose.description(),
                List.of(purpose.basis()),
                purpose.nature(),
                purpose.carriedBy(),
                purpose.categories(),
                purpose.recipients(),
                Optional.empty(),
                purpose.retention(),
                false,
                false,
                purpose.jointControllers(),
                purpose.specialCondition(),
                purpose.automatedDecision());
    }
}
