package org.privacyrules.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Tells the connection on which the host has a transaction open in the current thread, so that commands and decisions can be part
 * of it. What the library did not open it never commits, closes or switches. Must be thread-safe.
 *
 * <p>With Spring, {@code dataSource} being that of the transaction manager:
 *
 * <pre>{@code
 * new ConnectionSource() {
 *     public Optional<Connection> current() {
 *         return TransactionSynchronizationManager.isActualTransactionActive()
 *                 ? Optional.of(DataSourceUtils.getConnection(dataSource))
 *                 : Optional.empty();
 *     }
 *
 *     public void release(Connection connection) {
 *         DataSourceUtils.releaseConnection(connection, dataSource);
 *     }
 * }
 * }</pre>
 */
@FunctionalInterface
public interface ConnectionSource {

    /**
     * The host's connection.
     *
     * @return a connection with auto-commit off whose transaction the host will end; empty if this thread has none, then the
     *     library opens a transaction of its own
     * @throws SQLException if the host cannot tell
     */
    Optional<Connection> current() throws SQLException;

    /**
     * The library has finished one call on the connection. The host's transaction goes on.
     *
     * @param connection what {@link #current()} gave
     */
    default void release(Connection connection) {}
}
