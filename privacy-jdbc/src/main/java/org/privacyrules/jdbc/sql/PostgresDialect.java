package org.privacyrules.jdbc.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.privacyrules.jdbc.sql.JdbcCalls.ArrayParameter;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.Payload;

/** PostgreSQL: a command is one statement. */
final class PostgresDialect extends Dialect {

    private static final int CHUNK = 5_000;

    /**
     * A repeated operation finds nothing to do in {@code guard}, so nothing after it happens. Each step reads from the one before:
     * that is what puts the locks in order. {@code %s} is what a racing repetition does: of our own it fails on the journal's key
     * and leaves no gap in the sequence; in the host's transaction, which a failure would abort, it does nothing.
     */
    private static final String WRITE = """
            with command as (
              select cast(? as bytea) tenant, cast(? as bytea) subject_key, cast(? as bytea) ref, cast(? as bytea) salt,
                     cast(? as uuid) operation_id, cast(? as uuid) entry_id, cast(? as timestamp) clock_at,
                     cast(? as varchar) kind, cast(? as varchar) policy_version, cast(? as varchar) purpose,
                     cast(? as text) payload, cast(? as integer) format, cast(? as boolean) from_recording,
                     cast(? as varchar) aspect, cast(? as varchar) status, cast(? as timestamp) since,
                     cast(? as timestamp) until, cast(? as integer) text_version, cast(? as boolean) by_guardian,
                     cast(? as integer) pending_text_version, cast(? as timestamp) pending_until,
                     cast(? as boolean) pending_by_guardian, cast(? as varchar) fact_value),
            guard as (
              insert into privacy_subject as known (tenant, subject_key, ref, salt, seq, recorded_at)
              select tenant, subject_key, ref, salt, 1, clock_at from command
              where not exists (
                select 1 from privacy_subject s join privacy_journal j on j.ref = s.ref
                where s.tenant = command.tenant and s.subject_key = command.subject_key
                  and j.operation_id = command.operation_id)
              on conflict (tenant, subject_key) do update
                set seq = known.seq + 1, recorded_at = greatest(known.recorded_at, excluded.recorded_at)
              returning ref, seq, recorded_at),
            entry as (
              insert into privacy_journal
                (ref, operation_id, entry_id, seq, recorded_at, clock_at, kind, policy_version, purpose, payload, format)
              select guard.ref, operation_id, entry_id, guard.seq, guard.recorded_at, clock_at, kind, policy_version, purpose,
                     payload, format
              from command, guard %s
              returning ref, seq, recorded_at),
            state as (
              insert into privacy_subject_state as known
                (tenant, subject_key, aspect, status, seq, since, until, text_version, by_guardian, pending_text_version,
                 pending_until, pending_by_guardian, fact_value)
              select tenant, subject_key, aspect, status, entry.seq,
                     case when from_recording then greatest(since, entry.recorded_at) else since end, until, text_version,
                     by_guardian, pending_text_version, pending_until, pending_by_guardian, fact_value
              from command, entry where aspect is not null
              on conflict (tenant, subject_key, aspect) do update
                set status = excluded.status, seq = excluded.seq, since = excluded.since, until = excluded.until,
                    text_version = excluded.text_version, by_guardian = excluded.by_guardian,
                    pending_text_version = excluded.pending_text_version, pending_until = excluded.pending_until,
                    pending_by_guardian = excluded.pending_by_guardian, fact_value = excluded.fact_value),
            pending as (
              insert into privacy_ledger_pending (entry_id, ref, operation_id)
              select entry_id, entry.ref, operation_id from command, entry)
            select seq, recorded_at from entry
            """;

    /** Any number that nothing else locks. */
    private static final long SCHEMA_LOCK = 0x7072_6976_6163_79L;

    /**
     * The gate is an advisory lock, whose queue is fair: who shares a row's lock overtakes whoever waits to close the gate, and may
     * keep it waiting for ever. Its key is a hash of 64 bits of the tenant and of which table of this schema and prefix is the gate.
     * {@code %s} makes it a shared one. Parameters: tenant, the table.
     */
    private static final String LOCK_GATE = "select pg_advisory_xact_lock%s("
            + "hashtextextended(encode(?, 'hex'), cast(cast(cast(? as text) as regclass) as bigint)))";

    private static final String CLOSING = LOCK_GATE.formatted("");
    private static final String SHARING = LOCK_GATE.formatted("_shared");

    private static final String JOINED = "on conflict (ref, operation_id) do nothing";

    private final String write;
    private final String writeJoined;
    private final String lock;
    private final String statesOf;
    private final String gateTable;

    PostgresDialect(TableNames names) {
        super(
                names.requireSchema(
                        schema -> schema.getBytes(UTF_8).length <= 63, "PostgreSQL cuts names of more than 63 bytes"),
                "insert into privacy_policy_guard (tenant, held) values (?, true)"
                        + " on conflict (tenant) do update set held = true",
                "insert into privacy_gate as g (tenant, epoch) values (?, 1)"
                        + " on conflict (tenant) do update set epoch = g.epoch + 1");
        write = named(WRITE.formatted(""));
        writeJoined = named(WRITE.formatted(JOINED));
        lock = named("""
                insert into privacy_subject as known (tenant, subject_key, ref, salt, seq, recorded_at)
                values (?, ?, ?, ?, 0, ?)
                on conflict (tenant, subject_key) do update set seq = known.seq
                returning seq, recorded_at
                """);
        gateTable = named("privacy_gate");
        statesOf = named("select " + STATE_COLUMNS + " from privacy_subject_state"
                + " where tenant = ? and subject_key = any (?) and aspect = any (?)");
    }

    @Override
    public Dialect with(TableNames other) {
        return new PostgresDialect(other);
    }

    @Override
    public String product() {
        return "PostgreSQL";
    }

    @Override
    public boolean hasHashPartitions() {
        return true;
    }

    @Override
    public List<String> schemaGrants(String schema, String user) {
        return List.of("grant usage on schema " + quoted(schema) + " to " + user);
    }

    /** READ COMMITTED, so that whoever waited for the lock sees what was made meanwhile. */
    @Override
    public SchemaLock lockSchema(Connection connection) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        begin(connection);
        setting(connection, "select pg_advisory_xact_lock(" + SCHEMA_LOCK + ")");
        return new SchemaLock() {
            @Override
            public void commit() throws SQLException {
                connection.commit();
            }

            @Override
            public void close() throws SQLException {
                connection.rollback();
                connection.setAutoCommit(autoCommit);
            }
        };
    }

    @Override
    public Catalogue catalogue() {
        return new PostgresCatalogue(this);
    }

    @Override
    public HostQueries hostQueries() {
        return new PostgresHostQueries();
    }

    @Override
    public List<String> weaknesses(Connection connection) {
        if (setting(connection, "select pg_is_in_recovery()").equals("t")) {
            throw readOnly("this PostgreSQL is a replica");
        }
        if (!setting(connection, "show server_encoding").equals("UTF8")) {
            throw unsupported("PostgreSQL with another encoding than UTF8");
        }
        return Stream.of("fsync", "synchronous_commit", "full_page_writes")
                .filter(name -> setting(connection, "show " + name).equals("off"))
                .map(name -> name + " is off: what was acknowledged can be lost in a crash")
                .toList();
    }

    @Override
    public String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** The level is that of the transaction and ends with it. */
    @Override
    Restoring begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        execute(connection, "set transaction isolation level read committed");
        return () -> {};
    }

    @Override
    boolean readsWhatIsCommitted(Connection host) throws SQLException {
        return host.getTransactionIsolation() <= Connection.TRANSACTION_READ_COMMITTED;
    }

    @Override
    public Optional<Written> write(JdbcTransaction transaction, Command command) {
        Connection connection = transaction.connection();
        String sql = transaction.isJoined() ? writeJoined : write;
        @Nullable Object[] parameters = parameters(command);
        List<Written> written = transaction.commitsByItself()
                ? JdbcCalls.commit(connection, command.operation(), sql, Written::read, parameters)
                : JdbcCalls.query(connection, command.operation(), sql, Written::read, parameters);
        return written.stream().findFirst();
    }

    private static @Nullable Object[] parameters(Command command) {
        JournalEntry entry = command.entry();
        return JdbcCalls.joined(
                command.guard().columns(),
                new Object[] {
                    entry.operation().value(),
                    entry.id().value(),
                    Times.column(entry.at()),
                    entry.kind(),
                    entry.policyVersion(),
                    entry.purpose(),
                    entry.payload().canonical(),
                    Payload.FORMAT,
                    command.countsFromRecording()
                },
                StateRow.columns(command.state()));
    }

    @Override
    public Written lock(Connection connection, Command.Guard guard, Instant at) {
        return JdbcCalls.query(
                        connection, LOCK_SUBJECT, lock, Written::read, JdbcCalls.joined(guard.columns(), new Object[] {
                            Times.column(at)
                        }))
                .get(0);
    }

    /** The setting is the transaction's and ends with it. */
    @Override
    Restoring waitAtMost(Connection connection, Duration patience) {
        setting(connection, "select set_config('lock_timeout', '" + patience.toMillis() + "', true)");
        return () -> {};
    }

    @Override
    public void closeGate(Connection connection, byte[] tenant) {
        lockGate(connection, CLOSE_GATE, CLOSING, tenant);
        super.closeGate(connection, tenant);
    }

    /** Only a statement behind the lock is sure to see what was committed while it waited. */
    @Override
    public long enterGate(JdbcTransaction transaction, Connections connections, byte[] tenant) {
        lockGate(transaction.connection(), ENTER_GATE, SHARING, tenant);
        return readInsideGate(transaction, connections, ENTER_GATE, gate, row -> row.getLong(1), tenant).stream()
                .max(Comparator.naturalOrder())
                .orElse(0L);
    }

    private void lockGate(Connection connection, String operation, String sql, byte[] tenant) {
        JdbcCalls.query(connection, operation, sql, row -> true, tenant, gateTable);
    }

    @Override
    public int chunkSize() {
        return CHUNK;
    }

    @Override
    public Query statesOf(byte[] tenant, List<byte[]> keys, List<String> aspects) {
        return new Query(statesOf, new Object[] {
            tenant,
            new ArrayParameter("bytea", keys.toArray(byte[][]::new)),
            new ArrayParameter("varchar", aspects.toArray())
        });
    }
}
