package org.privacyrules.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.StoredEntry;
import org.privacyrules.subject.OperationId;

/** One subject's journal and what it leads to.. */
record MemorySubject(List<StoredEntry> entries, KnownSubject known) {

    static final MemorySubject NEW = new MemorySubject(List.of(), KnownSubject.NOTHING);

    /** The subject after one more entry, which never lies before the previous one in time. */
    MemorySubject after(JournalEntry entry) {
        Instant previous = entries.isEmpty() ? entry.at() : last().entry().at();
        JournalEntry recorded = entry.recordedAt(entry.at().isBefore(previous) ? previous : entry.at());
        StoredEntry stored = new StoredEntry(recorded, entries.size() + 1L);
        List<StoredEntry> more = new ArrayList<>(entries);
        more.add(stored);
        return new MemorySubject(more, known.after(recorded, stored.sequence()));
    }

    StoredEntry last() {
        return entries.get(entries.size() - 1);
    }

    Optional<StoredEntry> find(OperationId operation) {
        return entries.stream()
                .filter(stored -> stored.entry().operation().equals(operation))
                .findFirst();
    }

    List<StoredEntry> entries(Instant upTo) {
        return entries.stream()
                .filter(stored -> !stored.entry().at().isAfter(upTo))
                .toList();
    }
}
