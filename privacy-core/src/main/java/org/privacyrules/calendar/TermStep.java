package org.privacyrules.calendar;

import java.time.Period;

/** One step of a {@link RetentionTerm}, from a day to the same or a later day. */
public sealed interface TermStep {

    /** To the last day of the controller's fiscal year that contains the day. */
    record EndOfFiscalYear() implements TermStep {}

    /** To 31 December of the day's year. */
    record EndOfCalendarYear() implements TermStep {}

    /** To the first working day of the month after the day's. */
    record FirstWorkingDayOfNextMonth() implements TermStep {}

    /**
     * By a period of the calendar: 31 January plus one month is the last day of February.
     *
     * @param period longer than nothing, no part of it negative, at most a thousand years
     */
    record Plus(Period period) implements TermStep {

        public Plus {
            Periods.requireLength("retention term", period, 1000);
        }
    }
}
