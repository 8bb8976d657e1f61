package org.privacyrules.disposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.privacyrules.PrivacyRules;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.disposal.DisposalReport.Approval;
import org.privacyrules.disposal.DisposalReport.Elsewhere;
import org.privacyrules.disposal.DisposalReport.LetGo;
import org.privacyrules.disposal.DisposalReport.StandingHold;
import org.privacyrules.disposal.SweepReport.Outcome;
import org.privacyrules.fact.Fact;
import org.privacyrules.hold.HoldScope;
import org.privacyrules.memory.MemoryStorage;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.storage.Transaction;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.Permit;
import org.privacyrules.subject.Permits;
import org.privacyrules.subject.SubjectId;

/** What a report tells of sweeps that really ran. */
class ReportedSweepsTest {

    private static final String KEY = "subject-key-4711";
    private static final String REASON = "she sues us";
    private static final String STAFF = "staff-key-12";
    private static final String ROW = "row-key-";
    private static final Instant START = Instant.parse("2026-01-10T22:30:00Z");
    private static final SweepLimits LIMITS = SweepLimits.ofMinutes(5).inChunks(1_000, Duration.ofSeconds(5));

    private final SettableClock clock = new SettableClock(START);
    private final Permits permits = Permits.create();
    private final Rows rows = new Rows();
    private final PrivacyRules privacy = PrivacyRules.builder()
            .tenant("shop")
            .policy(ReportScene.policy())
            .publishOnStart()
            .storage(MemoryStorage.create())
            .personalData(tenant -> rows)
            .personalData(new Index())
            .permits(permits)
            .clock(clock)
            .build();

    /** A table of which every row is due. */
    private static final class Rows implements MappedTables {

        private long due;

        @Override
        public List<MappedData> mapped() {
            return List.of(ReportScene.INVOICES);
        }

        @Override
        public Tally count(TallyQuestion question) {
            return ReportScene.tally(due, ReportScene.growing(due, 1), Map.of());
        }

        @Override
        public boolean hasDue(DueData of, KeptSubjects kept) {
            return due > 0;
        }

        @Override
        public FoundRows find(DueData of, Optional<FoundRows.Cursor> after, int limit) {
            int count = (int) Math.min(due, limit);
            Optional<FoundRows.Cursor> next = due > limit ? Optional.of(new FoundRows.Cursor() {}) : Optional.empty();
            return new FoundRows(Collections.nCopies(count, new FoundRows.Row() {}), next);
        }

        @Override
        public Chunk dispose(
                Transaction transaction,
                DueData of,
                KeptSubjects kept,
                List<FoundRows.Row> rows,
                Consumer<byte[]> gone) {
            rows.forEach(row -> gone.accept((ROW + due--).getBytes(StandardCharsets.UTF_8)));
            return new Chunk(Optional.of(ROW + "from-to"), 0);
        }

        @Override
        public Optional<List<RowPart>> row(MappedData data, List<Object> key, java.time.ZoneId zone) {
            return Optional.empty();
        }

        @Override
        public List<String> advice() {
            return List.of("shop.invoice.customer_id has no index");
        }
    }

    /** Confirms at once. */
    private static final class Index implements PersonalData {

        @Override
        public String name() {
            return "search-index";
        }

        @Override
        public Set<String> categories() {
            return Set.of("contact");
        }

        @Override
        public Answer dispose(DisposalTask task) {
            return Answer.CONFIRMED;
        }
    }

    private void sweep(long due) {
        rows.due = due;
        privacy.disposals().plan();
        SweepReport swept = privacy.disposals().sweep(LIMITS);
        assertEquals(Outcome.FINISHED, swept.outcome(), swept.stops().toString());
    }

    private void approve(long due) {
        rows.due = due;
        privacy.disposals().plan();
        SweepReport stopped = privacy.disposals().sweep(LIMITS);
        assertEquals(Outcome.STOPPED, stopped.outcome());
        Permit permit = permits.give(Permit.Action.APPROVE_SWEEP, Actor.staff(STAFF), "looked at it");
        SweepReport swept =
                privacy.disposals().sweep(LIMITS.approving(stopped.plan().id(), permit));
        assertEquals(Outcome.FINISHED, swept.outcome());
    }

    private static LetGo letGo(LocalDate day, long count) {
        return new LetGo(
                day,
                "invoice",
                Set.of("billing"),
                count,
                Set.of("invoice-issued<=" + (day.getYear() - 8) + "-12-31"),
                Set.of("2025-03"));
    }

    @Test
    @Gdpr("5(2)")
    void chunks_are_summed_by_day_and_data_and_the_newest_come_first() {
        approve(2_500);
        clock.advance(Duration.ofHours(1));
        sweep(7);
        clock.advance(Duration.ofDays(1));
        sweep(40);
        DisposalReport report = privacy.disposals().report();
        assertEquals(
                List.of(
                        letGo(LocalDate.of(2026, 1, 12), 40),
                        letGo(LocalDate.of(2026, 1, 11), 7),
                        letGo(LocalDate.of(2026, 1, 10), 2_500)),
                report.past().letGo(),
                "the day is that of the policy's zone");
        assertEquals(
                List.of(new Approval(LocalDate.of(2026, 1, 10), Actor.Role.STAFF, "2025-03")),
                report.past().approvals());
        assertTrue(report.past().complete());
        assertEquals(Optional.of(clock.instant()), report.heartbeat().lastFinished());
    }

    @Test
    void what_is_older_is_left_out_and_that_is_said() {
        for (int day = 0; day <= Reporting.LINES; day++) {
            sweep(1);
            clock.advance(Duration.ofDays(1));
        }
        DisposalReport report = privacy.disposals().report();
        assertEquals(Reporting.LINES, report.past().letGo().size());
        assertFalse(report.past().complete());
    }

    @Test
    void a_report_makes_a_plan_only_if_there_is_none() {
        rows.due = 3;
        DisposalReport first = privacy.disposals().report();
        rows.due = 4;
        DisposalReport second = privacy.disposals().report();
        assertEquals(first.plan().id(), second.plan().id());
        assertEquals(3, second.plan().due());
        assertEquals(List.of("shop.invoice.customer_id has no index"), second.advice());
    }

    @Test
    @Gdpr("5(1)(c)")
    void no_subject_no_row_no_reason_and_no_member_of_staff_is_on_the_page() {
        SubjectId subject = SubjectId.of(KEY);
        privacy.subjects().report(subject, "customer", Fact.endedOn(LocalDate.of(2020, 1, 1)));
        privacy.subjects().reportEvent(subject, "account-closed", LocalDate.of(2020, 1, 1));
        privacy.subjects().reportEvent(subject, "invoice-issued", LocalDate.of(2012, 1, 1));
        approve(2_500);
        privacy.holds().place("T 1-26", HoldScope.of(subject), REASON, LocalDate.of(2026, 1, 10), Actor.staff(STAFF));
        privacy.holds()
                .place(
                        "T 2-26",
                        HoldScope.of(subject, "billing"),
                        REASON,
                        LocalDate.of(2026, 1, 9),
                        Actor.staff(STAFF));
        DisposalReport report = privacy.disposals().report();
        assertEquals(List.of(new Elsewhere("search-index", Set.of("contact"), 1, 0, 0)), report.elsewhere());
        assertEquals(
                List.of(
                        new StandingHold(
                                "T 2-26",
                                true,
                                Optional.of("billing"),
                                LocalDate.of(2026, 1, 10),
                                LocalDate.of(2026, 1, 9)),
                        new StandingHold(
                                "T 1-26",
                                true,
                                Optional.empty(),
                                LocalDate.of(2026, 1, 10),
                                LocalDate.of(2026, 1, 10))),
                report.holds());
        for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("sv"))) {
            String told = report.html(locale) + report + report.holds() + report.past() + report.elsewhere();
            assertTrue(told.contains("search-index") && told.contains("T 1-26"));
            for (String secret : List.of(KEY, REASON, STAFF, ROW)) {
                assertFalse(told.contains(secret), secret);
            }
        }
    }
}
