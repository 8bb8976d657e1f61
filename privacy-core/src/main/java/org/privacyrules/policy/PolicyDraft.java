package org.privacyrules.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.privacyrules.calendar.FiscalYears;

/** A policy as it was told: anything may be missing, contradict itself, or be unlawful. */
record PolicyDraft(
        String version,
        Optional<LocalDate> firstDay,
        Optional<Instant> firstInstant,
        Optional<ZoneId> zone,
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
        List<SubjectKind> subjectKinds,
        List<RetentionEvent> events,
        List<DataCategory> categories,
        List<Recipient> recipients,
        List<PurposeDraft> purposes,
        List<ProcessingOnBehalf> onBehalf,
        List<OtherPolicy> otherPolicies) {

    /** The first instant, if it can be known. */
    Optional<Instant> effectiveFrom() {
        return firstInstant.or(() -> zone.flatMap(
                known -> firstDay.map(day -> day.atStartOfDay(known).toInstant())));
    }

    /** The first day in the controller's zone, if it can be known. */
    Optional<LocalDate> startDay() {
        return firstDay.or(() -> zone.flatMap(known -> firstInstant.map(start -> LocalDate.ofInstant(start, known))));
    }

    String firstLanguage() {
        return languages.get(0);
    }
}
