package org.privacyrules.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.privacyrules.decision.Aspects;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.decision.KnownSubjects;
import org.privacyrules.jdbc.StateRow.Gathered;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/** Reads what is known of subjects. */
final class JdbcKnownSubjects implements KnownSubjects {

    private static final int CHUNK = 500;
    private static final int PAGE_ROWS = 5_000;
    private static final byte[] BEFORE_ALL = {};

    private final DataSource dataSource;
    private final byte[] tenant;

    private record KeyedRow(SubjectId subject, StateRow state) {

        static KeyedRow read(ResultSet row) throws SQLException {
            return new KeyedRow(SubjectId.ofBytes(row.getBytes("subject_key")), StateRow.read(row));
        }
    }

    JdbcKnownSubjects(DataSource dataSource, Tenant tenant) {
        this.dataSource = dataSource;
        this.tenant = tenant.toBytes();
    }

    @Override
    public KnownSubject find(SubjectId subject) {
        return gathered(
                JdbcCalls.read(dataSource, "read a subject", H2Sql.STATES, StateRow::read, tenant, subject.toBytes()));
    }

    /** What is known inside an open transaction that holds the subject's guard row. */
    KnownSubject locked(Connection connection, SubjectId subject) {
        return gathered(
                JdbcCalls.query(connection, "read a subject", H2Sql.STATES, StateRow::read, tenant, subject.toBytes()));
    }

    private static KnownSubject gathered(List<StateRow> rows) {
        if (rows.isEmpty()) {
            return KnownSubject.NOTHING;
        }
        Gathered gathered = new Gathered();
        rows.forEach(gathered::add);
        return gathered.known();
    }

    @Override
    public List<KnownSubject> findAll(List<SubjectId> subjects, Aspects aspects) {
        List<KeyedRow> rows = JdbcCalls.read(
                dataSource,
                "read subjects",
                H2Sql.STATES_OF,
                KeyedRow::read,
                subjects.stream().map(SubjectId::toBytes).toArray(),
                tenant);
        Map<SubjectId, Gathered> bySubject = bySubject(rows);
        return subjects.stream()
                .map(subject -> Optional.ofNullable(bySubject.get(subject)))
                .map(found -> found.map(Gathered::known).orElse(KnownSubject.NOTHING))
                .toList();
    }

    private static List<String> names(Aspects aspects) {
        List<String> names = new ArrayList<>(List.of(StateRow.RESTRICTION));
        aspects.purposes().stream().map(StateRow::purposeAspect).forEach(names::add);
        aspects.facts().stream().map(StateRow::factAspect).forEach(names::add);
        return names;
    }

    private static Map<SubjectId, Gathered> bySubject(List<KeyedRow> rows) {
        Map<SubjectId, Gathered> bySubject = new LinkedHashMap<>();
        rows.forEach(row -> bySubject
                .computeIfAbsent(row.subject(), unseen -> new Gathered())
                .add(row.state()));
        return bySubject;
    }

    /** A page is cut by rows; the last subject of a full page may be cut in two and is left to the next page. */
    @Override
    public List<Listed> list(Aspects aspects, Optional<SubjectId> after) {
        List<String> names = names(aspects);
        int limit = Math.max(PAGE_ROWS, names.size() + 1);
        List<KeyedRow> rows = JdbcCalls.read(
                dataSource,
                "list subjects",
                H2Sql.statesAfter(names.size()),
                KeyedRow::read,
                Stream.of(
                                Stream.of(tenant),
                                names.stream(),
                                Stream.of(after.map(SubjectId::toBytes).orElse(BEFORE_ALL), limit))
                        .flatMap(parameters -> parameters)
                        .toArray());
        if (rows.size() == limit) {
            SubjectId cut = rows.get(limit - 1).subject();
            rows.removeIf(row -> row.subject().equals(cut));
        }
        return bySubject(rows).entrySet().stream()
                .map(entry -> new Listed(entry.getKey(), entry.getValue().known()))
                .toList();
    }

    @Override
    public int chunkSize() {
        return CHUNK;
    }
}
