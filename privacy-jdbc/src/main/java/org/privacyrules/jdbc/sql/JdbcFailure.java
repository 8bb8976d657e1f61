package org.privacyrules.jdbc.sql;

import java.sql.SQLException;
import java.util.Set;
import org.privacyrules.failure.StorageException;

/**
 * Turns a driver's exception into ours, by SQLState and vendor code alone. Its text and the exception itself are dropped: drivers
 * put bound values into both.
 */
public enum JdbcFailure {
    CONFLICT("STORAGE_CONFLICT", "lost against another transaction, nothing was done: try again"),
    BUSY("STORAGE_BUSY", "waited too long for a lock or an answer, nothing was done: try again later"),
    UNAVAILABLE("STORAGE_UNAVAILABLE", "the database cannot be reached, nothing was done"),
    READ_ONLY(
            "STORAGE_READ_ONLY",
            "the database only reads, nothing was done: connect to the primary, never to a replica, or end its maintenance"),
    FULL("STORAGE_FULL", "the database has no room left, nothing was done: free disk or memory of the server"),
    FORBIDDEN(
            "STORAGE_FORBIDDEN",
            "the database user lacks a right, nothing was done: run SchemaScripts.forDatabase(dataSource).grants(user)"),
    FAILED("STORAGE_FAILED", "the database refused, nothing was done");

    /** It is not known whether the command was done. */
    static final String COMMIT_UNKNOWN = "COMMIT_UNKNOWN";

    /** Deadlock, serialization failure, two transactions that made the same row; H2's lock timeout is how it ends deadlocks. */
    private static final Set<Integer> CONFLICT_CODES = Set.of(1213, 1020, 1062, 50200);

    private static final Set<String> CONFLICT_STATES = Set.of("40001", "40P01", "23505");

    private static final Set<Integer> BUSY_CODES = Set.of(1205, 1969, 3024, 1317);

    /** By a time limit or an administrator. MariaDB says so of a commit too, after it is done. */
    private static final Set<Integer> INTERRUPTED_CODES = Set.of(1969, 3024, 1317);

    private static final Set<String> BUSY_STATES = Set.of("55P03", "57014", "HYT00", "25P03", "25P04");

    private static final Set<Integer> READ_ONLY_CODES = Set.of(1290, 1792, 1836, 90097);
    private static final Set<Integer> FULL_CODES = Set.of(1021, 1114, 3, 28, 90100);
    private static final Set<Integer> FORBIDDEN_CODES = Set.of(1044, 1142, 1143, 90096);

    /** Too many connections, shutdown, connection killed; H2: connection or database closed, file unreadable. */
    private static final Set<Integer> UNAVAILABLE_CODES =
            Set.of(1040, 1053, 1203, 1927, 1158, 1159, 1160, 1161, 90007, 90028, 90067, 90098, 90121);

    private final String code;
    private final String message;

    JdbcFailure(String code, String message) {
        this.code = code;
        this.message = message;
    }

    public static StorageException of(String operation, SQLException e) {
        return of(e).exception(operation, e);
    }

    /** Codes first: a driver may give one state to several of them. PostgreSQL has no codes. */
    public static JdbcFailure of(SQLException e) {
        int vendor = e.getErrorCode();
        String state = state(e);
        if (BUSY_CODES.contains(vendor) || BUSY_STATES.contains(state)) {
            return CONFLICT_CODES.contains(vendor) ? CONFLICT : BUSY;
        }
        if (CONFLICT_CODES.contains(vendor) || CONFLICT_STATES.contains(state)) {
            return CONFLICT;
        }
        if (READ_ONLY_CODES.contains(vendor) || state.equals("25006")) {
            return READ_ONLY;
        }
        if (FORBIDDEN_CODES.contains(vendor) || state.equals("42501")) {
            return FORBIDDEN;
        }
        if (UNAVAILABLE_CODES.contains(vendor) || isGone(state)) {
            return UNAVAILABLE;
        }
        return FULL_CODES.contains(vendor) || state.startsWith("53") ? FULL : FAILED;
    }

    private static boolean isGone(String state) {
        return state.isEmpty()
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("58")
                || state.equals("53300")
                || state.equals("70100");
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    /** What fails at the commit may have been committed, unless the database says that it rolled back. */
    static StorageException atCommit(SQLException e) {
        JdbcFailure failure = of(e);
        return failure == UNAVAILABLE
                        || failure == FAILED
                        || failure == FULL
                        || INTERRUPTED_CODES.contains(e.getErrorCode())
                ? unknown("commit", e)
                : failure.exception("commit", e);
    }

    /**
     * A statement that commits by itself may have committed if the connection is gone, if a statement of several was interrupted,
     * which may be the one behind the commit, or if the driver failed and not the database.
     */
    static StorageException ofCommitting(String operation, SQLException e) {
        boolean driverFailed = e.getErrorCode() <= 0 && state(e).startsWith("HY") && of(e) == FAILED;
        return of(e) == UNAVAILABLE || INTERRUPTED_CODES.contains(e.getErrorCode()) || driverFailed
                ? unknown(operation, e)
                : of(operation, e);
    }

    static StorageException unknown(String operation, SQLException e) {
        return new StorageException(
                COMMIT_UNKNOWN,
                "it is not known whether the commit arrived: repeat the command with the same operation id",
                operation,
                state(e),
                e.getErrorCode());
    }

    private StorageException exception(String operation, SQLException e) {
        return new StorageException(code, message, operation, state(e), e.getErrorCode());
    }

    /** The same failure, told more exactly. */
    public StorageException exception(String told, StorageException e) {
        return new StorageException(code, told, e.operation(), e.sqlState(), e.vendorCode());
    }

    public boolean is(StorageException e) {
        return e.code().equals(code);
    }
}
