package org.privacyrules.jdbc.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.privacyrules.decision.Aspects;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.decision.KnownSubject.Gathering;
import org.privacyrules.decision.KnownSubjects;
import org.privacyrules.jdbc.sql.Connections;
import org.privacyrules.jdbc.sql.Dialect;
import org.privacyrules.jdbc.sql.Dialect.Query;
import org.privacyrules.jdbc.sql.JdbcTransaction;
import org.privacyrules.jdbc.sql.StateRow;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/** Reads what is known of subjects. */
final class JdbcKnownSubjects implements KnownSubjects {

    private static final int PAGE_ROWS = 5_000;
    private static final byte[] BEFORE_ALL = {};
    private static final String READ = "read a subject";
    private static final SubjectId NOBODY = SubjectId.of("nobody");

    private final Connections connections;
    private final Dialect dialect;
    private final byte[] tenant;

    JdbcKnownSubjects(Connections connections, Dialect dialect, Tenant tenant) {
        this.connections = connections;
        this.dialect = dialect;
        this.tenant = tenant.toBytes();
    }

    @Override
    public KnownSubject find(SubjectId subject) {
        Gathering known = new Gathering();
        boolean found =
                connections
                        .readEach(READ, dialect.states, row -> gather(row, known), tenant, subject.toBytes())
                        .stream()
                        .anyMatch(rows -> !rows.isEmpty());
        return found ? known.known() : KnownSubject.NOTHING;
    }

    /** What is known inside an open transaction that holds the subject's guard row: nothing newer can come up meanwhile. */
    KnownSubject find(JdbcTransaction transaction, SubjectId subject) {
        Gathering known = new Gathering();
        connections.read(transaction, READ, dialect.states, row -> gather(row, known), tenant, subject.toBytes());
        return known.known();
    }

    private static boolean gather(ResultSet row, Gathering known) throws SQLException {
        StateRow.read(row, known);
        return true;
    }

    @Override
    public List<KnownSubject> findAll(List<SubjectId> subjects, Aspects aspects) {
        Query query = dialect.statesOf(
                tenant, subjects.stream().map(SubjectId::toBytes).toList(), names(aspects));
        BySubject known = new BySubject(new HashMap<>(2 * subjects.size()));
        connections.readEach("read subjects", query.sql(), known::gather, query.parameters());
        return subjects.stream().map(known::of).toList();
    }

    private static List<String> names(Aspects aspects) {
        List<String> names = new ArrayList<>(List.of(StateRow.RESTRICTION));
        aspects.purposes().stream().map(StateRow::purposeAspect).forEach(names::add);
        aspects.facts().stream().map(StateRow::factAspect).forEach(names::add);
        aspects.events().stream().map(StateRow::eventAspect).forEach(names::add);
        return names;
    }

    /** Gathers rows of many subjects: those of one mostly lie together. */
    private static final class BySubject {

        private final Map<SubjectId, Gathering> known;
        private byte[] lastKey = BEFORE_ALL;
        private Gathering last = new Gathering();
        private SubjectId lastSubject = NOBODY;

        BySubject(Map<SubjectId, Gathering> known) {
            this.known = known;
        }

        SubjectId gather(ResultSet row) throws SQLException {
            byte[] key = row.getBytes(1);
            if (!Arrays.equals(key, lastKey)) {
                lastKey = key;
                lastSubject = SubjectId.ofBytes(key);
                last = known.computeIfAbsent(lastSubject, unseen -> new Gathering());
            }
            StateRow.read(row, last);
            return lastSubject;
        }

        KnownSubject of(SubjectId subject) {
            Gathering gathered = known.get(subject);
            return gathered == null ? KnownSubject.NOTHING : gathered.known();
        }
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
        Map<SubjectId, Gathering> inOrder = new LinkedHashMap<>();
        BySubject known = new BySubject(inOrder);
        List<List<SubjectId>> pages =
                connections.readEach("list subjects", query.sql(), known::gather, query.parameters());
        return subjects(inOrder.keySet(), pages, limit)
                .map(subject -> new Listed(subject, known.of(subject)))
                .toList();
    }

    private static Stream<SubjectId> subjects(Set<SubjectId> gathered, List<List<SubjectId>> pages, int limit) {
        Optional<SubjectId> cut = pages.stream()
                .filter(page -> page.size() == limit)
                .map(page -> page.get(limit - 1))
                .min(Comparator.naturalOrder());
        if (pages.size() == 1) {
            return gathered.stream().limit(gathered.size() - cut.stream().count());
        }
        return gathered.stream().sorted().filter(subject -> cut.isEmpty() || subject.compareTo(cut.get()) < 0);
    }

    @Override
    public int chunkSize() {
        return dialect.chunkSize();
    }
}
