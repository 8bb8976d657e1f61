package org.privacyrules.hold;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.privacyrules.ledger.EntryId;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.Payload;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;

/**
 * A hold is placed. The entry lies in the history of the hold's subject, as that of its {@link HoldRelease} will; without a subject
 * it is the tenant's own.
 *
 * @param entry the event as the journal keeps it, without the reason
 * @param hold the hold
 */
public record HoldEvent(JournalEntry entry, Hold hold) {

    private static final String PLACED = "hold-placed";
    private static final String RELEASED = "hold-released";

    /**
     * A hold begins.
     *
     * @param hold which, standing
     * @param policyVersion the policy in force
     * @return the event
     */
    public static HoldEvent placed(Hold hold, String policyVersion) {
        String same = hold.scope().category().orElse("") + " " + hold.matter();
        return new HoldEvent(
                entry(
                        EntryId.at(hold.placedAt()),
                        hold.id(),
                        hold,
                        hold.placedAt(),
                        PLACED,
                        policyVersion,
                        hold.placedBy(),
                        same),
                hold);
    }

    /** The entry of a hold's end. */
    static JournalEntry released(HoldRelease release, Hold hold) {
        return entry(
                release.id(),
                release.operation(),
                hold,
                release.at(),
                RELEASED,
                release.policyVersion(),
                release.actor(),
                hold.id().toString());
    }

    private static JournalEntry entry(
            EntryId id,
            OperationId operation,
            Hold hold,
            Instant at,
            String kind,
            String policyVersion,
            Actor actor,
            String same) {
        Map<String, String> members = new HashMap<>();
        members.put("hold", hold.id().toString());
        members.put("matter", hold.matter());
        hold.scope().category().ifPresent(category -> members.put("category", category));
        members.put("review-on", hold.reviewOn().toString());
        members.put("actor", actor.role().name());
        members.put("actor-reference", actor.reference());
        members.put(JournalEntry.SAME, same);
        return new JournalEntry(
                id, operation, hold.scope().historyOf(), at, kind, policyVersion, "", Payload.of(members));
    }

    /**
     * Whether an entry tells of a hold's beginning or end.
     *
     * @param entry any entry
     * @return true if it does
     */
    public static boolean isIn(JournalEntry entry) {
        return entry.kind().equals(PLACED) || entry.kind().equals(RELEASED);
    }

    /**
     * Checks that a hold that is there already is the one that this event places.
     *
     * @param stored the hold with the same id
     * @throws org.privacyrules.failure.RefusedException with code {@code OPERATION_ID_REUSED} if it keeps something else
     */
    public void requireRepeatOf(Hold stored) {
        if (!stored.scope().equals(hold.scope())) {
            throw JournalEntry.reused(entry.operation());
        }
    }

    /** The hold alone. */
    @Override
    public String toString() {
        return "HoldEvent(" + hold + ")";
    }
}
