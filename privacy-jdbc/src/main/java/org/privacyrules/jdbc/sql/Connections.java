package org.privacyrules.jdbc.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.privacyrules.failure.RefusedException;
import org.privacyrules.failure.StorageException;
import org.privacyrules.jdbc.sql.JdbcCalls.RowReader;

/**
 * Where connections come from: the library's own, the host's if it has a transaction open, and those that read beside it. Inside
 * the host's transaction nothing is borrowed from the pool that the host may be waiting for.
 */
public final class Connections {

    static final String CONNECT = "connect";

    private static final int READ_ATTEMPTS = 3;

    private final DataSource dataSource;
    private final Dialect dialect;
    private final Optional<HostConnections> hosts;
    private final Optional<DataSource> beside;

    public Connections(
            DataSource dataSource, Dialect dialect, Optional<HostConnections> hosts, Optional<DataSource> beside) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.hosts = hosts;
        this.beside = beside;
    }

    public Connection own() {
        return connect(dataSource);
    }

    /** Whether inside the host's transaction something reads beside it. */
    boolean haveBeside() {
        return beside.isPresent();
    }

    private static Connection connect(DataSource source) {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw JdbcFailure.of(CONNECT, e);
        }
    }

    /** The connection on which the host has a transaction open. */
    public boolean mayJoin() {
        return hosts.isPresent();
    }

    Optional<Connection> host() {
        if (hosts.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<Connection> connection = hosts.get().current();
            if (connection.isPresent() && hasAutoCommit(connection.get())) {
                release(connection.get());
                throw new RefusedException(
                        "NO_HOST_TRANSACTION",
                        "The ConnectionSource gave a connection that has auto-commit on: let it give the connection of the"
                                + " transaction that is open in this thread, and nothing if there is none");
            }
            return connection;
        } catch (SQLException e) {
            throw JdbcFailure.of("join the host's transaction", e);
        }
    }

    private boolean hasAutoCommit(Connection connection) throws SQLException {
        try {
            return connection.getAutoCommit();
        } catch (SQLException e) {
            release(connection);
            throw e;
        }
    }

    void release(Connection connection) {
        hosts.ifPresent(source -> source.release(connection));
    }

    /**
     * Reads rows: one statement on a connection of our own, or two inside the host's transaction, where the rows come twice. The
     * host's connection knows what the host has not committed; its snapshot may be old. The other one knows what others have
     * committed since.
     */
    public <T> List<T> read(String operation, String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return readEach(operation, sql, reader, parameters).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The same, by connection. */
    public <T> List<List<T>> readEach(
            String operation, String sql, RowReader<T> reader, @Nullable Object... parameters) {
        Optional<Connection> host = host();
        if (host.isEmpty()) {
            return List.of(readOwn(dataSource, operation, sql, reader, parameters));
        }
        try {
            return readEach(host.get(), operation, sql, reader, parameters);
        } finally {
            release(host.get());
        }
    }

    /** Inside a transaction that may be the host's. */
    public <T> List<T> read(
            JdbcTransaction transaction,
            String operation,
            String sql,
            RowReader<T> reader,
            @Nullable Object... parameters) {
        return transaction.isJoined()
                ? readEach(transaction.connection(), operation, sql, reader, parameters).stream()
                        .flatMap(List::stream)
                        .toList()
                : JdbcCalls.query(transaction.connection(), operation, sql, reader, parameters);
    }

    private <T> List<List<T>> readEach(
            Connection host, String operation, String sql, RowReader<T> reader, @Nullable Object... parameters) {
        if (beside.isEmpty()) {
            requireFresh(host, operation);
            return List.of(JdbcCalls.query(host, operation, sql, reader, parameters));
        }
        return List.of(
                JdbcCalls.query(host, operation, sql, reader, parameters),
                readOwn(beside.get(), operation, sql, reader, parameters));
    }

    private void requireFresh(Connection host, String operation) {
        try {
            if (!dialect.readsWhatIsCommitted(host)) {
                throw new RefusedException(
                        "STALE_SNAPSHOT",
                        operation
                                + ": the host's transaction may not see what others have committed since it began. Give"
                                + " JdbcStorage.builder(dataSource).readingBeside(another small DataSource), or ask outside the"
                                + " transaction" + dialect.remedyForSnapshots());
            }
        } catch (SQLException e) {
            throw JdbcFailure.of(operation, e);
        }
    }

    /** A read that lost its connection is as good on another. */
    private static <T> List<T> readOwn(
            DataSource source, String operation, String sql, RowReader<T> reader, @Nullable Object... parameters) {
        for (int attempt = 1; ; attempt++) {
            try {
                return readOnce(source, operation, sql, reader, parameters);
            } catch (StorageException e) {
                boolean lost = JdbcFailure.UNAVAILABLE.is(e) && !e.operation().equals(CONNECT);
                if (attempt == READ_ATTEMPTS || !(lost || JdbcFailure.CONFLICT.is(e))) {
                    throw e;
                }
            }
        }
    }

    private static <T> List<T> readOnce(
            DataSource source, String operation, String sql, RowReader<T> reader, @Nullable Object... parameters) {
        try (Connection connection = connect(source);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            JdbcCalls.bind(connection, statement, parameters);
            try {
                return JdbcCalls.rows(statement, reader);
            } finally {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw JdbcFailure.of(operation, e);
        }
    }
}
