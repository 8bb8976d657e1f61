package org.privacyrules.jdbc.data;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.privacyrules.jdbc.data.MappedTable.ColumnTreatment;
import org.privacyrules.jdbc.data.MappedTable.KeyColumn;
import org.privacyrules.jdbc.data.TableDefinition.Treatment;
import org.privacyrules.jdbc.sql.JdbcCalls.ArrayParameter;

/** How statements on the host's tables differ between databases. */
abstract class DataDialect {

    private static final Set<Integer> TEXTS = Set.of(Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB, Types.NVARCHAR);
    private static final Set<Integer> NUMBERS =
            Set.of(Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL);

    static DataDialect of(String product) {
        return switch (product) {
            case "PostgreSQL" -> new Postgres();
            case "MariaDB" -> new MariaDb();
            default -> new H2();
        };
    }

    static boolean isText(HostColumn column) {
        return TEXTS.contains(column.jdbcType());
    }

    static boolean isNumber(HostColumn column) {
        return NUMBERS.contains(column.jdbcType());
    }

    static boolean isUuid(HostColumn column) {
        return column.type().equalsIgnoreCase("uuid");
    }

    /** A subject's key as a value of the host's column; empty if the column cannot hold it. */
    static Optional<Object> hostValue(HostColumn column, String key) {
        try {
            if (isUuid(column)) {
                UUID value = UUID.fromString(key);
                return value.toString().equals(key) ? Optional.of(value) : Optional.empty();
            }
            if (isNumber(column)) {
                long value = Long.parseLong(key);
                return Long.toString(value).equals(key) && fits(column, value) ? Optional.of(value) : Optional.empty();
            }
            return Optional.of(key);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean fits(HostColumn column, long value) {
        return switch (column.jdbcType()) {
            case Types.SMALLINT -> value == (short) value;
            case Types.INTEGER -> value == (int) value;
            default -> true;
        };
    }

    /** A subject's key as the bytes by which it is compared: never by the rules of a collation. */
    abstract String bytes(String expression);

    /** One of some subjects' keys. */
    Sql isOneOf(String bytes, List<byte[]> keys) {
        return Sql.of(bytes + " in (" + marks(keys.size()) + ")", keys.toArray());
    }

    /** Rows by the values of their keys. */
    Sql isOneOf(String alias, List<KeyColumn> key, List<Object[]> rows) {
        if (key.size() == 1) {
            return single(alias + key.get(0).sql(), key.get(0).column(), rows);
        }
        List<Object> values = new ArrayList<>();
        rows.forEach(row -> values.addAll(List.of(row)));
        String columns =
                String.join(", ", key.stream().map(each -> alias + each.sql()).toList());
        String tuple = "(" + marks(key.size()) + ")";
        return Sql.of(
                "(" + columns + ") in (" + String.join(", ", Collections.nCopies(rows.size(), tuple)) + ")",
                values.toArray());
    }

    Sql single(String expression, HostColumn column, List<Object[]> rows) {
        return Sql.of(
                expression + " in (" + marks(rows.size()) + ")",
                rows.stream().map(row -> row[0]).toArray());
    }

    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    /** Behind a place in an order. */
    Sql isBehind(List<String> expressions, List<Object> place) {
        Sql behind = new Sql();
        for (int i = 0; i < expressions.size(); i++) {
            behind.add(i == 0 ? "" : " or ").add("(");
            for (int j = 0; j < i; j++) {
                behind.add(expressions.get(j) + " = ? and ", place.get(j));
            }
            behind.add(expressions.get(i) + " > ?)", place.get(i));
        }
        String first = expressions.get(0);
        return Sql.of(first + " >= ? and (", place.get(0)).add(behind).add(")");
    }

    /** The column that tells where a row lies; empty if the database does not tell. */
    String placeOfRow() {
        return "";
    }

    Sql isAt(String place, List<Object[]> places) {
        throw new IllegalStateException("this database does not tell where a row lies: " + place);
    }

    /** The qualified names of a table's partitions that are tables of their own and no others are in; empty if there are none. */
    Optional<String> partitionsOf() {
        return Optional.empty();
    }

    /** Locks a table from everybody at once, or fails if anybody uses it. */
    String lockingAll(String table) {
        throw new IllegalStateException("this database has no partitions that are tables: " + table);
    }

    /** Whether a row that refers to itself can be deleted like any other. */
    boolean deletesWhatRefersToItself() {
        return true;
    }

    /** Locks what is read, and passes over what others have locked. */
    String lockingUnlocked() {
        return " for update skip locked";
    }

    /** What the value of a column becomes; empty if only Java knows. */
    Sql treated(ColumnTreatment column, String value) {
        Treatment treatment = column.treatment();
        if (treatment instanceof Treatment.Nulled) {
            return Sql.of("null");
        }
        if (treatment instanceof Treatment.Constant constant) {
            return Sql.of("?", constant.value());
        }
        if (treatment instanceof Treatment.MonthOnly) {
            return Sql.of(firstDay(value, column.column(), "month"));
        }
        if (treatment instanceof Treatment.YearOnly) {
            return Sql.of(firstDay(value, column.column(), "year"));
        }
        return new Sql();
    }

    abstract String firstDay(String value, HostColumn column, String unit);

    /** Whether the value of a column is not yet what it becomes; empty if nothing tells. */
    Sql isUntreated(ColumnTreatment column, String value) {
        Treatment treatment = column.treatment();
        if (treatment instanceof Treatment.Nulled) {
            return Sql.of(value + " is not null");
        }
        if (treatment instanceof Treatment.Constant constant) {
            return Sql.of("(" + value + " is null or " + value + " <> ?)", constant.value());
        }
        if (treatment instanceof Treatment.NetworkOnly) {
            return networkIsMissing(value);
        }
        if (treatment instanceof Treatment.Own) {
            return new Sql();
        }
        return Sql.of(value + " <> ").add(treated(column, value));
    }

    /** What {@link Networks} writes ends with {@code .0}, or has at most three groups before its {@code ::}. */
    Sql networkIsMissing(String value) {
        return Sql.of("(" + value + " not like '%.%.%.0' and (" + value + " not like '%::' or " + value
                + " like '%:%:%:%::'))");
    }

    /** PostgreSQL. */
    static final class Postgres extends DataDialect {

        @Override
        String bytes(String expression) {
            return "convert_to(cast(" + expression + " as text), 'UTF8')";
        }

        @Override
        Sql isOneOf(String bytes, List<byte[]> keys) {
            return Sql.of(bytes + " = any (?)", new ArrayParameter("bytea", keys.toArray(byte[][]::new)));
        }

        @Override
        Sql single(String expression, HostColumn column, List<Object[]> rows) {
            String type = arrayType(column);
            return type.isEmpty()
                    ? super.single(expression, column, rows)
                    : Sql.of(
                            expression + " = any (?)",
                            new ArrayParameter(
                                    type, rows.stream().map(row -> row[0]).toArray()));
        }

        private static String arrayType(HostColumn column) {
            return switch (column.jdbcType()) {
                case Types.SMALLINT -> "int2";
                case Types.INTEGER -> "int4";
                case Types.BIGINT -> "int8";
                case Types.VARCHAR -> isUuid(column) ? "uuid" : "text";
                default -> isUuid(column) ? "uuid" : "";
            };
        }

        @Override
        Sql isBehind(List<String> expressions, List<Object> place) {
            return Sql.of("(" + String.join(", ", expressions) + ") > (" + marks(place.size()) + ")", place.toArray());
        }

        @Override
        String placeOfRow() {
            return "ctid";
        }

        @Override
        Optional<String> partitionsOf() {
            return Optional.of(
                    "select cast(c.oid as regclass)::text from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                            + " where i.inhparent = cast(cast(? as text) as regclass) and c.relkind = 'r' order by 1");
        }

        @Override
        String lockingAll(String table) {
            return "lock table only " + table + " in access exclusive mode nowait";
        }

        /** As one text, which takes a fraction of what an array of the driver's does. */
        @Override
        Sql isAt(String place, List<Object[]> places) {
            StringBuilder all = new StringBuilder("{");
            places.forEach(at ->
                    all.append(all.length() == 1 ? "\"" : ",\"").append(at[0]).append('"'));
            return Sql.of(place + " = any (cast(? as tid[]))", all.append('}').toString());
        }

        @Override
        String lockingUnlocked() {
            return " for update of t skip locked";
        }

        @Override
        String firstDay(String value, HostColumn column, String unit) {
            return "cast(date_trunc('" + unit + "', " + value + ") as " + column.type() + ")";
        }

        @Override
        Sql treated(ColumnTreatment column, String value) {
            return isInet(column) ? Sql.of(network(value)) : super.treated(column, value);
        }

        @Override
        Sql isUntreated(ColumnTreatment column, String value) {
            return isInet(column) ? Sql.of(value + " <> " + network(value)) : super.isUntreated(column, value);
        }

        private static boolean isInet(ColumnTreatment column) {
            return column.treatment() instanceof Treatment.NetworkOnly
                    && column.column().type().equals("inet");
        }

        private static String network(String value) {
            return "cast(network(set_masklen(" + value + ", case family(" + value
                    + ") when 4 then 24 else 48 end)) as inet)";
        }
    }

    /** MariaDB. */
    static final class MariaDb extends DataDialect {

        @Override
        String bytes(String expression) {
            return "cast(convert(" + expression + " using utf8mb4) as binary)";
        }

        /** InnoDB takes the row for one that keeps itself. */
        @Override
        boolean deletesWhatRefersToItself() {
            return false;
        }

        @Override
        String firstDay(String value, HostColumn column, String unit) {
            return "cast(date_format(" + value + ", '" + (unit.equals("month") ? "%Y-%m-01" : "%Y-01-01") + "') as "
                    + (column.jdbcType() == Types.DATE ? "date" : "datetime") + ")";
        }
    }

    /** H2. */
    static final class H2 extends DataDialect {

        @Override
        String bytes(String expression) {
            return "stringtoutf8(cast(" + expression + " as varchar))";
        }

        @Override
        String firstDay(String value, HostColumn column, String unit) {
            return "date_trunc('" + unit + "', " + value + ")";
        }
    }
}
