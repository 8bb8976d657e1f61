package org.privacyrules.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.privacyrules.failure.InvalidInputException;

/**
 * The fiscal years of a controller. They follow each other without a gap: twelve months each, unless a year is declared with a
 * beginning and an end of its own, such as a long first year or the short one in which a company changes its fiscal year. From a
 * declared year on, years end on the day on which it ended. Immutable.
 *
 * <pre>{@code
 * FiscalYears.endingOn(MonthDay.of(4, 30)).with(LocalDate.of(2024, 5, 1), LocalDate.of(2025, 12, 31))
 * }</pre>
 *
 * @param regularEnd on which day years end before the first declared one; the last day of a month means every such month's last day,
 *     of February too
 * @param declared years with a beginning and an end of their own, in their order
 */
public record FiscalYears(MonthDay regularEnd, List<Year> declared) {

    private static final int LONGEST_YEARS = 2;

    /**
     * A fiscal year.
     *
     * @param first its first day
     * @param last its last day, at most two years later
     */
    public record Year(LocalDate first, LocalDate last) {
        public Year {
            if (last.isBefore(first) || !last.isBefore(first.plusYears(LONGEST_YEARS))) {
                throw new InvalidInputException("fiscal year from " + first + " to " + last
                        + ": must end after it begins, and within two years");
            }
        }
    }

    public FiscalYears {
        declared = List.copyOf(declared);
        for (int i = 0; i < declared.size(); i++) {
            requireNoGap(regularEnd, declared.subList(0, i), declared.get(i));
        }
    }

    private static void requireNoGap(MonthDay regularEnd, List<Year> earlier, Year next) {
        boolean inOrder = earlier.isEmpty()
                || next.first().isAfter(earlier.get(earlier.size() - 1).last());
        LocalDate before = next.first().minusDays(1);
        LocalDate end = endOf(before, regularEnd, earlier);
        if (!inOrder || !end.equals(before)) {
            throw new InvalidInputException("fiscal year from " + next.first() + ": the year before it ends on " + end
                    + ", and no day may lie between or be counted twice; declare that year too");
        }
    }

    /**
     * Years that all end on one day.
     *
     * @param end such as 31 December; the last day of a month means every such month's last day
     * @return the years
     */
    public static FiscalYears endingOn(MonthDay end) {
        return new FiscalYears(end, List.of());
    }

    /**
     * Years that are those of the calendar.
     *
     * @return the years
     */
    public static FiscalYears calendarYears() {
        return endingOn(MonthDay.of(12, 31));
    }

    /**
     * The same, with a year of its own length; later years end on the day on which it ends.
     *
     * @param first its first day: the day after another year's last
     * @param last its last day, at most two years later
     * @return the years
     * @throws InvalidInputException if a day would lie between two years or in two
     */
    public FiscalYears with(LocalDate first, LocalDate last) {
        List<Year> more = new ArrayList<>(declared);
        more.add(new Year(first, last));
        return new FiscalYears(regularEnd, more);
    }

    /**
     * The last day of the fiscal year in which a day lies.
     *
     * @param day any day
     * @return the day itself or a later one
     */
    public LocalDate endOf(LocalDate day) {
        return endOf(day, regularEnd, declared);
    }

    private static LocalDate endOf(LocalDate day, MonthDay regularEnd, List<Year> declared) {
        for (int i = declared.size() - 1; i >= 0; i--) {
            Year year = declared.get(i);
            if (!day.isBefore(year.first())) {
                return day.isAfter(year.last()) ? nextEnd(day, MonthDay.from(year.last())) : year.last();
            }
        }
        return nextEnd(day, regularEnd);
    }

    /**
     * The last day of the latest fiscal year that has ended by a day.
     *
     * @param day any day
     * @return the day itself or an earlier one
     */
    public LocalDate lastEndBy(LocalDate day) {
        for (int i = declared.size() - 1; i >= 0; i--) {
            Year year = declared.get(i);
            if (!day.isBefore(year.last())) {
                LocalDate regular = previousEnd(day, MonthDay.from(year.last()));
                return regular.isBefore(year.last()) ? year.last() : regular;
            }
            if (!day.isBefore(year.first())) {
                return year.first().minusDays(1);
            }
        }
        return previousEnd(day, regularEnd);
    }

    private static LocalDate nextEnd(LocalDate day, MonthDay end) {
        LocalDate thisYear = inYear(day.getYear(), end);
        return thisYear.isBefore(day) ? inYear(day.getYear() + 1, end) : thisYear;
    }

    private static LocalDate previousEnd(LocalDate day, MonthDay end) {
        LocalDate thisYear = inYear(day.getYear(), end);
        return thisYear.isAfter(day) ? inYear(day.getYear() - 1, end) : thisYear;
    }

    private static LocalDate inYear(int year, MonthDay end) {
        boolean lastOfMonth = end.getDayOfMonth() >= end.getMonth().minLength();
        YearMonth month = YearMonth.of(year, end.getMonth());
        return lastOfMonth ? month.atEndOfMonth() : month.atDay(end.getDayOfMonth());
    }
}
