package org.privacyrules.jdbc.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.privacyrules.disposal.DisposalStore;
import org.privacyrules.disposal.DisposalTask;
import org.privacyrules.disposal.DisposalTask.Status;
import org.privacyrules.jdbc.sql.Connections;
import org.privacyrules.jdbc.sql.Dialect;
import org.privacyrules.jdbc.sql.JdbcCalls;
import org.privacyrules.jdbc.sql.JdbcTransaction;
import org.privacyrules.jdbc.sql.StateRow;
import org.privacyrules.jdbc.sql.Times;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.Payload;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.ledger.StoredEntry;
import org.privacyrules.storage.Transaction;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/** What disposal remembers. Whoever writes a row first changes the one that is there: two who make it at once conflict, and are tried
 * again. */
final class JdbcDisposals implements DisposalStore {

    private static final String NOTE = "note what was disposed of";
    private static final String TASK = "note a disposal elsewhere";
    private static final String READ = "read what was disposed of";
    private static final String TASK_COLUMNS =
            "source, subject_key, category, operation_id, status, due_from, attempts, next_try";

    private final Connections connections;
    private final Dialect dialect;
    private final JdbcAppender appender;
    private final JdbcJournal journal;
    private final byte[] tenant;
    private final String restricted;
    private final String note;
    private final String changeNote;
    private final String makeNote;
    private final String task;
    private final String openTasks;
    private final String taskCounts;
    private final String changeTask;
    private final String makeTask;

    JdbcDisposals(Connections connections, Dialect dialect, JdbcAppender appender, JdbcJournal journal, Tenant tenant) {
        this.connections = connections;
        this.dialect = dialect;
        this.appender = appender;
        this.journal = journal;
        this.tenant = tenant.toBytes();
        restricted = dialect.named(
                "select subject_key from privacy_subject_state where tenant = ? and aspect = ? and status = ?");
        note = dialect.named("select payload from privacy_disposal_note where tenant = ? and name = ?");
        changeNote = dialect.named("update privacy_disposal_note set payload = ?, revision = revision + 1"
                + " where tenant = ? and name = ?");
        makeNote = dialect.named(
                "insert into privacy_disposal_note (payload, tenant, name, revision) values (?, ?, ?, 1)");
        task = dialect.named("select " + TASK_COLUMNS + " from privacy_disposal_task"
                + " where tenant = ? and source = ? and subject_key = ? and category = ?");
        openTasks = dialect.named("select " + TASK_COLUMNS + " from privacy_disposal_task"
                + " where tenant = ? and source = ? and status in ('ANNOUNCED', 'DONE') and next_try <= ?"
                + " order by next_try, subject_key, category limit ?");
        taskCounts = dialect.named("select status, count(*) from privacy_disposal_task"
                + " where tenant = ? and source = ? group by status");
        changeTask = dialect.named("""
                update privacy_disposal_task
                set operation_id = ?, status = ?, due_from = ?, attempts = ?, next_try = ?, revision = revision + 1
                where tenant = ? and source = ? and subject_key = ? and category = ?
                """);
        makeTask = dialect.named("""
                insert into privacy_disposal_task
                  (operation_id, status, due_from, attempts, next_try, tenant, source, subject_key, category, revision)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                """);
    }

    @Override
    public Recorded record(Transaction transaction, JournalEntry entry) {
        return appender.append(transaction, entry);
    }

    @Override
    public Optional<StoredEntry> recorded(Transaction transaction, SubjectId subject, OperationId operation) {
        return journal.find(JdbcTransaction.of(transaction), subject, operation);
    }

    @Override
    public List<SubjectId> restricted(Transaction transaction) {
        List<SubjectId> read = connections.read(
                JdbcTransaction.of(transaction),
                READ,
                restricted,
                row -> SubjectId.ofBytes(row.getBytes(1)),
                tenant,
                dialect.aspect(StateRow.RESTRICTION),
                StateRow.RESTRICTED);
        return List.copyOf(new HashSet<>(read));
    }

    @Override
    public Optional<Payload> note(String name) {
        return connections.read(READ, note, row -> Payload.parse(row.getString(1)), tenant, name).stream()
                .findFirst();
    }

    @Override
    public void note(Transaction transaction, String name, Payload payload) {
        put(transaction, NOTE, changeNote, makeNote, payload.canonical(), tenant, name);
    }

    private static void put(
            Transaction transaction, String operation, String change, String make, Object... parameters) {
        JdbcTransaction open = JdbcTransaction.of(transaction);
        open.begin();
        Connection connection = open.connection();
        if (JdbcCalls.change(connection, operation, change, parameters) == 0) {
            JdbcCalls.changeOne(connection, operation, make, parameters);
        }
    }

    @Override
    public Optional<DisposalTask> task(String source, SubjectId subject, String category) {
        return connections.read(READ, task, this::readTask, tenant, source, subject.toBytes(), category).stream()
                .findFirst();
    }

    @Override
    public List<DisposalTask> openTasks(String source, Instant at, int limit) {
        return connections.read(READ, openTasks, this::readTask, tenant, source, Times.column(at), limit);
    }

    @Override
    public Map<Status, Long> taskCounts(String source) {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        connections.read(
                READ,
                taskCounts,
                row -> counts.put(Status.valueOf(row.getString(1)), row.getLong(2)) == null,
                tenant,
                source);
        return counts;
    }

    @Override
    public void put(Transaction transaction, DisposalTask changed) {
        put(
                transaction,
                TASK,
                changeTask,
                makeTask,
                dialect.uuid(changed.operation().value()),
                changed.status().name(),
                Times.column(changed.dueFrom()),
                changed.attempts(),
                Times.column(changed.nextTry()),
                tenant,
                changed.source(),
                changed.subject().toBytes(),
                changed.category());
    }

    private DisposalTask readTask(ResultSet row) throws SQLException {
        return new DisposalTask(
                row.getString("source"),
                SubjectId.ofBytes(row.getBytes("subject_key")),
                row.getString("category"),
                new OperationId(dialect.readUuid(row, "operation_id")),
                Status.valueOf(row.getString("status")),
                Times.read(row, "due_from"),
                row.getInt("attempts"),
                Times.read(row, "next_try"));
    }
}
