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

/** One subject: what is known of it, and its journal, which shares its past with the subject as it was before. Immutable. */
final class MemorySubject {

    private final Link newest;
    private final KnownSubject known;

    /** An entry and the one before it. */
    private record Link(StoredEntry stored, @Nullable Link earlier) {}

    private MemorySubject(Link newest, KnownSubject known) {
        this.newest = newest;
        this.known = known;
    }

    /** A subject after its first entry. */
    static MemorySubject first(JournalEntry entry) {
        StoredEntry stored = new StoredEntry(entry, 1, entry.at());
        return new MemorySubject(new Link(stored, null), KnownSubject.NOTHING.after(stored));
    }

    /** The subject after one more entry, which never lies before the previous one in time. */
    MemorySubject after(JournalEntry entry) {
        Instant previous = last().recordedAt();
        Instant at = entry.at().isBefore(previous) ? previous : entry.at();
        StoredEntry stored = new StoredEntry(entry, last().sequence() + 1, at);
        return new MemorySubject(new Link(stored, newest), known.after(stored));
    }

    StoredEntry last() {
        return newest.stored();
    }

    KnownSubject known() {
        return known;
    }

    Optional<StoredEntry> find(OperationId operation) {
        for (Link link = newest; link != null; link = link.earlier()) {
            if (link.stored().entry().operation().equals(operation)) {
                return Optional.of(link.stored());
            }
        }
        return Optional.empty();
    }

    /** The newest first. */
    List<StoredEntry> latest(int limit) {
        List<StoredEntry> entries = new ArrayList<>();
        for (Link link = newest; link != null && entries.size() < limit; link = link.earlier()) {
            entries.add(link.stored());
        }
        return entries;
    }

    List<StoredEntry> entries(Instant upTo) {
        Link link = newest;
        while (link != null && link.stored().entry().at().isAfter(upTo)) {
            link = link.earlier();
        }
        List<StoredEntry> entries = new ArrayList<>();
        for (; link != null; link = link.earlier()) {
            entries.add(link.stored());
        }
        Collections.reverse(entries);
        return entries;
    }
}
