package org.privacyrules.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;

/** The deletion concept has a rule for everything that is held. */
class DeletionConceptTest {

    private static final DeletionConcept CONCEPT = DeletionConcept.of(LendingLibrary.policy());
    private static final Sections PAGE = new Sections(CONCEPT.markdown());

    private static void says(String text, String... phrases) {
        for (String phrase : phrases) {
            assertTrue(text.contains(phrase), () -> "\"" + phrase + "\" is missing from:\n" + text);
        }
    }

    @Test
    @Gdpr("5(1)(e)")
    @Mission("M4")
    void what_starts_and_ends_alike_is_one_class() {
        String classes = PAGE.section("classes");
        says(
                classes,
                "**The card was returned** | Until it happens | How we reach you: To tell you of new books<br>"
                        + "Which reading aid you need: To lend reading aids",
                "**The card was returned** | Until 3 months after it happens",
                "**It was recorded** | Until 30 days after it happens | Convictions for theft here: To protect the books"
                        + " (whichever comes first)",
                "(whichever comes last)");
        assertTrue(classes.indexOf("Until it happens") < classes.indexOf("Until 3 months"), "short ones first");
    }

    @Test
    @Gdpr("5(1)(e)")
    @Gdpr("17(3)(b)")
    void each_category_has_the_rule_of_each_purpose_with_its_statutory_minimum() {
        String rules = PAGE.section("rules");
        says(
                rules,
                "**To keep our books** | Until the end of the seventh year",
                "Legal obligation, Art. 6(1)(c) GDPR: Bokföringslagen 7 kap. 2 § | 7 years",
                "Several purposes hold these data: the last one lets them go.");
    }

    @Test
    @Gdpr("5(1)(e)")
    @Mission("M4")
    void variants_are_told_with_for_whom_they_are_and_are_classes_of_their_own() {
        says(
                PAGE.section("personal-number"),
                "Until 3 months after the card was returned; "
                        + "for people in Denmark or Norway: until 1 year after the card was returned; "
                        + "for whoever had a library card or answers for a child who borrows, now or earlier: until 6 months after",
                "; for whoever lives in Norway and answers for a child who borrows, now or earlier: until 2 years after",
                "Of the variants that apply to a person, the longest counts.");
        says(
                PAGE.section("classes"),
                "**The card was returned** | Until 1 year after it happens | "
                        + "Personal number: To lend you books (for people in Denmark or Norway)");
    }

    @Test
    @Gdpr("17(3)(b)")
    void a_locked_rule_is_marked() {
        says(PAGE.section("rules"), " (locked: later versions may only lengthen it) | Legal obligation");
    }

    @Test
    void it_is_told_how_time_is_counted() {
        says(
                PAGE.section("counting"),
                "Fiscal years end on 30 April.",
                "The fiscal year that begins on 1 May 2019 ends on 31 December 2020.",
                "Working days: sweden.",
                "After a version that shortens a term, data are still kept for 30 days.");
    }

    @Test
    @Mission("M16")
    void maximum_ages_and_anonymous_data_are_marked() {
        says(PAGE.section("addresses-in-our-logs"), "Maximum age: 90 days, whatever else holds the data.");
        says(PAGE.section("counts-a-month"), "The data are anonymous");
    }

    @Test
    @Gdpr("5(1)(e)")
    void the_table_has_a_row_for_each_category_of_each_purpose() {
        String csv = CONCEPT.csv();
        long uses = LendingLibrary.policy().purposes().values().stream()
                .mapToLong(purpose -> purpose.categories().size())
                .sum();
        assertEquals(1 + uses, csv.lines().count());
        says(csv, "loans,What you borrow: To lend you books,lending,until the loan ended,loan-ended,");
        says(csv, "claim-settled; recorded");
    }
}
