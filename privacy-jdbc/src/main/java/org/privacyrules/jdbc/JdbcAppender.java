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
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/** Writes one command: guard row, journal row, state row, pending row. */
final class JdbcAppender {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int REF_BYTES = 16;

    private final byte[] tenant;

    JdbcAppender(Tenant tenant) {
        this.tenant = tenant.toBytes();
    }

    /** The state row that a command leaves, computed while the subject's guard row is locked. */
    @FunctionalInterface
    interface StateChange {
        Optional<StateRow> after(Connection connection, StoredEntry stored);
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
        StoredEntry stored = new StoredEntry(entry, guard.sequence(), guard.at());
        JdbcCalls.changeOne(
                connection,
                operation,
                H2Sql.INSERT_JOURNAL,
                guard.ref(),
                entry.operation().value(),
                entry.id().value(),
                guard.sequence(),
                Times.column(guard.at()),
                Times.column(entry.at()),
                entry.kind(),
                entry.policyVersion(),
                entry.purpose(),
                entry.payload().canonical(),
                Payload.FORMAT);
        change.after(connection, stored).ifPresent(row -> putState(connection, operation, entry, row));
        JdbcCalls.changeOne(
                connection,
                operation,
                H2Sql.INSERT_PENDING,
                entry.id().value(),
                guard.ref(),
                entry.operation().value());
        return stored.answer(false);
    }

    private List<Guard> bumpGuard(Connection connection, JournalEntry entry) {
        byte[] key = entry.subject().toBytes();
        byte[] salt = newSalt();
        LocalDateTime at = Times.column(entry.at());
        return JdbcCalls.query(
                connection,
                "record " + entry.kind(),
                H2Sql.BUMP_GUARD,
                row -> new Guard(row.getBytes("ref"), row.getLong("seq"), Times.read(row, "recorded_at")),
                entry.operation().value(),
                tenant,
                key,
                at,
                tenant,
                key,
                reference(salt, key),
                salt,
                at);
    }

    private static byte[] newSalt() {
        byte[] salt = new byte[REF_BYTES];
        RANDOM.nextBytes(salt);
        return salt;
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
                tenant,
                entry.subject().toBytes(),
                row.aspect(),
                row.status(),
                row.sequence(),
                Times.column(row.span().since()),
                Times.endColumn(row.span()),
                row.textVersion(),
                row.byGuardian(),
                row.pending().textVersion(),
                Times.column(row.pending().until()),
                row.pending().byGuardian(),
                row.value());
    }

    private Recorded repeated(Connection connection, JournalEntry entry) {
        StoredEntry stored = find(connection, entry.subject(), entry.operation())
                .orElseThrow(() -> JournalEntry.reused(entry.operation()));
        entry.requireRepeatOf(stored.entry());
        return stored.answer(true);
    }

    /** What was recorded under an operation id. */
    Optional<StoredEntry> find(Connection connection, SubjectId subject, OperationId operation) {
        return JdbcCalls.query(
                        connection,
                        "find an operation",
                        H2Sql.ENTRY_OF_OPERATION,
                        row -> JdbcJournal.read(subject, row),
                        tenant,
                        subject.toBytes(),
                        operation.value())
                .stream()
                .findFirst();
    }

    /** Locks guard rows, which it makes if need be, in the order of the keys, so that two merges cannot wait for each other. */
    void lock(Transaction transaction, List<SubjectId> subjects, Instant at) {
        Connection connection = JdbcTransaction.connection(transaction);
        subjects.stream().sorted().forEach(subject -> lock(connection, subject.toBytes(), Times.column(at)));
    }

    private void lock(Connection connection, byte[] key, LocalDateTime at) {
        byte[] salt = newSalt();
        JdbcCalls.change(
                connection,
                "lock subjects",
                H2Sql.ENSURE_GUARD,
                tenant,
                key,
                tenant,
                key,
                reference(salt, key),
                salt,
                at);
        JdbcCalls.query(connection, "lock subjects", H2Sql.LOCK_GUARD, row -> true, tenant, key);
    }
}
