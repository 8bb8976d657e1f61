package org.privacyrules.disposal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.privacyrules.decision.KnownSubjects;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.UnknownNameException;
import org.privacyrules.hold.HoldStore;
import org.privacyrules.ledger.EntryClock;
import org.privacyrules.ledger.Journal;
import org.privacyrules.ledger.Payload;
import org.privacyrules.policy.PolicySource;
import org.privacyrules.policy.PolicyVersions;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.retention.DueRules;
import org.privacyrules.retention.Keeping;
import org.privacyrules.retention.Retention;
import org.privacyrules.storage.Transactions;
import org.privacyrules.subject.Permit;
import org.privacyrules.subject.Permits;
import org.privacyrules.subject.SubjectId;

/**
 * Lets go of what nothing justifies any more (Art. 5(1)(e) and 17(1)(a) GDPR): a plan says what is due, a sweep disposes of it in short
 * transactions, on any number of nodes at once, and may be killed at any point. It starts no threads: the host calls it. Thread-safe.
 */
public final class Disposals {

    private final Ports ports;
    private final Permits permits;
    private final List<PersonalData> sources;
    private final EntryClock clock;

    /**
     * What disposal works with.
     *
     * @param policies the versions of the controller's policy
     * @param retention what is due
     * @param tables the host's tables
     * @param store what disposal remembers
     * @param holds where legal holds are kept
     * @param knownSubjects what is known
     * @param transactions of the same storage
     * @param journal what was recorded
     */
    public record Ports(
            PolicySource policies,
            Retention retention,
            MappedTables tables,
            DisposalStore store,
            HoldStore holds,
            KnownSubjects knownSubjects,
            Transactions transactions,
            Journal journal) {}

    /**
     * The service over a storage. Hosts get it from {@code PrivacyRules}.
     *
     * @param ports what it works with
     * @param permits whose permits count
     * @param sources personal data outside the storage's database
     * @param clock the host's clock
     * @throws UnknownNameException if a mapping names a category or an event that no version of the policy declares
     */
    public Disposals(Ports ports, Permits permits, List<PersonalData> sources, Clock clock) {
        this.ports = ports;
        this.permits = permits;
        this.sources = List.copyOf(sources);
        this.clock = new EntryClock(clock);
        requireDeclared();
    }

    private void requireDeclared() {
        if (ports.tables().mapped().isEmpty() && sources.isEmpty()) {
            return;
        }
        PolicyVersions versions = ports.policies().current();
        List<PrivacyPolicy> all = versions.oldestFirst();
        DueRules rules = ports.retention().rulesAt(all.get(all.size() - 1).effectiveFrom());
        ports.tables().mapped().forEach(data -> DueData.of(data, rules));
        for (PersonalData source : sources) {
            for (String category : source.categories()) {
                if (!rules.categories().contains(category)) {
                    throw UnknownNameException.of("category", category, rules.categories());
                }
            }
        }
    }

    /**
     * A dry run: exactly what the next sweep would do in the host's tables if nothing happened meanwhile. It reads each mapped table
     * once, locks nothing, and remembers the counts: what a sweep disposes of without asking is measured by them.
     *
     * @return the plan
     * @throws org.privacyrules.failure.RefusedException with code {@code NO_POLICY_IN_FORCE} before the first version
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    public DisposalPlan plan() {
        DueRules rules = ports.retention().rulesAt(now());
        DisposalPlan plan = planning().plan(rules, before(baseline(), rules), kept(), rules.at());
        Payload note = PlanNotes.write(plan);
        ports.transactions().inTransaction(transaction -> {
            ports.store().note(transaction, Notes.PLAN, note);
            return note;
        });
        return plan;
    }

    Optional<DisposalPlan> remembered(String name) {
        return ports.store()
                .note(name)
                .filter(note -> !note.names().isEmpty())
                .map(note -> PlanNotes.read(note, ports.tables().mapped()));
    }

    Optional<DisposalPlan> baseline() {
        return remembered(Notes.BASELINE);
    }

    private Planning planning() {
        return new Planning(ports.tables(), ports.retention());
    }

    /**
     * What another policy would make due: to be asked before it is published. It counts as if the offered version were in force and
     * its grace for shortened terms over.
     *
     * @param offered a version that starts after every published one
     * @return a plan, which nothing remembers; {@link Tally#newlyDue()} is what the published versions would keep on that day
     * @throws InvalidInputException if the versions do not go together
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    public DisposalPlan preview(PrivacyPolicy offered) {
        List<PrivacyPolicy> all = new ArrayList<>(ports.policies().current().oldestFirst());
        all.removeIf(version -> version.version().equals(offered.version()));
        PolicyVersions published = PolicyVersions.of(all);
        all.add(offered);
        PolicyVersions versions = PolicyVersions.of(all);
        Instant now = now();
        Instant starts = offered.effectiveFrom().isAfter(now) ? offered.effectiveFrom() : now;
        Instant graceOver = starts.atZone(offered.zone())
                .toLocalDate()
                .plus(offered.shorteningGrace())
                .plusDays(1)
                .atStartOfDay(offered.zone())
                .toInstant();
        DueRules rules = ports.retention().rulesOf(versions, graceOver);
        Optional<DueRules> before = Optional.of(ports.retention().rulesOf(published, graceOver));
        return planning().plan(rules, before, kept(), now);
    }

    /** The rules at the same instant by the version that counted when a sweep finished last, if a later one counts now. */
    private Optional<DueRules> before(Optional<DisposalPlan> baseline, DueRules now) {
        return baseline.filter(last -> !last.policyVersion().equals(now.policy().version()))
                .flatMap(last -> upTo(last.policyVersion()))
                .map(versions -> ports.retention().rulesOf(versions, now.at()));
    }

    private Optional<PolicyVersions> upTo(String version) {
        List<PrivacyPolicy> known = new ArrayList<>();
        for (PrivacyPolicy policy : ports.policies().current().oldestFirst()) {
            known.add(policy);
            if (policy.version().equals(version)) {
                return Optional.of(PolicyVersions.of(known));
            }
        }
        return Optional.empty();
    }

    private KeptSubjects kept() {
        return ports.transactions()
                .inTransaction(transaction ->
                        new KeptSubjects(ports.holds().active(), ports.store().restricted(transaction)));
    }

    /**
     * Disposes of what is due, as {@link #sweep(SweepLimits, SweepProgress)}.
     *
     * @param limits how much it may do
     * @return what it did
     */
    public SweepReport sweep(SweepLimits limits) {
        return sweep(limits, SweepProgress.NONE);
    }

    /**
     * Disposes of what is due: in chunks, each of them one short transaction in which rows and journal entry are committed together. It
     * is bounded by its limits and goes on where it stopped when it is called again. It may run on any number of nodes at once, and
     * waits for nobody: rows that others have locked are passed over. What is far more than was foreseen stops it before anything is
     * touched, until somebody has approved the plan. It must not be called inside a transaction of the host's.
     *
     * @param limits how much it may do
     * @param progress hears how it goes on
     * @return what it did; that the brake stopped it is an outcome, not an exception
     * @throws org.privacyrules.failure.RefusedException with code {@code NO_POLICY_IN_FORCE}, or {@code NOT_PERMITTED_BY_HOST} if an
     *     approval has no permit
     * @throws org.privacyrules.failure.StorageException if the storage failed: what was committed stays, the next sweep goes on
     */
    public SweepReport sweep(SweepLimits limits, SweepProgress progress) {
        limits.approval().ifPresent(approval -> permits.require(Permit.Action.APPROVE_SWEEP, approval.permit()));
        return new Sweep(this, ports, sources, limits, progress, now()).run();
    }

    /**
     * Why one row of a mapped table is kept, or goes.
     *
     * @param data the name of the data, as a plan tells it
     * @param key the values of the row's key, in the order of the mapping
     * @return the answer; empty if there is no such row
     * @throws UnknownNameException with code {@code UNKNOWN_MAPPED_DATA}
     * @throws InvalidInputException if the key does not fit
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    public Optional<RowAnswer> explain(String data, Object... key) {
        List<MappedData> mapped = ports.tables().mapped();
        MappedData found = mapped.stream()
                .filter(each -> each.name().equals(data))
                .findFirst()
                .orElseThrow(() -> UnknownNameException.of(
                        "mapped data",
                        data,
                        mapped.stream().map(MappedData::name).toList()));
        return ports.tables()
                .row(found, List.of(key), ports.retention().rules().zone())
                .map(parts -> answer(found, parts));
    }

    private RowAnswer answer(MappedData data, List<MappedTables.RowPart> parts) {
        List<Keeping> keepings = new ArrayList<>();
        boolean undated = false;
        for (MappedTables.RowPart row : parts) {
            undated |= !row.happened().keySet().containsAll(row.part().events());
            Optional<SubjectId> whose = row.part().person().isEmpty() ? Optional.of(SubjectId.NOBODY) : row.subject();
            whose.ifPresent(subject -> keepings.add(ports.retention()
                    .of(subject)
                    .of(row.part().category(), row.part().events(), row.happened())));
        }
        return new RowAnswer(data, keepings, undated);
    }

    /**
     * Whether disposal works. Three reads of the storage.
     *
     * @return when a sweep finished last, and what was due then
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    public Heartbeat heartbeat() {
        Optional<Payload> sweep = ports.store().note(Notes.SWEEP);
        Optional<DisposalPlan> plan = remembered(Notes.PLAN);
        return new Heartbeat(
                sweep.flatMap(note -> note.instant(Notes.STARTED)),
                ports.store().note(Notes.FINISHED).flatMap(note -> note.instant(Notes.AT)),
                plan.map(DisposalPlan::due).orElse(0L),
                plan.map(DisposalPlan::at),
                sweep.flatMap(note -> note.text(Notes.STOPPED)).isPresent());
    }

    /**
     * What stands, is due and was let go, for a data protection officer. It tells of the plan that was made last, and makes one only if
     * there is none; the newest entries of the journal are read, and no more of them than a page can tell of.
     *
     * @return data without a subject in them
     * @throws org.privacyrules.failure.RefusedException with code {@code NO_POLICY_IN_FORCE} before the first version
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    public DisposalReport report() {
        Instant now = now();
        PrivacyPolicy policy = ports.policies().current().inForceAt(now);
        DisposalPlan plan = remembered(Notes.PLAN).orElseGet(this::plan);
        return new Reporting(ports, sources, policy, now).report(plan, heartbeat());
    }

    private Instant now() {
        return clock.now();
    }

    /** The names of what is remembered. */
    static final class Notes {
        static final String PLAN = "plan";
        static final String BASELINE = "baseline";
        static final String SWEEP = "sweep";
        static final String FINISHED = "finished";
        static final String STARTED = "started";
        static final String AT = "at";
        static final String STOPPED = "stopped";

        private Notes() {}
    }
}
