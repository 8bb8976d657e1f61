package org.privacyrules.calendar;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.privacyrules.calendar.RetentionTerm.EarliestOf;
import org.privacyrules.calendar.RetentionTerm.FromEvent;
import org.privacyrules.calendar.RetentionTerm.LatestOf;

/** Puts terms into words: one subclass a language, which knows how its phrases are built. */
abstract class TermWords {

    private final UnaryOperator<String> event;

    TermWords(UnaryOperator<String> event) {
        this.event = event;
    }

    static TermWords forLanguage(Locale language, UnaryOperator<String> event) {
        return language.getLanguage().equals("sv") ? new SwedishTermWords(event) : new EnglishTermWords(event);
    }

    final String phrase(RetentionTerm term) {
        if (term instanceof EarliestOf earliest) {
            return earliest(earliest.terms().stream().map(this::phrase).toList());
        }
        if (term instanceof LatestOf latest) {
            return latest(latest.terms().stream().map(this::phrase).toList());
        }
        return chain((FromEvent) term);
    }

    /** Steps are told from the last to the first; a chain that ends in whole years after a year's end is told by counting. */
    private String chain(FromEvent term) {
        String clause = event.apply(term.event());
        List<TermStep> steps = term.steps();
        if (steps.isEmpty()) {
            return untilEvent(clause);
        }
        int last = steps.size() - 1;
        if (steps.get(last) instanceof TermStep.Plus plus) {
            if (last == 0) {
                return after(plus.period(), clause);
            }
            int years = wholeYears(plus.period());
            if (steps.get(last - 1) instanceof TermStep.EndOfCalendarYear && years > 0) {
                return untilEndOfYear(years, yearOf(steps.subList(0, last - 1), clause));
            }
            return afterDay(plus.period(), day(steps.subList(0, last), clause));
        }
        return until(day(steps, clause));
    }

    private static int wholeYears(Period period) {
        return period.getMonths() == 0 && period.getDays() == 0 ? period.getYears() : 0;
    }

    /** The day that a chain of steps leads to, as a noun. */
    private String day(List<TermStep> steps, String clause) {
        if (steps.isEmpty()) {
            return dayOf(clause);
        }
        List<TermStep> before = steps.subList(0, steps.size() - 1);
        TermStep last = steps.get(steps.size() - 1);
        if (last instanceof TermStep.Plus plus) {
            return dayAfter(plus.period(), day(before, clause));
        }
        if (last instanceof TermStep.FirstWorkingDayOfNextMonth) {
            return firstWorkingDayAfterMonth(containing(before, clause));
        }
        return last instanceof TermStep.EndOfFiscalYear
                ? endOfFiscalYear(containing(before, clause))
                : endOfCalendarYear(yearOf(before, clause));
    }

    /** "In which …": the event itself reads best; a fiscal year ends in the calendar year. */
    private String yearOf(List<TermStep> steps, String clause) {
        boolean fiscal = !steps.isEmpty() && steps.get(steps.size() - 1) instanceof TermStep.EndOfFiscalYear;
        return fiscal
                ? inWhichFiscalYearEnded(containing(steps.subList(0, steps.size() - 1), clause))
                : containing(steps, clause);
    }

    private String containing(List<TermStep> steps, String clause) {
        return steps.isEmpty() ? inWhich(clause) : inWhichDayLies(day(steps, clause));
    }

    static String joined(List<String> phrases, String comma, String last) {
        List<String> all = new ArrayList<>(phrases);
        String end = all.remove(all.size() - 1);
        return all.stream().collect(Collectors.joining(comma)) + last + end;
    }

    static String period(Period period, List<String> singular, List<String> plural, String and) {
        List<String> parts = new ArrayList<>();
        int[] amounts = {period.getYears(), period.getMonths(), period.getDays()};
        for (int unit = 0; unit < amounts.length; unit++) {
            if (amounts[unit] > 0) {
                parts.add(amounts[unit] + " " + (amounts[unit] == 1 ? singular : plural).get(unit));
            }
        }
        return parts.size() < 2 ? String.join("", parts) : joined(parts, ", ", and);
    }

    abstract String earliest(List<String> phrases);

    abstract String latest(List<String> phrases);

    abstract String untilEvent(String clause);

    abstract String after(Period period, String clause);

    abstract String afterDay(Period period, String day);

    abstract String until(String day);

    abstract String untilEndOfYear(int years, String inWhich);

    abstract String dayOf(String clause);

    abstract String dayAfter(Period period, String day);

    abstract String firstWorkingDayAfterMonth(String inWhich);

    abstract String endOfFiscalYear(String inWhich);

    abstract String endOfCalendarYear(String inWhich);

    abstract String inWhich(String clause);

    abstract String inWhichFiscalYearEnded(String inWhich);

    abstract String inWhichDayLies(String day);
}
