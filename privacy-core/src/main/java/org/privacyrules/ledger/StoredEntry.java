package org.privacyrules.ledger;

import java.time.Instant;

/**
 * A journal entry with its place among the subject's entries.
 *
 * @param entry the entry
 * @param sequence its place, starting at 1, growing, possibly with gaps
 * @param recordedAt when it was recorded: what the host's clock said, but never before the subject's previous entry
 */
public record StoredEntry(JournalEntry entry, long sequence, Instant recordedAt) {

    /**
     * The answer to the command that left this entry.
     *
     * @param repeated whether the command had been recorded before
     * @return the answer
     */
    public Recorded answer(boolean repeated) {
        return new Recorded(entry.operation(), entry.id(), sequence, recordedAt, repeated);
    }
}
