package org.privacyrules.memory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import org.privacyrules.TenantStorage;
import org.privacyrules.consent.ConsentEvent;
import org.privacyrules.consent.ConsentStore;
import org.privacyrules.consent.VisitorMerge;
import org.privacyrules.decision.Aspects;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.decision.KnownSubjects;
import org.privacyrules.disposal.DisposalStore;
import org.privacyrules.document.PolicyStore;
import org.privacyrules.fact.FactStore;
import org.privacyrules.hold.HoldStore;
import org.privacyrules.hold.RestrictionStore;
import org.privacyrules.ledger.Journal;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.ledger.StoredEntry;
import org.privacyrules.storage.Transaction;
import org.privacyrules.storage.Transactions;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/** One tenant's subjects, each an immutable record that a commit replaces, and its policies. */
final class MemoryTenant implements TenantStorage, Transactions, ConsentStore, KnownSubjects, Journal {

    private static final int PAGE = 1000;

    private final Map<SubjectId, MemorySubject> committed = new ConcurrentHashMap<>();

    /** What is known of the committed subjects, one step from a decision. */
    private final Map<SubjectId, KnownSubject> known = new ConcurrentHashMap<>();

    /** The same in the order of listings. */
    private final ConcurrentSkipListMap<SubjectId, KnownSubject> ordered = new ConcurrentSkipListMap<>();

    private final MemoryPolicies policies = new MemoryPolicies();

    private final MemoryHolds holds = new MemoryHolds();

    private final MemoryDisposals disposals = new MemoryDisposals(known);

    private final ReentrantLock writing = new ReentrantLock();

    @Override
    public Transactions transactions() {
        return this;
    }

    @Override
    public FactStore facts() {
        return (transaction, event) -> append(transaction, event.entry());
    }

    @Override
    public ConsentStore consents() {
        return this;
    }

    @Override
    public RestrictionStore restrictions() {
        return (transaction, event) -> append(transaction, event.entry());
    }

    @Override
    public HoldStore holds() {
        return holds;
    }

    @Override
    public DisposalStore disposals() {
        return disposals;
    }

    @Override
    public KnownSubjects knownSubjects() {
        return this;
    }

    @Override
    public Journal journal() {
        return this;
    }

    @Override
    public PolicyStore policies() {
        return policies;
    }

    @Override
    public <T> T inTransaction(Work<T> work) {
        if (writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("a transaction is open in this thread, and they are not nested");
        }
        writing.lock();
        try {
            MemoryTransaction transaction =
                    new MemoryTransaction(committed, policies.all(), holds.committed(), disposals.committed());
            T result = work.run(transaction);
            transaction.changed().forEach(this::replace);
            policies.commit(transaction.policies());
            holds.commit(transaction.holds());
            disposals.commit(transaction.disposals());
            return result;
        } finally {
            writing.unlock();
        }
    }

    private void replace(SubjectId subject, MemorySubject changed) {
        committed.put(subject, changed);
        known.put(subject, changed.known());
        ordered.put(subject, changed.known());
    }

    @Override
    public Recorded record(Transaction transaction, ConsentEvent event) {
        return append(transaction, event.entry());
    }

    @Override
    public Recorded merge(Transaction transaction, VisitorMerge merge) {
        MemoryTransaction open = (MemoryTransaction) transaction;
        boolean onVisitor = open.has(merge.visitor(), merge.operation());
        if (onVisitor != open.has(merge.account(), merge.operation())) {
            throw JournalEntry.reused(merge.operation());
        }
        List<ConsentEvent> events = onVisitor
                ? List.of()
                : merge.events(
                        open.known(merge.visitor()).consents(),
                        open.known(merge.account()).consents());
        Recorded merged = open.append(merge.merged(merge.account()).entry());
        events.stream().skip(1).forEach(event -> open.append(event.entry()));
        return merged;
    }

    private static Recorded append(Transaction transaction, JournalEntry entry) {
        return ((MemoryTransaction) transaction).append(entry);
    }

    @Override
    public KnownSubject find(SubjectId subject) {
        KnownSubject found = known.get(subject);
        return found == null ? KnownSubject.NOTHING : found;
    }

    @Override
    public List<KnownSubject> findAll(List<SubjectId> subjects, Aspects aspects) {
        return subjects.stream().map(this::find).toList();
    }

    @Override
    public List<Listed> list(Aspects aspects, Optional<SubjectId> after) {
        Map<SubjectId, KnownSubject> rest = after.isPresent() ? ordered.tailMap(after.get(), false) : ordered;
        return rest.entrySet().stream()
                .filter(entry -> hasSome(entry.getValue(), aspects))
                .limit(PAGE)
                .map(entry -> new Listed(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static boolean hasSome(KnownSubject known, Aspects aspects) {
        return known.restricted()
                || aspects.facts().stream().anyMatch(fact -> known.fact(fact).isKnown())
                || aspects.events().stream()
                        .anyMatch(event -> known.event(event).isKnown())
                || aspects.purposes().stream()
                        .anyMatch(purpose -> known.consent(purpose).sequence() > 0);
    }

    @Override
    public int chunkSize() {
        return PAGE;
    }

    @Override
    public List<StoredEntry> entries(SubjectId subject, Instant upTo) {
        MemorySubject found = committed.get(subject);
        return found == null ? List.of() : found.entries(upTo);
    }

    @Override
    public List<StoredEntry> latest(SubjectId subject, int limit) {
        MemorySubject found = committed.get(subject);
        return found == null ? List.of() : found.latest(limit);
    }

    @Override
    public Optional<Recorded> find(SubjectId subject, OperationId operation) {
        return Optional.ofNullable(committed.get(subject))
                .flatMap(found -> found.find(operation))
                .map(stored -> stored.answer(true));
    }
}
