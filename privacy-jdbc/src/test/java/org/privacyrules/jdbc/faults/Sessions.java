package org.privacyrules.jdbc.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** What an administrator sees of sessions, and does to them. */
final class Sessions implements AutoCloseable {

    private final Product product;
    private final Connection administrator;

    Sessions(TestDatabase database) {
        try {
            product = database.product();
            administrator = database.unpooled().getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long of(Connection connection) throws SQLException {
        return Long.parseLong(text(
                connection,
                switch (product) {
                    case H2 -> "select session_id()";
                    case POSTGRESQL -> "select pg_backend_pid()";
                    case MARIADB, MARIADB_BY_CONNECTOR_J -> "select connection_id()";
                }));
    }

    /** Ends a session; it is no failure if it has ended already. */
    void end(long session) throws SQLException {
        String sql = switch (product) {
            case H2 -> "select abort_session(?)";
            case POSTGRESQL -> "select pg_terminate_backend(?::int)";
            case MARIADB, MARIADB_BY_CONNECTOR_J -> "kill ?";
        };
        try (PreparedStatement statement = administrator.prepareStatement(sql)) {
            statement.setLong(1, session);
            statement.execute();
            while (product == Product.POSTGRESQL && isThere(session)) {
                Thread.onSpinWait();
            }
        } catch (SQLException e) {
            if (e.getErrorCode() != 1094) {
                throw e;
            }
        }
    }

    private boolean isThere(long session) throws SQLException {
        return !text(administrator, "select 1 from pg_stat_activity where pid = " + session)
                .isEmpty();
    }

    /**
     * Whether the next transaction is serializable. MariaDB's driver does not know of a level that was set for the next transaction
     * only: there only a serializable one locks what it reads.
     */
    boolean isSerializable(Connection connection) throws SQLException {
        if (product == Product.H2 || product == Product.POSTGRESQL) {
            return connection.getTransactionIsolation() == Connection.TRANSACTION_SERIALIZABLE;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("start transaction");
            text(connection, "select version from privacy_schema");
            boolean locked = isLocked();
            statement.execute("rollback");
            return locked;
        }
    }

    /** How long its statements wait for locks. */
    String patience(Connection connection) throws SQLException {
        return text(
                connection,
                switch (product) {
                    case H2 -> "select lock_timeout()";
                    case POSTGRESQL -> "show lock_timeout";
                    case MARIADB, MARIADB_BY_CONNECTOR_J -> "select @@innodb_lock_wait_timeout";
                });
    }

    private boolean isLocked() {
        try {
            text(administrator, "select version from privacy_schema for update nowait");
            return false;
        } catch (SQLException e) {
            return true;
        }
    }

    @Override
    public void close() throws SQLException {
        administrator.close();
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
