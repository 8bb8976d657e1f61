package org.privacyrules.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.privacyrules.calendar.RetentionTerm.earliestOf;
import static org.privacyrules.calendar.RetentionTerm.latestOf;

import java.time.Period;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.failure.InvalidInputException;

/** Terms in words, and what is certain of their length. */
class RetentionTermTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");
    private static final Map<String, String> ENGLISH_EVENTS = Map.of(
            "closed", "the case was closed", "opened", "the case was opened", "issued", "the invoice was issued");
    private static final Map<String, String> SWEDISH_EVENTS =
            Map.of("closed", "ärendet avslutades", "opened", "ärendet öppnades", "issued", "fakturan utfärdades");

    private static final RetentionTerm BOOKS = RetentionTerm.from("issued")
            .toEndOfFiscalYear()
            .toEndOfCalendarYear()
            .plus(Period.ofYears(7));
    private static final RetentionTerm SUPPORT = earliestOf(
            RetentionTerm.from("closed").plus(Period.ofYears(2)),
            RetentionTerm.from("opened").plus(Period.ofYears(5)));

    private static String english(RetentionTerm term) {
        return term.words(Locale.ENGLISH, event -> ENGLISH_EVENTS.getOrDefault(event, event));
    }

    private static String swedish(RetentionTerm term) {
        return term.words(SWEDISH, event -> SWEDISH_EVENTS.getOrDefault(event, event));
    }

    @Test
    @Mission("M6")
    @Gdpr("13(2)(a)")
    void the_rule_of_the_books_is_told_as_the_law_tells_it() {
        assertEquals(
                "until the end of the seventh year after the calendar year in which the fiscal year ended in which the"
                        + " invoice was issued",
                english(BOOKS));
        assertEquals(
                "till utgången av det sjunde året efter det kalenderår då det räkenskapsår avslutades då fakturan"
                        + " utfärdades",
                swedish(BOOKS));
    }

    @Test
    void a_term_without_a_step_ends_with_its_event() {
        assertEquals("until the case was closed", english(RetentionTerm.from("closed")));
        assertEquals("till dess att ärendet avslutades", swedish(RetentionTerm.from("closed")));
    }

    @Test
    void periods_are_told_in_years_months_and_days() {
        assertEquals(
                "until 1 year, 6 months and 1 day after the case was closed",
                english(RetentionTerm.from("closed").plus(Period.of(1, 6, 1))));
        assertEquals(
                "till 24 månader efter att ärendet avslutades",
                swedish(RetentionTerm.from("closed").plus(Period.ofMonths(24))));
        assertEquals(
                "till 1 dag efter att ärendet avslutades",
                swedish(RetentionTerm.from("closed").plus(Period.ofDays(1))));
    }

    @Test
    void of_several_terms_it_is_told_which_one_counts() {
        assertEquals(
                "until 2 years after the case was closed or until 5 years after the case was opened, whichever comes"
                        + " first",
                english(SUPPORT));
        assertEquals(
                "till dess att ärendet avslutades eller till dess att fakturan utfärdades, beroende på vad som inträffar"
                        + " sist",
                swedish(latestOf(RetentionTerm.from("closed"), RetentionTerm.from("issued"))));
    }

    @Test
    void a_choice_within_a_choice_stands_in_brackets() {
        assertEquals(
                "(until the case was closed or until the invoice was issued, whichever comes last) or until 5 years"
                        + " after the case was opened, whichever comes first",
                english(earliestOf(
                        latestOf(RetentionTerm.from("closed"), RetentionTerm.from("issued")),
                        RetentionTerm.from("opened").plus(Period.ofYears(5)))));
    }

    @Test
    void every_chain_of_steps_can_be_told() {
        assertEquals(
                "until the end of the calendar year in which the case was closed",
                english(RetentionTerm.from("closed").toEndOfCalendarYear()));
        assertEquals(
                "until the end of the fiscal year that contains 6 months after the day on which the case was closed",
                english(RetentionTerm.from("closed").plus(Period.ofMonths(6)).toEndOfFiscalYear()));
        assertEquals(
                "until 3 months after the end of the fiscal year in which the case was closed",
                english(RetentionTerm.from("closed").toEndOfFiscalYear().plus(Period.ofMonths(3))));
        assertEquals(
                "until the first working day after the month in which the case was closed",
                english(RetentionTerm.from("closed").toFirstWorkingDayOfNextMonth()));
        assertEquals(
                "till den första arbetsdagen efter den månad då ärendet avslutades",
                swedish(RetentionTerm.from("closed").toFirstWorkingDayOfNextMonth()));
        assertEquals(
                "until the end of the 21st year after the calendar year in which the case was closed",
                english(RetentionTerm.from("closed").toEndOfCalendarYear().plus(Period.ofYears(21))));
    }

    @Test
    void a_chain_is_certain_to_last_as_long_as_its_periods() {
        assertFalse(BOOKS.canEndBefore(Period.ofYears(7)));
        assertTrue(BOOKS.canEndBefore(Period.ofYears(8)));
        assertTrue(RetentionTerm.from("closed").toEndOfCalendarYear().canEndBefore(Period.ofDays(1)));
        assertTrue(SUPPORT.canEndBefore(Period.ofYears(3)));
        assertFalse(SUPPORT.canEndBefore(Period.ofMonths(24)));
        assertFalse(latestOf(
                        RetentionTerm.from("closed"),
                        RetentionTerm.from("opened").plus(Period.ofYears(3)))
                .canEndBefore(Period.ofYears(3)));
    }

    @Test
    void months_one_after_the_other_can_be_shorter_than_together() {
        RetentionTerm chain =
                RetentionTerm.from("closed").plus(Period.ofMonths(1)).plus(Period.ofMonths(1));
        assertTrue(chain.canEndBefore(Period.ofMonths(2)));
        assertFalse(chain.canEndBefore(Period.ofDays(56)));
    }

    @Test
    void a_month_is_not_thirty_days() {
        assertTrue(Periods.canBeLonger(Period.ofMonths(1), Period.ofDays(30)));
        assertTrue(Periods.canBeLonger(Period.ofDays(30), Period.ofMonths(1)));
        assertFalse(Periods.canBeLonger(Period.ofYears(1), Period.ofMonths(12)));
        assertFalse(Periods.canBeLonger(Period.ofDays(28), Period.ofMonths(1)));
        assertTrue(Periods.canBeLonger(Period.ofDays(1461), Period.ofYears(4)), "2100 is no leap year");
    }

    @Test
    void nonsense_is_refused() {
        assertThrows(
                InvalidInputException.class, () -> RetentionTerm.from("closed").plus(Period.ZERO));
        assertThrows(
                InvalidInputException.class, () -> RetentionTerm.from("closed").plus(Period.ofDays(-1)));
        assertThrows(
                InvalidInputException.class, () -> RetentionTerm.from("closed").plus(Period.ofYears(2000)));
        assertThrows(InvalidInputException.class, () -> earliestOf(RetentionTerm.from("closed")));
    }

    @Test
    void a_term_names_its_events() {
        assertEquals(Set.of("closed", "opened"), SUPPORT.events());
    }
}
