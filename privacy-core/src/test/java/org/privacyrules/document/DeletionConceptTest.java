package org.privacyrules.document;

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
