package org.privacyrules.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.privacyrules.failure.StorageException;
import org.privacyrules.storage.Transactions;

/** Transactions of our own at READ COMMITTED. Work that lost against another transaction is run again, a few times. */
final class JdbcTransactions implements Transactions {

    private static final int ATTEMPTS = 5;

    private final DataSource dataSource;

    JdbcTransactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public <T> T inTransaction(Work<T> work) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return once(work);
            } catch (StorageException e) {
                if (!e.code().equals(JdbcFailure.CONFLICT)) {
                    throw e;
                }
                pause(attempt);
            }
        }
        return once(work);
    }

    /** Two that lost against each other must not meet again at once. */
    private static void pause(int attempt) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(TimeUnit.MILLISECONDS.toNanos(10L << attempt)));
    }

    private <T> T once(Work<T> work) {
        try (OwnConnection own = OwnConnection.begin(dataSource)) {
            T result = work.run(new JdbcTransaction(own.connection()));
            own.commit();
            return result;
        }
    }

    /** A borrowed connection with an open transaction; closing it rolls back what was not committed. */
    private static final class OwnConnection implements AutoCloseable {

        private final Connection connection;
        private final boolean autoCommit;
        private final int isolation;
        private boolean committed;

        private OwnConnection(Connection connection, boolean autoCommit, int isolation) {
            this.connection = connection;
            this.autoCommit = autoCommit;
            this.isolation = isolation;
        }

        static OwnConnection begin(DataSource dataSource) {
            try {
                Connection connection = dataSource.getConnection();
                OwnConnection own =
                        new OwnConnection(connection, connection.getAutoCommit(), connection.getTransactionIsolation());
                try {
                    own.open();
                } catch (SQLException e) {
                    own.close();
                    throw e;
                }
                return own;
            } catch (SQLException e) {
                throw JdbcFailure.of("begin", e);
            }
        }

        private void open() throws SQLException {
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
            connection.setAutoCommit(false);
        }

        Connection connection() {
            return connection;
        }

        void commit() {
            try {
                connection.commit();
                committed = true;
            } catch (SQLException e) {
                throw JdbcFailure.atCommit(e);
            }
        }

        /** What goes wrong here changes nothing for the caller: it is committed, or the database rolls it back. */
        @Override
        public void close() {
            try (Connection returned = connection) {
                if (!committed) {
                    returned.rollback();
                }
                returned.setAutoCommit(autoCommit);
                if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                    returned.setTransactionIsolation(isolation);
                }
            } catch (SQLException e) {
                committed = true;
            }
        }
    }
}
