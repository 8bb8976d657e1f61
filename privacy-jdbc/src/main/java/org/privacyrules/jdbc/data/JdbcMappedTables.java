package org.privacyrules.jdbc.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.privacyrules.disposal.Chunk;
import org.privacyrules.disposal.DueData;
import org.privacyrules.disposal.FoundRows;
import org.privacyrules.disposal.FoundRows.Cursor;
import org.privacyrules.disposal.KeptSubjects;
import org.privacyrules.disposal.MappedData;
import org.privacyrules.disposal.MappedData.Part;
import org.privacyrules.disposal.MappedTables;
import org.privacyrules.disposal.Tally;
import org.privacyrules.disposal.TallyQuestion;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.jdbc.data.MappedTable.Target;
import org.privacyrules.jdbc.sql.Connections;
import org.privacyrules.jdbc.sql.Dialect;
import org.privacyrules.jdbc.sql.JdbcFailure;
import org.privacyrules.jdbc.sql.JdbcTransaction;
import org.privacyrules.storage.Transaction;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/** The host's tables as one tenant's rules see them. */
public final class JdbcMappedTables implements MappedTables {

    private static final String COUNT = "count what is due";
    private static final String ROW = "read a row";

    private final Connections connections;
    private final Dialect dialect;
    private final DataDialect data;
    private final byte[] tenant;
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final List<String> advice;

    JdbcMappedTables(
            Connections connections, Dialect dialect, Tenant tenant, List<Target> targets, List<String> advice) {
        this.connections = connections;
        this.dialect = dialect;
        this.data = DataDialect.of(dialect.product());
        this.tenant = tenant.toBytes();
        this.advice = advice;
        targets.forEach(target -> this.targets.put(target.data().name(), target));
    }

    @Override
    public List<MappedData> mapped() {
        return targets.values().stream().map(Target::data).toList();
    }

    private Target target(MappedData mapped) {
        return Objects.requireNonNull(targets.get(mapped.name()), mapped.name());
    }

    private static ZoneId zone(DueData due) {
        return due.rules().get(0).zone();
    }

    private DuePredicate predicate(Target target, DueData due) {
        return new DuePredicate(dialect, data, tenant, target, zone(due));
    }

    @Override
    public Tally count(TallyQuestion question) {
        Target target = target(question.now().data());
        DuePredicate predicate = predicate(target, question.now())
                .knowing(sql -> connections
                        .read(COUNT, sql.text(), row -> true, sql.parameters())
                        .isEmpty());
        Tally all = count(predicate, new Sql(), target, question);
        Sql kept = new KeptRows(predicate, data, target).isKept(question.kept());
        return kept.isEmpty() ? all : all.keeping(count(predicate, kept, target, question));
    }

    private Tally count(DuePredicate predicate, Sql among, Target target, TallyQuestion question) {
        TallyStatement statement = new TallyStatement(predicate, among, target, question, zone(question.now()));
        Sql sql = statement.sql();
        return connections
                .read(COUNT, sql.text(), statement::read, sql.parameters())
                .get(0);
    }

    @Override
    public FoundRows find(DueData due, Optional<Cursor> after, int limit) {
        Target target = target(due.data());
        try (Connection connection = connections.own()) {
            return new DueSearch(data, predicate(target, due), target, due).find(connection, after, limit);
        } catch (SQLException e) {
            throw JdbcFailure.of(COUNT, e);
        }
    }

    @Override
    public boolean hasDue(DueData due, KeptSubjects kept) {
        Target target = target(due.data());
        DuePredicate predicate = predicate(target, due);
        Sql notKept = new KeptRows(predicate, data, target).isNotKept(kept);
        try (Connection connection = connections.own()) {
            return new DueSearch(data, predicate, target, due).hasDue(connection, notKept);
        } catch (SQLException e) {
            throw JdbcFailure.of(COUNT, e);
        }
    }

    @Override
    public Chunk dispose(
            Transaction transaction, DueData due, KeptSubjects kept, List<FoundRows.Row> rows, Consumer<byte[]> gone) {
        Target target = target(due.data());
        return new ChunkStatements(data, predicate(target, due), target, due)
                .dispose(JdbcTransaction.of(transaction).connection(), kept, rows, gone);
    }

    @Override
    public List<String> findWholes(DueData due) {
        Target target = target(due.data());
        if (!target.emptiesPartitions()) {
            return List.of();
        }
        try (Connection connection = connections.own()) {
            return new DueSearch(data, predicate(target, due), target, due).wholes(connection);
        } catch (SQLException e) {
            throw JdbcFailure.of(COUNT, e);
        }
    }

    @Override
    public Optional<Chunk> empty(
            Transaction transaction, DueData due, KeptSubjects kept, String whole, long limit, Consumer<byte[]> gone) {
        Target target = target(due.data());
        return new ChunkStatements(data, predicate(target, due), target, due)
                .empty(JdbcTransaction.of(transaction).connection(), kept, whole, limit, gone);
    }

    @Override
    public Optional<List<RowPart>> row(MappedData mapped, List<Object> key, ZoneId zone) {
        Target target = target(mapped);
        MappedTable table = target.table();
        if (key.size() != table.key().size()) {
            throw new InvalidInputException(mapped.name() + ": the key has "
                    + table.key().size() + " columns, and " + key.size() + " values were given");
        }
        List<String> columns = new ArrayList<>();
        List<String> people = new ArrayList<>(table.people().keySet());
        table.people().values().forEach(path -> columns.add(path.of(DuePredicate.ALIAS)));
        table.events().forEach(event -> columns.add(event.path().of(DuePredicate.ALIAS)));
        List<Object[]> rows = new ArrayList<>();
        rows.add(key.toArray());
        Sql sql = Sql.of("select " + String.join(", ", columns) + " from " + table.sql() + " " + DuePredicate.ALIAS
                        + " where ")
                .add(data.isOneOf(DuePredicate.ALIAS + ".", table.key(), rows));
        return connections.read(ROW, sql.text(), row -> parts(target, people, row, zone), sql.parameters()).stream()
                .findFirst();
    }

    private static List<RowPart> parts(Target target, List<String> people, ResultSet row, ZoneId zone)
            throws SQLException {
        Map<String, LocalDate> happened = new HashMap<>();
        List<RowEvent> events = target.table().events();
        for (int i = 0; i < events.size(); i++) {
            RowEvent event = events.get(i);
            LocalDate day = event.day(event.read(row, people.size() + 1 + i), zone);
            if (day != null) {
                happened.put(event.event(), day);
            }
        }
        List<RowPart> parts = new ArrayList<>();
        for (Part part : target.data().parts()) {
            int column = people.indexOf(part.person()) + 1;
            Optional<SubjectId> subject = Optional.ofNullable(column == 0 ? null : row.getString(column))
                    .filter(SubjectId::isKey)
                    .map(SubjectId::of);
            parts.add(new RowPart(part, subject, happened));
        }
        return parts;
    }

    @Override
    public List<String> advice() {
        return advice;
    }
}
