package org.privacyrules.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.policy.LocalText;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.ProcessingOnBehalf;

/** The record says all that Art. 30 orders. */
class ProcessingRecordTest {

    private static final ProcessingRecord RECORD = ProcessingRecord.of(LendingLibrary.policy());

    private static void says(String text, String... phrases) {
        for (String phrase : phrases) {
            assertTrue(text.contains(phrase), () -> "\"" + phrase + "\" is missing from:\n" + text);
        }
    }

    private static String row(String csv, String name) {
        return csv.lines()
                .filter(line -> line.startsWith(name + ","))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Gdpr("30(1)")
    @Mission("M27")
    void each_purpose_has_a_row_with_all_that_the_law_orders() {
        String csv = RECORD.csv();
        assertEquals(1 + LendingLibrary.policy().purposes().size(), csv.lines().count());
        says(
                csv.lines().findFirst().orElseThrow(),
                "Purpose",
                "Lawful basis",
                "Joint controllers",
                "Categories of data subjects",
                "Categories of personal data",
                "Recipients",
                "Transfers to third countries, and safeguards",
                "Time limits for erasure",
                "Security measures",
                "Controller",
                "Representative",
                "Data protection officer");
        says(
                row(csv, "lending"),
                "To lend you books",
                "contract, Art. 6(1)(b) GDPR",
                "has a library card",
                "How we reach you (e-mail address, telephone number)",
                "Our printer (processor, Germany)",
                "Our bookbinder, Switzerland: adequacy decision",
                "How we reach you: until 3 months after the card was returned",
                "Locked rooms and encrypted disks.",
                "Lending Library Ltd, 556000-0001, 1 Book Street, Oslo",
                "Representative AB, eu@library.example",
                "Olga Officer, dpo@library.example");
        says(row(csv, "reading-aids"), "The City, city@city.example", "special categories: your explicit consent");
        says(row(csv, "news"), "balancing test LIA-1", ",none,none,");
        says(row(csv, "measuring"), "Counting Inc, Brazil: standard contractual clauses", "module one");
    }

    @Test
    @Gdpr("30(2)")
    void each_activity_on_behalf_of_others_has_a_row() {
        String csv = RECORD.csvAsProcessor();
        assertEquals(2, csv.lines().count());
        says(
                row(csv, "schools"),
                "To run the catalogues of schools",
                "Schools that use our catalogue",
                "A data centre (processor, Finland)",
                ",none,",
                "Locked rooms",
                "Lending Library Ltd");
    }

    @Test
    @Gdpr("30(1)")
    @Gdpr("30(2)")
    void the_page_says_the_same_in_both_languages() {
        Sections english = new Sections(RECORD.markdown());
        says(english.section("as-controller"), "### ", "To lend you books", "`lending`", "Time limits for erasure");
        says(english.section("as-processor"), "Schools that use our catalogue", "A data centre");
        says(english.section("contacts"), "Olga Officer");
        Sections swedish =
                new Sections(RECORD.forLocale(Locale.forLanguageTag("sv")).markdown());
        says(swedish.section("as-controller"), "Att låna ut böcker till dig", "till 3 månader efter");
        says(ProcessingRecord.of(LendingLibrary.policy()).html(), "<h2 id=\"as-processor\">");
    }

    @Test
    @Gdpr("30(1)")
    void the_officer_and_the_transfers_are_those_of_the_day() {
        says(RECORD.on(LocalDate.of(2023, 1, 1)).csv(), "Per Protector");
    }

    @Test
    @Gdpr("30(1)")
    void what_an_unfinished_policy_does_not_say_is_marked() {
        PrivacyPolicy unfinished = PrivacyPolicy.builder()
                .version("1")
                .effectiveFrom(LendingLibrary.FIRST_DAY)
                .zone(ZoneId.of("Europe/Stockholm"))
                .subjectKind("customer", "has a contract")
                .event("ended", "it ended")
                .category("name", c -> c.describedAs("name"))
                .purpose(
                        "account",
                        p -> p.describedAs("to serve")
                                .contract()
                                .carriedBy("customer")
                                .uses("name")
                                .kept(RetentionTerm.from("ended")))
                .onBehalf(new ProcessingOnBehalf("hosting", LocalText.of("to host"), LocalText.of("clients"), Set.of()))
                .build();
        for (String csv : List.of(
                ProcessingRecord.of(unfinished).csv(),
                ProcessingRecord.of(unfinished).csvAsProcessor())) {
            assertTrue(csv.endsWith(",not stated,not stated,not stated,not stated\r\n"), csv);
        }
    }
}
