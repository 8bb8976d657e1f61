package org.privacyrules.disposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.disposal.DisposalPlan.Planned;
import org.privacyrules.disposal.DisposalReport.Approval;
import org.privacyrules.disposal.DisposalReport.Elsewhere;
import org.privacyrules.disposal.DisposalReport.LetGo;
import org.privacyrules.disposal.DisposalReport.Past;
import org.privacyrules.disposal.DisposalReport.StandingHold;
import org.privacyrules.disposal.MappedData.Part;
import org.privacyrules.disposal.Tally.Reason;
import org.privacyrules.report.DocumentTexts;
import org.privacyrules.report.ParsedHtml;
import org.privacyrules.retention.Standing;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.w3c.dom.Element;

/** The page that a data protection officer opens, made of reports that were written by hand. */
class DisposalReportTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final String ENGLISH = ReportScene.everything().html(Locale.ENGLISH);
    private static final String EMPTY = ReportScene.nothing().html(Locale.ENGLISH);

    /** What a section says, without tags. */
    private static String section(String html, String anchor) {
        int from = html.indexOf("<h2 id=\"" + anchor + "\"");
        assertTrue(from >= 0, "there is no section " + anchor);
        int next = html.indexOf("<h2 id=", from + 1);
        int to = next < 0 ? html.indexOf("</main>") : next;
        return html.substring(from, to)
                .replaceAll("</t[hd]>\\n<t[hd][^>]*>", " | ")
                .replaceAll("<br/>", " / ")
                .replaceAll("<[^>]*>", "");
    }

    private static void says(String text, String... expected) {
        for (String words : expected) {
            assertTrue(text.contains(words), () -> "does not say \"" + words + "\":\n" + text);
        }
    }

    @Test
    @Gdpr("5(2)")
    void it_says_at_a_glance_how_it_stands() {
        String glance = section(ENGLISH, "glance");
        says(glance, "Nordic Shop AB", "50,086 rows", "212 rows", "52 rows", "4, of which 1 should have been reviewed");
        says(glance, "Stopped: somebody must look at the plan.");
        says(section(EMPTY, "glance"), "0 rows", "No run has finished yet");
        Heartbeat sound =
                new Heartbeat(Optional.of(ReportScene.NOW), Optional.of(ReportScene.NOW), 0, Optional.empty(), false);
        String html = ReportScene.with(ReportScene.nothing(), ReportScene.plan(), sound)
                .html(Locale.ENGLISH);
        says(section(html, "glance"), "Last finished 24 November 2026, 18:52");
    }

    @Test
    void the_heartbeat_says_when_a_run_finished_last_and_why_one_that_was_stopped_matters() {
        says(
                section(ENGLISH, "heartbeat"),
                "24 November 2026, 03:00",
                "23 November 2026, 03:00 (1 day ago)",
                "stopped before it touched anything",
                "data stay longer than the policy says");
        assertFalse(section(EMPTY, "heartbeat").contains("stopped"));
        says(section(EMPTY, "heartbeat"), "Never");
    }

    @Test
    @Gdpr("5(1)(e)")
    void what_is_due_is_told_with_its_age_and_its_reasons() {
        says(
                section(ENGLISH, "due"),
                "invoice | 1,874 | 11 Feb 2016",
                "To keep our books: its term is over (1,874 rows)"
                        + " / To deliver what you ordered: its term is over (1,702 rows)"
                        + " / To deliver what you ordered: it never began (172 rows)",
                "account | 1 | 20 Aug 2026",
                "To deliver what you ordered: its term is over (1 row)",
                "they have reached their greatest age (120 rows)",
                "invoice: 1,600 rows are due only because a version of the policy keeps them for a shorter time",
                "Not counted yet: photo.");
    }

    @Test
    void the_forecast_is_drawn_and_stands_in_a_table() {
        String due = section(ENGLISH, "due");
        says(due, "24 Nov 2026 | 50,086 | 1,874 | 1 | 48,211");
        says(due, "1 Dec 2026 | 74,146 | 1,874 | 161 | 72,111");
        says(due, "1 Nov 2027 | 350,952 | 14,020 | 1,921 | 335,011");
        ParsedHtml html = ParsedHtml.of(ENGLISH);
        List<Element> bars = html.all("rect");
        assertEquals(2 + 1 + 12 * 2, bars.size(), "two explain, one is of today, and two are of each month");
        assertEquals("50.00%", wide(bars.get(bars.size() - 2), bars.get(bars.size() - 1)));
        List<String> words = html.texts("text");
        assertTrue(words.containsAll(List.of("Today", "Dec 2026", "50,086", "350,952")), words.toString());
    }

    private static String wide(Element one, Element other) {
        double both = hundredths(one) + hundredths(other);
        return String.format(Locale.ROOT, "%.2f%%", both);
    }

    private static double hundredths(Element bar) {
        return Double.parseDouble(bar.getAttribute("width").replace("%", ""));
    }

    @Test
    void a_forecast_that_shrinks_draws_no_bar_backwards() {
        DisposalPlan plan = planOf(ReportScene.INVOICES, ReportScene.tally(20, ReportScene.growing(20, -1), Map.of()));
        String html = of(plan).html(Locale.ENGLISH);
        says(section(html, "due"), "1 Dec 2026 | 19 | 19", "1 Nov 2027 | 8 | 8");
    }

    @Test
    void data_are_told_in_tables_that_fit_on_paper() {
        List<Planned> data = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            MappedData each = new MappedData("data-" + i, "t", "row deleted", List.of(), false);
            data.add(new Planned(each, ReportScene.tally(i, ReportScene.growing(i, 1), Map.of())));
        }
        String html = of(planOf(data)).html(Locale.ENGLISH);
        long tables = ParsedHtml.of(html).texts("caption").stream()
                .filter("Rows due by day"::equals)
                .count();
        assertEquals(3, tables);
        says(section(html, "due"), "Day | data-10", "24 Nov 2026 | 10");
    }

    @Test
    @Gdpr("5(1)(e)")
    @Gdpr("17(3)(b)")
    void what_is_kept_is_told_with_the_rule_of_each_purpose_and_its_basis() {
        String kept = section(ENGLISH, "kept");
        says(
                kept,
                "Table shop.invoice. When due: row deleted.",
                "What you bought and paid: To keep our books",
                "Until the end of the seventh year after the calendar year in which the invoice was issued."
                        + " / Legal obligation, Art. 6(1)(c) GDPR: Bokföringslagen 7 kap. 2 §.",
                "Until 3 months after the account was closed.",
                "but never older than 90 days",
                "212 rows are due and kept by a legal hold or a restriction of processing.",
                "17 rows are due and wait until what refers to them is gone.");
        assertEquals(1, kept.split("Several data are in it").length - 1);
    }

    @Test
    void rows_that_somebody_must_look_at_are_told() {
        says(
                section(ENGLISH, "open"),
                "invoice | 41 | 8 | 3 | stays",
                "login.ip-address | 0 | 120 | 0 | goes with the next run",
                "have it added",
                "whose they are");
        assertFalse(section(ENGLISH, "open").contains("account |"));
        says(section(EMPTY, "open"), "There are none.");
    }

    @Test
    @Gdpr("17(3)(e)")
    void holds_are_told_without_the_person_and_those_overdue_are_marked() {
        String holds = section(ENGLISH, "holds");
        says(
                holds,
                "T 1234-26 | 1 November 2026: overdue | All data of one person | 12 January 2026",
                "Tax audit 2026 | 1 December 2026 | What you bought and paid, of everybody | 1 June 2026",
                "Case 7 | 24 November 2026 | How we reach you, of one person | 1 June 2026",
                "Search | 25 November 2026 | Everything | 20 November 2026",
                "Should have been reviewed already: 1");
        assertEquals(1, holds.split(": overdue").length - 1);
        says(section(EMPTY, "holds"), "No hold stands.");
    }

    @Test
    @Gdpr("5(2)")
    void what_was_let_go_is_told_by_day_and_data() {
        String past = section(ENGLISH, "past");
        says(
                past,
                "23 Nov 2026 | login.ip-address | 803 | Addresses in our logs | it was recorded: 24 Sep 2026 or before"
                        + " | 2025-03",
                "2 Jan 2026 | invoice | 11,460 | What you bought and paid / retired-category"
                        + " | the invoice was issued: 31 Dec 2018 or before / not a day | 2024-01 / 2025-03",
                "There is more that is older",
                "2 January 2026 | a member of staff | 2025-03",
                "newsletter-partner | What you bought and paid / How we reach you | 310 | 3 | 2",
                "Tried too often, somebody must look: 2");
        says(section(EMPTY, "past"), "The journal tells of nothing yet.");
        assertFalse(section(EMPTY, "past").contains("older"));
    }

    @Test
    void advice_is_told_to_whoever_runs_the_database() {
        says(section(ENGLISH, "advice"), "shop.login.account_id has no index");
        says(section(EMPTY, "advice"), "There is nothing to improve.");
    }

    @Test
    void an_old_plan_is_marked() {
        Heartbeat since = new Heartbeat(
                Optional.of(ReportScene.NOW.minusSeconds(60)), Optional.empty(), 11, Optional.empty(), false);
        String html = ReportScene.with(ReportScene.everything(), ReportScene.forEveryReason(), since)
                .html(Locale.ENGLISH);
        says(
                section(html, "due"),
                "from 2 days ago: make a new plan",
                "by version 2024-01 of the policy",
                "Version 2025-03 of the policy has come into force since",
                "what it disposed of is still counted here");
        assertFalse(section(ENGLISH, "due").contains("make a new plan."), "this one is of today");
    }

    @Test
    void it_is_read_in_swedish_too() {
        String html = ReportScene.everything().html(SWEDISH);
        assertTrue(html.contains("<html lang=\"sv\">"));
        says(section(html, "due"), "Att sköta vår bokföring: tiden är ute (1 874 rader)");
        says(section(html, "holds"), "1 november 2026: försenad");
        says(section(html, "kept"), "Rättslig förpliktelse");
    }

    @Test
    void the_page_is_accessible_and_loads_nothing() {
        ParsedHtml html = ParsedHtml.of(ENGLISH);
        assertEquals("Disposal of personal data", html.one("h1").getTextContent());
        int level = 1;
        for (Element element : html.all("*")) {
            if (element.getTagName().matches("h[2-6]")) {
                int next = element.getTagName().charAt(1) - '0';
                assertTrue(next <= level + 1, element.getTextContent());
                level = next;
            }
        }
        html.all("th").forEach(cell -> assertTrue(cell.hasAttribute("scope"), cell.getTextContent()));
        assertEquals(html.all("table").size(), html.all("caption").size());
        Element drawing = html.one("svg");
        assertEquals("img", drawing.getAttribute("role"));
        assertTrue(html.all("figcaption").stream()
                .anyMatch(caption -> caption.getAttribute("id").equals(drawing.getAttribute("aria-labelledby"))));
        for (String forbidden : List.of("<script", "<link", "<img", "src=", "url(", "style=", "xmlns", "onload")) {
            assertFalse(ENGLISH.contains(forbidden), forbidden);
        }
    }

    @Test
    void hostile_names_are_words() {
        String attack = "</td></svg><script>alert(1)</script>\"'&<b>";
        MappedData data = new MappedData(attack, attack, attack, List.of(new Part(attack, attack, Set.of())), false);
        Tally tally = ReportScene.tally(
                3, ReportScene.growing(3, 1), Map.of(new Reason(attack, attack, Standing.TERM_OVER), 3L));
        DisposalReport report = new DisposalReport(
                ReportScene.NOW,
                ReportScene.policy("2025-03", attack, ReportScene.text(attack, attack)),
                new DisposalPlan(
                        OperationId.derived("plan", "4"),
                        ReportScene.NOW,
                        ReportScene.TODAY,
                        attack,
                        ReportScene.months(),
                        List.of(new Planned(data, tally)),
                        List.of()),
                List.of(data),
                new Heartbeat(Optional.empty(), Optional.empty(), 3, Optional.empty(), true),
                List.of(new StandingHold(attack, true, Optional.of(attack), ReportScene.TODAY, ReportScene.TODAY)),
                new Past(
                        List.of(new LetGo(
                                ReportScene.TODAY, attack, Set.of(attack), 1, Set.of(attack), Set.of(attack))),
                        List.of(new Approval(ReportScene.TODAY, Actor.Role.STAFF, attack)),
                        true),
                List.of(new Elsewhere(attack, Set.of(attack), 1, 1, 1)),
                List.of(attack));
        String html = report.html(Locale.ENGLISH);
        ParsedHtml parsed = ParsedHtml.of(html);
        assertEquals(List.of(), parsed.all("script"));
        assertEquals(List.of(), parsed.all("b"));
        assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;&lt;b&gt;"));
    }

    private static DisposalReport of(DisposalPlan plan) {
        return ReportScene.with(
                ReportScene.nothing(), plan, ReportScene.nothing().heartbeat());
    }

    private static DisposalPlan planOf(MappedData data, Tally tally) {
        return planOf(List.of(new Planned(data, tally)));
    }

    private static DisposalPlan planOf(List<Planned> data) {
        return new DisposalPlan(
                OperationId.derived("plan", "5"),
                ReportScene.NOW,
                ReportScene.TODAY,
                "2025-03",
                ReportScene.months(),
                data,
                List.of());
    }

    @Test
    void every_text_is_used() throws IOException {
        Map<String, String> marked = new HashMap<>();
        texts().forEach((key, text) -> marked.put((String) key, text + "⟦" + key + "⟧"));
        assertTrue(marked.size() > 50, "the texts were found");
        DocumentTexts texts = DocumentTexts.standard().replacing(Locale.ENGLISH, marked);
        Heartbeat since = new Heartbeat(
                Optional.of(Instant.parse("2026-11-24T17:00:00Z")),
                Optional.of(Instant.parse("2026-11-24T17:00:00Z")),
                0,
                Optional.empty(),
                false);
        Past byAnybody = new Past(
                List.of(),
                List.of(Actor.Role.values()).stream()
                        .map(role -> new Approval(LocalDate.of(2026, 1, 1), role, "1"))
                        .toList(),
                true);
        DisposalReport empty = ReportScene.nothing();
        DisposalReport approved = new DisposalReport(
                empty.at(),
                empty.policy(),
                empty.plan(),
                List.of(),
                empty.heartbeat(),
                List.of(),
                byAnybody,
                List.of(),
                List.of());
        String all = List.of(
                        ReportScene.everything(),
                        empty,
                        approved,
                        ReportScene.with(empty, ReportScene.forEveryReason(), since))
                .stream()
                .map(report -> report.html(Locale.ENGLISH, texts))
                .collect(Collectors.joining());
        assertEquals(
                Set.of(),
                marked.keySet().stream()
                        .filter(key -> !all.contains("⟦" + key + "⟧"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Properties texts() throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(
                        DocumentTexts.class.getResourceAsStream("disposal_en.properties"), "the texts are there"),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    @Test
    void the_page_can_be_looked_at() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "documents"));
        Path english = Files.writeString(folder.resolve("disposal.en.html"), ENGLISH);
        Path swedish = Files.writeString(
                folder.resolve("disposal.sv.html"), ReportScene.everything().html(SWEDISH));
        Path empty = Files.writeString(folder.resolve("disposal-empty.en.html"), EMPTY);
        assertTrue(Files.size(english) > Files.size(empty) && Files.size(swedish) > Files.size(empty));
    }
}
