package org.privacyrules.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.StorageException;
import org.privacyrules.jdbc.SchemaScript.Column;
import org.privacyrules.jdbc.SchemaScript.Index;
import org.privacyrules.jdbc.SchemaScript.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a storage stands on, looked at once before it is used: product, tables, rights, durability. */
final class Ground {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcStorage.class);
    private static final String CHECK = "check the database";

    private final Connection connection;
    private final Dialect dialect;
    private final SchemaScripts scripts;

    Ground(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
        this.scripts = SchemaScripts.of(dialect);
    }

    /**
     * Refuses what commands and decisions cannot stand on.
     *
     * @return the product, its version and what it does not promise
     */
    String check() throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        StringBuilder product = new StringBuilder(dialect.product() + " " + metaData.getDatabaseProductVersion());
        for (String weakness : dialect.weaknesses(connection)) {
            LOG.warn("{}: {}", product, weakness);
            product.append(", ").append(weakness);
        }
        SchemaScript expected = scripts.expected();
        requireRights(expected);
        requireVersion();
        requireColumns(expected);
        requireIndexes(expected);
        dialect.requireAllRowsVisible(connection);
        return product.toString();
    }

    private static StorageException wrong(String problem) {
        return new StorageException("SCHEMA_WRONG", problem, CHECK, "", 0);
    }

    /** Asks for each right with a statement that touches no row, because what a role may do is known to the database alone. */
    private void requireRights(SchemaScript expected) throws SQLException {
        for (Table table : expected.tables().values()) {
            for (String right : SchemaScripts.rights().getOrDefault(table.name(), List.of())) {
                requireRight(table, right);
            }
        }
    }

    private void requireRight(Table table, String right) throws SQLException {
        Set<String> columns = table.columns().keySet();
        String sql = switch (right) {
            case "select" -> "select 1 from %s where 1 = 0";
            case "insert" ->
                "insert into %s (" + String.join(", ", columns) + ") select "
                        + String.join(", ", Collections.nCopies(columns.size(), "null"))
                        + " from (select 1 one) nothing where 1 = 0";
            case "update" -> "update %s set " + columns.iterator().next() + " = null where 1 = 0";
            default -> throw new IllegalStateException(right);
        };
        try (Statement statement = connection.createStatement()) {
            statement.execute(dialect.named(sql.formatted(table.name())));
        } catch (SQLException e) {
            throw refused(table, right, e);
        } finally {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        }
    }

    private StorageException refused(Table table, String right, SQLException e) {
        String name = dialect.named(table.name());
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (JdbcFailure.of(e) == JdbcFailure.FORBIDDEN) {
            return new StorageException(
                    "STORAGE_FORBIDDEN",
                    "the database user lacks a right: grant " + right + " on " + name + ", or all that"
                            + " SchemaScripts.forDatabase(dataSource).grants(user) names",
                    CHECK,
                    state,
                    e.getErrorCode());
        }
        if (state.startsWith("42")) {
            return new StorageException(
                    "SCHEMA_MISSING",
                    "table " + name + " is not there, or lacks its columns: run the statements of"
                            + " SchemaScripts.forDatabase(dataSource).text(), or call apply(dataSource) once",
                    CHECK,
                    state,
                    e.getErrorCode());
        }
        return JdbcFailure.of(CHECK, e);
    }

    private void requireVersion() throws SQLException {
        int installed = scripts.installed(connection);
        if (installed < SchemaScripts.VERSION) {
            throw wrong("the tables have version " + installed + ", this library needs " + SchemaScripts.VERSION
                    + ": run the statements of SchemaScripts.forDatabase(dataSource).textFrom(" + installed
                    + "), or call apply(dataSource)");
        }
    }

    private void requireColumns(SchemaScript expected) throws SQLException {
        Map<String, Map<String, Column>> found = dialect.columns(connection);
        for (Table table : expected.tables().values()) {
            Map<String, Column> columns = found.getOrDefault(dialect.names().table(table.name()), Map.of());
            table.columns().forEach((name, column) -> requireColumn(table, name, column, columns));
        }
    }

    private void requireColumn(Table table, String name, Column wanted, Map<String, Column> found) {
        String where = "column " + name + " of " + dialect.named(table.name());
        Column is = found.get(name);
        if (is == null) {
            throw wrong(where + " is not there: alter table " + dialect.named(table.name()) + " add " + name + " "
                    + wanted.type());
        }
        if (!is.type().equals(wanted.type())) {
            throw wrong(where + " is " + is.type() + " and must be " + wanted.type());
        }
        if (is.nullable() != wanted.nullable()) {
            throw wrong(where + (wanted.nullable() ? " must allow null" : " must be not null"));
        }
    }

    private void requireIndexes(SchemaScript expected) throws SQLException {
        for (Table table : expected.tables().values()) {
            List<Index> found = indexes(table.name());
            requireIndex(new Index(table.name(), true, table.primaryKey()), found);
            for (Index index : expected.indexes()) {
                if (index.table().equals(table.name())) {
                    requireIndex(index, found);
                }
            }
        }
    }

    private void requireIndex(Index wanted, List<Index> found) {
        boolean there = found.stream()
                .anyMatch(index -> index.columns().equals(wanted.columns()) && (index.unique() || !wanted.unique()));
        if (!there) {
            throw wrong("table " + dialect.named(wanted.table()) + " has no " + (wanted.unique() ? "unique " : "")
                    + "index on (" + String.join(", ", wanted.columns()) + "): make it");
        }
    }

    private List<Index> indexes(String table) throws SQLException {
        Map<String, TreeMap<Integer, String>> columns = new LinkedHashMap<>();
        Map<String, Boolean> unique = new LinkedHashMap<>();
        String schema = dialect.schema(connection);
        try (ResultSet row = connection
                .getMetaData()
                .getIndexInfo(
                        dialect.schemaIsCatalog() ? schema : null,
                        dialect.schemaIsCatalog() ? null : schema,
                        dialect.catalogName(dialect.names().table(table)),
                        false,
                        true)) {
            while (row.next()) {
                String index = row.getString("INDEX_NAME");
                if (index != null) {
                    columns.computeIfAbsent(index, unseen -> new TreeMap<>())
                            .put(
                                    row.getInt("ORDINAL_POSITION"),
                                    row.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                    unique.put(index, !row.getBoolean("NON_UNIQUE"));
                }
            }
        }
        List<Index> indexes = new ArrayList<>();
        columns.forEach((name, of) ->
                indexes.add(new Index(table, unique.getOrDefault(name, false), List.copyOf(of.values()))));
        return indexes;
    }

    /** Two data sources that look into two databases would answer as if nobody had ever withdrawn. */
    void requireSameDatabase(DataSource beside) throws SQLException {
        try (Connection other = beside.getConnection()) {
            dialect.weaknesses(other);
            if (!databaseId(connection).equals(databaseId(other))) {
                throw new InvalidInputException(
                        "readingBeside: the data source looks into another database than the storage");
            }
        }
    }

    private UUID databaseId(Connection of) {
        return JdbcCalls.query(
                        of,
                        CHECK,
                        dialect.named("select database_id from privacy_schema order by version"),
                        row -> dialect.readUuid(row, "database_id"))
                .get(0);
    }
}
