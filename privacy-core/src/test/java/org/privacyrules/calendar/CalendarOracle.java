package org.privacyrules.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Deadlines computed another way: by day numbers, tables of month lengths and lists of a year's holidays. */
final class CalendarOracle {

    private static final int[] LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int FIRST_YEAR = 1960;
    private static final int LAST_YEAR = 2115;

    /** 1 January 1970 was a Thursday; 0 is Monday. */
    private static final int WEEKDAY_OF_EPOCH = 3;

    private final Set<Long> free = new HashSet<>();

    private CalendarOracle() {}

    static CalendarOracle weekendsOnly() {
        return new CalendarOracle();
    }

    static CalendarOracle sweden(boolean eves) {
        CalendarOracle oracle = new CalendarOracle();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            oracle.swedish(year, eves);
        }
        return oracle;
    }

    private void swedish(int year, boolean eves) {
        free(year, 1, 1);
        free(year, 1, 6);
        free(year, 5, 1);
        free(year, 12, 25);
        free(year, 12, 26);
        long easter = easter(year);
        free.add(easter - 2);
        free.add(easter + 1);
        free.add(easter + 39);
        if (year >= 2005) {
            free(year, 6, 6);
        } else {
            free.add(easter + 50);
        }
        if (eves) {
            free(year, 12, 24);
            free(year, 12, 31);
            for (int day = 19; day <= 25; day++) {
                if (weekday(number(year, 6, day)) == 4) {
                    free(year, 6, day);
                }
            }
        }
    }

    private void free(int year, int month, int day) {
        free.add(number(year, month, day));
    }

    /** The Sunday after the first full moon of the church from 21 March on, by the table of golden numbers and epacts. */
    private static long easter(int year) {
        int golden = year % 19 + 1;
        int century = year / 100 + 1;
        int epact = (11 * golden + 20 + (8 * century + 5) / 25 - 5 - (3 * century / 4 - 12)) % 30;
        epact = epact < 0 ? epact + 30 : epact;
        if ((epact == 25 && golden > 11) || epact == 24) {
            epact++;
        }
        int moon = 44 - epact;
        moon = moon < 21 ? moon + 30 : moon;
        long day = number(year, 3, 1) + moon - 1;
        return day + (6 - weekday(day) == 0 ? 7 : 6 - weekday(day));
    }

    static long number(int year, int month, int day) {
        long days = 0;
        for (int y = 1970; y < year; y++) {
            days += isLeap(y) ? 366 : 365;
        }
        for (int y = year; y < 1970; y++) {
            days -= isLeap(y) ? 366 : 365;
        }
        for (int m = 1; m < month; m++) {
            days += length(year, m);
        }
        return days + day - 1;
    }

    private static boolean isLeap(int year) {
        return year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
    }

    private static int length(int year, int month) {
        return LENGTHS[month - 1] + (month == 2 && isLeap(year) ? 1 : 0);
    }

    private static int weekday(long number) {
        return (int) Math.floorMod(number + WEEKDAY_OF_EPOCH, 7L);
    }

    boolean isFree(long number) {
        return weekday(number) > 4 || free.contains(number);
    }

    /** The last day of a period of months. */
    long lastDay(LocalDate event, int months) {
        int month = event.getMonthValue() + months;
        int year = event.getYear() + (month - 1) / 12;
        month = (month - 1) % 12 + 1;
        long day = number(year, month, 1) + Math.min(event.getDayOfMonth(), length(year, month)) - 1;
        while (isFree(day)) {
            day++;
        }
        return day;
    }
}
