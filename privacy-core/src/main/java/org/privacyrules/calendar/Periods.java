package org.privacyrules.calendar;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.privacyrules.failure.InvalidInputException;

/** Periods of the calendar, compared: a month is longer than 30 days from some days and shorter from others. */
public final class Periods {

    private static final int FOUR_YEARS_OF_DAYS = 1461;
    private static final int LONGEST_YEAR = 366;
    private static final long MONTHS = 12;

    private Periods() {}

    /**
     * Whether a period ends later than another from at least one start.
     *
     * @param one a period
     * @param other a period
     * @return false if the other is at least as long from every day
     */
    public static boolean canBeLonger(Period one, Period other) {
        if (one.get(ChronoUnit.DAYS) == other.get(ChronoUnit.DAYS)) {
            return one.toTotalMonths() > other.toTotalMonths();
        }
        return Stream.iterate(LocalDate.EPOCH, day -> day.plusDays(1))
                .limit(FOUR_YEARS_OF_DAYS)
                .anyMatch(day -> day.plus(one).isAfter(day.plus(other)));
    }

    /**
     * Refuses a period that is no length of time.
     *
     * @param what the period's name, for the message
     * @param period the period
     * @param years how long it may be at most
     * @throws InvalidInputException if it is empty, has a negative part or is longer
     */
    public static void requireLength(String what, Period period, int years) {
        boolean tooLong = period.toTotalMonths() > years * MONTHS || period.getDays() > years * LONGEST_YEAR;
        if (period.isZero() || period.getYears() < 0 || period.getMonths() < 0 || period.getDays() < 0 || tooLong) {
            throw new InvalidInputException(
                    what + ": must be longer than nothing, without a negative part, and at most " + years + " years");
        }
    }
}
