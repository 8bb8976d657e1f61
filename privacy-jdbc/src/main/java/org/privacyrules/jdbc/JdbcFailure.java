package org.privacyrules.jdbc;

import java.sql.SQLException;
import java.util.Set;
import org.privacyrules.failure.StorageException;

/** Turns a driver's exception into ours. Its text and the exception itself are dropped: drivers put bound values into both. */
final class JdbcFailure {

    /** Nothing was done, another try may succeed. */
    static final String CONFLICT = "STORAGE_CONFLICT";

    private static final int H2_LOCK_TIMEOUT = 50200;

    /** H2: the connection is closed or broken, the database is closed or its file cannot be read. */
    private static final Set<Integer> H2_GONE = Set.of(90007, 90028, 90067, 90098, 90121);

    /** Serialization failure, deadlock, and two transactions that made the same row. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "23505", "HYT00");

    private JdbcFailure() {}

    static StorageException of(String operation, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (CONFLICTS.contains(state) || e.getErrorCode() == H2_LOCK_TIMEOUT) {
            return failure(
                    CONFLICT, "lost against another transaction, nothing was done: try again", operation, e, state);
        }
        if (state.startsWith("08") || state.startsWith("57") || state.isEmpty() || H2_GONE.contains(e.getErrorCode())) {
            return failure(
                    "STORAGE_UNAVAILABLE", "the database cannot be reached, nothing was done", operation, e, state);
        }
        return failure("STORAGE_FAILED", "the database refused, nothing was done", operation, e, state);
    }

    /** What fails at the commit may have been committed, unless the database says that it rolled back. */
    static StorageException atCommit(SQLException e) {
        StorageException failure = of("commit", e);
        boolean rolledBack =
                failure.sqlState().startsWith("40") || failure.sqlState().startsWith("23");
        return rolledBack
                ? failure
                : failure(
                        "COMMIT_UNKNOWN",
                        "it is not known whether the commit arrived: repeat the command with the same operation id",
                        "commit",
                        e,
                        failure.sqlState());
    }

    private static StorageException failure(
            String code, String message, String operation, SQLException e, String sqlState) {
        return new StorageException(code, message, operation, sqlState, e.getErrorCode());
    }
}
