package org.privacyrules.jdbc.sql;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.subject.SubjectId;

/**
 * A command as rows: what is to be written.
 *
 * @param guard whose
 * @param entry the journal entry
 * @param state the state row, null if the command changes none; its sequence is that of the journal entry
 * @param countsFromRecording whether the state begins no earlier than the entry is recorded
 */
public record Command(
        Guard guard, JournalEntry entry, @Nullable StateRow state, boolean countsFromRecording) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int REF_BYTES = 16;

    /**
     * A subject's guard row.
     *
     * @param tenant whose subject
     * @param key the subject's key
     * @param ref what the journal stores in place of the key, if the row is new
     * @param salt what {@code ref} was made with
     */
    @SuppressWarnings("ArrayRecordComponent") // bound once, never compared
    public record Guard(byte[] tenant, byte[] key, byte[] ref, byte[] salt) {

        public static Guard of(byte[] tenant, SubjectId subject) {
            byte[] key = subject.toBytes();
            byte[] salt = new byte[REF_BYTES];
            RANDOM.nextBytes(salt);
            return new Guard(tenant, key, reference(salt, key), salt);
        }

        /** Tenant, key, ref, salt. */
        Object[] columns() {
            return new Object[] {tenant, key, ref, salt};
        }

        /** Nothing leads back to the key once the salt is gone. */
        private static byte[] reference(byte[] salt, byte[] key) {
            try {
                MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
                sha256.update(salt);
                return Arrays.copyOf(sha256.digest(key), REF_BYTES);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }

    /** What the library is doing, for messages. */
    String operation() {
        return "record " + entry.kind();
    }
}
