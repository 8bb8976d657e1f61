package org.privacyrules.jdbc;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.Payload;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.ledger.StoredEntry;
import org.privacyrules.storage.Transaction;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/** Writes one command: guard row, journal row, state row, pending row. */
final class JdbcAppender {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int REF_BYTES = 16;

    private final Tenant tenant;

    JdbcAppender(Tenant tenant) {
        this.tenant = tenant;
    }

    /** The state row that a command leaves, computed while the subject's guard row is locked. */
    @FunctionalInterface
    interface StateChange {
        Optional<StateRow> after(Connection connection, long sequence);
    }

    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    private record Guard(byte[] ref, long sequence, Instant at) {}

    Recorded append(Transaction transaction, JournalEntry entry, StateChange change) {
        Connection connection = JdbcTransaction.connection(transaction);
        List<Guard> guard = bumpGuard(connection, entry);
        return guard.isEmpty() ? repeated(connection, entry) : append(connection, entry, guard.get(0), change);
    }

    private Recorded append(Connection connection, JournalEntry entry, Guard guard, StateChange change) {
        String operation = "record " + entry.kind();
        JdbcCalls.changeOne(
                connection,
                operation,
                H2Sql.INSERT_JOURNAL,
                guard.ref(),
                entry.operation().value(),
                entry.id().value(),
                guard.sequence(),
                Times.column(guard.at()),
                entry.kind(),
                entry.policyVersion(),
                entry.purpose(),
                entry.payload().canonical(),
                Payload.FORMAT);
        change.after(connection, guard.sequence()).ifPresent(row -> putState(connection, operation, entry, row));
        JdbcCalls.changeOne(
                connection,
                operation,
                H2Sql.INSERT_PENDING,
                entry.id().value(),
                guard.ref(),
                entry.operation().value());
        return new Recorded(entry.operation(), entry.id(), guard.sequence(), guard.at(), false);
    }

    private List<Guard> bumpGuard(Connection connection, JournalEntry entry) {
        byte[] key = entry.subject().toBytes();
        byte[] salt = new byte[REF_BYTES];
        RANDOM.nextBytes(salt);
        LocalDateTime at = Times.column(entry.at());
        return JdbcCalls.query(
                connection,
                "record " + entry.kind(),
                H2Sql.BUMP_GUARD,
                row -> new Guard(row.getBytes("ref"), row.getLong("seq"), Times.read(row, "recorded_at")),
                entry.operation().value(),
                tenant.name(),
                key,
                at,
                tenant.name(),
                key,
                reference(salt, key),
                salt,
                at);
    }

    /** What the journal stores in place of the key: nothing leads back to the key once the salt is gone. */
    private static byte[] reference(byte[] salt, byte[] key) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(salt);
            return Arrays.copyOf(sha256.digest(key), REF_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void putState(Connection connection, String operation, JournalEntry entry, StateRow row) {
        JdbcCalls.changeOne(
                connection,
                operation,
                H2Sql.PUT_STATE,
                tenant.name(),
                entry.subject().toBytes(),
                row.aspect(),
                row.status(),
                row.sequence(),
                Times.column(row.span().since()),
                Times.endColumn(row.span()),
                row.textVersion(),
                row.byGuardian(),
                row.value());
    }

    private Recorded repeated(Connection connection, JournalEntry entry) {
        StoredEntry stored = JdbcCalls.query(
                        connection,
                        "find a repeated operation",
                        H2Sql.ENTRY_OF_OPERATION,
                        row -> JdbcJournal.read(entry.subject(), row),
                        tenant.name(),
                        entry.subject().toBytes(),
                        entry.operation().value())
                .get(0);
        entry.requireRepeatOf(stored.entry());
        JournalEntry first = stored.entry();
        return new Recorded(first.operation(), first.id(), stored.sequence(), first.at(), true);
    }

    /** Locks the guard rows that exist, in the order of the keys, so that two merges cannot wait for each other. */
    void lock(Transaction transaction, List<SubjectId> subjects) {
        Connection connection = JdbcTransaction.connection(transaction);
        subjects.stream()
                .sorted()
                .forEach(subject -> JdbcCalls.query(
                        connection, "lock subjects", H2Sql.LOCK_GUARD, row -> row, tenant.name(), subject.toBytes()));
    }
}
