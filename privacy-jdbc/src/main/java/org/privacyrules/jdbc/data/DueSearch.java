package org.privacyrules.jdbc.data;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.privacyrules.disposal.DueData;
import org.privacyrules.disposal.FoundRows;
import org.privacyrules.disposal.FoundRows.Cursor;
import org.privacyrules.jdbc.data.DuePredicate.Conjunct;
import org.privacyrules.jdbc.data.DuePredicate.Way;
import org.privacyrules.jdbc.data.MappedTable.Target;
import org.privacyrules.jdbc.sql.JdbcCalls;
import org.privacyrules.retention.DueCondition;
import org.privacyrules.retention.DueCondition.OfSubject;
import org.privacyrules.retention.DueCondition.OwnEvent;
import org.privacyrules.retention.DueCondition.SubjectState;

/** Finds rows that are due, along an index where there is one. Plain reads, which lock nothing. */
final class DueSearch {

    private static final String FIND = "find what is due";

    /** How many subjects are looked up at once. */
    private static final int SUBJECTS = 500;

    private static final byte[] BEFORE_ALL = {};

    private final DataDialect data;
    private final DuePredicate predicate;
    private final Target target;
    private final DueData due;
    private final RowLocator locator;
    private final List<String> people;

    /** The condition by which rows are found in the order of an index. */
    private record Anchor(RowEvent event, Sql bound) {}

    /** Where a look ended: in which way, behind which subject if it goes by subjects, and behind which row. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Place(List<Way> ways, int way, byte[] subject, Optional<List<Object>> row) implements Cursor {

        static Place before(List<Way> ways, int way) {
            return new Place(ways, way, BEFORE_ALL, Optional.empty());
        }

        Optional<Cursor> unlessAtEnd() {
            return way < ways.size() ? Optional.of(this) : Optional.empty();
        }
    }

    /** A row as it is found again. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Located(Object[] by) implements FoundRows.Row {}

    /** Some rows, and where the last one lies in the order if there may be more. */
    private record Page(List<FoundRows.Row> rows, Optional<List<Object>> last) {}

    DueSearch(DataDialect data, DuePredicate predicate, Target target, DueData due) {
        this.data = data;
        this.predicate = predicate;
        this.target = target;
        this.due = due;
        locator = RowLocator.of(data, target.table());
        people = predicate.people();
    }

    FoundRows find(Connection connection, Optional<Cursor> after, int limit) {
        Place at = after.map(Place.class::cast).orElseGet(() -> Place.before(ways(connection), 0));
        if (at.way() >= at.ways().size()) {
            return new FoundRows(List.of(), Optional.empty());
        }
        Way way = at.ways().get(at.way());
        Optional<Anchor> anchor = anchor(way);
        if (anchor.isEmpty() && way.state().isPresent()) {
            return ofSubjects(connection, at, way, way.state().get(), limit);
        }
        Page page = page(connection, anchor, conditions(way, anchor), at.row(), limit);
        Place next = page.last()
                .map(last -> new Place(at.ways(), at.way(), BEFORE_ALL, Optional.of(last)))
                .orElseGet(() -> Place.before(at.ways(), at.way() + 1));
        return new FoundRows(page.rows(), next.unlessAtEnd());
    }

    /** The rows of some subjects, found by the index of their column, then those of the next ones. */
    private FoundRows ofSubjects(Connection connection, Place at, Way way, SubjectState state, int limit) {
        List<byte[]> subjects = subjects(connection, state, at.subject());
        Page page = ofThese(subjects)
                .map(these -> {
                    List<Sql> conditions = new ArrayList<>(List.of(these));
                    conditions.addAll(conditions(way, Optional.empty()));
                    return page(connection, Optional.empty(), conditions, at.row(), limit);
                })
                .orElseGet(() -> new Page(List.of(), Optional.empty()));
        if (page.last().isPresent()) {
            return new FoundRows(page.rows(), Optional.of(new Place(at.ways(), at.way(), at.subject(), page.last())));
        }
        Place next = subjects.size() < SUBJECTS
                ? Place.before(at.ways(), at.way() + 1)
                : new Place(at.ways(), at.way(), subjects.get(subjects.size() - 1), Optional.empty());
        return new FoundRows(page.rows(), next.unlessAtEnd());
    }

    /** The partitions in which there are rows, and every one is due. */
    List<String> wholes(Connection connection) {
        Optional<String> partitions = data.partitionsOf().filter(sql -> target.emptiesPartitions());
        if (partitions.isEmpty()) {
            return List.of();
        }
        Sql isDue = DuePredicate.sql(predicate.knowing(connection).due(due));
        return JdbcCalls.query(
                        connection,
                        FIND,
                        partitions.get(),
                        row -> row.getString(1),
                        target.table().sql())
                .stream()
                .filter(partition -> isWhollyDue(connection, partition, isDue))
                .toList();
    }

    private static boolean isWhollyDue(Connection connection, String partition, Sql isDue) {
        Sql sql = Sql.of("select exists (select 1 from " + partition + "), exists (select 1 from " + partition + " "
                        + DuePredicate.ALIAS + " where case when ")
                .add(isDue)
                .add(" then 1 end is null)");
        return JdbcCalls.query(
                        connection, FIND, sql.text(), row -> row.getBoolean(1) && !row.getBoolean(2), sql.parameters())
                .get(0);
    }

    /** Whether anything is due that nothing keeps, also what others have locked. */
    boolean hasDue(Connection connection, Sql notKept) {
        return ways(connection).stream().anyMatch(way -> hasDue(connection, way, notKept));
    }

    private boolean hasDue(Connection connection, Way way, Sql notKept) {
        Optional<Anchor> anchor = anchor(way);
        List<Sql> conditions = new ArrayList<>(conditions(way, anchor));
        if (!notKept.isEmpty()) {
            conditions.add(notKept);
        }
        if (anchor.isPresent() || way.state().isEmpty()) {
            return isThere(connection, anchor, conditions);
        }
        SubjectState state = way.state().get();
        List<byte[]> subjects = subjects(connection, state, BEFORE_ALL);
        while (!subjects.isEmpty()) {
            List<Sql> all = new ArrayList<>(conditions);
            Optional<Sql> these = ofThese(subjects);
            these.ifPresent(all::add);
            if (these.isPresent() && isThere(connection, Optional.empty(), all)) {
                return true;
            }
            subjects = subjects.size() < SUBJECTS
                    ? List.of()
                    : subjects(connection, state, subjects.get(subjects.size() - 1));
        }
        return false;
    }

    private boolean isThere(Connection connection, Optional<Anchor> anchor, List<Sql> conditions) {
        return !page(connection, anchor, conditions, Optional.empty(), 1).rows().isEmpty();
    }

    private List<Way> ways(Connection connection) {
        return predicate.knowing(connection).ways(due, this::isDriven);
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

    /** What is to be true of a row, the bound of the anchor first. */
    private List<Sql> conditions(Way way, Optional<Anchor> anchor) {
        List<Sql> all = new ArrayList<>();
        anchor.ifPresent(each -> all.add(each.bound()));
        way.conjuncts().stream()
                .map(Conjunct::sql)
                .filter(sql -> all.stream().noneMatch(sql::isSameAs))
                .forEach(all::add);
        List<Sql> ofTarget = List.of(predicate.mapped(), predicate.isUnreferenced());
        ofTarget.stream().filter(sql -> !sql.isEmpty()).forEach(all::add);
        return all;
    }

    private List<byte[]> subjects(Connection connection, SubjectState state, byte[] after) {
        Sql sql = predicate.subjects(state, after, SUBJECTS);
        return JdbcCalls.query(connection, FIND, sql.text(), row -> row.getBytes(1), sql.parameters());
    }

    /** That a row is one of some subjects'; empty if the host's column can hold none of their keys. */
    private Optional<Sql> ofThese(List<byte[]> subjects) {
        List<Object> values = new ArrayList<>();
        for (byte[] each : subjects) {
            DataDialect.hostValue(person().column(), new String(each, StandardCharsets.UTF_8))
                    .ifPresent(values::add);
        }
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(Sql.of(
                        predicate.value(people.get(0)) + " in (" + DataDialect.marks(values.size()) + ")",
                        values.toArray()));
    }

    /** The order makes a database look along the index, whatever it believes of how many rows there are. */
    private Page page(
            Connection connection,
            Optional<Anchor> anchor,
            List<Sql> conditions,
            Optional<List<Object>> after,
            int limit) {
        List<String> order = order(anchor);
        List<String> by = locator.columns(DuePredicate.ALIAS + ".");
        List<String> columns = new ArrayList<>(by);
        columns.addAll(order);
        List<Sql> all = new ArrayList<>(conditions);
        after.ifPresent(place -> all.add(data.isBehind(order, place)));
        Sql sql = Sql.of("select " + String.join(", ", columns) + " from "
                + target.table().sql() + " " + DuePredicate.ALIAS);
        if (!all.isEmpty()) {
            sql.add(" where ").add(Sql.joined("and", all));
        }
        sql.add(" order by " + String.join(", ", order) + " limit " + limit);
        Reader reader = new Reader(anchor, by.size(), limit);
        List<FoundRows.Row> rows = JdbcCalls.query(connection, FIND, sql.text(), reader::read, sql.parameters());
        return new Page(rows, Optional.ofNullable(reader.last));
    }

    private List<String> order(Optional<Anchor> anchor) {
        List<String> order = new ArrayList<>();
        anchor.ifPresent(each -> order.add(each.event().path().of(DuePredicate.ALIAS)));
        target.table().key().forEach(column -> order.add(DuePredicate.ALIAS + "." + column.sql()));
        return order;
    }

    /** Reads rows, and of the last one that was asked for where it lies. */
    private final class Reader {

        private final Optional<Anchor> anchor;
        private final int width;
        private final int limit;
        private int count;
        private @Nullable List<Object> last;

        Reader(Optional<Anchor> anchor, int width, int limit) {
            this.anchor = anchor;
            this.width = width;
            this.limit = limit;
        }

        FoundRows.Row read(ResultSet row) throws SQLException {
            if (++count == limit) {
                last = place(row);
            }
            return new Located(locator.read(row, 1));
        }

        private List<Object> place(ResultSet row) throws SQLException {
            List<Object> values = new ArrayList<>();
            int column = width + 1;
            if (anchor.isPresent()) {
                values.add(Objects.requireNonNull(anchor.get().event().read(row, column++)));
            }
            for (MappedTable.KeyColumn each : target.table().key()) {
                values.add(RowLocator.value(row, column++, each.column()));
            }
            return values;
        }
    }
}
