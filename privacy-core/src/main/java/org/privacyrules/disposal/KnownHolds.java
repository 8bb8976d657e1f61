package org.privacyrules.disposal;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.privacyrules.disposal.Disposals.Ports;
import org.privacyrules.hold.Hold;
import org.privacyrules.storage.Transaction;
import org.privacyrules.subject.SubjectId;

/**
 * What is kept, for somebody inside the gate. The holds are read again only when the gate's epoch has changed; restrictions, which have
 * no gate, each time. Not thread-safe.
 */
final class KnownHolds {

    private final Ports ports;
    private long epoch;
    private @Nullable List<Hold> holds;
    private List<SubjectId> restricted = List.of();
    private KeptSubjects kept = KeptSubjects.NONE;

    KnownHolds(Ports ports) {
        this.ports = ports;
    }

    /** Enters the gate first. */
    KeptSubjects enter(Transaction transaction) {
        long now = ports.holds().enterGate(transaction);
        List<Hold> known = holds;
        boolean changed = known == null || now != epoch;
        if (changed) {
            holds = ports.holds().active(transaction);
            epoch = now;
        }
        List<SubjectId> restrictedNow = ports.store().restricted(transaction);
        if (changed || !restrictedNow.equals(restricted)) {
            restricted = restrictedNow;
            kept = new KeptSubjects(Objects.requireNonNull(holds), restricted);
        }
        return kept;
    }
}
