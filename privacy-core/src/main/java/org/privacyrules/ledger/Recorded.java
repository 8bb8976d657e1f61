package org.privacyrules.ledger;

import java.time.Instant;
import org.privacyrules.subject.OperationId;

/**
 * The answer to a command: it is stored. A repetition gets the first answer with {@code repeated} set.
 *
 * @param operation the command
 * @param entry its journal entry
 * @param sequence its place among the subject's entries, starting at 1, growing, possibly with gaps
 * @param at when it was recorded, never before the subject's previous entry
 * @param repeated whether the command had been recorded before and this call changed nothing
 */
public record Recorded(OperationId operation, EntryId entry, long sequence, Instant at, boolean repeated) {

    /**
     * This answer, given again.
     *
     * @return the same with {@code repeated} set
     */
    public Recorded again() {
        return new Recorded(operation, entry, sequence, at, true);
    }
}
