package org.privacyrules.jdbc.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a database knows of the tables that our statements reach, and the statements that mend them. */
public abstract class Catalogue {

    static final String READ = "read the catalogue";

    private final Dialect dialect;

    Catalogue(Dialect dialect) {
        this.dialect = dialect;
    }

    public final Dialect dialect() {
        return dialect;
    }

    /** Table, column, type as the scripts spell it, whether it may be null; {@code %s} is the condition of {@link #where}. */
    abstract String columnsSql();

    /** Table, index, whether it is the primary key, whether it is unique, and column by column in the order of the index. */
    abstract String indexesSql();

    /** The condition that leaves our tables; one parameter if a schema was named, none if not. */
    abstract String where();

    /** The user who is asking, as {@code grant} wants it. */
    public abstract String user(Connection connection);

    /** What is wrong with tables as a whole, such as how they are stored, by table. */
    public Map<String, String> unsafeTables(Connection connection) {
        return Map.of();
    }

    /** What {@code alter table} needs to make a table safe. */
    public String safe() {
        return "";
    }

    /** Statements that turn a column into what it must be. */
    public abstract List<String> change(String table, String name, Column wanted, Column found);

    public abstract String dropPrimaryKey(String table, String key);

    /** Parameters are table and index as the scripts have them. */
    public String dropIndex(String table, String index) {
        return "drop index " + dialect.named(index);
    }

    /** Whether a user who may update and not select can be told from one who may do neither. */
    public boolean tellsUpdateFromSelect() {
        return true;
    }

    /** A schema that holds our tables and that the user may not even look into. */
    public Optional<String> closedSchema(Connection connection) {
        return Optional.empty();
    }

    /** Tables whose rows can be hidden from the user: nothing found would be taken for nothing known. */
    public List<String> tablesWithHiddenRows(Connection connection) {
        return List.of();
    }

    /** The columns of all tables, by table and column. */
    public final Map<String, Map<String, Column>> columns(Connection connection) {
        Map<String, Map<String, Column>> tables = new HashMap<>();
        read(connection, columnsSql(), FoundColumn::read)
                .forEach(found -> tables.computeIfAbsent(found.table(), unseen -> new HashMap<>())
                        .put(found.name(), found.column()));
        return tables;
    }

    private record FoundColumn(String table, String name, Column column) {

        static FoundColumn read(ResultSet row) throws SQLException {
            return new FoundColumn(row.getString(1), row.getString(2), new Column(row.getString(3), row.getBoolean(4)));
        }
    }

    /** The indexes of all tables; their tables as the host has them. */
    public final List<Index> indexes(Connection connection) {
        Map<List<String>, Index> indexes = new LinkedHashMap<>();
        read(connection, indexesSql(), Catalogue::readIndex)
                .forEach(part -> indexes.computeIfAbsent(List.of(part.table(), part.name()), unseen -> part.empty())
                        .columns()
                        .addAll(part.columns()));
        return List.copyOf(indexes.values());
    }

    private static Index readIndex(ResultSet row) throws SQLException {
        return new Index(
                row.getString(2), row.getString(1), row.getBoolean(3), row.getBoolean(4), List.of(row.getString(5)));
    }

    final Map<String, String> problems(Connection connection, String sql) {
        return read(connection, sql, row -> Map.entry(row.getString(1), row.getString(2))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    final <T> List<T> read(Connection connection, String sql, JdbcCalls.RowReader<T> reader) {
        Object[] schema = dialect.names().schema().stream().toArray();
        return JdbcCalls.query(connection, READ, sql.formatted(where()), reader, schema);
    }

    public final String addColumn(String table, String name, Column wanted) {
        return "alter table " + dialect.named(table) + " add column " + name + " " + wanted.type()
                + (wanted.nullable() ? "" : " not null");
    }

    public final String addPrimaryKey(String table, List<String> columns) {
        return "alter table " + dialect.named(table) + " add primary key (" + String.join(", ", columns) + ")";
    }

    public final String createIndex(Index index) {
        return dialect.named("create " + (index.unique() ? "unique " : "") + "index " + index.name() + " on "
                + index.table() + " (" + String.join(", ", index.columns()) + ")");
    }
}
