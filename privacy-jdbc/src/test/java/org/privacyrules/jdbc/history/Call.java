package org.privacyrules.jdbc.history;

import java.time.Instant;
import org.privacyrules.consent.ConsentStatus;

/**
 * One call of one node, as the node saw it. Times are of {@link System#nanoTime()}, which all JVMs of one machine share.
 *
 * @param process the node
 * @param operation the command's id; several calls with the same id are one command; empty for a read
 * @param kind what was called
 * @param subject of whom
 * @param purpose of what
 * @param invokedAt before the call
 * @param returnedAt after the call; {@link #NEVER} if the node did not live to see it
 * @param outcome what came back
 */
record Call(
        int process,
        String operation,
        Kind kind,
        String subject,
        String purpose,
        long invokedAt,
        long returnedAt,
        Outcome outcome) {

    static final long NEVER = Long.MAX_VALUE;

    /** What can be called. */
    enum Kind {
        GIVE(ConsentStatus.GIVEN),
        WITHDRAW(ConsentStatus.WITHDRAWN),
        OBJECT(ConsentStatus.OBJECTED),
        READ(ConsentStatus.UNKNOWN);

        private final ConsentStatus status;

        Kind(ConsentStatus status) {
            this.status = status;
        }

        /** Where the subject stands after it. */
        ConsentStatus status() {
            return status;
        }
    }

    /** What came back. */
    sealed interface Outcome {}

    /**
     * A command was acknowledged.
     *
     * @param sequence as answered
     * @param at as answered
     * @param repeated whether it was answered that an earlier call did it
     */
    record Acknowledged(long sequence, Instant at, boolean repeated) implements Outcome {}

    /**
     * A read was answered.
     *
     * @param sequence of the entry that was seen last; 0 if there was none
     * @param status as seen
     * @param permitted as decided
     */
    record Seen(long sequence, ConsentStatus status, boolean permitted) implements Outcome {}

    /** The call may have been done, or may be done yet. */
    record Unknown() implements Outcome {}

    /**
     * The call was surely not done.
     *
     * @param code why
     */
    record Failed(String code) implements Outcome {}

    boolean isRead() {
        return kind == Kind.READ;
    }

    boolean mayHaveHappened() {
        return !(outcome instanceof Failed);
    }

    boolean isAcknowledged() {
        return outcome instanceof Acknowledged;
    }

    /** Whether this call says of itself that it, and no other call of the command, did it. */
    boolean claimsToBeFirst() {
        return outcome instanceof Acknowledged answer && !answer.repeated();
    }

    @Override
    public String toString() {
        return "process " + process + " " + kind + " " + subject + "/" + purpose + (isRead() ? "" : " " + operation)
                + " from " + invokedAt + " to " + (returnedAt == NEVER ? "its end" : returnedAt) + ": " + outcome;
    }
}
