package org.privacyrules.jdbc.data;

import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.privacyrules.disposal.DueData;
import org.privacyrules.disposal.MappedData.Part;
import org.privacyrules.fact.FactEvent;
import org.privacyrules.jdbc.data.MappedTable.ColumnTreatment;
import org.privacyrules.jdbc.data.MappedTable.Referrer;
import org.privacyrules.jdbc.data.MappedTable.Target;
import org.privacyrules.jdbc.data.TableDefinition.Filter;
import org.privacyrules.jdbc.sql.Dialect;
import org.privacyrules.jdbc.sql.JdbcCalls;
import org.privacyrules.jdbc.sql.StateRow;
import org.privacyrules.jdbc.sql.Times;
import org.privacyrules.retention.DueCondition;
import org.privacyrules.retention.DueCondition.Answered;
import org.privacyrules.retention.DueCondition.Expired;
import org.privacyrules.retention.DueCondition.LivesIn;
import org.privacyrules.retention.DueCondition.LivesOutside;
import org.privacyrules.retention.DueCondition.OfSubject;
import org.privacyrules.retention.DueCondition.Outdated;
import org.privacyrules.retention.DueCondition.OwnEvent;
import org.privacyrules.retention.DueCondition.Related;
import org.privacyrules.retention.DueCondition.RelationEnded;
import org.privacyrules.retention.DueCondition.Reported;
import org.privacyrules.retention.DueCondition.SaidNo;
import org.privacyrules.retention.DueCondition.SubjectState;
import org.privacyrules.retention.DueRule;

/**
 * Which rows of a table are due: the one place where that becomes SQL, for plans and for sweeps. The table's alias is {@code t}.
 * Immutable.
 */
final class DuePredicate {

    static final String ALIAS = "t";

    private static final String KNOWN = "ask whether something is known of somebody";

    /** More ways are not worth a look each. */
    private static final int MOST_WAYS = 8;

    private static final String NO = "('REFUSED', 'WITHDRAWN', 'OBJECTED')";

    private final Dialect dialect;
    private final DataDialect data;
    private final byte[] tenant;
    private final Target target;
    private final ZoneId zone;
    private final String states;
    private final Predicate<SubjectState> ofNobody;

    DuePredicate(Dialect dialect, DataDialect data, byte[] tenant, Target target, ZoneId zone) {
        this(dialect, data, tenant, target, zone, state -> false);
    }

    private DuePredicate(
            Dialect dialect,
            DataDialect data,
            byte[] tenant,
            Target target,
            ZoneId zone,
            Predicate<SubjectState> ofNobody) {
        this.ofNobody = ofNobody;
        this.dialect = dialect;
        this.data = data;
        this.tenant = tenant;
        this.target = target;
        this.zone = zone;
        states = dialect.named("privacy_subject_state");
    }

    /** The same for a moment: what is known of nobody then need not be asked of each row. */
    DuePredicate knowing(Connection connection) {
        return knowing(sql -> JdbcCalls.query(connection, KNOWN, sql.text(), row -> true, sql.parameters())
                .isEmpty());
    }

    /** The same, for somebody who tells whether a query finds nothing. */
    DuePredicate knowing(Predicate<Sql> findsNothing) {
        Map<SubjectState, Boolean> asked = new HashMap<>();
        return new DuePredicate(
                dialect,
                data,
                tenant,
                target,
                zone,
                state -> asked.computeIfAbsent(state, each -> findsNothing.test(subjects(each, new byte[0], 1))));
    }

    /** The subjects of whom something is known, behind a key, in the order of their keys. */
    Sql subjects(SubjectState state, byte[] after, int limit) {
        return Sql.of(
                        "select s.subject_key from " + states + " s where s.tenant = ? and s.subject_key > ? and ",
                        tenant,
                        after)
                .add(state(state))
                .add(" order by s.subject_key limit " + limit);
    }

    /** A part of the predicate: a bound on a column of the table if {@code event} is there. */
    record Conjunct(Sql sql, Optional<OwnEvent> event) {}

    /**
     * The rows of the mapping that are not disposed of yet, whether due or not.
     *
     * @return true for all if empty
     */
    Sql mapped() {
        List<Sql> all = new ArrayList<>();
        target.table().definition().filters().forEach(filter -> all.add(filter(filter)));
        List<Sql> untreated = new ArrayList<>();
        for (ColumnTreatment column : target.treatments()) {
            Sql sql = data.isUntreated(column, ALIAS + "." + column.sql());
            if (!sql.isEmpty()) {
                untreated.add(sql);
            }
        }
        if (!untreated.isEmpty()) {
            all.add(Sql.joined("or", untreated));
        }
        return Sql.joined("and", all);
    }

    private Sql filter(Filter filter) {
        String column = ALIAS + "." + dialect.quoted(filter.column());
        return switch (filter.test()) {
            case NULL -> Sql.of(column + " is null");
            case NOT_NULL -> Sql.of(column + " is not null");
            case ONE_OF ->
                Sql.of(
                        column + " in (" + DataDialect.marks(filter.values().size()) + ")",
                        filter.values().toArray());
        };
    }

    /** What must be true of a row that is due: of those of the mapping, without what keeps it. */
    List<Conjunct> due(DueData due) {
        List<Conjunct> all = new ArrayList<>(over(due));
        if (!due.data().unjustifiedGo()) {
            addAll(all, justified(due));
        }
        return all;
    }

    /** No purpose justifies any part, and somebody's data it is. */
    List<Conjunct> over(DueData due) {
        return ofParts(due, DueRule::over);
    }

    /** Some purpose has justified each part. */
    private List<Conjunct> justified(DueData due) {
        return ofParts(due, DueRule::justified);
    }

    /**
     * The ways in which rows come to be due, each with what must be true: a row is due if it is in one of them. They differ in how
     * one purpose ended, so that each can be looked up by an index of its own.
     *
     * @param driven whether a condition on a person can be looked up
     */
    List<Way> ways(DueData due, Predicate<DueCondition> driven) {
        Set<String> people = due.data().parts().stream().map(Part::person).collect(Collectors.toSet());
        if (people.size() > 1) {
            return List.of(new Way(due(due), Optional.empty()));
        }
        String person = people.iterator().next();
        List<DueCondition> overs = new ArrayList<>();
        due.rules()
                .forEach(rule -> rule.uses()
                        .forEach(use -> overs.add(DueCondition.any(use.endings().stream()
                                .map(DueRule.Ending::condition)
                                .toList()))));
        List<List<DueCondition>> best = List.of();
        DueCondition chosen = DueCondition.ALWAYS;
        for (DueCondition over : overs) {
            List<List<DueCondition>> ways = possible(alternatives(over));
            boolean allDriven = ways.size() <= MOST_WAYS
                    && ways.stream().allMatch(way -> way.stream().anyMatch(driven));
            if (allDriven && (chosen.equals(DueCondition.ALWAYS) || ways.size() < best.size())) {
                best = ways;
                chosen = over;
            }
        }
        if (chosen.equals(DueCondition.ALWAYS)) {
            return List.of(new Way(due(due), Optional.empty()));
        }
        List<DueCondition> others = new ArrayList<>(overs);
        others.remove(chosen);
        List<Way> ways = new ArrayList<>();
        for (List<DueCondition> alternative : best) {
            List<DueCondition> all = new ArrayList<>(alternative);
            all.addAll(others);
            List<Conjunct> conjuncts = new ArrayList<>();
            person(person).ifPresent(missing -> conjuncts.add(new Conjunct(Sql.of(missing), Optional.empty())));
            addAll(conjuncts, conjuncts(person, all));
            if (!due.data().unjustifiedGo()) {
                addAll(conjuncts, justified(due));
            }
            Optional<SubjectState> state = alternative.stream()
                    .filter(OfSubject.class::isInstance)
                    .filter(driven)
                    .map(each -> ((OfSubject) each).state())
                    .findFirst();
            ways.add(new Way(conjuncts, state));
        }
        return ways;
    }

    /**
     * A way in which rows come to be due.
     *
     * @param conjuncts what must be true
     * @param state what is known of the subjects whose rows these are, if that can be looked up
     */
    record Way(List<Conjunct> conjuncts, Optional<SubjectState> state) {}

    /** One thing or another, as whole lists of what must be true together. */
    private static List<List<DueCondition>> alternatives(DueCondition condition) {
        if (condition instanceof DueCondition.Any any) {
            return any.conditions().stream()
                    .flatMap(each -> alternatives(each).stream())
                    .toList();
        }
        if (condition instanceof DueCondition.All all) {
            List<List<DueCondition>> product = List.of(List.of());
            for (DueCondition each : all.conditions()) {
                List<List<DueCondition>> next = new ArrayList<>();
                for (List<DueCondition> before : product) {
                    for (List<DueCondition> more : alternatives(each)) {
                        next.add(Stream.concat(before.stream(), more.stream())
                                .distinct()
                                .toList());
                    }
                }
                if (next.size() > MOST_WAYS * 2) {
                    return List.of(List.of(condition));
                }
                product = next;
            }
            return product;
        }
        return List.of(List.of(condition));
    }

    /** Without those that ask for what is known of nobody. */
    private List<List<DueCondition>> possible(List<List<DueCondition>> ways) {
        return ways.stream()
                .filter(way -> way.stream()
                        .noneMatch(each -> each instanceof OfSubject of && of.known() && ofNobody.test(of.state())))
                .toList();
    }

    /** The same as one piece. */
    Sql isJustified(DueData due) {
        return sql(justified(due));
    }

    static Sql sql(List<Conjunct> conjuncts) {
        return conjuncts.isEmpty()
                ? Sql.of("1 = 1")
                : Sql.joined("and", conjuncts.stream().map(Conjunct::sql).toList());
    }

    private static void addAll(List<Conjunct> to, List<Conjunct> more) {
        for (Conjunct each : more) {
            if (to.stream().noneMatch(there -> there.sql().isSameAs(each.sql()))) {
                to.add(each);
            }
        }
    }

    private interface OfRule {
        DueCondition of(DueRule rule);
    }

    private List<Conjunct> ofParts(DueData due, OfRule condition) {
        Map<String, List<DueCondition>> byPerson = new LinkedHashMap<>();
        for (int i = 0; i < due.rules().size(); i++) {
            Part part = due.data().parts().get(i);
            byPerson.computeIfAbsent(part.person(), unseen -> new ArrayList<>())
                    .add(condition.of(due.rules().get(i)));
        }
        List<Conjunct> all = new ArrayList<>();
        if (byPerson.size() == 1) {
            Map.Entry<String, List<DueCondition>> only =
                    byPerson.entrySet().iterator().next();
            person(only.getKey()).ifPresent(missing -> all.add(new Conjunct(Sql.of(missing), Optional.empty())));
            all.addAll(conjuncts(only.getKey(), only.getValue()));
            return all;
        }
        List<Sql> someone = new ArrayList<>();
        byPerson.forEach((name, conditions) -> {
            Sql those = sql(conjuncts(name, conditions));
            Optional<String> present = person(name);
            present.ifPresent(sql -> someone.add(Sql.of(sql)));
            all.add(new Conjunct(
                    present.map(sql -> Sql.of("(" + value(name) + " is null or (")
                                    .add(those)
                                    .add("))"))
                            .orElse(those),
                    Optional.empty()));
        });
        if (someone.size() == byPerson.size()) {
            all.add(new Conjunct(Sql.of("(").add(Sql.joined("or", someone)).add(")"), Optional.empty()));
        }
        return all;
    }

    /** That a row tells the person; empty if it always does. */
    private Optional<String> person(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        ColumnPath path = path(name);
        return path.isLocal() && !path.column().nullable()
                ? Optional.empty()
                : Optional.of(path.of(ALIAS) + " is not null");
    }

    /** That a row tells none of its people. */
    Sql isNobodys() {
        List<Sql> none = new ArrayList<>();
        if (people().isEmpty()) {
            return Sql.of("1 = 0");
        }
        for (String name : people()) {
            if (person(name).isEmpty()) {
                return Sql.of("1 = 0");
            }
            none.add(Sql.of(value(name) + " is null"));
        }
        return Sql.joined("and", none);
    }

    /** Those that rows tell. */
    List<String> people() {
        return target.data().parts().stream()
                .map(Part::person)
                .filter(person -> !person.isEmpty())
                .distinct()
                .toList();
    }

    String value(String person) {
        return path(person).of(ALIAS);
    }

    private ColumnPath path(String person) {
        return Objects.requireNonNull(target.table().people().get(person), person);
    }

    private List<Conjunct> conjuncts(String person, List<DueCondition> conditions) {
        List<Conjunct> all = new ArrayList<>();
        conditions.stream()
                .flatMap(each ->
                        each instanceof DueCondition.All nested ? nested.conditions().stream() : Stream.of(each))
                .distinct()
                .forEach(each -> all.add(new Conjunct(
                        sql(person, each), each instanceof OwnEvent own ? Optional.of(own) : Optional.empty())));
        return all;
    }

    /** A condition on the row and on what is known of one of its people. */
    Sql sql(String person, DueCondition condition) {
        if (condition instanceof DueCondition.All all) {
            return all.conditions().isEmpty() ? Sql.of("1 = 1") : group(person, "and", all.conditions());
        }
        if (condition instanceof DueCondition.Any any) {
            return any.conditions().isEmpty() ? Sql.of("1 = 0") : group(person, "or", any.conditions());
        }
        if (condition instanceof OwnEvent own) {
            return event(own.event()).isBy(ALIAS, own.latest(), zone);
        }
        OfSubject ofSubject = (OfSubject) condition;
        if (person.isEmpty() || ofNobody.test(ofSubject.state())) {
            return Sql.of(ofSubject.known() ? "1 = 0" : "1 = 1");
        }
        Sql exists = Sql.of(
                        (ofSubject.known() ? "exists" : "not exists") + " (select 1 from " + states
                                + " s where s.tenant = ? and s.subject_key = " + data.bytes(value(person)) + " and ",
                        (Object) tenant)
                .add(state(ofSubject.state()));
        return exists.add(")");
    }

    private Sql group(String person, String word, List<DueCondition> conditions) {
        return Sql.of("(")
                .add(Sql.joined(
                        word, conditions.stream().map(each -> sql(person, each)).toList()))
                .add(")");
    }

    private RowEvent event(String name) {
        return target.table().events().stream()
                .filter(each -> each.event().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Sql state(SubjectState state) {
        if (state instanceof Related related) {
            return in(
                    "s.aspect",
                    related.kinds().stream().sorted().map(kind -> dialect.aspect(StateRow.factAspect(kind))));
        }
        if (state instanceof RelationEnded ended) {
            Sql sql = fact(ended.kind()).add(" and s.until is not null");
            ended.by().ifPresent(by -> sql.add(" and s.until <= ?", Times.column(by)));
            return sql;
        }
        if (state instanceof LivesIn lives) {
            return fact(FactEvent.COUNTRY)
                    .add(" and ")
                    .add(in("s.fact_value", lives.countries().stream().sorted()));
        }
        if (state instanceof LivesOutside lives) {
            return fact(FactEvent.COUNTRY)
                    .add(" and s.fact_value is not null and not ")
                    .add(in("s.fact_value", lives.countries().stream().sorted()));
        }
        if (state instanceof Reported reported) {
            Sql sql = Sql.of(
                    "s.aspect = ? and s.fact_value is not null",
                    dialect.aspect(StateRow.eventAspect(reported.event())));
            reported.latest().map(LocalDate::toString).ifPresent(day -> sql.add(" and s.fact_value <= ?", day));
            return sql;
        }
        return answer(state);
    }

    private Sql answer(SubjectState state) {
        if (state instanceof Answered answered) {
            return purpose(answered.purpose()).add(" and (s.status = 'GIVEN' or s.status in " + NO + ")");
        }
        if (state instanceof SaidNo no) {
            return purpose(no.purpose()).add(" and s.status in " + NO + " and s.since <= ?", Times.column(no.by()));
        }
        if (state instanceof Expired expired) {
            return purpose(expired.purpose())
                    .add(" and s.status = 'GIVEN' and s.until <= ?", Times.column(expired.by()));
        }
        Outdated outdated = (Outdated) state;
        return purpose(outdated.purpose())
                .add(
                        " and s.status = 'GIVEN' and s.text_version <> ? and s.since <= ?",
                        outdated.text(),
                        Times.column(outdated.by()));
    }

    private Sql fact(String name) {
        return Sql.of("s.aspect = ?", dialect.aspect(StateRow.factAspect(name)));
    }

    private Sql purpose(String name) {
        return Sql.of("s.aspect = ?", dialect.aspect(StateRow.purposeAspect(name)));
    }

    private static Sql in(String column, Stream<?> values) {
        Object[] all = values.toArray();
        return Sql.of(column + " in (" + DataDialect.marks(all.length) + ")", all);
    }

    /** That no row of another table refers to a row; empty if none can. */
    Sql isUnreferenced() {
        if (!target.isRows()) {
            return new Sql();
        }
        Collection<Sql> all = new ArrayList<>();
        for (Referrer referrer : target.table().referrers()) {
            Sql sql = Sql.of("not exists (select 1 from " + referrer.table() + " r where ");
            for (int i = 0; i < referrer.from().size(); i++) {
                sql.add((i == 0 ? "" : " and ") + "r." + referrer.from().get(i) + " = " + ALIAS + "."
                        + referrer.to().get(i));
            }
            if (!referrer.itself().isEmpty() && data.deletesWhatRefersToItself()) {
                sql.add(" and not ("
                        + referrer.itself().stream()
                                .map(column -> "r." + column + " = " + ALIAS + "." + column)
                                .collect(Collectors.joining(" and "))
                        + ")");
            }
            all.add(sql.add(")"));
        }
        return Sql.joined("and", all);
    }
}
