package org.privacyrules.calendar;

/**
 * What the steps of retention terms count by. Immutable.
 *
 * @param fiscalYears the controller's
 * @param workingDays those of its country
 */
public record TermCalendar(FiscalYears fiscalYears, WorkingDays workingDays) {

    /** Fiscal years that are calendar years, and Monday to Friday. */
    public static final TermCalendar PLAIN =
            new TermCalendar(FiscalYears.calendarYears(), WorkingDays.mondayToFriday());
}
