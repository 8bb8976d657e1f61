package org.privacyrules.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.failure.InvalidInputException;

/** Fiscal years of any kind, and the time for which books are kept after them. */
class FiscalYearsTest {

    private static final RetentionTerm.FromEvent BOOKS = RetentionTerm.from("issued")
            .toEndOfFiscalYear()
            .toEndOfCalendarYear()
            .plus(Period.ofYears(7));

    /** Bokforingslagen 7 kap. 2 §: through the seventh year after the calendar year in which the financial year ended. */
    @ParameterizedTest
    @CsvSource({
        "2018-01-01, 2018-12-31, 2018-05-07, 2025-12-31",
        "2018-05-01, 2019-04-30, 2018-05-02, 2026-12-31",
        "2018-05-01, 2019-04-30, 2019-04-30, 2026-12-31",
        "2017-07-01, 2018-06-30, 2017-08-15, 2025-12-31",
        "2018-07-01, 2019-12-31, 2018-07-10, 2026-12-31",
        "2019-09-01, 2020-08-31, 2019-12-31, 2027-12-31",
        "2024-01-01, 2024-12-31, 2024-12-31, 2031-12-31",
        "2025-12-01, 2026-11-30, 2025-12-01, 2033-12-31",
        "2026-01-01, 2026-01-31, 2026-01-15, 2033-12-31"
    })
    @Mission("M6")
    @Gdpr("6(1)(c)")
    void books_are_kept_through_the_seventh_year_after_the_one_in_which_the_fiscal_year_ended(
            LocalDate first, LocalDate last, LocalDate voucher, LocalDate keptThrough) {
        FiscalYears years =
                FiscalYears.endingOn(MonthDay.from(first.minusDays(1))).with(first, last);
        TermCalendar calendar = new TermCalendar(years, WorkingDays.sweden());
        assertEquals(keptThrough, BOOKS.lastDay(voucher, calendar));
        LocalDate latest = BOOKS.latestEvent(keptThrough, calendar);
        assertEquals(keptThrough, BOOKS.lastDay(latest, calendar));
        assertEquals(keptThrough.plusYears(1), BOOKS.lastDay(latest.plusDays(1), calendar));
    }

    @Test
    void years_follow_each_other_before_and_after_a_change() {
        FiscalYears years = FiscalYears.endingOn(MonthDay.of(4, 30))
                .with(LocalDate.of(2024, 5, 1), LocalDate.of(2025, 12, 31))
                .with(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 2, 28));
        assertEquals(LocalDate.of(2024, 4, 30), years.endOf(LocalDate.of(2024, 4, 30)));
        assertEquals(LocalDate.of(2025, 12, 31), years.endOf(LocalDate.of(2024, 5, 1)));
        assertEquals(LocalDate.of(2026, 12, 31), years.endOf(LocalDate.of(2026, 1, 1)));
        assertEquals(LocalDate.of(2027, 2, 28), years.endOf(LocalDate.of(2027, 1, 1)));
        assertEquals(LocalDate.of(2028, 2, 29), years.endOf(LocalDate.of(2027, 3, 1)));
        assertEquals(LocalDate.of(2024, 4, 30), years.lastEndBy(LocalDate.of(2025, 12, 30)));
        assertEquals(LocalDate.of(2025, 12, 31), years.lastEndBy(LocalDate.of(2026, 12, 30)));
    }

    @Test
    void the_last_day_of_february_stays_the_last_one() {
        FiscalYears years = FiscalYears.endingOn(MonthDay.of(2, 28));
        assertEquals(LocalDate.of(2024, 2, 29), years.endOf(LocalDate.of(2023, 3, 1)));
        assertEquals(years.endOf(LocalDate.of(2023, 3, 1)), years.lastEndBy(LocalDate.of(2024, 2, 29)));
        assertEquals(LocalDate.of(2023, 2, 28), years.lastEndBy(LocalDate.of(2024, 2, 28)));
    }

    @Test
    void a_day_between_two_years_is_refused() {
        FiscalYears calendar = FiscalYears.calendarYears();
        InvalidInputException gap = assertThrows(
                InvalidInputException.class, () -> calendar.with(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 12, 31)));
        assertEquals(
                "fiscal year from 2026-02-01: the year before it ends on 2026-12-31, and no day may lie between or be counted"
                        + " twice; declare that year too",
                gap.getMessage());
        FiscalYears changed = calendar.with(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30));
        assertThrows(
                InvalidInputException.class, () -> changed.with(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31)));
        assertThrows(
                InvalidInputException.class, () -> calendar.with(LocalDate.of(2026, 1, 1), LocalDate.of(2028, 1, 1)));
    }
}
