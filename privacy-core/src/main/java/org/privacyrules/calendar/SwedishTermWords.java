package org.privacyrules.calendar;

import java.time.Period;
import java.util.List;
import java.util.function.UnaryOperator;

/** Terms in Swedish. */
final class SwedishTermWords extends TermWords {

    private static final List<String> ORDINALS = List.of(
            "första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde", "elfte",
            "tolfte");

    SwedishTermWords(UnaryOperator<String> event) {
        super(event);
    }

    private static String words(Period period) {
        return period(period, List.of("år", "månad", "dag"), List.of("år", "månader", "dagar"), " och ");
    }

    private static String ordinal(int number) {
        if (number <= ORDINALS.size()) {
            return ORDINALS.get(number - 1);
        }
        int lastTwo = number % 100;
        boolean first = number % 10 == 1 && lastTwo != 11;
        boolean second = number % 10 == 2 && lastTwo != 12;
        return number + (first || second ? ":a" : ":e");
    }

    @Override
    String earliest(List<String> phrases) {
        return joined(phrases, ", ", " eller ") + ", beroende på vad som inträffar först";
    }

    @Override
    String latest(List<String> phrases) {
        return joined(phrases, ", ", " eller ") + ", beroende på vad som inträffar sist";
    }

    @Override
    String untilEvent(String clause) {
        return "till dess att " + clause;
    }

    @Override
    String after(Period period, String clause) {
        return "till " + words(period) + " efter att " + clause;
    }

    @Override
    String afterDay(Period period, String day) {
        return "till " + words(period) + " efter " + day;
    }

    @Override
    String until(String day) {
        return "till " + day;
    }

    @Override
    String untilEndOfYear(int years, String inWhich) {
        return "till utgången av det " + ordinal(years) + " året efter det kalenderår " + inWhich;
    }

    @Override
    String dayOf(String clause) {
        return "den dag då " + clause;
    }

    @Override
    String dayAfter(Period period, String day) {
        return words(period) + " efter " + day;
    }

    @Override
    String firstWorkingDayAfterMonth(String inWhich) {
        return "den första arbetsdagen efter den månad " + inWhich;
    }

    @Override
    String endOfFiscalYear(String inWhich) {
        return "utgången av det räkenskapsår " + inWhich;
    }

    @Override
    String endOfCalendarYear(String inWhich) {
        return "utgången av det kalenderår " + inWhich;
    }

    @Override
    String inWhich(String clause) {
        return "då " + clause;
    }

    @Override
    String inWhichFiscalYearEnded(String inWhich) {
        return "då det räkenskapsår avslutades " + inWhich;
    }

    @Override
    String inWhichDayLies(String day) {
        return "som innehåller " + day;
    }
}
