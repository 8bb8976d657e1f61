package org.privacyrules.memory;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.privacyrules.hold.Hold;
import org.privacyrules.hold.HoldEvent;
import org.privacyrules.hold.HoldRelease;
import org.privacyrules.hold.HoldStore;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.storage.Transaction;
import org.privacyrules.subject.OperationId;

/** One tenant's holds. Its transactions run one after the other, so whoever has one open is alone inside the gate. */
final class MemoryHolds implements HoldStore {

    private volatile Kept committed = Kept.NOTHING;

    /**
     * All holds, and how often they have changed. Immutable.
     *
     * @param epoch counts the changes
     * @param byId in the order in which they were placed
     */
    record Kept(long epoch, Map<OperationId, Hold> byId) {

        static final Kept NOTHING = new Kept(0, Map.of());

        Kept with(Hold hold) {
            Map<OperationId, Hold> changed = new LinkedHashMap<>(byId);
            changed.put(hold.id(), hold);
            return new Kept(epoch + 1, Collections.unmodifiableMap(changed));
        }

        Optional<Hold> find(OperationId id) {
            return Optional.ofNullable(byId.get(id));
        }

        List<Hold> list(Predicate<Hold> wanted) {
            return byId.values().stream()
                    .filter(wanted)
                    .sorted(Comparator.comparing(Hold::placedAt))
                    .toList();
        }
    }

    Kept committed() {
        return committed;
    }

    void commit(Kept changed) {
        committed = changed;
    }

    @Override
    public Recorded place(Transaction transaction, HoldEvent event) {
        MemoryTransaction open = (MemoryTransaction) transaction;
        Optional<Hold> stored = open.holds().find(event.hold().id());
        stored.ifPresent(event::requireRepeatOf);
        Recorded recorded = open.append(event.entry());
        if (stored.isEmpty()) {
            open.keep(event.hold().placedAt(recorded.at()));
        }
        return recorded;
    }

    @Override
    public Recorded release(Transaction transaction, HoldRelease release) {
        MemoryTransaction open = (MemoryTransaction) transaction;
        Hold stored = open.holds().find(release.hold()).orElseThrow(release::unknown);
        JournalEntry entry = release.entry(stored);
        if (!stored.active() && !open.has(entry.subject(), entry.operation())) {
            throw release.unknown();
        }
        Recorded recorded = open.append(entry);
        if (stored.active()) {
            open.keep(stored.released(release.endedAt(recorded.at())));
        }
        return recorded;
    }

    @Override
    public List<Hold> active() {
        return committed.list(Hold::active);
    }

    @Override
    public List<Hold> all() {
        return committed.list(hold -> true);
    }

    @Override
    public long enterGate(Transaction transaction) {
        return ((MemoryTransaction) transaction).holds().epoch();
    }

    @Override
    public List<Hold> active(Transaction transaction) {
        return ((MemoryTransaction) transaction).holds().list(Hold::active);
    }
}
