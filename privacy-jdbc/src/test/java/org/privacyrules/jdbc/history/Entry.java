package org.privacyrules.jdbc.history;

import java.time.Instant;

/**
 * One entry of the journal, read after all calls.
 *
 * @param subject whose
 * @param sequence its place among the subject's entries
 * @param operation the command
 * @param kind what was done
 * @param purpose to what
 * @param recordedAt when, by the journal
 */
record Entry(String subject, long sequence, String operation, Call.Kind kind, String purpose, Instant recordedAt) {

    @Override
    public String toString() {
        return "entry " + sequence + " of " + subject + ": " + kind + " " + purpose + " " + operation + " at "
                + recordedAt;
    }
}
