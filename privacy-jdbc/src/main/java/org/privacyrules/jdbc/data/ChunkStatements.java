package org.privacyrules.jdbc.data;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.privacyrules.disposal.Chunk;
import org.privacyrules.disposal.Chunk.Cursor;
import org.privacyrules.disposal.DueData;
import org.privacyrules.disposal.KeptSubjects;
import org.privacyrules.disposal.MappedData.Part;
import org.privacyrules.failure.StorageException;
import org.privacyrules.jdbc.data.DuePredicate.Conjunct;
import org.privacyrules.jdbc.data.MappedTable.ColumnTreatment;
import org.privacyrules.jdbc.data.MappedTable.KeyColumn;
import org.privacyrules.jdbc.data.MappedTable.Target;
import org.privacyrules.jdbc.data.TableDefinition.Treatment;
import org.privacyrules.jdbc.sql.JdbcCalls;
import org.privacyrules.jdbc.sql.JdbcFailure;
import org.privacyrules.subject.SubjectId;

/**
 * Disposes of a chunk of rows: the only statements of this library that delete or change rows of a host's tables. They are run inside
 * the gate of the holds; rows are chosen and locked first, and what a hold keeps is left out before anything is touched.
 */
final class ChunkStatements {

    private static final String CHOOSE = "choose what is due";
    private static final String DISPOSE = "dispose of what is due";
    private static final Set<Integer> TEMPORAL = Set.of(Types.DATE, Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE);

    private final DataDialect data;
    private final DuePredicate predicate;
    private final Target target;
    private final DueData due;
    private final List<KeyColumn> key;
    private final List<String> people;
    private final Optional<Anchor> anchor;

    /** The condition by which rows are found in the order of an index. */
    private record Anchor(RowEvent event, Sql bound) {}

    /** Where a chunk ended. */
    private record Place(List<Object> values) implements Cursor {}

    /** A row that is due. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Row(
            Object[] key,
            List<Optional<String>> people,
            List<Object> place,
            @Nullable Object[] values) {}

    ChunkStatements(DataDialect data, DuePredicate predicate, Target target, DueData due) {
        this.data = data;
        this.predicate = predicate;
        this.target = target;
        this.due = due;
        key = target.table().key();
        people = predicate.people();
        anchor = anchor();
    }

    private Optional<Anchor> anchor() {
        for (Conjunct conjunct : predicate.due(due)) {
            Optional<RowEvent> event = conjunct.event()
                    .flatMap(own -> target.table().events().stream()
                            .filter(each -> each.event().equals(own.event()) && Anchors.isIndexed(target.table(), each))
                            .findFirst());
            if (event.isPresent()) {
                return Optional.of(new Anchor(event.get(), conjunct.sql()));
            }
        }
        return Optional.empty();
    }

    private List<String> order() {
        List<String> order = new ArrayList<>();
        anchor.ifPresent(each -> order.add(each.event().path().of(DuePredicate.ALIAS)));
        keyOf(DuePredicate.ALIAS).forEach(order::add);
        return order;
    }

    private List<String> keyOf(String alias) {
        return key.stream().map(column -> alias + "." + column.sql()).toList();
    }

    /** What is to be true beside the bound of the anchor. */
    private Sql rest() {
        List<Sql> rest = new ArrayList<>();
        Optional<String> bound = anchor.map(each -> each.bound().text());
        predicate.due(due).stream()
                .map(Conjunct::sql)
                .filter(sql -> bound.filter(sql.text()::equals).isEmpty())
                .forEach(rest::add);
        if (!predicate.mapped().isEmpty()) {
            rest.add(predicate.mapped());
        }
        if (!predicate.isUnreferenced().isEmpty()) {
            rest.add(predicate.isUnreferenced());
        }
        return rest.isEmpty() ? new Sql() : Sql.joined("and", rest);
    }

    Chunk dispose(Connection connection, KeptSubjects kept, Optional<Cursor> after, int limit) {
        Optional<Place> place = after.map(Place.class::cast);
        Sql rest = rest();
        Optional<Place> end = rest.isEmpty() ? Optional.empty() : windowEnd(connection, place, limit);
        Sql choice = choice(rest, place, end, limit);
        List<Row> chosen = JdbcCalls.query(connection, CHOOSE, choice.text(), this::read, choice.parameters());
        List<Row> free = chosen.stream().filter(row -> isFree(row, kept)).toList();
        List<Row> gone = unreferenced(connection, free);
        change(connection, gone);
        Optional<Place> next = rest.isEmpty() ? lastOf(chosen, limit) : end;
        return new Chunk(
                gone.stream().map(row -> bytes(row.key())).toList(),
                range(gone),
                chosen.size() - free.size(),
                next.map(Cursor.class::cast));
    }

    private static Optional<Place> lastOf(List<Row> chosen, int limit) {
        return chosen.size() < limit
                ? Optional.empty()
                : Optional.of(new Place(chosen.get(chosen.size() - 1).place()));
    }

    /** Rows that do not all go are looked through in windows, so that no statement takes long inside the gate. */
    private Optional<Place> windowEnd(Connection connection, Optional<Place> after, int window) {
        Sql sql = Sql.of("select " + String.join(", ", order()) + " from " + from());
        sql.add(where(new Sql(), after, Optional.empty()));
        sql.add(" order by " + String.join(", ", order()) + " limit 1 offset " + (window - 1));
        return JdbcCalls.query(connection, CHOOSE, sql.text(), row -> new Place(place(row, 1)), sql.parameters())
                .stream()
                .findFirst();
    }

    private String from() {
        return target.table().sql() + " " + DuePredicate.ALIAS;
    }

    private Sql choice(Sql rest, Optional<Place> after, Optional<Place> upTo, int limit) {
        List<String> columns = new ArrayList<>(order());
        people.forEach(person -> columns.add(predicate.value(person)));
        javaTreated().forEach(column -> columns.add(DuePredicate.ALIAS + "." + column.sql()));
        Sql sql = Sql.of("select " + String.join(", ", columns) + " from " + from());
        sql.add(where(rest, after, upTo));
        sql.add(" order by " + String.join(", ", order()));
        if (rest.isEmpty()) {
            sql.add(" limit " + limit);
        }
        return sql.add(data.lockingUnlocked());
    }

    private Sql where(Sql rest, Optional<Place> after, Optional<Place> upTo) {
        List<Sql> all = new ArrayList<>();
        anchor.ifPresent(each -> all.add(each.bound()));
        after.ifPresent(place -> all.add(data.isBehind(order(), place.values())));
        upTo.ifPresent(place -> all.add(data.isUpTo(order(), place.values())));
        if (!rest.isEmpty()) {
            all.add(rest);
        }
        return all.isEmpty() ? new Sql() : Sql.of(" where ").add(Sql.joined("and", all));
    }

    private List<Object> place(ResultSet row, int from) throws SQLException {
        List<Object> values = new ArrayList<>();
        int column = from;
        if (anchor.isPresent()) {
            values.add(Objects.requireNonNull(anchor.get().event().read(row, column++)));
        }
        for (KeyColumn each : key) {
            values.add(value(row, column++, each.column()));
        }
        return values;
    }

    /** Times are read so that nothing of them is lost when they are bound again. */
    private static Object value(ResultSet row, int column, HostColumn type) throws SQLException {
        Object value = switch (type.jdbcType()) {
            case Types.DATE -> row.getObject(column, LocalDate.class);
            case Types.TIMESTAMP -> row.getObject(column, LocalDateTime.class);
            case Types.TIMESTAMP_WITH_TIMEZONE -> row.getObject(column, OffsetDateTime.class);
            default -> row.getObject(column);
        };
        return Objects.requireNonNull(value);
    }

    private Row read(ResultSet row) throws SQLException {
        List<Object> place = place(row, 1);
        Object[] keyValues =
                place.subList(place.size() - key.size(), place.size()).toArray();
        int column = place.size() + 1;
        List<Optional<String>> subjects = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            subjects.add(Optional.ofNullable(row.getString(column++)));
        }
        @Nullable Object[] values = new @Nullable Object[javaTreated().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.getObject(column++);
        }
        return new Row(keyValues, subjects, place, values);
    }

    /** What cannot be a subject's key is nobody's to dispose of. */
    private boolean isFree(Row row, KeptSubjects kept) {
        for (Part part : target.data().parts()) {
            if (part.person().isEmpty()) {
                continue;
            }
            Optional<String> told = row.people().get(people.indexOf(part.person()));
            boolean free = told.map(key -> SubjectId.isKey(key) && !kept.keeps(SubjectId.of(key), part.category()))
                    .orElse(true);
            if (!free) {
                return false;
            }
        }
        return true;
    }

    /** Once a row is locked nobody can refer to it any more: what refers to it now is seen now. */
    private List<Row> unreferenced(Connection connection, List<Row> rows) {
        Sql unreferenced = predicate.isUnreferenced();
        if (rows.isEmpty() || unreferenced.isEmpty()) {
            return rows;
        }
        Sql sql = Sql.of("select " + String.join(", ", keyOf(DuePredicate.ALIAS)) + " from " + from() + " where ")
                .add(data.isOneOf(DuePredicate.ALIAS + ".", key, keys(rows)))
                .add(" and ")
                .add(unreferenced);
        Set<List<Object>> still = new HashSet<>(JdbcCalls.query(
                connection,
                CHOOSE,
                sql.text(),
                row -> {
                    List<Object> values = new ArrayList<>();
                    for (int i = 0; i < key.size(); i++) {
                        values.add(value(row, i + 1, key.get(i).column()));
                    }
                    return values;
                },
                sql.parameters()));
        return rows.stream()
                .filter(row -> still.contains(Arrays.asList(row.key())))
                .toList();
    }

    private static List<Object[]> keys(List<Row> rows) {
        return rows.stream().map(Row::key).toList();
    }

    private void change(Connection connection, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int changed = javaTreated().isEmpty() ? changeAtOnce(connection, rows) : changeEach(connection, rows);
        if (changed != rows.size()) {
            throw new StorageException(
                    "STORAGE_FAILED",
                    "disposed of " + changed + " rows instead of " + rows.size() + ", nothing was done",
                    DISPOSE,
                    "",
                    0);
        }
    }

    private int changeAtOnce(Connection connection, List<Row> rows) {
        Sql sql = target.isRows()
                ? Sql.of("delete from " + target.table().sql())
                : Sql.of("update " + target.table().sql() + " set ").add(assignments());
        sql.add(" where ").add(data.isOneOf("", key, keys(rows)));
        return JdbcCalls.change(connection, DISPOSE, sql.text(), sql.parameters());
    }

    private Sql assignments() {
        Sql all = new Sql();
        for (ColumnTreatment column : target.treatments()) {
            all.add(all.isEmpty() ? "" : ", ").add(column.sql() + " = ");
            Sql value = data.treated(column, column.sql());
            all.add(value.isEmpty() ? Sql.of("?", (Object) null) : value);
        }
        return all;
    }

    private int changeEach(Connection connection, List<Row> rows) {
        Sql sql = Sql.of("update " + target.table().sql() + " set ")
                .add(assignments())
                .add(" where ");
        for (int i = 0; i < key.size(); i++) {
            sql.add((i == 0 ? "" : " and ") + key.get(i).sql() + " = ?", (Object) null);
        }
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            for (Row row : rows) {
                JdbcCalls.bind(connection, statement, parameters(row));
                statement.addBatch();
            }
            int changed = 0;
            for (int count : statement.executeBatch()) {
                changed += count == PreparedStatement.SUCCESS_NO_INFO ? 1 : count;
            }
            return changed;
        } catch (SQLException e) {
            throw JdbcFailure.of(DISPOSE, e);
        }
    }

    private @Nullable Object[] parameters(Row row) {
        List<@Nullable Object> all = new ArrayList<>();
        int next = 0;
        for (ColumnTreatment column : target.treatments()) {
            Sql value = data.treated(column, column.sql());
            if (value.isEmpty()) {
                all.add(treated(column, row.values()[next++]));
            } else {
                all.addAll(Arrays.asList(value.parameters()));
            }
        }
        all.addAll(Arrays.asList(row.key()));
        return all.toArray();
    }

    private static @Nullable Object treated(ColumnTreatment column, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (column.treatment() instanceof Treatment.Own own) {
            return own.function().apply(value);
        }
        String network = Networks.of(value.toString());
        return network == null && !column.column().nullable() ? "0.0.0.0" : network;
    }

    private List<ColumnTreatment> javaTreated() {
        return target.treatments().stream()
                .filter(column -> data.treated(column, column.sql()).isEmpty())
                .toList();
    }

    private static byte[] bytes(Object[] key) {
        return Arrays.stream(key)
                .map(value -> value instanceof byte[] raw ? HexFormat.of().formatHex(raw) : value.toString())
                .collect(Collectors.joining("\0"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Keys that are text may name people, and are not told. */
    private Optional<String> range(List<Row> rows) {
        boolean tellsNobody = key.stream()
                .map(KeyColumn::column)
                .allMatch(column -> DataDialect.isNumber(column)
                        || DataDialect.isUuid(column)
                        || TEMPORAL.contains(column.jdbcType()));
        return rows.isEmpty() || !tellsNobody
                ? Optional.empty()
                : Optional.of(words(rows.get(0)) + " to " + words(rows.get(rows.size() - 1)));
    }

    private static String words(Row row) {
        return Arrays.stream(row.key()).map(Object::toString).collect(Collectors.joining(" "));
    }
}
