package org.privacyrules.hold;

import java.time.Instant;
import java.util.Map;
import org.privacyrules.ledger.EntryId;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.Payload;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/**
 * The processing of a subject's data is restricted, or the restriction is lifted (Art. 18 GDPR).
 *
 * @param entry the event as the journal keeps it
 * @param restricted whether the restriction stands from now on
 */
public record RestrictionEvent(JournalEntry entry, boolean restricted) {

    private static final String PLACED = "restriction-placed";
    private static final String LIFTED = "restriction-lifted";

    /** On which ground of Art. 18(1) GDPR a restriction rests. */
    public enum Ground {
        /** (a) The subject contests the accuracy of the data. */
        ACCURACY_CONTESTED,
        /** (b) The processing is unlawful and the subject prefers restriction to erasure. */
        UNLAWFUL,
        /** (c) The subject needs the data for legal claims. */
        LEGAL_CLAIMS,
        /** (d) The subject has objected and the balancing is pending. */
        OBJECTION_PENDING
    }

    /**
     * A restriction begins.
     *
     * @param operation the command
     * @param subject whose data
     * @param at when
     * @param policyVersion the policy in force
     * @param ground why
     * @param actor who decided
     * @return the event
     */
    public static RestrictionEvent placed(
            OperationId operation, SubjectId subject, Instant at, String policyVersion, Ground ground, Actor actor) {
        return create(operation, subject, at, policyVersion, PLACED, ground.name(), actor);
    }

    /**
     * A restriction ends.
     *
     * @param operation the command
     * @param subject whose data
     * @param at when
     * @param policyVersion the policy in force
     * @param actor who decided
     * @return the event
     */
    public static RestrictionEvent lifted(
            OperationId operation, SubjectId subject, Instant at, String policyVersion, Actor actor) {
        return create(operation, subject, at, policyVersion, LIFTED, "", actor);
    }

    private static RestrictionEvent create(
            OperationId operation,
            SubjectId subject,
            Instant at,
            String policyVersion,
            String kind,
            String ground,
            Actor actor) {
        Payload payload = Payload.of(
                Map.of("ground", ground, "actor", actor.role().name(), "actor-reference", actor.reference()));
        return read(new JournalEntry(
                EntryId.at(at), operation, subject.requireSomebody(), at, kind, policyVersion, "", payload));
    }

    /**
     * Whether an entry places or lifts a restriction.
     *
     * @param entry any entry
     * @return true if {@link #read} understands it
     */
    public static boolean isIn(JournalEntry entry) {
        return entry.kind().startsWith("restriction-");
    }

    /**
     * Reads an event from the journal.
     *
     * @param entry an entry of this family
     * @return the event
     */
    public static RestrictionEvent read(JournalEntry entry) {
        return switch (entry.kind()) {
            case PLACED -> new RestrictionEvent(entry, true);
            case LIFTED -> new RestrictionEvent(entry, false);
            default -> throw entry.unreadable();
        };
    }
}
