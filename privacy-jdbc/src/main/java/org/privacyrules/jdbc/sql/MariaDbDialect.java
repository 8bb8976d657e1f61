package org.privacyrules.jdbc.sql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.privacyrules.failure.StorageException;
import org.privacyrules.jdbc.sql.JdbcCalls.RowReader;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.Payload;

/** MariaDB: a command is one compound statement, or plain statements in a transaction that is open already. */
public final class MariaDbDialect extends StepwiseDialect {

    private static final int DUPLICATE_KEY = 1062;

    private static final String SHARED = "lock in share mode";

    private static final String SCHEMA_LOCK = "org.privacyrules.schema";

    /** Locks the guard row, or makes it, and gives the command its sequence and instant. */
    private static final String BUMP_GUARD = """
            insert into privacy_subject (tenant, subject_key, ref, salt, seq, recorded_at) values (%s, 1, %s)
            on duplicate key update seq = seq + 1, recorded_at = greatest(recorded_at, values(recorded_at))""";

    private static final String PUT_STATE = """
            insert into privacy_subject_state
              (tenant, subject_key, aspect, status, seq, since, until, text_version, by_guardian, pending_text_version,
               pending_until, pending_by_guardian, fact_value)
            values (%s)
            on duplicate key update
              status = values(status), seq = values(seq), since = values(since), until = values(until),
              text_version = values(text_version), by_guardian = values(by_guardian),
              pending_text_version = values(pending_text_version), pending_until = values(pending_until),
              pending_by_guardian = values(pending_by_guardian), fact_value = values(fact_value)""";

    /**
     * For a connection with auto-commit on: {@code start transaction} would commit what is open. Whoever holds the guard row can
     * look whether the operation is a repeated one: nobody else writes in between. Nothing is then changed, and the sequence is 0.
     * Parameters: tenant, key, ref, salt, clock; tenant, key; operation; those of the journal row without ref, sequence and recorded
     * at; those of the state row, if there is one; entry, operation.
     */
    private static final String WRITE = """
            begin not atomic
              declare g_ref binary(16); declare g_seq bigint; declare g_at datetime(6);
              declare exit handler for sqlexception begin rollback; resignal; end;
              set transaction isolation level read committed;
              start transaction;
              %s;
              select ref, seq, recorded_at into g_ref, g_seq, g_at from privacy_subject
                where tenant = ? and subject_key = ?;
              if exists (select 1 from privacy_journal where ref = g_ref and operation_id = ?) then
                rollback;
                set g_seq = 0;
              else
                %s;
                %s
                %s;
                commit;
              end if;
              select g_seq seq, g_at recorded_at;
            end""";

    /** Parameters: tenant, key, aspect, status, since, until and the rest of {@link StateRow#columns}. */
    private static final String STATE = PUT_STATE.formatted("?, ?, ?, ?, g_seq, ?, ?, ?, ?, ?, ?, ?, ?") + ";";

    /** The same, but the state begins no earlier than the command is recorded. */
    private static final String STATE_FROM_RECORDING =
            PUT_STATE.formatted("?, ?, ?, ?, g_seq, greatest(cast(? as datetime(6)), g_at), ?, ?, ?, ?, ?, ?, ?") + ";";

    private final String writeWithoutState;
    private final String writeWithState;
    private final String writeFromRecording;
    private final String bumpGuard;
    private final String putState;
    private final String lock;

    /** To be gone on with keys and aspects. Parameters so far: tenant. */
    private final String statesOf;

    MariaDbDialect(TableNames names) {
        super(
                names.requireSchema(
                        schema ->
                                schema.length() <= 64 && schema.chars().noneMatch(c -> Character.isSurrogate((char) c)),
                        "MariaDB takes names of at most 64 characters, none of them beyond U+FFFF"),
                "insert into privacy_policy_guard (tenant, held) values (?, true) on duplicate key update held = true",
                "insert into privacy_gate (tenant, epoch) values (?, 1) on duplicate key update epoch = epoch + 1",
                SHARED,
                "insert into privacy_gate (tenant, epoch) values (?, 0) on duplicate key update epoch = epoch");
        writeWithoutState = write("");
        writeWithState = write(STATE);
        writeFromRecording = write(STATE_FROM_RECORDING);
        bumpGuard = named(BUMP_GUARD.formatted("?, ?, ?, ?", "?") + " returning ref, seq, recorded_at");
        putState = named(PUT_STATE.formatted(marks(13)));
        lock = named(
                "insert into privacy_subject (tenant, subject_key, ref, salt, seq, recorded_at) values (?, ?, ?, ?, 0, ?)"
                        + " on duplicate key update seq = seq returning seq, recorded_at");
        statesOf =
                named("select " + STATE_COLUMNS + " from privacy_subject_state where tenant = ? and subject_key in (");
    }

    private String write(String state) {
        return named(WRITE.formatted(
                BUMP_GUARD.formatted("?, ?, ?, ?", "?"),
                insertJournal("g_ref, ?, ?, g_seq, g_at, ?, ?, ?, ?, ?, ?"),
                state,
                insertPending("?, g_ref, ?")));
    }

    @Override
    public Dialect with(TableNames other) {
        return new MariaDbDialect(other);
    }

    @Override
    public String product() {
        return "MariaDB";
    }

    /** A lock of the session: every statement that changes a table commits. */
    @Override
    public SchemaLock lockSchema(Connection connection) {
        if (!setting(connection, "select get_lock('" + SCHEMA_LOCK + "', 60)").equals("1")) {
            throw new StorageException(
                    "STORAGE_BUSY", "another node is changing the tables: try again later", "apply the schema", "", 0);
        }
        return new SchemaLock() {
            @Override
            public void commit() throws SQLException {
                commitRows(connection);
            }

            @Override
            public void close() {
                setting(connection, "select release_lock('" + SCHEMA_LOCK + "')");
            }
        };
    }

    @Override
    public Catalogue catalogue() {
        return new MariaDbCatalogue(this);
    }

    @Override
    public HostQueries hostQueries() {
        return new MariaDbHostQueries();
    }

    @Override
    public List<String> weaknesses(Connection connection) {
        if (setting(connection, "select @@global.read_only").equals("1")) {
            throw readOnly("this MariaDB only reads");
        }
        List<String> weaknesses = new ArrayList<>();
        if (!setting(connection, "select @@global.innodb_flush_log_at_trx_commit")
                .equals("1")) {
            weaknesses.add("innodb_flush_log_at_trx_commit is not 1: what was acknowledged can be lost in a crash");
        }
        if (!setting(connection, "select @@session.sql_mode").contains("STRICT_")) {
            weaknesses.add("sql_mode is not strict: the database would store a value that it has to cut");
        }
        return weaknesses;
    }

    @Override
    public String quoted(String identifier) {
        return '`' + identifier.replace("`", "``") + '`';
    }

    /** The level is that of the next transaction alone. */
    @Override
    Restoring begin(Connection connection) throws SQLException {
        execute(connection, "set transaction isolation level read committed");
        connection.setAutoCommit(false);
        return () -> {};
    }

    /** The driver rolls nothing back before the first statement, and the level would be left to the next transaction. */
    @Override
    void rollBack(Connection connection) throws SQLException {
        execute(connection, "rollback");
    }

    /** The driver does not know of a level that was set for one transaction only. */
    @Override
    boolean readsWhatIsCommitted(Connection host) {
        return false;
    }

    @Override
    String remedyForSnapshots() {
        return "";
    }

    @Override
    public Optional<Written> write(JdbcTransaction transaction, Command command) {
        return transaction.commitsByItself() ? writeAtOnce(transaction, command) : super.write(transaction, command);
    }

    private Optional<Written> writeAtOnce(JdbcTransaction transaction, Command command) {
        return JdbcCalls.commit(
                        transaction.connection(),
                        command.operation(),
                        textFor(command),
                        MariaDbDialect::readWritten,
                        parameters(command))
                .stream()
                .findFirst()
                .flatMap(written -> written);
    }

    private String textFor(Command command) {
        if (command.state() == null) {
            return writeWithoutState;
        }
        return command.countsFromRecording() ? writeFromRecording : writeWithState;
    }

    private @Nullable Object[] parameters(Command command) {
        JournalEntry entry = command.entry();
        Command.Guard guard = command.guard();
        Object operation = uuid(entry.operation().value());
        Object id = uuid(entry.id().value());
        Object at = Times.column(entry.at());
        return JdbcCalls.joined(
                guard.columns(),
                new Object[] {
                    at,
                    guard.tenant(),
                    guard.key(),
                    operation,
                    operation,
                    id,
                    at,
                    entry.kind(),
                    entry.policyVersion(),
                    entry.purpose(),
                    entry.payload().canonical(),
                    Payload.FORMAT
                },
                stateParameters(command),
                new Object[] {id, operation});
    }

    private static Optional<Written> readWritten(ResultSet row) throws SQLException {
        return row.getLong("seq") == 0 ? Optional.empty() : Optional.of(Written.read(row));
    }

    private @Nullable Object[] stateParameters(Command command) {
        StateRow state = command.state();
        if (state == null) {
            return new Object[0];
        }
        @Nullable Object[] columns = StateRow.columns(state);
        columns[0] = aspect(state.aspect());
        return JdbcCalls.joined(
                new Object[] {command.guard().tenant(), command.guard().key()}, columns);
    }

    /** A repeated operation leaves a gap in the sequence: the guard row is bumped before the journal's key tells. */
    @Override
    Optional<Bumped> bump(Connection connection, Command command) {
        return JdbcCalls.query(
                        connection,
                        command.operation(),
                        bumpGuard,
                        row -> new Bumped(row.getBytes("ref"), Written.read(row)),
                        JdbcCalls.joined(
                                command.guard().columns(),
                                new Object[] {Times.column(command.entry().at())}))
                .stream()
                .findFirst();
    }

    @Override
    String putState() {
        return putState;
    }

    @Override
    boolean isDuplicate(SQLException e) {
        return e.getErrorCode() == DUPLICATE_KEY;
    }

    @Override
    public Written lock(Connection connection, Command.Guard guard, Instant at) {
        return JdbcCalls.query(
                        connection, LOCK_SUBJECT, lock, Written::read, JdbcCalls.joined(guard.columns(), new Object[] {
                            Times.column(at)
                        }))
                .get(0);
    }

    @Override
    public Query statesOf(byte[] tenant, List<byte[]> keys, List<String> aspects) {
        String sql = statesOf + marks(keys.size()) + ") and aspect in (" + marks(aspects.size()) + ")";
        return new Query(
                sql,
                JdbcCalls.joined(
                        new Object[] {tenant},
                        keys.toArray(),
                        aspects.stream().map(this::aspect).toArray()));
    }

    /** The server counts seconds. */
    @Override
    Restoring waitAtMost(Connection connection, Duration patience) throws SQLException {
        String before = setting(connection, "select @@innodb_lock_wait_timeout");
        execute(
                connection,
                "set innodb_lock_wait_timeout = " + patience.plusMillis(999).toSeconds());
        return () -> execute(connection, "set innodb_lock_wait_timeout = " + before);
    }

    /**
     * A locking read sees what is committed, but in a host's transaction it may also keep others from writing rows beside these: it is
     * what is left if nothing reads beside.
     */
    @Override
    public <T> List<T> readInsideGate(
            JdbcTransaction transaction,
            Connections connections,
            String operation,
            String sql,
            RowReader<T> reader,
            Object... parameters) {
        return transaction.isJoined() && !connections.haveBeside()
                ? JdbcCalls.query(transaction.connection(), operation, sql + " " + SHARED, reader, parameters)
                : super.readInsideGate(transaction, connections, operation, sql, reader, parameters);
    }

    @Override
    public Object uuid(UUID value) {
        return ByteBuffer.allocate(16)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }

    @Override
    public UUID readUuid(ResultSet row, String column) throws SQLException {
        ByteBuffer bytes = ByteBuffer.wrap(row.getBytes(column));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** Bytes: a collation could make two names equal. */
    @Override
    public Object aspect(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
