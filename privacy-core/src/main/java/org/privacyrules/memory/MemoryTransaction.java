package org.privacyrules.memory;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.disposal.DisposalTask;
import org.privacyrules.document.Publication;
import org.privacyrules.document.StoredPolicy;
import org.privacyrules.hold.Hold;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.Payload;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.ledger.StoredEntry;
import org.privacyrules.memory.MemoryHolds.Kept;
import org.privacyrules.storage.Transaction;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/** What one transaction has changed so far, over what is committed. */
final class MemoryTransaction implements Transaction {

    private final Map<SubjectId, MemorySubject> committed;
    private final Map<SubjectId, MemorySubject> changed = new HashMap<>();

    private List<StoredPolicy> policies;
    private Kept holds;
    private MemoryDisposals.Kept disposals;

    MemoryTransaction(
            Map<SubjectId, MemorySubject> committed,
            List<StoredPolicy> policies,
            Kept holds,
            MemoryDisposals.Kept disposals) {
        this.committed = committed;
        this.policies = policies;
        this.holds = holds;
        this.disposals = disposals;
    }

    MemoryDisposals.Kept disposals() {
        return disposals;
    }

    void keep(String name, Payload note) {
        disposals = disposals.with(name, note);
    }

    void keep(DisposalTask task) {
        disposals = disposals.with(task);
    }

    Kept holds() {
        return holds;
    }

    void keep(Hold hold) {
        holds = holds.with(hold);
    }

    List<StoredPolicy> policies() {
        return policies;
    }

    Publication publish(StoredPolicy policy) {
        Publication answer = Publication.of(policy, policies);
        if (answer == Publication.STORED_NOW) {
            policies = Stream.concat(policies.stream(), Stream.of(policy))
                    .sorted(Comparator.comparing(StoredPolicy::effectiveFrom))
                    .toList();
        }
        return answer;
    }

    Map<SubjectId, MemorySubject> changed() {
        return changed;
    }

    KnownSubject known(SubjectId subject) {
        MemorySubject found = find(subject);
        return found == null ? KnownSubject.NOTHING : found.known();
    }

    boolean has(SubjectId subject, OperationId operation) {
        return find(subject, operation).isPresent();
    }

    Optional<StoredEntry> find(SubjectId subject, OperationId operation) {
        return Optional.ofNullable(find(subject)).flatMap(found -> found.find(operation));
    }

    Recorded append(JournalEntry entry) {
        MemorySubject before = find(entry.subject());
        if (before == null) {
            return put(entry.subject(), MemorySubject.first(entry));
        }
        Optional<StoredEntry> repeated = before.find(entry.operation());
        if (repeated.isPresent()) {
            entry.requireRepeatOf(repeated.get().entry());
            return repeated.get().answer(true);
        }
        return put(entry.subject(), before.after(entry));
    }

    private Recorded put(SubjectId subject, MemorySubject after) {
        changed.put(subject, after);
        return after.last().answer(false);
    }

    private @Nullable MemorySubject find(SubjectId subject) {
        MemorySubject own = changed.get(subject);
        return own != null ? own : committed.get(subject);
    }
}
