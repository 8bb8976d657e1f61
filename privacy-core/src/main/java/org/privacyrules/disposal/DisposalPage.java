package org.privacyrules.disposal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.privacyrules.disposal.DisposalReport.StandingHold;
import org.privacyrules.report.DocumentTexts;
import org.privacyrules.report.PolicyPage;

/** A report as a page: first how it stands, then the plan, the past, and what somebody must do. */
final class DisposalPage {

    private final DisposalReport report;
    private final PolicyPage page;

    DisposalPage(DisposalReport report, Locale reader, DocumentTexts texts) {
        this.report = report;
        page = PolicyPage.of(report.policy(), reader, texts, "disposal.title");
    }

    String html() {
        page.lead(text(
                "disposal.lead",
                "day",
                page.date(report.today()),
                "version",
                report.policy().version()));
        glance();
        heartbeat();
        PlanPart plan = new PlanPart(report, page);
        plan.due();
        plan.kept();
        plan.open();
        holds();
        new PastPart(report, page).add();
        advice();
        page.footer(text(
                "disposal.footer",
                "time",
                page.time(report.at()),
                "zone",
                report.policy().zone().getId()));
        return page.html();
    }

    private void glance() {
        section("glance");
        List<List<String>> facts = new ArrayList<>();
        report.policy()
                .controller()
                .ifPresent(controller -> facts.add(List.of(text("disposal.glance.controller"), controller.name())));
        facts.add(fact("due", rows(report.plan().due())));
        facts.add(fact("kept", rows(PlanPart.sum(report.plan(), Tally::kept))));
        facts.add(fact("open", rows(PlanPart.open(report.plan()))));
        facts.add(fact("holds", standing()));
        facts.add(fact("state", state()));
        page.definitions(facts);
    }

    private String state() {
        Heartbeat heartbeat = report.heartbeat();
        if (heartbeat.stopped()) {
            return text("disposal.glance.stopped");
        }
        return heartbeat
                .lastFinished()
                .map(finished -> text(
                        "disposal.glance.finished", "time", ago(heartbeat.lastFinished(), "disposal.heartbeat.never")))
                .orElseGet(() -> text("disposal.heartbeat.unfinished"));
    }

    private List<String> fact(String key, String meaning) {
        return List.of(text("disposal.glance." + key), meaning);
    }

    private String standing() {
        long overdue = report.holds().stream().filter(this::isOverdue).count();
        String count = page.number(report.holds().size());
        return overdue == 0 ? count : text("disposal.glance.overdue", "count", count, "overdue", page.number(overdue));
    }

    private boolean isOverdue(StandingHold hold) {
        return hold.reviewOn().isBefore(report.today());
    }

    private void heartbeat() {
        section("heartbeat");
        Heartbeat heartbeat = report.heartbeat();
        if (heartbeat.stopped()) {
            page.warning(text("disposal.heartbeat.stopped"));
            page.paragraph(text("disposal.heartbeat.stopped.why"));
        }
        page.definitions(List.of(
                List.of(text("disposal.heartbeat.started"), ago(heartbeat.lastStarted(), "disposal.heartbeat.never")),
                List.of(
                        text("disposal.heartbeat.finished"),
                        ago(heartbeat.lastFinished(), "disposal.heartbeat.unfinished")),
                List.of(
                        text("disposal.heartbeat.planned"),
                        ago(Optional.of(report.plan().at()), "disposal.heartbeat.never"))));
        page.paragraph(text("disposal.heartbeat.watch"));
    }

    private String ago(Optional<Instant> instant, String otherwise) {
        return instant.map(time -> {
                    LocalDate day = LocalDate.ofInstant(time, report.policy().zone());
                    int days = (int) ChronoUnit.DAYS.between(day, report.today());
                    return days < 1
                            ? page.time(time)
                            : text(
                                    "disposal.heartbeat.ago",
                                    "time",
                                    page.time(time),
                                    "period",
                                    page.period(Period.ofDays(days)));
                })
                .orElseGet(() -> text(otherwise));
    }

    private void holds() {
        section("holds");
        page.paragraph(text("disposal.holds.intro"));
        if (report.holds().isEmpty()) {
            page.paragraph(text("disposal.holds.none"));
            return;
        }
        long overdue = report.holds().stream().filter(this::isOverdue).count();
        if (overdue > 0) {
            page.warning(text("disposal.holds.overdue", "count", page.number(overdue)));
        }
        page.table(
                text("disposal.holds.caption"),
                List.of(
                        text("disposal.holds.matter"),
                        text("disposal.holds.review"),
                        text("disposal.holds.scope"),
                        text("disposal.holds.placed")),
                report.holds().stream().map(this::row).toList(),
                Set.of());
    }

    private List<String> row(StandingHold hold) {
        String review = page.date(hold.reviewOn());
        return List.of(
                hold.matter(),
                isOverdue(hold) ? text("disposal.holds.late", "day", review) : review,
                scope(hold),
                page.date(hold.placedOn()));
    }

    private String scope(StandingHold hold) {
        String of = hold.onePerson() ? "one" : "everybody";
        return hold.category()
                .map(category -> text("disposal.holds.scope." + of + ".category", "category", page.category(category)))
                .orElseGet(() -> text("disposal.holds.scope." + of));
    }

    private void advice() {
        section("advice");
        if (report.advice().isEmpty()) {
            page.paragraph(text("disposal.advice.none"));
        } else {
            page.paragraph(text("disposal.advice.intro"));
            page.bullets(report.advice());
        }
    }

    private String rows(long count) {
        return PlanPart.rows(page, count);
    }

    private void section(String name) {
        page.section(text("disposal." + name), name);
    }

    private String text(String key, String... filled) {
        return page.text(key, filled);
    }
}
