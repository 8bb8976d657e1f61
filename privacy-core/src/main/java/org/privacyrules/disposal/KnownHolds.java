package org.privacyrules.disposal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacyrules.hold.Hold;
import org.privacyrules.hold.HoldStore;
import org.privacyrules.storage.Transaction;
import org.privacyrules.subject.SubjectId;

/**
 * What is kept, for somebody inside the gate. The holds are read again only when the gate's epoch has changed; restrictions, which have
 * no gate, each time. Not thread-safe.
 */
final class KnownHolds {

    private final HoldStore holds;
    private final DisposalStore store;
    private @Nullable Known known;

    /** What was read together; nothing of it is kept if a part of it could not be read. */
    private record Known(long epoch, List<Hold> holds, List<SubjectId> restricted, KeptSubjects kept) {}

    KnownHolds(HoldStore holds, DisposalStore store) {
        this.holds = holds;
        this.store = store;
    }

    /** Enters the gate first. */
    KeptSubjects enter(Transaction transaction) {
        long epoch = holds.enterGate(transaction);
        Known before = known;
        List<Hold> active = before != null && before.epoch() == epoch ? before.holds() : holds.active(transaction);
        List<SubjectId> restricted = store.restricted(transaction);
        if (before != null && before.epoch() == epoch && before.restricted().equals(restricted)) {
            return before.kept();
        }
        Known now = new Known(epoch, active, restricted, new KeptSubjects(active, restricted));
        known = now;
        return now.kept();
    }
}
