package org.privacyrules.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.privacyrules.failure.StorageException;

/** Runs statements and turns their failures into ours. */
final class JdbcCalls {

    private JdbcCalls() {}

    /** Reads a row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** One statement on a connection of its own. */
    static <T> List<T> read(
            DataSource dataSource, String operation, String sql, RowReader<T> reader, Object... parameters) {
        try (Connection connection = dataSource.getConnection()) {
            try {
                return query(connection, operation, sql, reader, parameters);
            } finally {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw JdbcFailure.of(operation, e);
        }
    }

    static <T> List<T> query(
            Connection connection, String operation, String sql, RowReader<T> reader, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw JdbcFailure.of(operation, e);
        }
    }

    /** A change that must hit exactly one row. */
    static void changeOne(Connection connection, String operation, String sql, @Nullable Object... parameters) {
        int changed = change(connection, operation, sql, parameters);
        if (changed != 1) {
            throw new StorageException(
                    "STORAGE_FAILED", "changed " + changed + " rows instead of 1, nothing was done", operation, "", 0);
        }
    }

    /** A change that hits as many rows as it finds. */
    static int change(Connection connection, String operation, String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw JdbcFailure.of(operation, e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
