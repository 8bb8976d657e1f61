package org.privacyrules.jdbc.sql;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL's catalogue. Without a named schema our tables are those that the search path leads to. */
final class PostgresCatalogue extends Catalogue {

    private static final String TABLES = """
            from pg_class c join pg_namespace n on n.oid = c.relnamespace and c.relkind in ('r', 'p')
            """;

    private static final String COLUMNS = """
            select c.relname, a.attname,
                   format_type(a.atttypid, a.atttypmod)
                     || case when l.collname is null or l.collname = 'default' then '' else ' collate "' || l.collname || '"' end,
                   not a.attnotnull
            """ + TABLES + """
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              left join pg_collation l on l.oid = a.attcollation
            where %s
            """;

    /** An index that is invalid or does not hold every row as it is helps nobody: it has a column that no table has. */
    private static final String INDEXES = """
            select c.relname, i.relname, x.indisprimary, x.indisunique and x.indimmediate,
                   case when x.indisvalid and x.indpred is null then coalesce(a.attname, '?') else '?' end
            """ + TABLES + """
              join pg_index x on x.indrelid = c.oid
              join pg_class i on i.oid = x.indexrelid
              cross join lateral unnest(x.indkey) with ordinality k(attnum, place)
              left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
            where k.place <= x.indnkeyatts and %s
            order by c.relname, i.relname, k.place
            """;

    private static final String UNSAFE =
            "select c.relname, 'is unlogged, a crash empties it' " + TABLES + " where c.relpersistence = 'u' and %s";

    private static final String CLOSED = "select n.nspname " + TABLES + """
            where c.relname = ? and not has_schema_privilege(n.oid, 'usage') and n.nspname in
              (select case trim(path) when '"$user"' then current_user else trim(both '" ' from path) end
               from unnest(string_to_array(current_setting('search_path'), ',')) path)
            """;

    private static final String CLOSED_NAMED =
            "select nspname from pg_namespace where nspname = ? and not has_schema_privilege(oid, 'usage')";

    PostgresCatalogue(Dialect dialect) {
        super(dialect);
    }

    @Override
    String columnsSql() {
        return COLUMNS;
    }

    @Override
    String indexesSql() {
        return INDEXES;
    }

    @Override
    String where() {
        return dialect().names().schema().isPresent() ? "n.nspname = ?" : "pg_table_is_visible(c.oid)";
    }

    @Override
    public String user(Connection connection) {
        return Dialect.setting(connection, "select quote_ident(current_user)");
    }

    @Override
    public Optional<String> closedSchema(Connection connection) {
        TableNames names = dialect().names();
        boolean named = names.schema().isPresent();
        String wanted = names.schema().orElseGet(() -> names.table("privacy_subject"));
        return JdbcCalls.query(connection, READ, named ? CLOSED_NAMED : CLOSED, row -> row.getString(1), wanted)
                .stream()
                .findFirst();
    }

    @Override
    public List<String> tablesWithHiddenRows(Connection connection) {
        return read(
                connection,
                "select c.relname " + TABLES + " where row_security_active(c.oid) and %s",
                row -> row.getString(1));
    }

    @Override
    public Map<String, String> unsafeTables(Connection connection) {
        return problems(connection, UNSAFE);
    }

    @Override
    public String safe() {
        return "set logged";
    }

    /** By way of text, because few types lead to another by themselves. */
    @Override
    public List<String> change(String table, String name, Column wanted, Column found) {
        List<String> changes = new ArrayList<>();
        if (!found.type().equals(wanted.type())) {
            String plain = wanted.type().replaceFirst(" collate .*", "");
            boolean text = plain.startsWith("character varying") || plain.equals("text");
            String collation = text && plain.equals(wanted.type()) ? " collate \"default\"" : "";
            changes.add("alter column " + name + " type " + wanted.type() + collation + " using cast(cast(" + name
                    + " as text) as " + plain + ")");
        }
        if (found.nullable() != wanted.nullable()) {
            changes.add("alter column " + name + (wanted.nullable() ? " drop not null" : " set not null"));
        }
        return List.of("alter table " + dialect().named(table) + " " + String.join(", ", changes));
    }

    @Override
    public String dropPrimaryKey(String table, String key) {
        return "alter table " + dialect().named(table) + " drop constraint "
                + dialect().quoted(key);
    }
}
