package org.privacyrules.calendar;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.privacyrules.failure.InvalidInputException;

/** Periods of the calendar, compared: a month is longer than 30 days from some days and shorter from others. */
public final class Periods {

    /** Eight years from here hold a leap year, the four common years around 2100, and both changes between them. */
    private static final LocalDate FIRST_START = LocalDate.of(2096, 1, 1);

    private static final int STARTS = 3300;
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
        return starts().anyMatch(day -> day.plus(one).isAfter(day.plus(other)));
    }

    /** Whether periods, one after the other, can end before another one: 31 January plus twice a month is 28 March. */
    static boolean canEndBefore(List<Period> chain, Period period) {
        if (chain.size() < 2) {
            return canBeLonger(period, chain.isEmpty() ? Period.ZERO : chain.get(0));
        }
        return starts().anyMatch(day -> end(day, chain).isBefore(day.plus(period)));
    }

    private static LocalDate end(LocalDate start, List<Period> chain) {
        LocalDate end = start;
        for (Period period : chain) {
            end = end.plus(period);
        }
        return end;
    }

    private static Stream<LocalDate> starts() {
        return Stream.iterate(FIRST_START, day -> day.plusDays(1)).limit(STARTS);
    }

    /**
     * A period in words.
     *
     * @param period a period, longer than nothing
     * @param language Swedish if its language is {@code sv}, else English
     * @return such as {@code 1 year and 6 months}
     */
    public static String inWords(Period period, Locale language) {
        return TermWords.forLanguage(language, UnaryOperator.identity()).words(period);
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
