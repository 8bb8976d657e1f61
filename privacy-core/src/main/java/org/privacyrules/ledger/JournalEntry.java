package org.privacyrules.ledger;

import java.time.Instant;
import org.privacyrules.failure.PrivacyException;
import org.privacyrules.failure.RefusedException;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/**
 * One command as the journal keeps it. Its order among the subject's entries is the sequence that the storage gives it.
 *
 * @param id the entry
 * @param operation the command
 * @param subject whom it concerns; the journal stores a salted reference in its place
 * @param at what the host's clock said; order is the sequence, never this
 * @param kind what it is, such as {@code consent-given}; at most 40 characters
 * @param policyVersion the policy in force
 * @param purpose the purpose, empty if it concerns none
 * @param payload the rest
 */
public record JournalEntry(
        EntryId id,
        OperationId operation,
        SubjectId subject,
        Instant at,
        String kind,
        String policyVersion,
        String purpose,
        Payload payload) {

    /** The payload's member that tells, beside kind and purpose, whether two commands are the same. */
    public static final String SAME = "same";

    /** How the kinds begin of entries that tell of disposal, which changes nothing of what is known of a subject. */
    public static final String DISPOSAL = "disposal-";

    /**
     * Whether it tells of disposal.
     *
     * @return true if it changes nothing of what is known of its subject
     */
    public boolean tellsOfDisposal() {
        return kind.startsWith(DISPOSAL);
    }

    /**
     * Checks that a repeated operation id repeats the same command: same kind, same purpose, and for a fact the same fact.
     *
     * @param stored what was recorded under the operation id
     * @throws RefusedException with code {@code OPERATION_ID_REUSED} if this is another command
     */
    public void requireRepeatOf(JournalEntry stored) {
        boolean same = kind.equals(stored.kind)
                && purpose.equals(stored.purpose)
                && payload.text(SAME).equals(stored.payload.text(SAME));
        if (!same) {
            throw reused(operation);
        }
    }

    /**
     * The failure to say when an operation id comes again with another command.
     *
     * @param operation the id
     * @return an exception with code {@code OPERATION_ID_REUSED}, to be thrown
     */
    public static RefusedException reused(OperationId operation) {
        return new RefusedException(
                "OPERATION_ID_REUSED",
                "Operation " + operation + " was recorded as another command: give each command an id of its own");
    }

    /**
     * The failure to say when a kind of entry is not understood: an entry of a newer version of this library, or a changed
     * one. It must stop the reader, because an entry left out could have been a withdrawal.
     *
     * @return an exception with code {@code UNREADABLE_ENTRY}, to be thrown
     */
    public PrivacyException unreadable() {
        return new PrivacyException(
                "UNREADABLE_ENTRY",
                "Journal entry " + id + " is of the kind \"" + kind
                        + "\", which this version of the library does not know: update it");
    }
}
