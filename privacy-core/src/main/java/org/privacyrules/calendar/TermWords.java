package org.privacyrules.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.privacyrules.calendar.RetentionTerm.EarliestOf;
import org.privacyrules.calendar.RetentionTerm.FromEvent;
import org.privacyrules.calendar.RetentionTerm.LatestOf;

/** Puts terms into words, with the phrases of one language. */
final class TermWords {

    private static final Properties ENGLISH = load("terms_en.properties");
    private static final Properties SWEDISH = load("terms_sv.properties");

    private static final int LAST_TEEN = 13;
    private static final int FIRST_TEEN = 11;

    private final Properties phrases;
    private final UnaryOperator<String> event;

    private TermWords(Properties phrases, UnaryOperator<String> event) {
        this.phrases = phrases;
        this.event = event;
    }

    static TermWords forLanguage(Locale language, UnaryOperator<String> event) {
        return new TermWords(language.getLanguage().equals("sv") ? SWEDISH : ENGLISH, event);
    }

    private static Properties load(String resource) {
        Properties phrases = new Properties();
        try (InputStream stream = TermWords.class.getResourceAsStream(resource)) {
            phrases.load(new InputStreamReader(Objects.requireNonNull(stream, resource), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
        return phrases;
    }

    String phrase(RetentionTerm term) {
        if (term instanceof EarliestOf earliest) {
            return say("earliest", alternatives(earliest.terms()));
        }
        if (term instanceof LatestOf latest) {
            return say("latest", alternatives(latest.terms()));
        }
        return chain((FromEvent) term);
    }

    private String alternatives(List<RetentionTerm> terms) {
        return joined(terms.stream().map(this::part).toList(), "or");
    }

    /** In brackets if it chooses itself, so that it is clear which choice comes first. */
    private String part(RetentionTerm term) {
        return term instanceof FromEvent ? phrase(term) : "(" + phrase(term) + ")";
    }

    /** Steps are told from the last to the first; a chain that ends in whole years after a year's end is told by counting. */
    private String chain(FromEvent term) {
        String clause = event.apply(term.event());
        List<TermStep> steps = term.steps();
        if (steps.isEmpty()) {
            return say("untilEvent", clause);
        }
        List<TermStep> before = allButLast(steps);
        if (!(last(steps) instanceof TermStep.Plus plus)) {
            return say("until", day(steps, clause));
        }
        if (before.isEmpty()) {
            return say("after", clause, words(plus.period()));
        }
        int years = wholeYears(plus.period());
        return last(before) instanceof TermStep.EndOfCalendarYear && years > 0
                ? say("untilEndOfYear", yearOf(allButLast(before), clause), ordinal(years))
                : say("until", day(steps, clause));
    }

    private static TermStep last(List<TermStep> steps) {
        return steps.get(steps.size() - 1);
    }

    private static List<TermStep> allButLast(List<TermStep> steps) {
        return steps.subList(0, steps.size() - 1);
    }

    private static int wholeYears(Period period) {
        return period.getMonths() == 0 && period.getDays() == 0 ? period.getYears() : 0;
    }

    /** The day that a chain of steps leads to, as a noun. */
    private String day(List<TermStep> steps, String clause) {
        if (steps.isEmpty()) {
            return say("dayOf", clause);
        }
        List<TermStep> before = allButLast(steps);
        TermStep last = last(steps);
        if (last instanceof TermStep.Plus plus) {
            return say("dayAfter", day(before, clause), words(plus.period()));
        }
        if (last instanceof TermStep.FirstWorkingDayOfNextMonth) {
            return say("firstWorkingDay", containing(before, clause));
        }
        return last instanceof TermStep.EndOfFiscalYear
                ? say("endOfFiscalYear", containing(before, clause))
                : say("endOfCalendarYear", yearOf(before, clause));
    }

    /** "In which …": the event itself reads best; a fiscal year ends in the calendar year. */
    private String yearOf(List<TermStep> steps, String clause) {
        return !steps.isEmpty() && last(steps) instanceof TermStep.EndOfFiscalYear
                ? say("inWhichFiscalYearEnded", containing(allButLast(steps), clause))
                : containing(steps, clause);
    }

    private String containing(List<TermStep> steps, String clause) {
        return steps.isEmpty() ? say("inWhich", clause) : say("inWhichDayLies", day(steps, clause));
    }

    String words(Period period) {
        return joined(
                Stream.of(
                                counted(period.getYears(), "year"),
                                counted(period.getMonths(), "month"),
                                counted(period.getDays(), "day"))
                        .filter(part -> !part.isEmpty())
                        .toList(),
                "and");
    }

    private String counted(int number, String unit) {
        String[] forms = text(unit).split(",", -1);
        return number == 0 ? "" : number + " " + forms[number == 1 ? 0 : 1];
    }

    private String ordinal(int number) {
        String[] ordinals = text("ordinals").split(",", -1);
        if (number <= ordinals.length) {
            return ordinals[number - 1];
        }
        int lastTwo = number % 100;
        boolean teen = lastTwo >= FIRST_TEEN && lastTwo <= LAST_TEEN;
        return number + phrases.getProperty("ordinal." + (teen ? "" : number % 10), text("ordinal"));
    }

    private String joined(List<String> parts, String conjunction) {
        List<String> first = new ArrayList<>(parts);
        String end = first.remove(first.size() - 1);
        return first.isEmpty() ? end : String.join(text("comma"), first) + text(conjunction) + end;
    }

    private String say(String key, String... parts) {
        String phrase = text(key);
        for (int i = parts.length - 1; i >= 0; i--) {
            phrase = phrase.replace("{" + i + "}", parts[i]);
        }
        return phrase;
    }

    private String text(String key) {
        return Objects.requireNonNull(phrases.getProperty(key), key);
    }
}
