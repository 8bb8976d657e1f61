package org.privacyrules.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.StoredEntry;
import org.privacyrules.subject.OperationId;

/** One subject after an entry, with the subject as it was before: a journal that shares its past. Immutable. */
final class MemorySubject {

    private final @Nullable MemorySubject previous;
    private final StoredEntry last;
    private final KnownSubject known;

    private MemorySubject(@Nullable MemorySubject previous, StoredEntry last) {
        this.previous = previous;
        this.last = last;
        this.known = (previous == null ? KnownSubject.NOTHING : previous.known).after(last);
    }

    /** A subject after its first entry. */
    static MemorySubject first(JournalEntry entry) {
        return new MemorySubject(null, new StoredEntry(entry, 1, entry.at()));
    }

    /** The subject after one more entry, which never lies before the previous one in time. */
    MemorySubject after(JournalEntry entry) {
        Instant at = entry.at().isBefore(last.recordedAt()) ? last.recordedAt() : entry.at();
        return new MemorySubject(this, new StoredEntry(entry, last.sequence() + 1, at));
    }

    StoredEntry last() {
        return last;
    }

    KnownSubject known() {
        return known;
    }

    Optional<StoredEntry> find(OperationId operation) {
        for (MemorySubject each = this; each != null; each = each.previous) {
            if (each.last.entry().operation().equals(operation)) {
                return Optional.of(each.last);
            }
        }
        return Optional.empty();
    }

    List<StoredEntry> entries(Instant upTo) {
        MemorySubject each = this;
        while (each != null && each.last.entry().at().isAfter(upTo)) {
            each = each.previous;
        }
        List<StoredEntry> entries = new ArrayList<>();
        for (; each != null; each = each.previous) {
            entries.add(each.last);
        }
        Collections.reverse(entries);
        return entries;
    }
}
