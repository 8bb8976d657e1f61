package org.privacyrules.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.ledger.StoredEntry;
import org.privacyrules.storage.Transaction;
import org.privacyrules.subject.SubjectId;

/** What one transaction has changed so far, over what is committed. */
final class MemoryTransaction implements Transaction {

    private final Map<SubjectId, MemorySubject> committed;
    private final Map<SubjectId, MemorySubject> changed = new HashMap<>();

    MemoryTransaction(Map<SubjectId, MemorySubject> committed) {
        this.committed = committed;
    }

    Map<SubjectId, MemorySubject> changed() {
        return changed;
    }

    KnownSubject known(SubjectId subject) {
        return subject(subject).known();
    }

    Recorded append(JournalEntry entry) {
        MemorySubject before = subject(entry.subject());
        Optional<StoredEntry> repeated = before.find(entry.operation());
        if (repeated.isPresent()) {
            entry.requireRepeatOf(repeated.get().entry());
            return recorded(repeated.get()).again();
        }
        MemorySubject after = before.after(entry);
        changed.put(entry.subject(), after);
        return recorded(after.last());
    }

    private MemorySubject subject(SubjectId subject) {
        MemorySubject own = changed.get(subject);
        return own != null ? own : committed.getOrDefault(subject, MemorySubject.NEW);
    }

    private static Recorded recorded(StoredEntry stored) {
        JournalEntry entry = stored.entry();
        return new Recorded(entry.operation(), entry.id(), stored.sequence(), entry.at(), false);
    }
}
