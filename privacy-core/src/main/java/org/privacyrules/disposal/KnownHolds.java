package org.privacyrules.disposal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacyrules.disposal.Disposals.Ports;
import org.privacyrules.hold.Hold;
import org.privacyrules.storage.Transaction;

/**
 * What is kept, for somebody inside the gate. The holds are read again only when the gate's epoch has changed; restrictions, which have
 * no gate, each time. Not thread-safe.
 */
final class KnownHolds {

    private final Ports ports;
    private long epoch;
    private @Nullable List<Hold> holds;

    KnownHolds(Ports ports) {
        this.ports = ports;
    }

    /** Enters the gate first. */
    KeptSubjects enter(Transaction transaction) {
        long now = ports.holds().enterGate(transaction);
        List<Hold> known = holds;
        if (known == null || now != epoch) {
            known = ports.holds().active(transaction);
            holds = known;
            epoch = now;
        }
        return new KeptSubjects(known, ports.store().restricted(transaction));
    }
}
