package org.privacyrules.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** One step of a {@link RetentionTerm}, from a day to the same or a later day, and never from a later day to an earlier one. */
public sealed interface TermStep {

    /**
     * The day to which the step leads.
     *
     * @param day from where
     * @param calendar what it counts by
     * @return that day or a later one
     */
    LocalDate from(LocalDate day, TermCalendar calendar);

    /**
     * The inverse: the latest day from which the step leads no further than to a day.
     *
     * @param day to where
     * @param calendar what it counts by
     * @return the latest such day: from all later ones the step leads further
     */
    LocalDate latestStart(LocalDate day, TermCalendar calendar);

    /** To the last day of the controller's fiscal year that contains the day. */
    record EndOfFiscalYear() implements TermStep {

        @Override
        public LocalDate from(LocalDate day, TermCalendar calendar) {
            return calendar.fiscalYears().endOf(day);
        }

        @Override
        public LocalDate latestStart(LocalDate day, TermCalendar calendar) {
            return calendar.fiscalYears().lastEndBy(day);
        }
    }

    /** To 31 December of the day's year. */
    record EndOfCalendarYear() implements TermStep {

        @Override
        public LocalDate from(LocalDate day, TermCalendar calendar) {
            return endOf(day.getYear());
        }

        @Override
        public LocalDate latestStart(LocalDate day, TermCalendar calendar) {
            LocalDate end = endOf(day.getYear());
            return end.isAfter(day) ? endOf(day.getYear() - 1) : end;
        }

        private static LocalDate endOf(int year) {
            return LocalDate.of(year, Month.DECEMBER, 31);
        }
    }

    /** To the first working day of the month after the day's. */
    record FirstWorkingDayOfNextMonth() implements TermStep {

        @Override
        public LocalDate from(LocalDate day, TermCalendar calendar) {
            return after(YearMonth.from(day), calendar);
        }

        @Override
        public LocalDate latestStart(LocalDate day, TermCalendar calendar) {
            YearMonth month = YearMonth.from(day).minusMonths(1);
            while (after(month, calendar).isAfter(day)) {
                month = month.minusMonths(1);
            }
            return month.atEndOfMonth();
        }

        private static LocalDate after(YearMonth month, TermCalendar calendar) {
            return calendar.workingDays().onOrAfter(month.plusMonths(1).atDay(1));
        }
    }

    /**
     * By a period of the calendar, its years and months before its days: 31 January plus one month is the last day of February
     * (Art. 3(2)(c) of Regulation 1182/71).
     *
     * @param period longer than nothing, no part of it negative, at most a thousand years
     */
    record Plus(Period period) implements TermStep {

        public Plus {
            Periods.requireLength("retention term", period, 1000);
        }

        @Override
        public LocalDate from(LocalDate day, TermCalendar calendar) {
            return day.plusMonths(period.toTotalMonths()).plusDays(period.get(ChronoUnit.DAYS));
        }

        /** All days behind the last one of a shorter month lead to that one. */
        @Override
        public LocalDate latestStart(LocalDate day, TermCalendar calendar) {
            LocalDate reached = day.minusDays(period.get(ChronoUnit.DAYS));
            LocalDate start = reached.minusMonths(period.toTotalMonths());
            boolean lastOfMonth = reached.getDayOfMonth() == reached.lengthOfMonth();
            return lastOfMonth ? start.withDayOfMonth(start.lengthOfMonth()) : start;
        }
    }
}
