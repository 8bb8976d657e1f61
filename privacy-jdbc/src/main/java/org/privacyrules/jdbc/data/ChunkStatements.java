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
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.privacyrules.disposal.Chunk;
import org.privacyrules.disposal.Chunk.Cursor;
import org.privacyrules.disposal.DueData;
import org.privacyrules.disposal.KeptSubjects;
import org.privacyrules.disposal.MappedData.Part;
import org.privacyrules.failure.StorageException;
import org.privacyrules.jdbc.data.DuePredicate.Conjunct;
import org.privacyrules.jdbc.data.DuePredicate.Way;
import org.privacyrules.jdbc.data.MappedTable.ColumnTreatment;
import org.privacyrules.jdbc.data.MappedTable.KeyColumn;
import org.privacyrules.jdbc.data.MappedTable.Target;
import org.privacyrules.jdbc.data.TableDefinition.Treatment;
import org.privacyrules.jdbc.sql.JdbcCalls;
import org.privacyrules.jdbc.sql.JdbcFailure;
import org.privacyrules.retention.DueCondition;
import org.privacyrules.retention.DueCondition.OfSubject;
import org.privacyrules.retention.DueCondition.OwnEvent;
import org.privacyrules.retention.DueCondition.SubjectState;
import org.privacyrules.subject.SubjectId;

/**
 * Disposes of a chunk of rows: the only statements of this library that delete or change rows of a host's tables. They are run inside
 * the gate of the holds; rows are chosen and locked first, and what a hold keeps is left out before anything is touched.
 */
final class ChunkStatements {

    private static final String CHOOSE = "choose what is due";
    private static final String DISPOSE = "dispose of what is due";
    private static final Set<Integer> TEMPORAL = Set.of(Types.DATE, Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE);

    /** How many subjects are looked up at once. */
    private static final int SUBJECTS = 500;

    /** How many rows are looked through for each one that may be disposed of. */
    private static final int WINDOW = 20;

    private static final byte[] BEFORE_ALL = {};

    private final DataDialect data;
    private final DuePredicate predicate;
    private final Target target;
    private final DueData due;
    private final List<KeyColumn> key;
    private final List<String> people;

    /** The condition by which rows are found in the order of an index. */
    private record Anchor(RowEvent event, Sql bound) {}

    /** What is known of nobody, and the ways that are left, as they were when a sweep came to these data. */
    private record Route(List<Way> ways) {}

    /** Where a chunk ended: in which way, behind which subject if it goes by subjects, and behind which row. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Place(Route route, int way, byte[] subject, Optional<List<Object>> row) implements Cursor {}

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
    }

    private Route route(Connection connection) {
        Map<SubjectState, Boolean> asked = new HashMap<>();
        DuePredicate knowing =
                predicate.knowing(state -> asked.computeIfAbsent(state, each -> isOfNobody(connection, each)));
        return new Route(knowing.ways(due, this::isDriven));
    }

    private boolean isOfNobody(Connection connection, SubjectState state) {
        Sql sql = predicate.subjects(state, BEFORE_ALL, 1);
        return JdbcCalls.query(connection, CHOOSE, sql.text(), row -> true, sql.parameters())
                .isEmpty();
    }

    private boolean isDriven(DueCondition condition) {
        if (condition instanceof OwnEvent own) {
            return event(own).isPresent();
        }
        return condition instanceof OfSubject of
                && of.known()
                && people.size() == 1
                && Anchors.isIndexed(target.table(), person());
    }

    private ColumnPath person() {
        return Objects.requireNonNull(target.table().people().get(people.get(0)));
    }

    private Optional<RowEvent> event(OwnEvent own) {
        return target.table().events().stream()
                .filter(each -> each.event().equals(own.event()) && Anchors.isIndexed(target.table(), each.path()))
                .findFirst();
    }

    private Optional<Anchor> anchor(Way way) {
        for (Conjunct conjunct : way.conjuncts()) {
            Optional<RowEvent> event = conjunct.event().flatMap(this::event);
            if (event.isPresent()) {
                return Optional.of(new Anchor(event.get(), conjunct.sql()));
            }
        }
        return Optional.empty();
    }

    private List<String> order(Optional<Anchor> anchor) {
        List<String> order = new ArrayList<>();
        anchor.ifPresent(each -> order.add(each.event().path().of(DuePredicate.ALIAS)));
        order.addAll(keyOf(DuePredicate.ALIAS));
        return order;
    }

    private List<String> keyOf(String alias) {
        return key.stream().map(column -> alias + "." + column.sql()).toList();
    }

    /** What is to be true beside the bound of the anchor. */
    private Sql rest(Way way, Optional<Anchor> anchor) {
        List<Sql> rest = new ArrayList<>();
        way.conjuncts().stream()
                .map(Conjunct::sql)
                .filter(sql -> anchor.filter(each -> each.bound().isSameAs(sql)).isEmpty())
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
        Place at = after.map(Place.class::cast)
                .orElseGet(() -> new Place(route(connection), 0, BEFORE_ALL, Optional.empty()));
        if (at.way() >= at.route().ways().size()) {
            return new Chunk(List.of(), Optional.empty(), 0, Optional.empty());
        }
        Step step = step(connection, at, limit);
        List<Row> chosen = step.rows();
        List<Row> free = chosen.stream().filter(row -> isFree(row, kept)).toList();
        List<Row> gone = unreferenced(connection, free);
        change(connection, gone);
        return new Chunk(
                gone.stream().map(row -> bytes(row.key())).toList(),
                range(gone),
                chosen.size() - free.size(),
                step.next()
                        .filter(next -> next.way() < next.route().ways().size())
                        .map(Cursor.class::cast));
    }

    /** Rows that are locked now, and where to go on. */
    private record Step(List<Row> rows, Optional<Place> next) {}

    private Step step(Connection connection, Place at, int limit) {
        Way way = at.route().ways().get(at.way());
        Optional<Anchor> anchor = anchor(way);
        if (anchor.isEmpty() && way.state().isPresent()) {
            return bySubjects(connection, at, way, way.state().get(), limit);
        }
        Sql rest = rest(way, anchor);
        Optional<List<Object>> end =
                rest.isEmpty() ? Optional.empty() : windowEnd(connection, anchor, at.row(), limit * WINDOW);
        Sql choice = choice(anchor, rest, at.row(), end, limit);
        List<Row> rows = read(connection, choice, anchor);
        Optional<List<Object>> next =
                rows.size() == limit ? Optional.of(rows.get(limit - 1).place()) : end;
        return new Step(
                rows,
                Optional.of(
                        next.isPresent()
                                ? new Place(at.route(), at.way(), BEFORE_ALL, next)
                                : new Place(at.route(), at.way() + 1, BEFORE_ALL, Optional.empty())));
    }

    /** The rows of some subjects, found by the index of their column, then those of the next ones. */
    private Step bySubjects(Connection connection, Place at, Way way, SubjectState state, int limit) {
        List<byte[]> page = subjects(connection, state, at.subject());
        List<Object> values = hostValues(page);
        List<Row> rows = List.of();
        if (!values.isEmpty()) {
            Sql rest = Sql.of(
                            predicate.value(people.get(0)) + " in (" + DataDialect.marks(values.size()) + ") and ",
                            values.toArray())
                    .add(rest(way, Optional.empty()));
            rows = read(
                    connection, choice(Optional.empty(), rest, at.row(), Optional.empty(), limit), Optional.empty());
        }
        if (rows.size() == limit) {
            return new Step(
                    rows,
                    Optional.of(new Place(
                            at.route(),
                            at.way(),
                            at.subject(),
                            Optional.of(rows.get(limit - 1).place()))));
        }
        Place next = page.size() < SUBJECTS
                ? new Place(at.route(), at.way() + 1, BEFORE_ALL, Optional.empty())
                : new Place(at.route(), at.way(), page.get(page.size() - 1), Optional.empty());
        return new Step(rows, Optional.of(next));
    }

    private List<byte[]> subjects(Connection connection, SubjectState state, byte[] after) {
        Sql sql = predicate.subjects(state, after, SUBJECTS);
        return JdbcCalls.query(connection, CHOOSE, sql.text(), row -> row.getBytes(1), sql.parameters());
    }

    /** Subjects' keys as values of the host's column; those that it cannot hold are in no row. */
    private List<Object> hostValues(List<byte[]> keys) {
        List<Object> values = new ArrayList<>();
        for (byte[] each : keys) {
            DataDialect.hostValue(person().column(), new String(each, StandardCharsets.UTF_8))
                    .ifPresent(values::add);
        }
        return values;
    }

    private List<Row> read(Connection connection, Sql choice, Optional<Anchor> anchor) {
        return JdbcCalls.query(connection, CHOOSE, choice.text(), row -> read(row, anchor), choice.parameters());
    }

    /** Whether anything is due that nothing keeps, also what others have locked. */
    boolean hasDue(Connection connection, Sql notKept) {
        for (Way way : route(connection).ways()) {
            if (hasDue(connection, way, notKept)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasDue(Connection connection, Way way, Sql notKept) {
        Optional<Anchor> anchor = anchor(way);
        List<Sql> all = new ArrayList<>();
        anchor.ifPresent(each -> all.add(each.bound()));
        Sql rest = rest(way, anchor);
        Stream.of(rest, notKept).filter(sql -> !sql.isEmpty()).forEach(all::add);
        if (anchor.isPresent() || way.state().isEmpty()) {
            return isThere(connection, all, " order by " + String.join(", ", order(anchor)));
        }
        byte[] after = BEFORE_ALL;
        List<byte[]> page = subjects(connection, way.state().get(), after);
        while (!page.isEmpty()) {
            List<Object> values = hostValues(page);
            List<Sql> these = new ArrayList<>(all);
            these.add(
                    0,
                    Sql.of(
                            predicate.value(people.get(0)) + " in (" + DataDialect.marks(values.size()) + ")",
                            values.toArray()));
            if (!values.isEmpty() && isThere(connection, these, "")) {
                return true;
            }
            after = page.get(page.size() - 1);
            page = page.size() < SUBJECTS
                    ? List.of()
                    : subjects(connection, way.state().get(), after);
        }
        return false;
    }

    /** The order makes a database look along the index, whatever it believes of how many rows there are. */
    private boolean isThere(Connection connection, List<Sql> all, String order) {
        Sql sql = Sql.of("select 1 from " + from() + (all.isEmpty() ? "" : " where "))
                .add(Sql.joined("and", all))
                .add(order + " limit 1");
        return !JdbcCalls.query(connection, CHOOSE, sql.text(), row -> true, sql.parameters())
                .isEmpty();
    }

    /** Rows that do not all go are looked through in windows, so that no statement takes long inside the gate. */
    private Optional<List<Object>> windowEnd(
            Connection connection, Optional<Anchor> anchor, Optional<List<Object>> after, int window) {
        Sql sql = Sql.of("select " + String.join(", ", order(anchor)) + " from " + from());
        sql.add(where(anchor, new Sql(), after, Optional.empty()));
        sql.add(" order by " + String.join(", ", order(anchor)) + " limit 1 offset " + (window - 1));
        return JdbcCalls.query(connection, CHOOSE, sql.text(), row -> place(row, anchor), sql.parameters()).stream()
                .findFirst();
    }

    private String from() {
        return target.table().sql() + " " + DuePredicate.ALIAS;
    }

    private Sql choice(
            Optional<Anchor> anchor, Sql rest, Optional<List<Object>> after, Optional<List<Object>> upTo, int limit) {
        List<String> columns = new ArrayList<>(order(anchor));
        people.forEach(person -> columns.add(predicate.value(person)));
        javaTreated().forEach(column -> columns.add(DuePredicate.ALIAS + "." + column.sql()));
        Sql sql = Sql.of("select " + String.join(", ", columns) + " from " + from());
        sql.add(where(anchor, rest, after, upTo));
        return sql.add(" order by " + String.join(", ", order(anchor)) + " limit " + limit)
                .add(data.lockingUnlocked());
    }

    private Sql where(Optional<Anchor> anchor, Sql rest, Optional<List<Object>> after, Optional<List<Object>> upTo) {
        List<Sql> all = new ArrayList<>();
        anchor.ifPresent(each -> all.add(each.bound()));
        after.ifPresent(place -> all.add(data.isBehind(order(anchor), place)));
        upTo.ifPresent(place -> all.add(data.isUpTo(order(anchor), place)));
        if (!rest.isEmpty()) {
            all.add(rest);
        }
        return all.isEmpty() ? new Sql() : Sql.of(" where ").add(Sql.joined("and", all));
    }

    private List<Object> place(ResultSet row, Optional<Anchor> anchor) throws SQLException {
        List<Object> values = new ArrayList<>();
        int column = 1;
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

    private Row read(ResultSet row, Optional<Anchor> anchor) throws SQLException {
        List<Object> place = place(row, anchor);
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
