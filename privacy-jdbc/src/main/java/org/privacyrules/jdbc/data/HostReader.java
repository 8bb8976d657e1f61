package org.privacyrules.jdbc.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.privacyrules.jdbc.data.ForeignKey.DeleteRule;
import org.privacyrules.jdbc.data.HostTrigger.Event;
import org.privacyrules.jdbc.sql.Dialect;
import org.privacyrules.jdbc.sql.Dialect.Query;
import org.privacyrules.jdbc.sql.HostQueries;
import org.privacyrules.jdbc.sql.JdbcCalls;
import org.privacyrules.jdbc.sql.JdbcCalls.RowReader;

/** Reads a schema's catalogue with one statement for each kind of thing, and puts together what lies on several rows. */
final class HostReader {

    private static final String READ = "read the host's tables";

    private final Connection connection;
    private final HostQueries queries;

    HostReader(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.queries = dialect.hostQueries();
    }

    /** Empty if the connection has none. */
    String ownSchema() {
        return JdbcCalls.query(connection, READ, queries.ownSchema(), row -> Optional.ofNullable(row.getString(1)))
                .get(0)
                .orElse("");
    }

    HostCatalogue read(String schema) {
        Map<String, List<HostColumn>> columns = byTable(query(queries.columns(schema), this::readColumn));
        Map<String, List<HostIndex>> indexes = byTable(indexes(schema));
        Map<String, List<HostTrigger>> triggers = byTable(triggers(schema));
        List<HostTable> tables = query(queries.tables(schema), row -> {
            String name = row.getString(1);
            return new HostTable(
                    name,
                    columns.getOrDefault(name, List.of()),
                    indexes.getOrDefault(name, List.of()),
                    triggers.getOrDefault(name, List.of()),
                    row.getBoolean(2),
                    row.getString(3),
                    row.getBoolean(4),
                    row.getBoolean(5));
        });
        List<HostChild> children = queries.children(schema)
                .map(query -> query(query, HostReader::readChild))
                .orElse(List.of());
        return new HostCatalogue(schema, tables, foreignKeys(schema), children);
    }

    private <T> List<T> query(Query query, RowReader<T> reader) {
        return JdbcCalls.query(connection, READ, query.sql(), reader, query.parameters());
    }

    /** Something of a table. */
    private record Of<T>(String table, T thing) {}

    private static <T> Map<String, List<T>> byTable(Collection<Of<T>> things) {
        Map<String, List<T>> byTable = new LinkedHashMap<>();
        things.forEach(of ->
                byTable.computeIfAbsent(of.table(), unseen -> new ArrayList<>()).add(of.thing()));
        return byTable;
    }

    private Of<HostColumn> readColumn(ResultSet row) throws SQLException {
        return new Of<>(
                row.getString(1),
                new HostColumn(
                        row.getString(2),
                        row.getString(3),
                        queries.jdbcType(row.getString(4)),
                        row.getLong(5),
                        row.getBoolean(6),
                        row.getBoolean(7)));
    }

    private Collection<Of<HostIndex>> indexes(String schema) {
        return joined(
                query(queries.indexes(schema), HostReader::readIndex),
                index -> List.of(index.table(), index.thing().name()),
                (index, next) -> new Of<>(index.table(), index.thing().with(next.thing())));
    }

    private static Of<HostIndex> readIndex(ResultSet row) throws SQLException {
        return new Of<>(
                row.getString(1),
                new HostIndex(
                        row.getString(2),
                        List.of(row.getString(6)),
                        row.getBoolean(3),
                        row.getBoolean(4),
                        row.getBoolean(5)));
    }

    private List<ForeignKey> foreignKeys(String schema) {
        return List.copyOf(joined(
                query(queries.foreignKeys(schema), HostReader::readForeignKey),
                key -> List.of(key.from(), key.name()),
                ForeignKey::with));
    }

    private static ForeignKey readForeignKey(ResultSet row) throws SQLException {
        return new ForeignKey(
                row.getString(1),
                new TableName(row.getString(2), row.getString(3)),
                List.of(row.getString(4)),
                new TableName(row.getString(5), row.getString(6)),
                List.of(row.getString(7)),
                DeleteRule.valueOf(row.getString(8).toUpperCase(Locale.ROOT).replace(' ', '_')));
    }

    /** One of each key, in the order of the first rows. */
    private static <T> Collection<T> joined(List<T> rows, Function<T, Object> key, BinaryOperator<T> joining) {
        Map<Object, T> byKey = new LinkedHashMap<>();
        rows.forEach(row -> byKey.merge(key.apply(row), row, joining));
        return byKey.values();
    }

    private Collection<Of<HostTrigger>> triggers(String schema) {
        return joined(
                query(queries.triggers(schema), HostReader::readTrigger),
                trigger -> List.of(trigger.table(), trigger.thing().name()),
                (trigger, more) -> new Of<>(trigger.table(), trigger.thing().with(more.thing())));
    }

    private static Of<HostTrigger> readTrigger(ResultSet row) throws SQLException {
        Set<Event> events = EnumSet.noneOf(Event.class);
        if (row.getBoolean(3)) {
            events.add(Event.DELETE);
        }
        if (row.getBoolean(4)) {
            events.add(Event.UPDATE);
        }
        return new Of<>(row.getString(1), new HostTrigger(row.getString(1), row.getString(2), events));
    }

    private static HostChild readChild(ResultSet row) throws SQLException {
        return new HostChild(
                new TableName(row.getString(1), row.getString(2)),
                new TableName(row.getString(3), row.getString(4)),
                Optional.ofNullable(row.getString(5)));
    }
}
