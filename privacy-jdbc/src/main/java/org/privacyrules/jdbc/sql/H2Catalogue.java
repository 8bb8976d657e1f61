package org.privacyrules.jdbc.sql;

import java.sql.Connection;
import java.util.List;

/** H2's catalogue. Names and its own words are in capitals, or in small letters if the URL says so. */
final class H2Catalogue extends Catalogue {

    /** What differs in the case of letters alone is never stored where {@code ignorecase} makes text of another type. */
    private static final String COLUMNS = """
            select lower(table_name), lower(column_name),
                   case lower(data_type) when 'varchar_ignorecase' then 'character varying' else lower(data_type) end
                     || case
                          when lower(data_type) in ('binary varying', 'binary', 'character varying', 'varchar_ignorecase')
                          then '(' || character_maximum_length || ')'
                          when lower(data_type) = 'timestamp' then '(' || datetime_precision || ')' else '' end,
                   upper(is_nullable) = 'YES'
            from information_schema.columns where %s
            """;

    private static final String INDEXES = """
            select lower(table_name), lower(index_name), upper(index_type_name) = 'PRIMARY KEY', is_unique,
                   lower(column_name)
            from (select c.*, i.index_type_name
              from information_schema.index_columns c join information_schema.indexes i
                on i.index_schema = c.index_schema and i.index_name = c.index_name)
            where %s
            order by table_name, index_name, ordinal_position
            """;

    H2Catalogue(Dialect dialect) {
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
        return "table_schema = " + (dialect().names().schema().isPresent() ? "?" : "current_schema");
    }

    @Override
    public boolean tellsUpdateFromSelect() {
        return false;
    }

    @Override
    public String user(Connection connection) {
        return dialect().quoted(Dialect.setting(connection, "select current_user"));
    }

    @Override
    public List<String> change(String table, String name, Column wanted, Column found) {
        String column = "alter table " + dialect().named(table) + " alter column " + name;
        return List.of(
                column + " set data type " + wanted.type(),
                column + (wanted.nullable() ? " drop" : " set") + " not null");
    }

    @Override
    public String dropPrimaryKey(String table, String key) {
        return "alter table " + dialect().named(table) + " drop primary key";
    }
}
