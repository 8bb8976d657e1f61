package org.privacyrules.jdbc.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.privacyrules.disposal.DueData;
import org.privacyrules.disposal.Tally;
import org.privacyrules.disposal.Tally.Reason;
import org.privacyrules.disposal.TallyQuestion;
import org.privacyrules.jdbc.data.MappedTable.Target;
import org.privacyrules.retention.DueRule;

/** One statement that counts all that a plan tells of some data, in one look at the table. */
final class TallyStatement {

    private final DuePredicate predicate;
    private final Sql among;
    private final Target target;
    private final TallyQuestion question;
    private final ZoneId zone;
    private final List<Reason> reasons = new ArrayList<>();
    private final List<Sql> counts = new ArrayList<>();

    /** Counts among some rows; all of the mapping if that is empty. */
    TallyStatement(DuePredicate predicate, Sql among, Target target, TallyQuestion question, ZoneId zone) {
        this.predicate = predicate;
        this.among = among;
        this.target = target;
        this.question = question;
        this.zone = zone;
    }

    Sql sql() {
        Sql due = DuePredicate.sql(predicate.due(question.now()));
        Sql unreferenced = predicate.isUnreferenced();
        Sql goes = nested(due, unreferenced);
        counts.add(goes);
        counts.add(unreferenced.isEmpty() ? nested(never()) : unless(unreferenced, due));
        counts.add(unless(predicate.isJustified(question.now()), DuePredicate.sql(predicate.over(question.now()))));
        counts.add(nested(predicate.isNobodys()));
        counts.add(unless(due, isMissing(false)));
        counts.add(unless(due, isMissing(true)));
        question.later().forEach(later -> counts.add(nested(DuePredicate.sql(predicate.due(later)))));
        counts.add(question.before()
                .map(before -> unless(DuePredicate.sql(predicate.due(before)), due, unreferenced))
                .orElseGet(() -> nested(never())));
        reasons(due, unreferenced);
        Sql sql = new Sql();
        counts.forEach(count -> sql.add(sql.isEmpty() ? "select " : ", ")
                .add("count(")
                .add(count)
                .add(")"));
        for (RowEvent event : target.table().events()) {
            sql.add(", min(")
                    .add(value(event.path().of(DuePredicate.ALIAS), due, unreferenced))
                    .add(")");
        }
        sql.add(" from " + target.table().sql() + " " + DuePredicate.ALIAS);
        List<Sql> where = Stream.of(among, predicate.mapped())
                .filter(each -> !each.isEmpty())
                .toList();
        return where.isEmpty() ? sql : sql.add(" where ").add(Sql.joined("and", where));
    }

    private static Sql never() {
        return Sql.of("1 = 0");
    }

    /** 1 for a row of which all are true, and else null. */
    private static Sql nested(Sql... conditions) {
        return value("1", conditions);
    }

    private static Sql value(String value, Sql... conditions) {
        Sql sql = new Sql();
        int depth = 0;
        for (Sql condition : conditions) {
            if (!condition.isEmpty()) {
                sql.add("case when ").add(condition).add(" then ");
                depth++;
            }
        }
        return sql.add(value).add(" end".repeat(depth));
    }

    /** 1 for a row of which all are true but one that is not, and else null. */
    private static Sql unless(Sql exception, Sql... conditions) {
        Sql sql = new Sql();
        int depth = 0;
        for (Sql condition : conditions) {
            if (!condition.isEmpty()) {
                sql.add("case when ").add(condition).add(" then ");
                depth++;
            }
        }
        return sql.add("case when ").add(exception).add(" then null else 1 end").add(" end".repeat(depth));
    }

    /** That a date is missing on which the rules depend. */
    private Sql isMissing(boolean awaited) {
        List<Sql> missing = new ArrayList<>();
        for (RowEvent event : target.table().events()) {
            boolean counts = question.now().rules().stream()
                    .anyMatch(rule -> rule.ownEvents().contains(event.event()));
            if (event.awaited() == awaited && counts) {
                missing.add(Sql.of(event.path().of(DuePredicate.ALIAS) + " is null"));
            }
        }
        return missing.isEmpty() ? never() : Sql.joined("or", missing);
    }

    private void reasons(Sql due, Sql unreferenced) {
        DueData now = question.now();
        for (int i = 0; i < now.rules().size(); i++) {
            DueRule rule = now.rules().get(i);
            String person = now.data().parts().get(i).person();
            for (DueRule.Use use : rule.uses()) {
                for (DueRule.Ending ending : use.endings()) {
                    Reason reason = new Reason(rule.category(), use.purpose(), ending.why());
                    if (!reasons.contains(reason)) {
                        reasons.add(reason);
                        Sql how = use.endings().size() == 1 ? new Sql() : predicate.sql(person, ending.condition());
                        counts.add(nested(due, unreferenced, how));
                    }
                }
            }
        }
    }

    Tally read(ResultSet row) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        for (int i = 1; i <= counts.size(); i++) {
            numbers.add(row.getLong(i));
        }
        int forecast = 6 + question.later().size();
        Map<Reason, Long> byReason = new LinkedHashMap<>();
        for (int i = 0; i < reasons.size(); i++) {
            byReason.put(reasons.get(i), numbers.get(forecast + 1 + i));
        }
        return new Tally(
                numbers.get(0),
                0,
                numbers.get(1),
                numbers.get(2),
                numbers.get(3),
                numbers.get(4),
                numbers.get(5),
                oldest(row),
                numbers.subList(6, forecast),
                numbers.get(forecast),
                byReason);
    }

    private Optional<LocalDate> oldest(ResultSet row) throws SQLException {
        LocalDate oldest = null;
        List<RowEvent> events = target.table().events();
        for (int i = 0; i < events.size(); i++) {
            RowEvent event = events.get(i);
            LocalDate day = event.day(event.read(row, counts.size() + 1 + i), zone);
            oldest = day != null && (oldest == null || day.isBefore(oldest)) ? day : oldest;
        }
        return Optional.ofNullable(oldest);
    }
}
