package org.privacyrules.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.privacyrules.calendar.WorkingDays;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.decision.KnownSubjects;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.RefusedException;
import org.privacyrules.hold.Hold;
import org.privacyrules.hold.HoldStore;
import org.privacyrules.ledger.Journal;
import org.privacyrules.policy.PolicySource;
import org.privacyrules.policy.PolicyVersions;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.subject.SubjectId;

/**
 * Says what justifies each category of a subject's data, until when, and when it is due (Art. 5(1)(e) GDPR). It deletes nothing and
 * writes nothing. Thread-safe.
 */
public final class Retention {

    /** The event of the day on which data were obtained: from there a category's greatest age counts. */
    public static final String COLLECTED = "collected";

    private final PolicySource policies;
    private final Map<String, WorkingDays> workingDays;
    private final KnownSubjects knownSubjects;
    private final HoldStore holds;
    private final Journal journal;
    private final Clock clock;

    /** The versions seen last: nearly always those needed next. */
    private volatile @Nullable PolicyTimeline latest;

    /**
     * The service over a storage. Hosts get it from {@code PrivacyRules}.
     *
     * @param policies the versions of the controller's policy
     * @param workingDays by the names that policies use
     * @param knownSubjects what is known
     * @param holds where legal holds are kept
     * @param journal what was recorded
     * @param clock the host's clock
     * @throws org.privacyrules.failure.RefusedException with code {@code WORKING_DAYS_UNKNOWN} if a version names others
     */
    public Retention(
            PolicySource policies,
            Map<String, WorkingDays> workingDays,
            KnownSubjects knownSubjects,
            HoldStore holds,
            Journal journal,
            Clock clock) {
        this.policies = policies;
        this.workingDays = new TreeMap<>(workingDays);
        this.knownSubjects = knownSubjects;
        this.holds = holds;
        this.journal = journal;
        this.clock = clock;
        timeline();
    }

    /**
     * The working days by which a version counts.
     *
     * @param policy the version
     * @param workingDays by the names that policies use
     * @return those that it names
     * @throws RefusedException with code {@code WORKING_DAYS_UNKNOWN} if they are not among them
     */
    public static WorkingDays requireWorkingDays(PrivacyPolicy policy, Map<String, WorkingDays> workingDays) {
        String name = policy.workingDays();
        WorkingDays known = workingDays.get(name);
        if (known == null) {
            throw new RefusedException(
                    "WORKING_DAYS_UNKNOWN",
                    "Version \"" + policy.version() + "\" of the policy counts by the working days \"" + name
                            + "\": register them, PrivacyRules.builder().workingDays(\"" + name
                            + "\", day -> …); known are " + String.join(", ", new TreeSet<>(workingDays.keySet())));
        }
        return known;
    }

    /**
     * What is kept of a subject now, and why. Two reads of the storage: what is known of the subject, and the active holds.
     *
     * @param subject of whom
     * @return answers that are as old as this call
     * @throws org.privacyrules.failure.RefusedException with code {@code NO_POLICY_IN_FORCE} before the first version
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    public SubjectRetention of(SubjectId subject) {
        Instant now = clock.instant();
        policies.current().inForceAt(now);
        return new SubjectRetention(subject, knownSubjects.find(subject), holds.active(), timeline(), now);
    }

    /**
     * The same of a subject of whom everything has been read already.
     *
     * @param subject of whom
     * @param known what is known of the subject, with all aspects
     * @param active the holds that stand
     * @return answers that are as old as what was read; no read of the storage
     * @throws RefusedException with code {@code NO_POLICY_IN_FORCE} before the first version
     */
    public SubjectRetention of(SubjectId subject, KnownSubject known, List<Hold> active) {
        Instant now = clock.instant();
        policies.current().inForceAt(now);
        return new SubjectRetention(subject, known, active, timeline(), now);
    }

    /**
     * What would have been answered at an earlier instant: by the policy then in force, and by what had been recorded by then. Reads
     * the subject's whole history.
     *
     * @param subject of whom
     * @param instant not in the future
     * @return answers as of that instant
     * @throws InvalidInputException if the instant lies in the future
     * @throws org.privacyrules.failure.RefusedException with code {@code NO_POLICY_IN_FORCE} before the first version
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    public SubjectRetention asOf(SubjectId subject, Instant instant) {
        if (instant.isAfter(clock.instant())) {
            throw new InvalidInputException("as-of instant: must not lie in the future");
        }
        policies.current().inForceAt(instant);
        KnownSubject known = KnownSubject.after(journal.entries(subject, instant));
        return new SubjectRetention(subject, known, holds.at(instant), timeline(), instant);
    }

    /**
     * What the policy says now of whatever data there are, to be looked up in a database.
     *
     * @return rules that are as old as this call; no read of the storage
     * @throws RefusedException with code {@code NO_POLICY_IN_FORCE} before the first version
     */
    public DueRules rules() {
        return rulesAt(clock.instant());
    }

    /**
     * What the policy says at an instant, if no version is published before it.
     *
     * @param instant any; a later one asks what will be due
     * @return the rules
     * @throws RefusedException with code {@code NO_POLICY_IN_FORCE} before the first version
     */
    public DueRules rulesAt(Instant instant) {
        policies.current().inForceAt(instant);
        return new DueRules(timeline(), instant, answeredBy(instant));
    }

    /**
     * What other versions would say at an instant: a policy that is only offered, or the versions that there were.
     *
     * @param versions the versions
     * @param instant any
     * @return the rules
     * @throws RefusedException with code {@code NO_POLICY_IN_FORCE} before the first version, or {@code WORKING_DAYS_UNKNOWN}
     */
    public DueRules rulesOf(PolicyVersions versions, Instant instant) {
        versions.inForceAt(instant);
        return new DueRules(new PolicyTimeline(versions, workingDays), instant, answeredBy(instant));
    }

    /** Whoever asks what will be due takes it that people say nothing more. */
    private Instant answeredBy(Instant instant) {
        Instant now = clock.instant();
        return instant.isAfter(now) ? now : instant;
    }

    private PolicyTimeline timeline() {
        PolicyVersions current = policies.current();
        PolicyTimeline timeline = latest;
        if (timeline == null || !timeline.isOf(current)) {
            timeline = new PolicyTimeline(current, workingDays);
            latest = timeline;
        }
        return timeline;
    }
}
