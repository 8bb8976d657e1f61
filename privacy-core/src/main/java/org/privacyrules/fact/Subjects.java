package org.privacyrules.fact;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.privacyrules.fact.FactEvent.Change;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.UnknownNameException;
import org.privacyrules.ledger.EntryClock;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.policy.PolicySource;
import org.privacyrules.policy.PolicyVersions;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.RetentionEvent;
import org.privacyrules.storage.Chunks;
import org.privacyrules.storage.Transactions;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.Countries;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/**
 * Reports what the host knows of a subject. Each call is one command in a transaction of its own, and committed when it
 * returns. Thread-safe. None of these calls is a consent: signing up gives none (Art. 7 GDPR).
 */
public final class Subjects {

    private final PolicySource policies;
    private final FactStore store;
    private final Transactions transactions;
    private final EntryClock clock;

    /**
     * The service over a store. Hosts get it from {@code PrivacyRules}.
     *
     * @param policies the versions of the controller's policy
     * @param store where facts are kept
     * @param transactions of the same storage
     * @param clock the host's clock
     */
    public Subjects(PolicySource policies, FactStore store, Transactions transactions, Clock clock) {
        this.policies = policies;
        this.store = store;
        this.transactions = transactions;
        this.clock = new EntryClock(clock);
    }

    /**
     * Reports that a relation began or ended.
     *
     * @param subject who
     * @param kind a subject kind that the policy in force declares; an end is also taken for one that has left the policy
     * @param fact since when, or on which day it ended
     * @return where it was recorded
     * @throws UnknownNameException with code {@code UNKNOWN_SUBJECT_KIND}
     */
    public Recorded report(SubjectId subject, String kind, Fact fact) {
        return report(OperationId.random(), subject, kind, fact);
    }

    /**
     * The same, repeatable.
     *
     * @param operation the command's id
     * @param subject who
     * @param kind a subject kind that the policy in force declares; an end is also taken for one that has left the policy
     * @param fact since when, or on which day it ended
     * @return where it was recorded; the first answer if it was recorded before
     */
    public Recorded report(OperationId operation, SubjectId subject, String kind, Fact fact) {
        FactEvent event = event(new RelationReport(operation, subject, kind, fact), policies.current(), clock.now());
        return transactions.oneCall(transaction -> store.record(transaction, event));
    }

    /**
     * Reports many relations, as when a host begins to use this library: in transactions of {@value org.privacyrules.storage.Chunks#SIZE}. All are checked
     * before the first is recorded. Reporting that was cut short is repeated whole: the operation ids make it idempotent.
     *
     * @param reports in the order in which they are to be recorded
     * @return how many were recorded now; the others had been recorded before
     * @throws UnknownNameException with code {@code UNKNOWN_SUBJECT_KIND}
     */
    public long reportAll(List<RelationReport> reports) {
        Instant now = clock.now();
        PolicyVersions versions = policies.current();
        List<FactEvent> events =
                reports.stream().map(report -> event(report, versions, now)).toList();
        long recorded = 0;
        for (List<FactEvent> chunk :
                Chunks.bySubject(events, event -> event.entry().subject())) {
            recorded += transactions.inTransaction(transaction -> chunk.stream()
                    .map(event -> store.record(transaction, event))
                    .filter(each -> !each.repeated())
                    .count());
        }
        return recorded;
    }

    private static FactEvent event(RelationReport report, PolicyVersions versions, Instant now) {
        PrivacyPolicy policy = versions.inForceAt(now);
        boolean ended = report.fact() instanceof Fact.Ended;
        Set<String> kinds =
                ended ? versions.subjectKindNames(now) : policy.subjectKinds().keySet();
        if (!kinds.contains(report.kind())) {
            throw UnknownNameException.of("subject kind", report.kind(), kinds);
        }
        LocalDate firstDay =
                report.fact() instanceof Fact.Ended end ? end.day().plusDays(1) : ((Fact.Began) report.fact()).day();
        return FactEvent.create(
                report.operation(),
                report.subject(),
                now,
                policy.version(),
                report.kind(),
                ended ? Change.ENDED : Change.BEGAN,
                midnight(firstDay, policy),
                "",
                Actor.system(""));
    }

    /**
     * Reports on which day something happened to the subject that starts or ends retention terms: a case was closed. One day is kept
     * for each event, the one that was reported last: report it again to correct it. For what happens to single things, such as
     * invoices, the days are those of the host's own rows.
     *
     * @param subject to whom
     * @param event an event that the policy in force declares, and that is not the end of a relation
     * @param day on which day, in the policy's zone
     * @return where it was recorded
     * @throws UnknownNameException with code {@code UNKNOWN_EVENT}
     * @throws InvalidInputException if the event is the end of a relation: report that one
     */
    public Recorded reportEvent(SubjectId subject, String event, LocalDate day) {
        return reportEvent(OperationId.random(), subject, event, day);
    }

    /**
     * The same, repeatable.
     *
     * @param operation the command's id
     * @param subject to whom
     * @param event an event that the policy in force declares, and that is not the end of a relation
     * @param day on which day, in the policy's zone
     * @return where it was recorded; the first answer if it was recorded before
     */
    public Recorded reportEvent(OperationId operation, SubjectId subject, String event, LocalDate day) {
        Days.requireStorable("day of an event", day);
        return event(operation, subject, event, Change.HAPPENED, day.toString());
    }

    /**
     * Reports that an event is undone: a closed case was opened again. What waits for it is kept until it happens anew.
     *
     * @param subject to whom
     * @param event an event that the policy in force declares, and that is not the end of a relation
     * @return where it was recorded
     * @throws UnknownNameException with code {@code UNKNOWN_EVENT}
     */
    public Recorded reportEventUndone(SubjectId subject, String event) {
        return reportEventUndone(OperationId.random(), subject, event);
    }

    /**
     * The same, repeatable.
     *
     * @param operation the command's id
     * @param subject to whom
     * @param event an event that the policy in force declares, and that is not the end of a relation
     * @return where it was recorded; the first answer if it was recorded before
     */
    public Recorded reportEventUndone(OperationId operation, SubjectId subject, String event) {
        return event(operation, subject, event, Change.UNDONE, "");
    }

    private Recorded event(OperationId operation, SubjectId subject, String event, Change change, String day) {
        Instant now = clock.now();
        PrivacyPolicy policy = policies.current().inForceAt(now);
        RetentionEvent declared = policy.events().get(event);
        if (declared == null) {
            throw UnknownNameException.of("event", event, policy.events().keySet());
        }
        declared.endOf().ifPresent(kind -> {
            throw new InvalidInputException("event " + event + ": it is the end of the relation " + kind
                    + ": report that with Fact.endedOn(day)");
        });
        FactEvent reported =
                FactEvent.create(operation, subject, now, policy.version(), event, change, now, day, Actor.system(""));
        return transactions.oneCall(transaction -> store.record(transaction, reported));
    }

    /**
     * Reports the country in which the subject lives: some categories are used only there, and it sets the age of consent.
     *
     * @param subject who
     * @param country ISO 3166-1 alpha-2
     * @return where it was recorded
     */
    public Recorded reportCountry(SubjectId subject, String country) {
        return reportCountry(OperationId.random(), subject, country);
    }

    /**
     * The same, repeatable.
     *
     * @param operation the command's id
     * @param subject who
     * @param country ISO 3166-1 alpha-2
     * @return where it was recorded; the first answer if it was recorded before
     */
    public Recorded reportCountry(OperationId operation, SubjectId subject, String country) {
        if (!Countries.contains(country)) {
            throw new InvalidInputException("country: two capitals of ISO 3166-1 are required, such as SE");
        }
        Instant now = clock.now();
        return value(operation, subject, now, policies.current().inForceAt(now), FactEvent.COUNTRY, now, country);
    }

    /**
     * Reports from which day the subject may consent without a guardian (Art. 8 GDPR), so that no date of birth need be kept;
     * {@code AgesOfConsent} computes it.
     *
     * @param subject who
     * @param day the first such day, in the past for an adult
     * @return where it was recorded
     */
    public Recorded reportOfAgeFrom(SubjectId subject, LocalDate day) {
        return reportOfAgeFrom(OperationId.random(), subject, day);
    }

    /**
     * The same, repeatable.
     *
     * @param operation the command's id
     * @param subject who
     * @param day the first such day, in the past for an adult
     * @return where it was recorded; the first answer if it was recorded before
     */
    public Recorded reportOfAgeFrom(OperationId operation, SubjectId subject, LocalDate day) {
        Instant now = clock.now();
        PrivacyPolicy policy = policies.current().inForceAt(now);
        return value(operation, subject, now, policy, FactEvent.OF_AGE, midnight(day, policy), "");
    }

    /**
     * Reports that the subject was shown the privacy notice of the version in force (Art. 13 GDPR). Being shown a notice is
     * not a consent to anything.
     *
     * @param subject who
     * @return where it was recorded
     */
    public Recorded reportNoticeShown(SubjectId subject) {
        return reportNoticeShown(OperationId.random(), subject);
    }

    /**
     * The same, repeatable.
     *
     * @param operation the command's id
     * @param subject who
     * @return where it was recorded; the first answer if it was recorded before
     */
    public Recorded reportNoticeShown(OperationId operation, SubjectId subject) {
        Instant now = clock.now();
        PrivacyPolicy policy = policies.current().inForceAt(now);
        return value(operation, subject, now, policy, FactEvent.NOTICE, now, policy.version());
    }

    private static Instant midnight(LocalDate day, PrivacyPolicy policy) {
        return day.atStartOfDay(policy.zone()).toInstant();
    }

    private Recorded value(
            OperationId operation,
            SubjectId subject,
            Instant now,
            PrivacyPolicy policy,
            String fact,
            Instant effective,
            String value) {
        FactEvent event = FactEvent.create(
                operation, subject, now, policy.version(), fact, Change.VALUE, effective, value, Actor.system(""));
        return transactions.oneCall(transaction -> store.record(transaction, event));
    }
}
