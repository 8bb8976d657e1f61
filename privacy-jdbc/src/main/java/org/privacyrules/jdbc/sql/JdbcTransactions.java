package org.privacyrules.jdbc.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.privacyrules.failure.StorageException;
import org.privacyrules.storage.Transactions;

/**
 * Transactions of our own at READ COMMITTED, or the host's. Work of our own that lost against another transaction or lost its
 * connection is run again, a few times: with the same operation ids nothing is done twice. The host's transaction is the host's to
 * repeat.
 */
public final class JdbcTransactions implements Transactions {

    private static final int ATTEMPTS = 5;

    private final Connections connections;
    private final Dialect dialect;

    public JdbcTransactions(Connections connections, Dialect dialect) {
        this.connections = connections;
        this.dialect = dialect;
    }

    @Override
    public <T> T inTransaction(Work<T> work) {
        return run(begun(work));
    }

    @Override
    public <T> T oneCall(Work<T> work) {
        return run(work);
    }

    private <T> T run(Work<T> work) {
        Optional<Connection> host = connections.host();
        return host.isPresent() ? joined(host.get(), work) : own(work);
    }

    /** A failure behind an unknown outcome does not make it known: only an answer does. */
    private <T> T own(Work<T> work) {
        StorageException unknown = null;
        Work<T> next = work;
        for (int attempt = 1; ; attempt++) {
            try {
                return once(next, unknown != null);
            } catch (StorageException e) {
                unknown = e.code().equals(JdbcFailure.COMMIT_UNKNOWN) ? e : unknown;
                if (attempt == ATTEMPTS || !isWorthAnotherTry(e)) {
                    throw unknown == null ? e : unknown;
                }
                if (JdbcFailure.CONFLICT.is(e)) {
                    next = begun(work);
                    pause(attempt);
                }
            }
        }
    }

    /**
     * A statement that commits by itself runs at the pool's isolation, and above READ COMMITTED it loses against every other one
     * for ever: from then on it waits for them.
     */
    private static <T> Work<T> begun(Work<T> work) {
        return transaction -> {
            JdbcTransaction.of(transaction).begin();
            return work.run(transaction);
        };
    }

    private static boolean isWorthAnotherTry(StorageException e) {
        return JdbcFailure.CONFLICT.is(e)
                || e.code().equals(JdbcFailure.COMMIT_UNKNOWN)
                || (JdbcFailure.UNAVAILABLE.is(e) && !e.operation().equals(Connections.CONNECT));
    }

    /** Two that lost against each other must not meet again at once. */
    private static void pause(int attempt) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(TimeUnit.MILLISECONDS.toNanos(10L << attempt)));
    }

    private <T> T once(Work<T> work, boolean mayBeDone) {
        try (OwnConnection own = new OwnConnection(connections.own(), dialect, mayBeDone)) {
            return own.run(work);
        }
    }

    private <T> T joined(Connection connection, Work<T> work) {
        JdbcTransaction transaction = JdbcTransaction.joined(connection, dialect);
        boolean done = false;
        try {
            T result = work.run(transaction);
            transaction.commit();
            done = true;
            return result;
        } finally {
            try {
                if (!done) {
                    undo(transaction);
                }
            } finally {
                connections.release(connection);
            }
        }
    }

    private static void undo(JdbcTransaction transaction) {
        try {
            transaction.rollBack();
        } catch (SQLException e) {
            // The host learns of the failure that brought us here; its transaction can only be rolled back.
        }
    }

    /** A borrowed connection; closing it rolls back what was not committed. */
    private static final class OwnConnection implements AutoCloseable {

        private final Connection connection;
        private final JdbcTransaction transaction;
        private boolean autoCommit = true;

        OwnConnection(Connection connection, Dialect dialect, boolean mayBeDone) {
            this.connection = connection;
            this.transaction = JdbcTransaction.own(connection, dialect, mayBeDone);
        }

        <T> T run(Work<T> work) {
            try {
                if (!hasAutoCommit()) {
                    transaction.begin();
                }
                T result = work.run(transaction);
                transaction.commit();
                return result;
            } catch (StorageException e) {
                throw transaction.withOperation(e);
            }
        }

        private boolean hasAutoCommit() {
            try {
                autoCommit = connection.getAutoCommit();
                return autoCommit;
            } catch (SQLException e) {
                throw JdbcFailure.of("begin", e);
            }
        }

        @Override
        public void close() {
            try (Connection returned = connection) {
                giveBack(returned);
            } catch (SQLException | RuntimeException e) {
                // It is committed, or the database rolls it back: nothing changes for the caller.
            }
        }

        /** Nobody gets a connection of which it is not known how it stands. */
        private void giveBack(Connection returned) throws SQLException {
            boolean restored = false;
            try {
                transaction.rollBack();
                restored = transaction.restore(autoCommit);
            } finally {
                if (!restored) {
                    returned.abort(Runnable::run);
                }
            }
        }
    }
}
