package org.privacyrules.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;

/** The public holidays of Sweden that are no Sundays, and the eves that its older law treats alike. */
final class SwedishHolidays {

    /** Since then the national day is a holiday, and Whit Monday is none. */
    private static final int NATIONAL_DAY_SINCE = 2005;

    private static final int GOOD_FRIDAY = -2;
    private static final int EASTER_MONDAY = 1;
    private static final int ASCENSION = 39;
    private static final int WHIT_MONDAY = 50;

    private static final Set<MonthDay> FIXED =
            Set.of(MonthDay.of(1, 1), MonthDay.of(1, 6), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));
    private static final MonthDay NATIONAL_DAY = MonthDay.of(6, 6);
    private static final Set<MonthDay> FIXED_EVES = Set.of(MonthDay.of(12, 24), MonthDay.of(12, 31));

    private SwedishHolidays() {}

    static boolean isPublicHoliday(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        return FIXED.contains(date)
                || isMidsummerDay(day)
                || isAllSaintsDay(day)
                || isByEaster(day)
                || (date.equals(NATIONAL_DAY) && day.getYear() >= NATIONAL_DAY_SINCE);
    }

    static boolean isEve(LocalDate day) {
        return FIXED_EVES.contains(MonthDay.from(day)) || isMidsummerDay(day.plusDays(1));
    }

    private static boolean isMidsummerDay(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                && day.getMonth() == Month.JUNE
                && day.getDayOfMonth() >= 20
                && day.getDayOfMonth() <= 26;
    }

    private static boolean isAllSaintsDay(LocalDate day) {
        boolean lastOfOctober = day.getMonth() == Month.OCTOBER && day.getDayOfMonth() == 31;
        boolean firstOfNovember = day.getMonth() == Month.NOVEMBER && day.getDayOfMonth() <= 6;
        return day.getDayOfWeek() == DayOfWeek.SATURDAY && (lastOfOctober || firstOfNovember);
    }

    private static boolean isByEaster(LocalDate day) {
        long after = day.toEpochDay() - easter(day.getYear()).toEpochDay();
        return after == GOOD_FRIDAY
                || after == EASTER_MONDAY
                || after == ASCENSION
                || (after == WHIT_MONDAY && day.getYear() < NATIONAL_DAY_SINCE);
    }

    /** The Gregorian computus of Meeus, Jones and Butcher. */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int fromMarch = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, fromMarch / 31, fromMarch % 31 + 1);
    }
}
