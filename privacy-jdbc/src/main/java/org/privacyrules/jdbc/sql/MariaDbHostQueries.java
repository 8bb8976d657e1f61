package org.privacyrules.jdbc.sql;

import static java.util.Map.entry;

import java.sql.Types;
import java.util.Map;
import org.privacyrules.jdbc.sql.Dialect.Query;

/**
 * MariaDB's catalogue; it shows a user only what the user has some right on, and triggers only to whoever may make them. It takes
 * names for the same that differ in the case of letters or in accents, so bytes are compared; the plain comparison beside it keeps
 * the server from opening the tables of all schemas.
 */
final class MariaDbHostQueries implements HostQueries {

    private static final String TABLES = """
            select table_name, false, coalesce(engine, ''), coalesce(engine, '') = 'InnoDB', table_type = 'SYSTEM VERSIONED'
            from information_schema.tables
            where table_type in ('BASE TABLE', 'SYSTEM VERSIONED')
              and table_schema = ? and binary table_schema = binary ?
            order by binary table_name
            """;

    private static final String COLUMNS = """
            select table_name, column_name, column_type,
                   concat(data_type,
                     if(column_type like '% unsigned%' and data_type not in ('enum', 'set'), ' unsigned', '')),
                   coalesce(character_maximum_length, if(data_type = 'decimal', numeric_precision, 0)),
                   is_nullable = 'YES', is_generated = 'ALWAYS'
            from information_schema.columns where table_schema = ? and binary table_schema = binary ?
            order by binary table_name, ordinal_position
            """;

    private static final String INDEXES = """
            select table_name, index_name, index_name = 'PRIMARY', non_unique = 0,
                   sub_part is null and index_type in ('BTREE', 'HASH'), column_name
            from information_schema.statistics where table_schema = ? and binary table_schema = binary ?
            order by binary table_name, binary index_name, seq_in_index
            """;

    private static final String FOREIGN_KEYS = """
            select k.constraint_name, k.table_schema, k.table_name, k.column_name,
                   k.referenced_table_schema, k.referenced_table_name, k.referenced_column_name, r.delete_rule
            from information_schema.key_column_usage k join information_schema.referential_constraints r
              on binary r.constraint_schema = binary k.constraint_schema
                and binary r.table_name = binary k.table_name and binary r.constraint_name = binary k.constraint_name
            where k.referenced_table_name is not null
              and (binary k.table_schema = binary ? or binary k.referenced_table_schema = binary ?)
            order by binary k.table_schema, binary k.table_name, binary k.constraint_name, k.ordinal_position
            """;

    private static final String TRIGGERS = """
            select event_object_table, trigger_name, event_manipulation like '%DELETE%', event_manipulation like '%UPDATE%'
            from information_schema.triggers
            where (event_manipulation like '%DELETE%' or event_manipulation like '%UPDATE%')
              and event_object_schema = ? and binary event_object_schema = binary ?
            order by binary event_object_table, binary trigger_name
            """;

    /** What is unsigned is of the next type that holds it. */
    private static final Map<String, Integer> TYPES = Map.ofEntries(
            entry("bigint", Types.BIGINT),
            entry("bigint unsigned", Types.DECIMAL),
            entry("binary", Types.BINARY),
            entry("bit", Types.BIT),
            entry("blob", Types.LONGVARBINARY),
            entry("char", Types.CHAR),
            entry("date", Types.DATE),
            entry("datetime", Types.TIMESTAMP),
            entry("decimal", Types.DECIMAL),
            entry("decimal unsigned", Types.DECIMAL),
            entry("double", Types.DOUBLE),
            entry("double unsigned", Types.DOUBLE),
            entry("enum", Types.VARCHAR),
            entry("float", Types.REAL),
            entry("float unsigned", Types.REAL),
            entry("int", Types.INTEGER),
            entry("int unsigned", Types.BIGINT),
            entry("longblob", Types.LONGVARBINARY),
            entry("longtext", Types.LONGVARCHAR),
            entry("mediumblob", Types.LONGVARBINARY),
            entry("mediumint", Types.INTEGER),
            entry("mediumint unsigned", Types.INTEGER),
            entry("mediumtext", Types.LONGVARCHAR),
            entry("set", Types.VARCHAR),
            entry("smallint", Types.SMALLINT),
            entry("smallint unsigned", Types.INTEGER),
            entry("text", Types.LONGVARCHAR),
            entry("time", Types.TIME),
            entry("timestamp", Types.TIMESTAMP),
            entry("tinyblob", Types.LONGVARBINARY),
            entry("tinyint", Types.TINYINT),
            entry("tinyint unsigned", Types.SMALLINT),
            entry("tinytext", Types.LONGVARCHAR),
            entry("varbinary", Types.VARBINARY),
            entry("varchar", Types.VARCHAR),
            entry("year", Types.SMALLINT),
            entry("year unsigned", Types.SMALLINT));

    @Override
    public String ownSchema() {
        return "select database()";
    }

    @Override
    public Query tables(String schema) {
        return Query.of(TABLES, schema, schema);
    }

    @Override
    public Query columns(String schema) {
        return Query.of(COLUMNS, schema, schema);
    }

    @Override
    public Query indexes(String schema) {
        return Query.of(INDEXES, schema, schema);
    }

    @Override
    public Query foreignKeys(String schema) {
        return Query.of(FOREIGN_KEYS, schema, schema);
    }

    @Override
    public Query triggers(String schema) {
        return Query.of(TRIGGERS, schema, schema);
    }

    @Override
    public int jdbcType(String name) {
        return TYPES.getOrDefault(name, Types.OTHER);
    }
}
