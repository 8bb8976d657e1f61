package org.privacyrules.examples.glesys;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** The company's database, in memory: its own tables, and beside them those of the library. */
final class CompanyDatabase implements AutoCloseable {

    private static final String TABLES = "company.sql";

    private final JdbcConnectionPool pool;

    /** Reads one row. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Work on a connection, in one transaction. */
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    private CompanyDatabase(JdbcConnectionPool pool) {
        this.pool = pool;
    }

    /** The database lives as long as the pool keeps a connection to it. */
    static CompanyDatabase create() {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "company", "");
        CompanyDatabase database = new CompanyDatabase(pool);
        database.update(tables());
        return database;
    }

    private static String tables() {
        try (InputStream script = CompanyDatabase.class.getResourceAsStream(TABLES)) {
            return new String(Objects.requireNonNull(script, TABLES).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DataSource dataSource() {
        return pool;
    }

    <T> List<T> query(String sql, RowReader<T> reader) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<T> all = new ArrayList<>();
            while (row.next()) {
                all.add(reader.read(row));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("the company's tables cannot be read", e);
        }
    }

    long count(String table) {
        return query("SELECT COUNT(*) FROM " + table, row -> row.getLong(1)).get(0);
    }

    void update(String sql, Object... values) {
        inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.execute();
            }
        });
    }

    void inTransaction(Work work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.on(connection);
                connection.commit();
            } catch (Throwable e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the company's tables cannot be written", e);
        }
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
