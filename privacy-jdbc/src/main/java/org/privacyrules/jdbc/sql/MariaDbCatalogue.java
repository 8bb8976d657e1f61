package org.privacyrules.jdbc.sql;

import java.sql.Connection;
import java.util.List;
import java.util.Map;

/** MariaDB's catalogue; it shows a user only what the user has some right on. */
final class MariaDbCatalogue extends Catalogue {

    private static final String COLUMNS = """
            select table_name, column_name,
                   concat(column_type, if(character_set_name is null, '',
                     concat(' character set ', character_set_name, ' collate ', collation_name))),
                   is_nullable = 'YES'
            from information_schema.columns where %s
            """;

    /** An index on the beginning of a column takes different values for the same: it is one on another column. */
    private static final String INDEXES = """
            select table_name, index_name, index_name = 'PRIMARY', non_unique = 0,
                   concat(column_name, if(sub_part is null, '', concat('(', sub_part, ')')))
            from information_schema.statistics where %s
            order by table_name, index_name, seq_in_index
            """;

    private static final String UNSAFE = """
            select table_name, concat('is kept by ', engine, ', which has no transactions')
            from information_schema.tables where engine <> 'InnoDB' and %s
            """;

    MariaDbCatalogue(Dialect dialect) {
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
        return "table_schema = " + (dialect().names().schema().isPresent() ? "?" : "database()");
    }

    @Override
    public String user(Connection connection) {
        String account = Dialect.setting(connection, "select current_user()");
        int at = account.lastIndexOf('@');
        return dialect().quoted(account.substring(0, at)) + "@" + dialect().quoted(account.substring(at + 1));
    }

    @Override
    public Map<String, String> unsafeTables(Connection connection) {
        return problems(connection, UNSAFE);
    }

    @Override
    public String safe() {
        return "engine = InnoDB";
    }

    @Override
    public List<String> change(String table, String name, Column wanted, Column found) {
        return List.of("alter table " + dialect().named(table) + " modify column " + name + " " + wanted.type()
                + (wanted.nullable() ? " null" : " not null"));
    }

    @Override
    public String dropPrimaryKey(String table, String key) {
        return "alter table " + dialect().named(table) + " drop primary key";
    }

    @Override
    public String dropIndex(String table, String index) {
        return dialect().named("drop index " + index + " on " + table);
    }
}
