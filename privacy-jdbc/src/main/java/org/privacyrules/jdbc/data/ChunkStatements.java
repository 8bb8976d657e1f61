package org.privacyrules.jdbc.data;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.privacyrules.disposal.Chunk;
import org.privacyrules.disposal.DueData;
import org.privacyrules.disposal.FoundRows;
import org.privacyrules.disposal.KeptSubjects;
import org.privacyrules.disposal.MappedData.Part;
import org.privacyrules.failure.StorageException;
import org.privacyrules.jdbc.data.DueSearch.Located;
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

    /** The state of SQL that says that somebody else has a lock. */
    private static final String IN_USE = "55P03";

    private static final int FETCHED = 1_000;
    private static final Set<Integer> TEMPORAL = Set.of(Types.DATE, Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE);

    private final DataDialect data;
    private final DuePredicate predicate;
    private final Target target;
    private final DueData due;
    private final RowLocator locator;
    private final List<KeyColumn> key;
    private final List<String> people;

    /** The columns whose new value only Java knows. */
    private final List<ColumnTreatment> javaTreated;

    /** A row that is due and locked. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Row(
            Object[] by,
            Object[] key,
            List<Optional<String>> people,
            @Nullable Object[] values) {}

    ChunkStatements(DataDialect data, DuePredicate predicate, Target target, DueData due) {
        this.data = data;
        this.predicate = predicate;
        this.target = target;
        this.due = due;
        locator = RowLocator.of(data, target.table());
        key = target.table().key();
        people = predicate.people();
        javaTreated = target.treatments().stream()
                .filter(column -> data.treated(column, column.sql()).isEmpty())
                .toList();
    }

    Chunk dispose(Connection connection, KeptSubjects kept, List<FoundRows.Row> rows, Consumer<byte[]> told) {
        List<Row> chosen = choose(connection, rows);
        List<Row> free = chosen.stream().filter(row -> isFree(row, kept)).toList();
        List<Row> gone = unreferenced(connection, free);
        change(connection, gone);
        gone.forEach(row -> told.accept(bytes(row.key())));
        return new Chunk(range(gone), chosen.size() - free.size());
    }

    /** Empties a partition in which every row is due, unless anybody uses it or something keeps a row. */
    Optional<Chunk> empty(
            Connection connection, KeptSubjects kept, String partition, long limit, Consumer<byte[]> told) {
        try {
            if (!lockAll(connection, partition) || !tellAll(connection, kept, partition, limit, told)) {
                return Optional.empty();
            }
            JdbcCalls.change(connection, DISPOSE, "truncate table only " + partition);
            return Optional.of(new Chunk(Optional.empty(), 0));
        } catch (SQLException e) {
            throw JdbcFailure.of(DISPOSE, e);
        }
    }

    private boolean lockAll(Connection connection, String partition) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute(data.lockingAll(partition));
            connection.releaseSavepoint(before);
            return true;
        } catch (SQLException e) {
            connection.rollback(before);
            if (IN_USE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** Tells the key of each row; false if there is one that may not go. */
    private boolean tellAll(
            Connection connection, KeptSubjects kept, String partition, long limit, Consumer<byte[]> told)
            throws SQLException {
        Sql sql = Sql.of("select " + String.join(", ", columns()) + ", case when ")
                .add(DuePredicate.sql(predicate.knowing(connection).due(due)))
                .add(" then 1 end from " + partition + " " + DuePredicate.ALIAS + " order by "
                        + String.join(", ", keyOf(DuePredicate.ALIAS)));
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            JdbcCalls.bind(connection, statement, sql.parameters());
            statement.setFetchSize(FETCHED);
            try (ResultSet found = statement.executeQuery()) {
                int isDue = found.getMetaData().getColumnCount();
                long count = 0;
                while (found.next()) {
                    Row row = read(found);
                    if (++count > limit || found.getObject(isDue) == null || !isFree(row, kept)) {
                        return false;
                    }
                    told.accept(bytes(row.key()));
                }
                return true;
            }
        }
    }

    /** Of the rows that were found those that are due now and that nobody else has locked. */
    private List<Row> choose(Connection connection, List<FoundRows.Row> found) {
        DuePredicate knowing = predicate.knowing(connection);
        List<Sql> conditions = new ArrayList<>();
        conditions.add(locator.isOneOf(
                DuePredicate.ALIAS + ".",
                found.stream().map(row -> ((Located) row).by()).toList()));
        knowing.due(due).forEach(conjunct -> conditions.add(conjunct.sql()));
        Stream.of(predicate.mapped(), predicate.isUnreferenced())
                .filter(sql -> !sql.isEmpty())
                .forEach(conditions::add);
        Sql sql = Sql.of("select " + String.join(", ", columns()) + " from " + from() + " where ")
                .add(Sql.joined("and", conditions))
                .add(" order by " + String.join(", ", keyOf(DuePredicate.ALIAS)))
                .add(data.lockingUnlocked());
        return JdbcCalls.query(connection, CHOOSE, sql.text(), this::read, sql.parameters());
    }

    /** What {@link #read} reads. */
    private List<String> columns() {
        List<String> columns = new ArrayList<>(locator.columns(DuePredicate.ALIAS + "."));
        columns.addAll(keyOf(DuePredicate.ALIAS));
        people.forEach(person -> columns.add(predicate.value(person)));
        javaTreated.forEach(column -> columns.add(DuePredicate.ALIAS + "." + column.sql()));
        return columns;
    }

    private String from() {
        return target.table().sql() + " " + DuePredicate.ALIAS;
    }

    private List<String> keyOf(String alias) {
        return key.stream().map(column -> alias + "." + column.sql()).toList();
    }

    private Row read(ResultSet row) throws SQLException {
        Object[] by = locator.read(row, 1);
        int column = by.length + 1;
        Object[] keyValues = new Object[key.size()];
        for (int i = 0; i < keyValues.length; i++) {
            keyValues[i] = RowLocator.value(row, column++, key.get(i).column());
        }
        List<Optional<String>> subjects = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            subjects.add(Optional.ofNullable(row.getString(column++)));
        }
        @Nullable Object[] values = new @Nullable Object[javaTreated.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.getObject(column++);
        }
        return new Row(by, keyValues, subjects, values);
    }

    /** What cannot be a subject's key is nobody's to dispose of. */
    private boolean isFree(Row row, KeptSubjects kept) {
        for (int i = 0; i < people.size(); i++) {
            Optional<String> told = row.people().get(i);
            if (told.isPresent() && !isFree(people.get(i), told.get(), kept)) {
                return false;
            }
        }
        return true;
    }

    private boolean isFree(String person, String key, KeptSubjects kept) {
        if (!SubjectId.isKey(key)) {
            return false;
        }
        SubjectId subject = SubjectId.of(key);
        for (Part part : target.data().parts()) {
            if (part.person().equals(person) && kept.keeps(subject, part.category())) {
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
        Sql sql = Sql.of("select " + String.join(", ", locator.columns(DuePredicate.ALIAS + ".")) + " from " + from()
                        + " where ")
                .add(locator.isOneOf(DuePredicate.ALIAS + ".", located(rows)))
                .add(" and ")
                .add(unreferenced);
        Set<List<Object>> still = new HashSet<>(JdbcCalls.query(
                connection, CHOOSE, sql.text(), row -> List.of(locator.read(row, 1)), sql.parameters()));
        return rows.stream().filter(row -> still.contains(List.of(row.by()))).toList();
    }

    private static List<Object[]> located(List<Row> rows) {
        return rows.stream().map(Row::by).toList();
    }

    private void change(Connection connection, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int changed = javaTreated.isEmpty() ? changeAtOnce(connection, rows) : changeEach(connection, rows);
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
        sql.add(" where ").add(locator.isOneOf("", located(rows)));
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

    private static byte[] bytes(Object[] key) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < key.length; i++) {
            all.append(i == 0 ? "" : "\0")
                    .append(key[i] instanceof byte[] raw ? HexFormat.of().formatHex(raw) : key[i].toString());
        }
        return all.toString().getBytes(StandardCharsets.UTF_8);
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
