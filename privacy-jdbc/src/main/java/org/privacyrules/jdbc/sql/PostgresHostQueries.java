package org.privacyrules.jdbc.sql;

import static java.util.Map.entry;

import java.sql.Types;
import java.util.Map;
import java.util.Optional;
import org.privacyrules.jdbc.sql.Dialect.Query;

/** PostgreSQL's own catalogue, which shows everybody everything; {@code information_schema} leaves out what the user has no right on. */
final class PostgresHostQueries implements HostQueries {

    private static final String TABLES = """
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
              and c.relkind in ('r', 'p') and c.relpersistence <> 't'
            """;

    private static final String KINDS =
            "select c.relname, c.relkind = 'p', '', true, false " + TABLES + " where n.nspname = ? order by c.relname";

    /** A column of a domain is one of the type that the domain stands on. */
    private static final String COLUMNS = """
            select c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                   case when b.typcategory = 'A' then 'array' else b.typname end,
                   case when b.typname in ('varchar', 'bpchar') and m.typmod > 4 then m.typmod - 4
                        when b.typname = 'numeric' and m.typmod > 4 then ((m.typmod - 4) >> 16) & 65535 else 0 end,
                   not a.attnotnull and not t.typnotnull,
                   a.attgenerated <> '' or a.attidentity = 'a'
            """ + TABLES + """
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              join pg_type t on t.oid = a.atttypid
              join pg_type b on b.oid = case t.typtype when 'd' then t.typbasetype else t.oid end
              cross join lateral (select case t.typtype when 'd' then t.typtypmod else a.atttypmod end typmod) m
            where n.nspname = ?
            order by c.relname, a.attnum
            """;

    private static final String INDEXES = """
            select c.relname, i.relname, x.indisprimary, x.indisunique,
                   x.indisvalid and x.indpred is null and a.attname is not null and m.amname in ('btree', 'hash'),
                   coalesce(a.attname, pg_get_indexdef(x.indexrelid, cast(k.place as integer), true))
            """ + TABLES + """
              join pg_index x on x.indrelid = c.oid
              join pg_class i on i.oid = x.indexrelid
              join pg_am m on m.oid = i.relam
              cross join lateral unnest(x.indkey) with ordinality k(attnum, place)
              left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
            where k.place <= x.indnkeyatts and n.nspname = ?
            order by c.relname, i.relname, k.place
            """;

    /** What the database repeats at each partition is told once, of the table that is cut. */
    private static final String FOREIGN_KEYS = """
            select f.conname, cn.nspname, c.relname, ca.attname, tn.nspname, t.relname, ta.attname,
                   case f.confdeltype when 'a' then 'NO ACTION' when 'r' then 'RESTRICT' when 'c' then 'CASCADE'
                     when 'n' then 'SET NULL' else 'SET DEFAULT' end
            from pg_constraint f
              join pg_class c on c.oid = f.conrelid join pg_namespace cn on cn.oid = c.relnamespace
              join pg_class t on t.oid = f.confrelid join pg_namespace tn on tn.oid = t.relnamespace
              cross join lateral unnest(f.conkey, f.confkey) with ordinality k(mine, theirs, place)
              join pg_attribute ca on ca.attrelid = c.oid and ca.attnum = k.mine
              join pg_attribute ta on ta.attrelid = t.oid and ta.attnum = k.theirs
            where f.contype = 'f' and f.conparentid = 0 and (cn.nspname = ? or tn.nspname = ?)
            order by cn.nspname, c.relname, f.conname, k.place
            """;

    /** A rule can turn a statement into another one, or into nothing. */
    private static final String TRIGGERS =
            "select c.relname, g.tgname, g.tgtype & 8 <> 0, g.tgtype & 16 <> 0 " + TABLES + """
              join pg_trigger g on g.tgrelid = c.oid and not g.tgisinternal and g.tgparentid = 0
            where g.tgenabled in ('O', 'A') and g.tgtype & 24 <> 0 and n.nspname = ?
            union all
            select c.relname, w.rulename, w.ev_type = '4', w.ev_type = '2'
            """ + TABLES + """
              join pg_rewrite w on w.ev_class = c.oid and w.ev_enabled in ('O', 'A') and w.ev_type in ('2', '4')
            where n.nspname = ?
            order by 1, 2
            """;

    private static final String CHILDREN = """
            select cn.nspname, c.relname, pn.nspname, p.relname, pg_get_expr(c.relpartbound, c.oid)
            from pg_inherits i
              join pg_class c on c.oid = i.inhrelid join pg_namespace cn on cn.oid = c.relnamespace
              join pg_class p on p.oid = i.inhparent join pg_namespace pn on pn.oid = p.relnamespace
            where p.relkind in ('r', 'p', 'f') and (cn.nspname = ? or pn.nspname = ?)
            order by pn.nspname, p.relname, cn.nspname, c.relname, i.inhseqno
            """;

    private static final Map<String, Integer> TYPES = Map.ofEntries(
            entry("array", Types.ARRAY),
            entry("bool", Types.BOOLEAN),
            entry("bpchar", Types.CHAR),
            entry("bytea", Types.BINARY),
            entry("date", Types.DATE),
            entry("float4", Types.REAL),
            entry("float8", Types.DOUBLE),
            entry("int2", Types.SMALLINT),
            entry("int4", Types.INTEGER),
            entry("int8", Types.BIGINT),
            entry("numeric", Types.NUMERIC),
            entry("text", Types.VARCHAR),
            entry("time", Types.TIME),
            entry("timestamp", Types.TIMESTAMP),
            entry("timestamptz", Types.TIMESTAMP_WITH_TIMEZONE),
            entry("timetz", Types.TIME_WITH_TIMEZONE),
            entry("varchar", Types.VARCHAR),
            entry("xml", Types.SQLXML));

    @Override
    public String ownSchema() {
        return "select current_schema()";
    }

    @Override
    public Query tables(String schema) {
        return Query.of(KINDS, schema);
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
        return Query.of(TRIGGERS, schema, schema);
    }

    @Override
    public Optional<Query> children(String schema) {
        return Optional.of(Query.of(CHILDREN, schema, schema));
    }

    @Override
    public int jdbcType(String name) {
        return TYPES.getOrDefault(name, Types.OTHER);
    }
}
