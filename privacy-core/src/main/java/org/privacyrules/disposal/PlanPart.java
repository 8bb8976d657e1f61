package org.privacyrules.disposal;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.privacyrules.disposal.DisposalPlan.Planned;
import org.privacyrules.report.PolicyPage;

/** What a page tells of the plan. */
final class PlanPart {

    /** With how many kinds of data a table of months can be read on paper. */
    private static final int COLUMNS = 5;

    private final DisposalReport report;
    private final DisposalPlan plan;
    private final PolicyPage page;

    PlanPart(DisposalReport report, PolicyPage page) {
        this.report = report;
        this.page = page;
        plan = report.plan();
    }

    static long sum(DisposalPlan plan, ToLongFunction<Tally> count) {
        return plan.data().stream()
                .mapToLong(planned -> count.applyAsLong(planned.tally()))
                .sum();
    }

    /** The rows that stay until somebody says more. */
    static long open(DisposalPlan plan) {
        return plan.data().stream().mapToLong(PlanPart::open).sum();
    }

    private static long open(Planned planned) {
        Tally tally = planned.tally();
        return tally.undated() + tally.nobodys() + (planned.data().unjustifiedGo() ? 0 : tally.unjustified());
    }

    /** Whether there is anything to say of a kind of data: what goes though nothing justified it is worth a look before. */
    private static boolean isOpen(Planned planned) {
        return open(planned) > 0 || planned.tally().unjustified() > 0;
    }

    static String rows(PolicyPage page, long count) {
        return count == 1 ? page.text("disposal.row") : page.text("disposal.rows", "count", page.number(count));
    }

    void due() {
        page.section(text("disposal.due"), "due");
        age();
        if (plan.data().isEmpty()) {
            page.paragraph(text("disposal.unmapped"));
            return;
        }
        page.table(
                text("disposal.due.caption"),
                List.of(text("disposal.data"), text("disposal.due.rows"), text("disposal.due.oldest")),
                plan.data().stream().map(this::dueRow).toList(),
                Set.of(1));
        why();
        shortened();
        forecast();
    }

    private void age() {
        page.paragraph(text("disposal.due.counted", "time", page.time(plan.at()), "version", plan.policyVersion()));
        long days = ChronoUnit.DAYS.between(plan.today(), report.today());
        if (days > 0) {
            page.warning(text("disposal.due.old", "period", page.period(Period.ofDays((int) days))));
        }
        if (!plan.policyVersion().equals(report.policy().version())) {
            page.warning(text("disposal.due.version", "version", report.policy().version()));
        }
        if (report.heartbeat().lastStarted().filter(plan.at()::isBefore).isPresent()) {
            page.paragraph(text("disposal.due.swept"));
        }
        if (!report.uncounted().isEmpty()) {
            List<String> names =
                    report.uncounted().stream().map(MappedData::name).toList();
            page.warning(text("disposal.due.uncounted", "names", page.listed(names)));
        }
    }

    private List<String> dueRow(Planned planned) {
        Tally tally = planned.tally();
        return List.of(
                planned.data().name(),
                page.number(tally.due()),
                tally.oldest().map(page::shortDate).orElse("–"));
    }

    private void why() {
        List<List<String>> reasons = plan.data().stream()
                .filter(planned -> !planned.tally().reasons().isEmpty())
                .map(planned -> List.of(planned.data().name(), reasons(planned)))
                .toList();
        if (!reasons.isEmpty()) {
            page.part(text("disposal.due.why"));
            page.paragraph(text("disposal.due.several"));
            page.definitions(reasons);
        }
    }

    private String reasons(Planned planned) {
        boolean one = planned.data().categories().size() == 1;
        List<String> lines = planned.tally().reasons().entrySet().stream()
                .filter(reason -> reason.getValue() > 0)
                .sorted(Comparator.comparing((Map.Entry<Tally.Reason, Long> each) ->
                                each.getKey().category())
                        .thenComparing(each -> each.getKey().purpose())
                        .thenComparing(each -> each.getKey().why()))
                .map(reason -> one
                        ? reason(reason.getKey(), reason.getValue())
                        : text(
                                "disposal.due.of",
                                "category",
                                page.category(reason.getKey().category()),
                                "reason",
                                reason(reason.getKey(), reason.getValue())))
                .toList();
        return String.join("\n", lines);
    }

    private String reason(Tally.Reason reason, long count) {
        return text(
                "disposal.due.reason",
                "purpose",
                page.purpose(reason.purpose()),
                "why",
                page.text("disposal.standing", reason.why()),
                "rows",
                rows(count));
    }

    private void shortened() {
        List<String> lines = plan.data().stream()
                .filter(planned -> planned.tally().newlyDue() > 0)
                .map(planned -> text(
                        "disposal.due.newly",
                        "data",
                        planned.data().name(),
                        "rows",
                        rows(planned.tally().newlyDue())))
                .toList();
        page.bullets(lines);
    }

    private void forecast() {
        if (plan.months().isEmpty()) {
            return;
        }
        page.part(text("disposal.forecast"));
        page.paragraph(text("disposal.forecast.intro"));
        List<PolicyPage.Bar> bars = new ArrayList<>();
        for (int month = -1; month < plan.months().size(); month++) {
            long now = plan.due();
            long then = inAll(month);
            bars.add(new PolicyPage.Bar(
                    month < 0
                            ? text("disposal.forecast.today")
                            : page.month(plan.months().get(month)),
                    Math.min(now, then),
                    Math.max(0, then - now),
                    page.number(then)));
        }
        page.chart(
                text("disposal.forecast.chart"),
                text("disposal.forecast.first"),
                text("disposal.forecast.second"),
                bars);
        for (int from = 0; from < plan.data().size(); from += COLUMNS) {
            months(
                    plan.data()
                            .subList(from, Math.min(from + COLUMNS, plan.data().size())),
                    from == 0);
        }
    }

    private long inAll(int month) {
        return plan.data().stream().mapToLong(planned -> at(planned, month)).sum();
    }

    /** How much is due at the beginning of a month; before the first one: today. */
    private static long at(Planned planned, int month) {
        Tally tally = planned.tally();
        return month < 0 || month >= tally.forecast().size()
                ? tally.due()
                : tally.forecast().get(month);
    }

    private void months(List<Planned> columns, boolean withSum) {
        List<String> header = new ArrayList<>(List.of(text("disposal.forecast.day")));
        if (withSum) {
            header.add(text("disposal.forecast.all"));
        }
        columns.forEach(planned -> header.add(planned.data().name()));
        List<List<String>> rows = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        for (int month = -1; month < plan.months().size(); month++) {
            List<String> row = new ArrayList<>();
            LocalDate day = month < 0 ? plan.today() : plan.months().get(month);
            row.add(page.shortDate(day));
            if (withSum) {
                row.add(page.number(inAll(month)));
            }
            for (Planned planned : columns) {
                row.add(page.number(at(planned, month)));
            }
            rows.add(row);
        }
        for (int column = 1; column < header.size(); column++) {
            numbers.add(column);
        }
        page.table(text("disposal.forecast.caption"), header, rows, numbers);
    }

    void kept() {
        page.section(text("disposal.kept"), "kept");
        page.paragraph(text("disposal.kept.intro"));
        if (plan.data().isEmpty()) {
            page.paragraph(text("disposal.unmapped"));
        }
        plan.data().forEach(this::kept);
    }

    private void kept(Planned planned) {
        MappedData data = planned.data();
        page.part(data.name());
        page.paragraph(text("disposal.kept.what", "table", data.table(), "treatment", data.treatment()));
        if (data.parts().size() > 1) {
            page.paragraph(text("disposal.kept.several"));
        }
        page.rules(data.categories());
        Tally tally = planned.tally();
        List<String> stays = new ArrayList<>();
        add(stays, "disposal.kept.held", tally.kept());
        add(stays, "disposal.kept.referenced", tally.referenced());
        add(stays, "disposal.kept.awaiting", tally.awaiting());
        page.bullets(stays);
    }

    private void add(List<String> lines, String key, long count) {
        if (count > 0) {
            lines.add(text(key, "rows", rows(count)));
        }
    }

    void open() {
        page.section(text("disposal.open"), "open");
        List<Planned> some = plan.data().stream().filter(PlanPart::isOpen).toList();
        if (some.isEmpty()) {
            page.paragraph(text("disposal.open.none"));
            return;
        }
        page.paragraph(text("disposal.open.intro"));
        page.table(
                text("disposal.open.caption"),
                List.of(
                        text("disposal.data"),
                        text("disposal.open.undated"),
                        text("disposal.open.unjustified"),
                        text("disposal.open.nobodys"),
                        text("disposal.open.fate")),
                some.stream().map(this::openRow).toList(),
                Set.of(1, 2, 3));
        page.bullets(List.of(
                text("disposal.open.undated.do"),
                text("disposal.open.unjustified.do"),
                text("disposal.open.nobodys.do")));
    }

    private List<String> openRow(Planned planned) {
        Tally tally = planned.tally();
        return List.of(
                planned.data().name(),
                page.number(tally.undated()),
                page.number(tally.unjustified()),
                page.number(tally.nobodys()),
                text(planned.data().unjustifiedGo() ? "disposal.open.go" : "disposal.open.stay"));
    }

    private String rows(long count) {
        return rows(page, count);
    }

    private String text(String key, String... filled) {
        return page.text(key, filled);
    }
}
