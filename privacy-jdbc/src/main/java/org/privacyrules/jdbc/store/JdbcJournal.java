package org.privacyrules.jdbc.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.privacyrules.jdbc.sql.Command;
import org.privacyrules.jdbc.sql.Connections;
import org.privacyrules.jdbc.sql.Dialect;
import org.privacyrules.jdbc.sql.JdbcFailure;
import org.privacyrules.jdbc.sql.JdbcTransaction;
import org.privacyrules.jdbc.sql.JdbcTransactions;
import org.privacyrules.jdbc.sql.Times;
import org.privacyrules.ledger.EntryId;
import org.privacyrules.ledger.Journal;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.Payload;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.ledger.StoredEntry;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/** Reads the journal. */
final class JdbcJournal implements Journal {

    private static final String FIND = "find an operation";

    private final Connections connections;
    private final Dialect dialect;
    private final JdbcTransactions transactions;
    private final byte[] tenant;

    JdbcJournal(Connections connections, Dialect dialect, JdbcTransactions transactions, Tenant tenant) {
        this.connections = connections;
        this.dialect = dialect;
        this.transactions = transactions;
        this.tenant = tenant.toBytes();
    }

    @Override
    public List<StoredEntry> entries(SubjectId subject, Instant upTo) {
        Map<Long, StoredEntry> bySequence = new TreeMap<>();
        connections
                .read(
                        "read the journal",
                        dialect.entriesUpTo,
                        row -> read(subject, row),
                        tenant,
                        subject.toBytes(),
                        Times.column(upTo))
                .forEach(stored -> bySequence.put(stored.sequence(), stored));
        return List.copyOf(bySequence.values());
    }

    @Override
    public List<StoredEntry> latest(SubjectId subject, int limit) {
        Map<Long, StoredEntry> bySequence = new TreeMap<>(Comparator.reverseOrder());
        connections
                .read(
                        "read the newest entries",
                        dialect.latestEntries,
                        row -> read(subject, row),
                        tenant,
                        subject.toBytes(),
                        limit)
                .forEach(stored -> bySequence.put(stored.sequence(), stored));
        return List.copyOf(bySequence.values());
    }

    @Override
    public Optional<Recorded> find(SubjectId subject, OperationId operation) {
        return transactions.inTransaction(transaction -> {
            JdbcTransaction open = JdbcTransaction.of(transaction);
            if (!open.isJoined()) {
                awaitWriter(open.connection(), subject);
            }
            return find(open, subject, operation).map(stored -> stored.answer(true));
        });
    }

    /**
     * Waits for whoever writes a command of the subject. The first one's guard row is not seen before it is committed, but it is in
     * the way of another one; which is not kept, because to ask leaves nothing. Not inside the host's transaction, which a lock
     * may abort.
     */
    private void awaitWriter(Connection connection, SubjectId subject) {
        try {
            Savepoint before = connection.setSavepoint();
            dialect.lock(connection, Command.Guard.of(tenant, subject), Instant.EPOCH);
            connection.rollback(before);
        } catch (SQLException e) {
            throw JdbcFailure.of(FIND, e);
        }
    }

    /** What was recorded under an operation id. */
    Optional<StoredEntry> find(JdbcTransaction transaction, SubjectId subject, OperationId operation) {
        return connections
                .read(
                        transaction,
                        FIND,
                        dialect.entryOfOperation,
                        row -> read(subject, row),
                        tenant,
                        subject.toBytes(),
                        dialect.uuid(operation.value()))
                .stream()
                .findFirst();
    }

    private StoredEntry read(SubjectId subject, ResultSet row) throws SQLException {
        JournalEntry entry = new JournalEntry(
                new EntryId(dialect.readUuid(row, "entry_id")),
                new OperationId(dialect.readUuid(row, "operation_id")),
                subject,
                Times.read(row, "clock_at"),
                row.getString("kind"),
                row.getString("policy_version"),
                row.getString("purpose"),
                Payload.parse(row.getString("payload")));
        return new StoredEntry(entry, row.getLong("seq"), Times.read(row, "recorded_at"));
    }
}
