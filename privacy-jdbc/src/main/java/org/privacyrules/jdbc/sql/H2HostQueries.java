package org.privacyrules.jdbc.sql;

import static java.util.Map.entry;

import java.sql.Types;
import java.util.Locale;
import java.util.Map;
import org.privacyrules.jdbc.sql.Dialect.Query;

/** H2's catalogue. Its own words are in capitals, or in small letters if the URL says so. */
final class H2HostQueries implements HostQueries {

    /** A linked table lies in another database, whose transaction is not ours. */
    private static final String TABLES = """
            select table_name, false, storage_type, upper(storage_type) in ('MEMORY', 'CACHED'), false
            from information_schema.tables
            where upper(table_type) = 'BASE TABLE' and table_schema = ?
            order by table_name
            """;

    private static final String COLUMNS = """
            select table_name, column_name,
                   data_type || case
                     when character_maximum_length is not null then '(' || character_maximum_length || ')'
                     when upper(data_type) = 'NUMERIC' then '(' || numeric_precision || ', ' || numeric_scale || ')'
                     else '' end,
                   data_type,
                   coalesce(character_maximum_length, case upper(data_type) when 'NUMERIC' then numeric_precision end, 0),
                   upper(is_nullable) = 'YES',
                   upper(is_generated) = 'ALWAYS' or upper(coalesce(identity_generation, '')) = 'ALWAYS'
            from information_schema.columns where table_schema = ?
            order by table_name, ordinal_position
            """;

    /** A unique index may carry columns that are not part of it. */
    private static final String INDEXES = """
            select c.table_name, c.index_name, upper(i.index_type_name) = 'PRIMARY KEY', c.is_unique,
                   upper(i.index_type_name) not like '%SPATIAL%', c.column_name
            from information_schema.index_columns c join information_schema.indexes i
              on i.index_schema = c.index_schema and i.index_name = c.index_name
            where (c.is_unique or upper(i.index_type_name) <> 'PRIMARY KEY' and upper(i.index_type_name) not like 'UNIQUE%')
              and c.table_schema = ?
            order by c.table_name, c.index_name, c.ordinal_position
            """;

    private static final String FOREIGN_KEYS = """
            select k.constraint_name, k.table_schema, k.table_name, k.column_name, u.table_schema, u.table_name,
                   u.column_name, r.delete_rule
            from information_schema.referential_constraints r
              join information_schema.key_column_usage k
                on k.constraint_schema = r.constraint_schema and k.constraint_name = r.constraint_name
              join information_schema.key_column_usage u
                on u.constraint_schema = r.unique_constraint_schema and u.constraint_name = r.unique_constraint_name
                  and u.ordinal_position = k.position_in_unique_constraint
            where k.table_schema = ? or u.table_schema = ?
            order by k.table_schema, k.table_name, k.constraint_name, k.ordinal_position
            """;

    private static final String TRIGGERS = """
            select event_object_table, trigger_name, upper(event_manipulation) like '%DELETE%',
                   upper(event_manipulation) like '%UPDATE%'
            from information_schema.triggers
            where (upper(event_manipulation) like '%DELETE%' or upper(event_manipulation) like '%UPDATE%')
              and event_object_schema = ?
            order by event_object_table, trigger_name
            """;

    private static final Map<String, Integer> TYPES = Map.ofEntries(
            entry("ARRAY", Types.ARRAY),
            entry("BIGINT", Types.BIGINT),
            entry("BINARY", Types.BINARY),
            entry("BINARY LARGE OBJECT", Types.BLOB),
            entry("BINARY VARYING", Types.VARBINARY),
            entry("BOOLEAN", Types.BOOLEAN),
            entry("CHARACTER", Types.CHAR),
            entry("CHARACTER LARGE OBJECT", Types.CLOB),
            entry("CHARACTER VARYING", Types.VARCHAR),
            entry("DATE", Types.DATE),
            entry("DOUBLE PRECISION", Types.DOUBLE),
            entry("INTEGER", Types.INTEGER),
            entry("NUMERIC", Types.NUMERIC),
            entry("REAL", Types.REAL),
            entry("SMALLINT", Types.SMALLINT),
            entry("TIME", Types.TIME),
            entry("TIME WITH TIME ZONE", Types.TIME_WITH_TIMEZONE),
            entry("TIMESTAMP", Types.TIMESTAMP),
            entry("TIMESTAMP WITH TIME ZONE", Types.TIMESTAMP_WITH_TIMEZONE),
            entry("TINYINT", Types.TINYINT),
            entry("VARCHAR_IGNORECASE", Types.VARCHAR));

    @Override
    public String ownSchema() {
        return "select current_schema";
    }

    @Override
    public Query tables(String schema) {
        return Query.of(TABLES, schema);
    }

    @Override
    public Query columns(String schema) {
        return Query.of(COLUMNS, schema);
    }

    @Override
    public Query indexes(String schema) {
        return Query.of(INDEXES, schema);
    }

    @Override
    public Query foreignKeys(String schema) {
        return Query.of(FOREIGN_KEYS, schema, schema);
    }

    @Override
    public Query triggers(String schema) {
        return Query.of(TRIGGERS, schema);
    }

    @Override
    public int jdbcType(String name) {
        return TYPES.getOrDefault(name.toUpperCase(Locale.ROOT), Types.OTHER);
    }
}
