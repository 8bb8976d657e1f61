package org.privacyrules.jdbc.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.privacyrules.failure.StorageException;
import org.privacyrules.storage.Transaction;
import org.privacyrules.subject.OperationId;

/**
 * A connection on which one port call, or several, are made. A transaction begins when it is needed: a command that is one
 * statement commits by itself. On the host's connection a savepoint stands for the transaction.
 */
public final class JdbcTransaction implements Transaction {

    private final Connection connection;
    private final Dialect dialect;
    private final boolean joined;
    private final boolean mayBeDone;
    private boolean begun;
    private boolean halfSet;
    private boolean patient;
    private Dialect.Restoring restoring = () -> {};
    private @Nullable Savepoint savepoint;
    private @Nullable OperationId operation;

    private JdbcTransaction(Connection connection, Dialect dialect, boolean joined, boolean mayBeDone) {
        this.connection = connection;
        this.dialect = dialect;
        this.joined = joined;
        this.mayBeDone = mayBeDone;
    }

    static JdbcTransaction own(Connection connection, Dialect dialect, boolean mayBeDone) {
        return new JdbcTransaction(connection, dialect, false, mayBeDone);
    }

    static JdbcTransaction joined(Connection connection, Dialect dialect) {
        return new JdbcTransaction(connection, dialect, true, false);
    }

    public static JdbcTransaction of(Transaction transaction) {
        return (JdbcTransaction) transaction;
    }

    public Connection connection() {
        return connection;
    }

    /** Whether an earlier try of the same work may have been committed. */
    public boolean mayBeDone() {
        return mayBeDone;
    }

    public boolean isJoined() {
        return joined;
    }

    /** Whether the next statement commits by itself. */
    boolean commitsByItself() {
        return !joined && !begun;
    }

    /** All that follows is done or undone together. */
    public void begin() {
        if (begun) {
            return;
        }
        halfSet = true;
        try {
            if (joined) {
                savepoint = connection.setSavepoint();
            } else {
                restoring = dialect.begin(connection);
            }
            begun = true;
            halfSet = false;
        } catch (SQLException e) {
            throw JdbcFailure.of("begin", e);
        }
    }

    /** Bounds how long our own transaction waits for each lock from now on. In the host's, the host's setting counts. */
    public void waitAtMost(Duration patience) {
        if (joined || patient) {
            return;
        }
        halfSet = true;
        try {
            Dialect.Restoring others = restoring;
            Dialect.Restoring own = dialect.waitAtMost(connection, patience);
            restoring = () -> {
                own.restore();
                others.restore();
            };
            patient = true;
            halfSet = false;
        } catch (SQLException e) {
            throw JdbcFailure.of("bound the wait for locks", e);
        }
    }

    /** The command that is being written, for a caller who never learns what came of it. */
    public void writes(OperationId id) {
        if (operation == null) {
            operation = id;
        }
    }

    StorageException withOperation(StorageException failure) {
        return operation == null ? failure : failure.of(operation.value());
    }

    /** Ends what {@link #begin} began, for good. */
    void commit() {
        try {
            if (savepoint != null) {
                connection.releaseSavepoint(savepoint);
            } else if (begun) {
                connection.commit();
            }
            begun = false;
        } catch (SQLException e) {
            throw joined ? JdbcFailure.of("release savepoint", e) : JdbcFailure.atCommit(e);
        }
    }

    /** Undoes what was begun and not ended. */
    void rollBack() throws SQLException {
        if (begun && savepoint != null) {
            connection.rollback(savepoint);
        } else if (begun) {
            dialect.rollBack(connection);
        }
    }

    /**
     * Gives an own connection the settings back that were changed.
     *
     * @return false if it failed half way: then nobody knows them
     */
    boolean restore(boolean autoCommit) throws SQLException {
        if (halfSet) {
            return false;
        }
        if (connection.getAutoCommit() != autoCommit) {
            connection.setAutoCommit(autoCommit);
        }
        restoring.restore();
        return true;
    }
}
