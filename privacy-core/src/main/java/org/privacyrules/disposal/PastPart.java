package org.privacyrules.disposal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.privacyrules.disposal.DisposalReport.Approval;
import org.privacyrules.disposal.DisposalReport.Elsewhere;
import org.privacyrules.disposal.DisposalReport.LetGo;
import org.privacyrules.report.PolicyPage;

/** What a page tells of what was let go. */
final class PastPart {

    private static final String NOT_LATER = "<=";

    private final DisposalReport report;
    private final PolicyPage page;

    PastPart(DisposalReport report, PolicyPage page) {
        this.report = report;
        this.page = page;
    }

    void add() {
        page.section(text("disposal.past"), "past");
        page.paragraph(text("disposal.past.intro"));
        if (report.past().letGo().isEmpty()) {
            page.paragraph(text("disposal.past.none"));
        } else {
            letGo();
        }
        if (!report.past().complete()) {
            page.paragraph(text("disposal.past.more"));
        }
        approvals();
        elsewhere();
    }

    private void letGo() {
        page.table(
                text("disposal.past.caption"),
                List.of(
                        text("disposal.past.day"),
                        text("disposal.data"),
                        text("disposal.past.rows"),
                        text("disposal.past.categories"),
                        text("disposal.past.cutoff"),
                        text("disposal.past.version")),
                report.past().letGo().stream().map(this::row).toList(),
                Set.of(2));
    }

    private List<String> row(LetGo gone) {
        return List.of(
                page.shortDate(gone.day()),
                gone.data(),
                page.number(gone.rows()),
                categories(gone.categories()),
                gone.cutoffs().isEmpty()
                        ? "–"
                        : sorted(gone.cutoffs()).stream().map(this::cutoff).collect(Collectors.joining("\n")),
                String.join("\n", sorted(gone.policyVersions())));
    }

    private static Collection<String> sorted(Set<String> names) {
        return new TreeSet<>(names);
    }

    private String categories(Set<String> names) {
        return sorted(names).stream().map(page::category).collect(Collectors.joining("\n"));
    }

    private String cutoff(String written) {
        int at = written.indexOf(NOT_LATER);
        try {
            LocalDate day = LocalDate.parse(written.substring(at + NOT_LATER.length()));
            return text(
                    "disposal.past.latest", "event", page.event(written.substring(0, at)), "day", page.shortDate(day));
        } catch (DateTimeParseException | StringIndexOutOfBoundsException e) {
            return written;
        }
    }

    private void approvals() {
        List<Approval> approvals = report.past().approvals();
        if (approvals.isEmpty()) {
            return;
        }
        page.part(text("disposal.approvals"));
        page.paragraph(text("disposal.approvals.intro"));
        page.table(
                text("disposal.approvals.caption"),
                List.of(text("disposal.past.day"), text("disposal.approvals.role"), text("disposal.past.version")),
                approvals.stream()
                        .map(each -> List.of(
                                page.date(each.day()), page.text("disposal.actor", each.role()), each.policyVersion()))
                        .toList(),
                Set.of());
    }

    private void elsewhere() {
        if (report.elsewhere().isEmpty()) {
            return;
        }
        page.part(text("disposal.elsewhere"));
        page.paragraph(text("disposal.elsewhere.intro"));
        long parked = report.elsewhere().stream().mapToLong(Elsewhere::parked).sum();
        if (parked > 0) {
            page.warning(text("disposal.elsewhere.stuck", "count", page.number(parked)));
        }
        page.table(
                text("disposal.elsewhere.caption"),
                List.of(
                        text("disposal.elsewhere.source"),
                        text("disposal.past.categories"),
                        text("disposal.elsewhere.confirmed"),
                        text("disposal.elsewhere.waiting"),
                        text("disposal.elsewhere.parked")),
                report.elsewhere().stream()
                        .map(each -> List.of(
                                each.source(),
                                categories(each.categories()),
                                page.number(each.confirmed()),
                                page.number(each.waiting()),
                                page.number(each.parked())))
                        .toList(),
                Set.of(2, 3, 4));
    }

    private String text(String key, String... filled) {
        return page.text(key, filled);
    }
}
