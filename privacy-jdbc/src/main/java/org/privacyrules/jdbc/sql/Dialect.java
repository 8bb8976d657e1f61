package org.privacyrules.jdbc.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.privacyrules.failure.StorageException;
import org.privacyrules.jdbc.sql.JdbcCalls.RowReader;

/** What differs between databases, and the statements that do not. One of it serves one storage; immutable. */
public abstract class Dialect {

    static final String STATE_COLUMNS =
            "subject_key, aspect, status, seq, since, until, text_version, by_guardian, pending_text_version, pending_until,"
                    + " pending_by_guardian, fact_value";

    static final String LOCK_SUBJECT = "lock a subject";

    static final String HOLD_COLUMNS =
            "hold_id, matter, subject_key, category, reason, placed_by_role, placed_by_reference, placed_at, review_on,"
                    + " released_at, released_by_role, released_by_reference, release_reason";

    static final String ENTER_GATE = "enter the gate";
    static final String CLOSE_GATE = "close the gate";

    private static final String POLICY_COLUMNS = "version, effective_from, hash, document, published_at";

    private static final String ENTRIES = """
            select j.operation_id, j.entry_id, j.seq, j.recorded_at, j.clock_at, j.kind, j.policy_version, j.purpose, j.payload
            from privacy_subject s join privacy_journal j on j.ref = s.ref
            where s.tenant = ? and s.subject_key = ? and\s""";

    /** MariaDB may pretend to be an old MySQL. */
    private static final Pattern VERSION =
            Pattern.compile("(?:5\\.5\\.5-)?(\\d{1,4})(?:\\.(\\d{1,4}))?.*", Pattern.DOTALL);

    private final TableNames names;

    /** Parameters: tenant, key, instant. */
    public final String entriesUpTo;

    /** The newest first. Parameters: tenant, key, how many. */
    public final String latestEntries;

    /** Parameters: tenant, key, operation. */
    public final String entryOfOperation;

    /** Parameters: tenant, key. */
    public final String states;

    /** To be gone on with the aspects. Parameters so far: tenant. */
    private final String statesWithAspects;

    /** Parameters: tenant. */
    public final String policies;

    /** Parameters: tenant, version, start. */
    public final String policiesLike;

    /** Parameters: tenant, version, start, hash, document, published at. */
    public final String insertPolicy;

    /** Makes or writes the tenant's guard row of policies, so that another one who does waits. Parameters: tenant. */
    public final String lockPolicies;

    /** Makes the tenant's gate row or raises its epoch, so that another one who does waits. Parameters: tenant. */
    final String raiseEpoch;

    /** Reads the tenant's epoch. Parameters: tenant. */
    final String gate;

    /** Parameters: tenant. */
    public final String holds;

    /** Parameters: tenant. */
    public final String activeHolds;

    /** Parameters: tenant, id. */
    public final String hold;

    /** Parameters: tenant and {@link #HOLD_COLUMNS}. */
    public final String insertHold;

    /** Parameters: instant, role, reference, reason; tenant, id. */
    public final String releaseHold;

    Dialect(TableNames names, String lockPolicies, String raiseEpoch) {
        this.names = names;
        this.lockPolicies = named(lockPolicies);
        this.raiseEpoch = named(raiseEpoch);
        entriesUpTo = named(ENTRIES
                + "j.seq <= (select max(told.seq) from privacy_journal told where told.ref = s.ref and told.clock_at <= ?)"
                + " order by j.seq");
        latestEntries = named(ENTRIES + "j.seq > 0 order by j.seq desc limit ?");
        entryOfOperation = named(ENTRIES + "j.operation_id = ?");
        states = named("select " + STATE_COLUMNS + " from privacy_subject_state where tenant = ? and subject_key = ?");
        statesWithAspects =
                named("select " + STATE_COLUMNS + " from privacy_subject_state where tenant = ? and aspect in (");
        policies = named(
                "select " + POLICY_COLUMNS + " from privacy_policy_version where tenant = ? order by effective_from");
        policiesLike = named("select " + POLICY_COLUMNS
                + " from privacy_policy_version where tenant = ? and (version = ? or effective_from = ?)");
        insertPolicy = named("""
                insert into privacy_policy_version (tenant, version, effective_from, hash, document, published_at)
                values (?, ?, ?, ?, ?, ?)
                """);
        gate = named("select epoch from privacy_gate where tenant = ?");
        String selectHolds = "select " + HOLD_COLUMNS + " from privacy_hold where tenant = ?";
        holds = named(selectHolds);
        activeHolds = named(selectHolds + " and released_at is null");
        hold = named(selectHolds + " and hold_id = ?");
        insertHold = named("insert into privacy_hold (tenant, " + HOLD_COLUMNS + ") values (" + marks(14) + ")");
        releaseHold = named("""
                update privacy_hold
                set released_at = ?, released_by_role = ?, released_by_reference = ?, release_reason = ?
                where tenant = ? and hold_id = ? and released_at is null
                """);
    }

    /**
     * The dialect of a database.
     *
     * @throws StorageException with code {@code UNSUPPORTED_DATABASE}
     */
    public static Dialect of(Connection connection, TableNames names) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        String version = connection.getMetaData().getDatabaseProductVersion();
        return switch (product) {
            case "PostgreSQL" -> {
                requireVersion(product, version, 14, 0);
                yield new PostgresDialect(names);
            }
            case "MariaDB", "MySQL" -> {
                if (!version.contains("MariaDB")) {
                    throw unsupported(product + " " + version);
                }
                requireVersion("MariaDB", version, 10, 11);
                yield new MariaDbDialect(names);
            }
            case "H2" -> {
                requireVersion(product, version, 2, 0);
                yield new H2Dialect(names);
            }
            default -> throw unsupported(product + " " + version);
        };
    }

    private static void requireVersion(String product, String version, int major, int minor) {
        Matcher is = VERSION.matcher(version);
        boolean newer = is.lookingAt() && (number(is, 1) > major || (number(is, 1) == major && number(is, 2) >= minor));
        if (!newer) {
            throw unsupported(product + " " + version);
        }
    }

    private static int number(Matcher version, int group) {
        return version.group(group) == null ? 0 : Integer.parseInt(version.group(group));
    }

    static StorageException unsupported(String product) {
        return new StorageException(
                "UNSUPPORTED_DATABASE",
                product + " is not supported: PostgreSQL 14 or newer, MariaDB 10.11 or newer and H2 2 are",
                "look at the database",
                "",
                0);
    }

    public final TableNames names() {
        return names;
    }

    /** A statement with the host's table names. */
    public final String named(String sql) {
        return names.in(sql, this::quoted);
    }

    /** The same dialect for other tables. */
    public abstract Dialect with(TableNames other);

    /** The product's name. */
    public abstract String product();

    /** The folder of its scripts. */
    public final String folder() {
        return product().toLowerCase(Locale.ROOT);
    }

    public boolean hasHashPartitions() {
        return false;
    }

    /** What a role needs beside the rights on tables. */
    public List<String> schemaGrants(String schema, String user) {
        return List.of();
    }

    /** Keeps other nodes from changing the tables, and makes the change one transaction where the database can. */
    public abstract SchemaLock lockSchema(Connection connection) throws SQLException;

    /** What the database knows of the tables. */
    public abstract Catalogue catalogue();

    /** How the database is asked about the host's own tables. */
    public abstract HostQueries hostQueries();

    /**
     * What the database does not promise as it is set up.
     *
     * @throws StorageException if commands and decisions cannot stand on it at all
     */
    public abstract List<String> weaknesses(Connection connection) throws SQLException;

    /** An identifier in the database's own quotes. */
    public abstract String quoted(String identifier);

    /** Gives back settings of a connection. */
    @FunctionalInterface
    interface Restoring {
        void restore() throws SQLException;
    }

    /** Begins a transaction at READ COMMITTED on a connection that has none. */
    abstract Restoring begin(Connection connection) throws SQLException;

    /** Undoes what {@link #begin} began, also if nothing came behind it. */
    void rollBack(Connection connection) throws SQLException {
        connection.rollback();
    }

    /** Whether a plain read on the host's connection surely sees what others have committed by now. */
    abstract boolean readsWhatIsCommitted(Connection host) throws SQLException;

    /** What else helps if it does not; begins with a comma, or is empty. */
    String remedyForSnapshots() {
        return ", or use READ COMMITTED";
    }

    /** How a command stands after it was written: its sequence and instant. */
    public record Written(long sequence, Instant recordedAt) {

        static Written read(ResultSet row) throws SQLException {
            return new Written(row.getLong("seq"), Times.read(row, "recorded_at"));
        }
    }

    /**
     * Writes a command: guard row, journal row, state row, pending row, or nothing at all.
     *
     * @return empty if the operation was recorded before
     */
    public abstract Optional<Written> write(JdbcTransaction transaction, Command command);

    /**
     * Locks a subject's guard row until the transaction ends, and makes it if there is none.
     *
     * @return the sequence and instant of the subject's last command, 0 if there is none
     */
    public abstract Written lock(Connection connection, Command.Guard guard, Instant at);

    /** What is known of many subjects: statement and parameters. */
    public abstract Query statesOf(byte[] tenant, List<byte[]> keys, List<String> aspects);

    /** The next rows behind a key, in the order of the keys. */
    public Query statesAfter(byte[] tenant, List<String> aspects, byte[] after, int limit) {
        String sql = statesWithAspects + marks(aspects.size()) + ") and subject_key > ? order by subject_key limit ?";
        Object[] parameters = new Object[aspects.size() + 3];
        parameters[0] = tenant;
        for (int i = 0; i < aspects.size(); i++) {
            parameters[i + 1] = aspect(aspects.get(i));
        }
        parameters[aspects.size() + 1] = after;
        parameters[aspects.size() + 2] = limit;
        return new Query(sql, parameters);
    }

    /** A statement with its parameters. */
    @SuppressWarnings("ArrayRecordComponent") // bound once, never compared
    public record Query(String sql, @Nullable Object[] parameters) {

        static Query of(String sql, Object... parameters) {
            return new Query(sql, parameters);
        }
    }

    /** Bounds how long statements on a connection wait for a lock, until it gets its setting back. */
    abstract Restoring waitAtMost(Connection connection, Duration patience) throws SQLException;

    /** Waits until nobody is inside the tenant's gate, lets nobody in until the transaction ends, and raises the epoch. */
    public void closeGate(Connection connection, byte[] tenant) {
        JdbcCalls.change(connection, CLOSE_GATE, raiseEpoch, tenant);
    }

    /** Waits until nobody closes the tenant's gate, and keeps it open until the transaction ends. Returns the epoch. */
    public abstract long enterGate(JdbcTransaction transaction, Connections connections, byte[] tenant);

    /** Reads, inside the gate, what is committed by now, however old the snapshot of a host's transaction is. */
    public <T> List<T> readInsideGate(
            JdbcTransaction transaction,
            Connections connections,
            String operation,
            String sql,
            RowReader<T> reader,
            Object... parameters) {
        return connections.read(transaction, operation, sql, reader, parameters);
    }

    /** How many subjects one statement reads best. */
    public int chunkSize() {
        return 500;
    }

    /** A UUID as a parameter. */
    public Object uuid(UUID value) {
        return value;
    }

    public UUID readUuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /** An aspect as a parameter. */
    public Object aspect(String name) {
        return name;
    }

    /** The value of a setting of the database, empty if it has none. */
    static String setting(Connection connection, String sql) {
        return JdbcCalls.query(
                        connection, "read a setting", sql, row -> Objects.requireNonNullElse(row.getString(1), ""))
                .stream()
                .findFirst()
                .orElse("");
    }

    static StorageException readOnly(String why) {
        return new StorageException(
                "STORAGE_READ_ONLY",
                why + ": connect to the primary, never to a replica",
                "look at the database",
                "",
                0);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
