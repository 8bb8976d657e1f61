package org.privacyrules.jdbc.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacyrules.failure.PrivacyException;
import org.privacyrules.failure.StorageException;

/** Runs statements and turns their failures into ours. */
public final class JdbcCalls {

    private JdbcCalls() {}

    /** Reads a row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** A parameter that is an array of the database's. */
    @SuppressWarnings("ArrayRecordComponent") // bound once, never compared
    public record ArrayParameter(String type, Object[] elements) {}

    public static <T> List<T> query(
            Connection connection, String operation, String sql, RowReader<T> reader, @Nullable Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            return rows(statement, reader);
        } catch (SQLException e) {
            throw JdbcFailure.of(operation, e);
        }
    }

    /** Runs a statement that commits by itself. What fails behind its answer fails too late to undo it. */
    static <T> List<T> commit(
            Connection connection, String operation, String sql, RowReader<T> reader, @Nullable Object... parameters) {
        boolean answered = false;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            boolean isResult = statement.execute();
            answered = true;
            return rows(statement, isResult, reader);
        } catch (SQLException e) {
            throw answered ? JdbcFailure.unknown(operation, e) : JdbcFailure.ofCommitting(operation, e);
        }
    }

    static <T> List<T> rows(PreparedStatement statement, RowReader<T> reader) throws SQLException {
        return rows(statement, statement.execute(), reader);
    }

    /** The rows of the first result that has any, behind the counts of what was changed before. */
    private static <T> List<T> rows(PreparedStatement statement, boolean startsWithResult, RowReader<T> reader)
            throws SQLException {
        boolean isResult = startsWithResult;
        while (!isResult && statement.getUpdateCount() != -1) {
            isResult = statement.getMoreResults();
        }
        List<T> rows = new ArrayList<>();
        if (isResult) {
            try (ResultSet result = statement.getResultSet()) {
                while (result.next()) {
                    rows.add(read(result, reader));
                }
            }
        }
        return rows;
    }

    /** What a driver or Java says of a value that it cannot convert may repeat it. */
    private static <T> T read(ResultSet row, RowReader<T> reader) throws SQLException {
        try {
            return reader.read(row);
        } catch (PrivacyException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new SQLDataException("a column is not what it must be", "22000");
        }
    }

    /** A change that must hit exactly one row. */
    public static void changeOne(Connection connection, String operation, String sql, @Nullable Object... parameters) {
        requireOne(operation, change(connection, operation, sql, parameters));
    }

    static void requireOne(String operation, int changed) {
        if (changed != 1) {
            throw new StorageException(
                    "STORAGE_FAILED", "changed " + changed + " rows instead of 1, nothing was done", operation, "", 0);
        }
    }

    /** A change that hits as many rows as it finds. */
    public static int change(Connection connection, String operation, String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw JdbcFailure.of(operation, e);
        }
    }

    /** Parameters one after the other. */
    static @Nullable Object[] joined(@Nullable Object[]... parts) {
        return Arrays.stream(parts).flatMap(Arrays::stream).toArray();
    }

    public static void bind(Connection connection, PreparedStatement statement, @Nullable Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object parameter = parameters[i];
            if (parameter instanceof ArrayParameter array) {
                statement.setArray(i + 1, connection.createArrayOf(array.type(), array.elements()));
            } else {
                statement.setObject(i + 1, parameter);
            }
        }
    }
}
