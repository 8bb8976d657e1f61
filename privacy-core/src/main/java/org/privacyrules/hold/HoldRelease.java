package org.privacyrules.hold;

import java.time.Instant;
import org.privacyrules.failure.RefusedException;
import org.privacyrules.ledger.EntryId;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.FreeText;
import org.privacyrules.subject.OperationId;

/**
 * The command to release a hold, of which only the storage knows what it keeps.
 *
 * @param id the journal entry that it leaves: the same however often the work is run
 * @param operation the command
 * @param hold which hold
 * @param at when
 * @param policyVersion the policy in force
 * @param actor who releases it
 * @param reason why
 */
public record HoldRelease(
        EntryId id,
        OperationId operation,
        OperationId hold,
        Instant at,
        String policyVersion,
        Actor actor,
        FreeText reason) {

    /**
     * The entry that the release leaves.
     *
     * @param stored the hold as it is stored, standing or released
     * @return the entry in the hold's history
     */
    public JournalEntry entry(Hold stored) {
        return HoldEvent.released(this, stored);
    }

    /**
     * How the hold ended.
     *
     * @param instant when the entry was recorded
     * @return the end to be stored with the hold
     */
    public Hold.Release endedAt(Instant instant) {
        return new Hold.Release(instant, actor, reason);
    }

    /**
     * The failure to say when there is nothing to release.
     *
     * @return an exception with code {@code HOLD_UNKNOWN}, to be thrown
     */
    public RefusedException unknown() {
        return new RefusedException(
                "HOLD_UNKNOWN",
                "No hold " + hold
                        + " stands: it was never placed, or it is released already; active() lists those that stand");
    }
}
