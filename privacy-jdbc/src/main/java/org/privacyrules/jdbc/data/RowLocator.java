package org.privacyrules.jdbc.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.privacyrules.jdbc.data.MappedTable.KeyColumn;

/**
 * How a row is found again: by where it lies, if the database tells that, and else by its key. Where it lies holds good as long as the
 * row is locked; of a row that is not, it is a guess, and whether the row there is due must be asked again.
 */
final class RowLocator {

    private final DataDialect data;
    private final List<KeyColumn> key;
    private final String place;

    private RowLocator(DataDialect data, List<KeyColumn> key, String place) {
        this.data = data;
        this.key = key;
        this.place = place;
    }

    /** Rows of several partitions may lie at the same place. */
    static RowLocator of(DataDialect data, MappedTable table) {
        return new RowLocator(data, table.key(), table.table().partitioned() ? "" : data.placeOfRow());
    }

    List<String> columns(String alias) {
        return place.isEmpty()
                ? key.stream().map(column -> alias + column.sql()).toList()
                : List.of(alias + place);
    }

    Object[] read(ResultSet row, int from) throws SQLException {
        if (!place.isEmpty()) {
            return new Object[] {row.getString(from)};
        }
        Object[] values = new Object[key.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(row, from + i, key.get(i).column());
        }
        return values;
    }

    Sql isOneOf(String alias, List<Object[]> located) {
        return place.isEmpty() ? data.isOneOf(alias, key, located) : data.isAt(alias + place, located);
    }

    /** Times are read so that nothing of them is lost when they are bound again. */
    static Object value(ResultSet row, int column, HostColumn type) throws SQLException {
        Object value = switch (type.jdbcType()) {
            case Types.DATE -> row.getObject(column, LocalDate.class);
            case Types.TIMESTAMP -> row.getObject(column, LocalDateTime.class);
            case Types.TIMESTAMP_WITH_TIMEZONE -> row.getObject(column, OffsetDateTime.class);
            default -> row.getObject(column);
        };
        return Objects.requireNonNull(value);
    }
}
