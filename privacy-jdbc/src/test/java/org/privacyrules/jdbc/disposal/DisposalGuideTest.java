package org.privacyrules.jdbc.disposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacyrules.PrivacyRules;
import org.privacyrules.disposal.DisposalPlan;
import org.privacyrules.disposal.DisposalTask;
import org.privacyrules.disposal.Heartbeat;
import org.privacyrules.disposal.PersonalData;
import org.privacyrules.disposal.RowAnswer;
import org.privacyrules.disposal.SweepLimits;
import org.privacyrules.disposal.SweepReport;
import org.privacyrules.hold.HoldScope;
import org.privacyrules.jdbc.JdbcPersonalData;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.jdbc.servers.TestDatabase.Product;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.Permit;
import org.privacyrules.subject.Permits;
import org.privacyrules.subject.SubjectId;

/** The guide shows code that is run and a plan that is printed. */
class DisposalGuideTest {

    private static final Path GUIDE = Path.of("../docs/disposal.md");
    private static final Path SOURCE = Path.of("src/test/java/org/privacyrules/jdbc/disposal/DisposalGuideTest.java");

    private final Set<SubjectId> indexed = new HashSet<>();
    private final List<String> alarms = new ArrayList<>();
    private final List<Long> heard = new ArrayList<>();
    private DisposalScene scene;
    private PrivacyRules privacy;

    @BeforeEach
    void open() {
        scene = new DisposalScene(Product.H2);
        for (String sql : List.of(
                "create table 'invoice' ('id' integer primary key, 'customer_id' varchar(40), 'issued_on' date)",
                "create table 'login' ('id' integer primary key, 'customer_id' varchar(40), 'at' date, 'ip' varchar(45))",
                "create index 'invoice_by_date' on 'invoice' ('issued_on')")) {
            scene.execute(sql.replace('\'', '"'));
        }
        scene.execute(
                "insert into \"invoice\" values (1, 'anna', '2018-12-31'), (2, 'anna', '2019-01-01'),"
                        + " (3, 'bert', '2016-05-05'), (4, 'bert', '2017-01-01'), (5, 'carl', '2016-05-05'),"
                        + " (6, 'carl', '2016-05-06'), (7, 'anna', null), (8, 'anna', null)",
                "insert into \"login\" values (1, 'anna', '2026-01-01', '192.0.2.7'), (2, 'anna', '2026-02-01', '192.0.2.8'),"
                        + " (3, 'bert', '2026-03-14', '192.0.2.9')");
        privacy = wired(
                DisposalScene.policy(),
                scene.storage,
                scene.permits,
                scene.clock,
                new SearchIndex((subject, request) -> indexed.remove(subject)));
        DisposalScene.customer(privacy, "anna");
        DisposalScene.left(privacy, "bert", LocalDate.of(2025, 1, 1));
        indexed.addAll(Set.of(SubjectId.of("anna"), SubjectId.of("bert")));
        DisposalScene.hold(privacy, HoldScope.of(SubjectId.of("carl")));
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private static PrivacyRules wired(
            PrivacyPolicy policy, JdbcStorage storage, Permits permits, Clock clock, PersonalData searchIndex) {
        // guide: begin
        JdbcPersonalData tables = JdbcPersonalData.on(storage)
                .table(
                        "invoice",
                        t -> t.subject("customer_id")
                                .event("invoice-issued", "issued_on")
                                .rows("invoices"))
                .table(
                        "login",
                        t -> t.subject("customer_id").event("logged-in", "at").columns("log", c -> c.toNetwork("ip")))
                .build();
        PrivacyRules privacy = PrivacyRules.builder()
                .tenant("my-company")
                .policy(policy)
                .publishOnStart()
                .storage(storage)
                .personalData(tables)
                .personalData(searchIndex) // once for each source outside this database
                .permits(permits) // only your administration has them
                .clock(clock)
                .build();
        // guide: end
        return privacy;
    }

    private static String planned(PrivacyRules privacy) {
        // guide: begin
        DisposalPlan plan = privacy.disposals().plan();
        String text = plan.text();
        // guide: end
        return text;
    }

    private SweepReport swept(SweepLimits limits) {
        // guide: begin
        SweepReport report = privacy.disposals().sweep(limits, (data, rows, planned) -> progress(data.name(), rows));
        if (report.outcome() == SweepReport.Outcome.STOPPED) {
            report.stops().forEach(stop -> alarm(stop.reason() + ": " + stop.explanation()));
        }
        // guide: end
        return report;
    }

    private SweepReport approved(SweepLimits limits, Permits permits, SweepReport stopped) {
        // guide: begin
        Permit permit = permits.give(Permit.Action.APPROVE_SWEEP, Actor.staff("dpo-1"), "the first sweep, looked at");
        SweepReport report =
                privacy.disposals().sweep(limits.approving(stopped.plan().id(), permit));
        // guide: end
        return report;
    }

    private void watched(Instant now) {
        // guide: begin
        Heartbeat heartbeat = privacy.disposals().heartbeat();
        boolean late = heartbeat
                .lastFinished()
                .filter(finished -> finished.isAfter(now.minus(Duration.ofDays(2))))
                .isEmpty();
        if (late || heartbeat.stopped()) {
            alarm("nothing was let go since " + heartbeat.lastFinished() + ", due are " + heartbeat.planned());
        }
        // guide: end
    }

    private static String explained(PrivacyRules privacy) {
        // guide: begin
        Optional<RowAnswer> row = privacy.disposals().explain("invoice", 2); // the name of the data, the key of the row
        String why = row.map(RowAnswer::toString).orElse("there is no such row");
        // guide: end
        return why;
    }

    private static long previewed(PrivacyRules privacy, PrivacyPolicy offered) {
        // guide: begin
        DisposalPlan preview = privacy.disposals().preview(offered);
        long newly = preview.data().stream()
                .mapToLong(each -> each.tally().newlyDue())
                .sum(); // what the policy of now would keep on that day
        // guide: end
        return newly;
    }

    /** What a host has of its index. */
    private interface SearchClient {
        boolean delete(SubjectId subject, OperationId request);
    }

    // guide: begin
    record SearchIndex(SearchClient client) implements PersonalData {

        @Override
        public String name() {
            return "search-index"; // in the journal and in the page, for good
        }

        @Override
        public Set<String> categories() {
            return Set.of("account");
        }

        @Override
        public Answer dispose(DisposalTask task) {
            boolean gone = client.delete(task.subject(), task.operation()); // the same id each time it is tried
            return gone ? Answer.CONFIRMED : Answer.PASSED_ON;
        }
    }
    // guide: end

    private void progress(String data, long rows) {
        assertFalse(data.isEmpty());
        heard.add(rows);
    }

    private void alarm(String text) {
        alarms.add(text);
    }

    @Test
    void the_plan_of_the_guide_is_the_one_that_is_printed() throws IOException {
        assertEquals(parts(Files.readString(GUIDE), "```text\n(.*?)```"), List.of(planned(privacy)));
    }

    @Test
    void the_sweep_of_the_guide_does_what_was_planned_and_is_heard() {
        SweepReport report = swept(SweepLimits.ofMinutes(10));
        assertEquals(SweepReport.Outcome.FINISHED, report.outcome());
        assertEquals(List.of(2L, 3L), heard);
        assertEquals(List.of(), alarms);
        assertEquals(Set.of(SubjectId.of("anna")), indexed);
        assertEquals(1, report.sources().get(0).confirmed());
    }

    @Test
    void what_the_brake_of_the_guide_stops_goes_when_it_is_approved() {
        SweepLimits limits = SweepLimits.ofMinutes(10).askingAbove(2, 2);
        SweepReport stopped = swept(limits);
        assertEquals(1, alarms.size());
        assertTrue(alarms.get(0).startsWith("FIRST_SWEEP: invoice: 3 rows are due"), alarms::toString);
        assertEquals(5, approved(limits, scene.permits, stopped).rows());
    }

    @Test
    void the_alarm_of_the_guide_is_raised_until_a_sweep_has_finished_and_when_none_does_any_more() {
        watched(scene.clock.instant());
        assertEquals(1, alarms.size());
        swept(SweepLimits.ofMinutes(10));
        watched(scene.clock.instant().plus(Duration.ofDays(1)));
        assertEquals(1, alarms.size());
        watched(scene.clock.instant().plus(Duration.ofDays(3)));
        assertEquals(2, alarms.size());
    }

    @Test
    void the_row_of_the_guide_is_explained() {
        assertTrue(explained(privacy).contains("kept through 2026-12-31 for `invoicing`"), () -> explained(privacy));
    }

    @Test
    void the_preview_of_the_guide_tells_what_a_shorter_term_would_reach() {
        PrivacyPolicy offered = DisposalScene.shop("2", LocalDate.of(2026, 3, 16), Period.ofDays(1))
                .build();
        assertEquals(1, previewed(privacy, offered));
    }

    @Test
    void the_guide_shows_the_code_that_is_run_here() throws IOException {
        List<String> code =
                parts(Files.readString(SOURCE), "// guide: begin\n((?: {4}[^\n]*\n|\n)*?) *// guide: end").stream()
                        .map(each -> each.stripTrailing().stripIndent() + "\n")
                        .toList();
        assertEquals(8, code.size());
        assertEquals(code, parts(Files.readString(GUIDE), "```java\n(.*?)```"));
    }

    private static List<String> parts(String text, String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
