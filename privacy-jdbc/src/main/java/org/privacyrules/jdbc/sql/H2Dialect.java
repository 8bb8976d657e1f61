package org.privacyrules.jdbc.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.privacyrules.failure.StorageException;

/** H2. */
public final class H2Dialect extends StepwiseDialect {

    private static final String GATE =
            "merge into privacy_gate g using (select cast(? as varbinary(64)) wanted) w on g.tenant = w.wanted ";

    private static final ReentrantLock SCHEMA_LOCK = new ReentrantLock();

    /** Parameters: operation, tenant, key, instant, tenant, key, ref, salt, instant. */
    private final String bumpGuard;

    /** Parameters: tenant, key, tenant, key, ref, salt, instant. */
    private final String ensureGuard;

    /** Parameters: tenant, key. */
    private final String lockGuard;

    private final String putState;
    private final String statesOf;

    H2Dialect(TableNames names) {
        super(
                names,
                "merge into privacy_policy_guard (tenant, held) key (tenant) values (?, true)",
                GATE + "when matched then update set epoch = g.epoch + 1"
                        + " when not matched then insert (tenant, epoch) values (w.wanted, 1)",
                "for update",
                GATE + "when not matched then insert (tenant, epoch) values (w.wanted, 0)");
        bumpGuard = named("""
                select ref, seq, recorded_at from final table (
                  merge into privacy_subject s
                  using (select cast(? as uuid) operation_id) o
                  on s.tenant = ? and s.subject_key = ?
                  when matched and not exists (
                      select 1 from privacy_journal j where j.ref = s.ref and j.operation_id = o.operation_id)
                    then update set seq = s.seq + 1, recorded_at = greatest(s.recorded_at, cast(? as timestamp(6)))
                  when not matched
                    then insert (tenant, subject_key, ref, salt, seq, recorded_at) values (?, ?, ?, ?, 1, ?))
                """);
        ensureGuard = named("""
                merge into privacy_subject s
                using (select 1) o
                on s.tenant = ? and s.subject_key = ?
                when not matched
                  then insert (tenant, subject_key, ref, salt, seq, recorded_at) values (?, ?, ?, ?, 0, ?)
                """);
        lockGuard =
                named("select seq, recorded_at from privacy_subject where tenant = ? and subject_key = ? for update");
        putState = named("""
                merge into privacy_subject_state
                  (tenant, subject_key, aspect, status, seq, since, until, text_version, by_guardian,
                   pending_text_version, pending_until, pending_by_guardian, fact_value)
                key (tenant, subject_key, aspect)
                values (%s)
                """.formatted(marks(13)));
        statesOf = named("select " + STATE_COLUMNS + " from unnest(cast(? as varbinary(255) array)) k(wanted)"
                + " join privacy_subject_state on tenant = ? and subject_key = k.wanted");
    }

    @Override
    public Dialect with(TableNames other) {
        return new H2Dialect(other);
    }

    @Override
    public String product() {
        return "H2";
    }

    /** An embedded database has one process. */
    @Override
    public SchemaLock lockSchema(Connection connection) {
        SCHEMA_LOCK.lock();
        return new SchemaLock() {
            @Override
            public void commit() throws SQLException {
                commitRows(connection);
            }

            @Override
            public void close() {
                SCHEMA_LOCK.unlock();
            }
        };
    }

    @Override
    public Catalogue catalogue() {
        return new H2Catalogue(this);
    }

    @Override
    public HostQueries hostQueries() {
        return new H2HostQueries();
    }

    /** H2 writes half a second late unless told otherwise, and a kill loses what it has acknowledged. */
    @Override
    public List<String> weaknesses(Connection connection) {
        if (setting(connection, "select coalesce(database_path(), '')").isEmpty()) {
            return List.of("in memory: nothing survives the process");
        }
        if (!setting(
                        connection,
                        "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")
                .equals("0")) {
            throw new StorageException(
                    "NOT_DURABLE",
                    "H2 writes later than it acknowledges: add ;WRITE_DELAY=0 to the URL",
                    "look at the database",
                    "",
                    0);
        }
        return List.of();
    }

    @Override
    public String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    @Override
    Restoring begin(Connection connection) throws SQLException {
        int isolation = connection.getTransactionIsolation();
        if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
        connection.setAutoCommit(false);
        return () -> {
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(isolation);
            }
        };
    }

    @Override
    boolean readsWhatIsCommitted(Connection host) throws SQLException {
        return host.getTransactionIsolation() <= Connection.TRANSACTION_READ_COMMITTED;
    }

    @Override
    Optional<Bumped> bump(Connection connection, Command command) {
        LocalDateTime at = Times.column(command.entry().at());
        Command.Guard guard = command.guard();
        return JdbcCalls.query(
                        connection,
                        command.operation(),
                        bumpGuard,
                        row -> new Bumped(row.getBytes("ref"), Written.read(row)),
                        command.entry().operation().value(),
                        guard.tenant(),
                        guard.key(),
                        at,
                        guard.tenant(),
                        guard.key(),
                        guard.ref(),
                        guard.salt(),
                        at)
                .stream()
                .findFirst();
    }

    @Override
    String putState() {
        return putState;
    }

    /** The bump has looked, and whoever bumps holds the guard row. */
    @Override
    boolean isDuplicate(SQLException e) {
        return false;
    }

    @Override
    public Written lock(Connection connection, Command.Guard guard, Instant at) {
        JdbcCalls.change(
                connection,
                LOCK_SUBJECT,
                ensureGuard,
                guard.tenant(),
                guard.key(),
                guard.tenant(),
                guard.key(),
                guard.ref(),
                guard.salt(),
                Times.column(at));
        return JdbcCalls.query(connection, LOCK_SUBJECT, lockGuard, Written::read, guard.tenant(), guard.key())
                .get(0);
    }

    /** H2 finds rows by a list of keys only if it joins them, and only if nothing else is asked: so all aspects are read. */
    @Override
    public Query statesOf(byte[] tenant, List<byte[]> keys, List<String> aspects) {
        return new Query(statesOf, new Object[] {keys.toArray(), tenant});
    }

    @Override
    Restoring waitAtMost(Connection connection, Duration patience) throws SQLException {
        String before = setting(connection, "select lock_timeout()");
        execute(connection, "set lock_timeout " + patience.toMillis());
        return () -> execute(connection, "set lock_timeout " + before);
    }
}
