package org.privacyrules.calendar;

import java.time.Period;
import java.util.List;
import java.util.function.UnaryOperator;

/** Terms in English. */
final class EnglishTermWords extends TermWords {

    private static final List<String> ORDINALS = List.of(
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth");

    EnglishTermWords(UnaryOperator<String> event) {
        super(event);
    }

    private static String words(Period period) {
        return period(period, List.of("year", "month", "day"), List.of("years", "months", "days"), " and ");
    }

    private static String ordinal(int number) {
        if (number <= ORDINALS.size()) {
            return ORDINALS.get(number - 1);
        }
        int lastTwo = number % 100;
        boolean teen = lastTwo > 10 && lastTwo < 14;
        return number
                + switch (teen ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    @Override
    String earliest(List<String> phrases) {
        return joined(phrases, ", ", " or ") + ", whichever comes first";
    }

    @Override
    String latest(List<String> phrases) {
        return joined(phrases, ", ", " or ") + ", whichever comes last";
    }

    @Override
    String untilEvent(String clause) {
        return "until " + clause;
    }

    @Override
    String after(Period period, String clause) {
        return "until " + words(period) + " after " + clause;
    }

    @Override
    String afterDay(Period period, String day) {
        return "until " + words(period) + " after " + day;
    }

    @Override
    String until(String day) {
        return "until " + day;
    }

    @Override
    String untilEndOfYear(int years, String inWhich) {
        return "until the end of the " + ordinal(years) + " year after the calendar year " + inWhich;
    }

    @Override
    String dayOf(String clause) {
        return "the day on which " + clause;
    }

    @Override
    String dayAfter(Period period, String day) {
        return words(period) + " after " + day;
    }

    @Override
    String firstWorkingDayAfterMonth(String inWhich) {
        return "the first working day after the month " + inWhich;
    }

    @Override
    String endOfFiscalYear(String inWhich) {
        return "the end of the fiscal year " + inWhich;
    }

    @Override
    String endOfCalendarYear(String inWhich) {
        return "the end of the calendar year " + inWhich;
    }

    @Override
    String inWhich(String clause) {
        return "in which " + clause;
    }

    @Override
    String inWhichFiscalYearEnded(String inWhich) {
        return "in which the fiscal year ended " + inWhich;
    }

    @Override
    String inWhichDayLies(String day) {
        return "that contains " + day;
    }
}
