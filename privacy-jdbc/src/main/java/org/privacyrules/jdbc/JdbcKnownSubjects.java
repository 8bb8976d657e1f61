package org.privacyrules.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.privacyrules.decision.Aspects;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.decision.KnownSubjects;
import org.privacyrules.jdbc.Dialect.Query;
import org.privacyrules.jdbc.StateRow.Gathered;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/** Reads what is known of subjects. */
final class JdbcKnownSubjects implements KnownSubjects {

    private static final int PAGE_ROWS = 5_000;
    private static final byte[] BEFORE_ALL = {};
    private static final String READ = "read a subject";

    private final Connections connections;
    private final Dialect dialect;
    private final byte[] tenant;

    private record KeyedRow(SubjectId subject, StateRow state) {

        static KeyedRow read(ResultSet row) throws SQLException {
            return new KeyedRow(SubjectId.ofBytes(row.getBytes("subject_key")), StateRow.read(row));
        }
    }

    JdbcKnownSubjects(Connections connections, Dialect dialect, Tenant tenant) {
        this.connections = connections;
        this.dialect = dialect;
        this.tenant = tenant.toBytes();
    }

    @Override
    public KnownSubject find(SubjectId subject) {
        return gathered(connections.read(READ, dialect.states, StateRow::read, tenant, subject.toBytes()));
    }

    /** What is known inside an open transaction that holds the subject's guard row: nothing newer can come up meanwhile. */
    KnownSubject find(JdbcTransaction transaction, SubjectId subject) {
        return gathered(connections.read(transaction, READ, dialect.states, StateRow::read, tenant, subject.toBytes()));
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
        Query query = dialect.statesOf(
                tenant, subjects.stream().map(SubjectId::toBytes).toList(), names(aspects));
        Map<SubjectId, Gathered> bySubject = new HashMap<>();
        gather(connections.read("read subjects", query.sql(), KeyedRow::read, query.parameters()), bySubject);
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

    private static void gather(Collection<KeyedRow> rows, Map<SubjectId, Gathered> bySubject) {
        rows.forEach(row -> bySubject
                .computeIfAbsent(row.subject(), unseen -> new Gathered())
                .add(row.state()));
    }

    /**
     * A page is cut by rows; the last subject of a full page may be cut in two and is left to the next page. Of two pages, read on
     * two connections, the shorter one counts.
     */
    @Override
    public List<Listed> list(Aspects aspects, Optional<SubjectId> after) {
        List<String> names = names(aspects);
        int limit = Math.max(PAGE_ROWS, names.size() + 1);
        Query query =
                dialect.statesAfter(tenant, names, after.map(SubjectId::toBytes).orElse(BEFORE_ALL), limit);
        TreeMap<SubjectId, Gathered> bySubject = new TreeMap<>();
        Optional<SubjectId> cut = Optional.empty();
        for (List<KeyedRow> page :
                connections.readEach("list subjects", query.sql(), KeyedRow::read, query.parameters())) {
            gather(page, bySubject);
            if (page.size() == limit) {
                SubjectId last = page.get(limit - 1).subject();
                cut = cut.filter(other -> other.compareTo(last) < 0).or(() -> Optional.of(last));
            }
        }
        Map<SubjectId, Gathered> whole =
                cut.<Map<SubjectId, Gathered>>map(bySubject::headMap).orElse(bySubject);
        return whole.entrySet().stream()
                .map(entry -> new Listed(entry.getKey(), entry.getValue().known()))
                .toList();
    }

    @Override
    public int chunkSize() {
        return dialect.chunkSize();
    }
}
