package org.privacyrules.calendar;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.privacyrules.failure.InvalidInputException;

/**
 * How long something is kept: from an event, by calendar steps, to a day (Art. 5(1)(e) GDPR; a deletion rule in the sense of
 * DIN 66398 and ISO/IEC 27555: a start event and a period). Immutable.
 *
 * <pre>{@code
 * from("invoice-issued").toEndOfFiscalYear().toEndOfCalendarYear().plus(Period.ofYears(7))
 * earliestOf(from("case-closed").plus(Period.ofYears(2)), from("case-opened").plus(Period.ofYears(5)))
 * }</pre>
 */
public sealed interface RetentionTerm {

    /**
     * A term that starts with an event; without a step it ends with it.
     *
     * @param event the name of an event that the policy declares
     * @return a term to be continued
     */
    static FromEvent from(String event) {
        return new FromEvent(event, List.of());
    }

    /**
     * The term that ends first.
     *
     * @param terms two or more
     * @return the term
     */
    static RetentionTerm earliestOf(RetentionTerm... terms) {
        return new EarliestOf(List.of(terms));
    }

    /**
     * The term that ends last.
     *
     * @param terms two or more
     * @return the term
     */
    static RetentionTerm latestOf(RetentionTerm... terms) {
        return new LatestOf(List.of(terms));
    }

    /**
     * The events that the term waits for.
     *
     * @return names, sorted
     */
    Set<String> events();

    /**
     * The last day of the term: what it keeps is due from the midnight behind it.
     *
     * @param events the days of the events that happened, by name, in the controller's zone
     * @param calendar what its steps count by
     * @return empty while an event that it waits for has not happened
     */
    Optional<LocalDate> lastDay(Map<String, LocalDate> events, TermCalendar calendar);

    /**
     * The inverse: when the events must have happened for the term to have ended before a day. It is true of exactly the events
     * for which {@link #lastDay} lies before that day.
     *
     * @param day the first day on which it must be over, such as today
     * @param calendar what its steps count by
     * @return the condition
     */
    EventCutoff endedBefore(LocalDate day, TermCalendar calendar);

    /**
     * Whether the term can end earlier than a period after its events: the test of a statutory minimum.
     *
     * @param minimum a period
     * @return false if no event day lets it end before the period has passed
     */
    boolean canEndBefore(Period minimum);

    /**
     * The term in words.
     *
     * @param language Swedish if its language is {@code sv}, else English
     * @param event the words of an event, as a clause such as {@code the invoice was issued}
     * @return a phrase such as {@code until the end of the calendar year in which the contract ended}
     */
    default String words(Locale language, UnaryOperator<String> event) {
        return TermWords.forLanguage(language, event).phrase(this);
    }

    /**
     * A chain of steps from one event.
     *
     * @param event the name of a declared event
     * @param steps in the order in which they are taken
     */
    record FromEvent(String event, List<TermStep> steps) implements RetentionTerm {

        public FromEvent {
            steps = List.copyOf(steps);
        }

        /**
         * Goes on to the last day of the controller's fiscal year.
         *
         * @return a longer term
         */
        public FromEvent toEndOfFiscalYear() {
            return then(new TermStep.EndOfFiscalYear());
        }

        /**
         * Goes on to 31 December.
         *
         * @return a longer term
         */
        public FromEvent toEndOfCalendarYear() {
            return then(new TermStep.EndOfCalendarYear());
        }

        /**
         * Goes on to the first working day of the following month.
         *
         * @return a longer term
         */
        public FromEvent toFirstWorkingDayOfNextMonth() {
            return then(new TermStep.FirstWorkingDayOfNextMonth());
        }

        /**
         * Goes on by a period of the calendar.
         *
         * @param period longer than nothing, such as {@code Period.ofYears(7)}
         * @return a longer term
         */
        public FromEvent plus(Period period) {
            return then(new TermStep.Plus(period));
        }

        private FromEvent then(TermStep step) {
            List<TermStep> more = new ArrayList<>(steps);
            more.add(step);
            return new FromEvent(event, more);
        }

        @Override
        public Set<String> events() {
            return Set.of(event);
        }

        /**
         * The last day of the term that began on a day. Constant time: a few nanoseconds a step.
         *
         * @param eventDay when the event happened
         * @param calendar what its steps count by
         * @return the day itself or a later one
         */
        public LocalDate lastDay(LocalDate eventDay, TermCalendar calendar) {
            LocalDate day = eventDay;
            for (int i = 0; i < steps.size(); i++) {
                day = steps.get(i).from(day, calendar);
            }
            return day;
        }

        /**
         * The inverse: the latest day of the event from which the term leads no further than to a day.
         *
         * @param lastDay to where
         * @param calendar what its steps count by
         * @return the day
         */
        public LocalDate latestEvent(LocalDate lastDay, TermCalendar calendar) {
            LocalDate day = lastDay;
            for (int i = steps.size() - 1; i >= 0; i--) {
                day = steps.get(i).latestStart(day, calendar);
            }
            return day;
        }

        @Override
        public Optional<LocalDate> lastDay(Map<String, LocalDate> events, TermCalendar calendar) {
            return Optional.ofNullable(events.get(event)).map(day -> lastDay(day, calendar));
        }

        @Override
        public EventCutoff endedBefore(LocalDate day, TermCalendar calendar) {
            return new EventCutoff.OnOrBefore(event, latestEvent(day.minusDays(1), calendar));
        }

        @Override
        public boolean canEndBefore(Period minimum) {
            List<Period> certain = steps.stream()
                    .filter(TermStep.Plus.class::isInstance)
                    .map(step -> ((TermStep.Plus) step).period())
                    .toList();
            return Periods.canEndBefore(certain, minimum);
        }
    }

    /**
     * The term that ends first.
     *
     * @param terms two or more
     */
    record EarliestOf(List<RetentionTerm> terms) implements RetentionTerm {

        public EarliestOf {
            terms = several(terms);
        }

        @Override
        public Set<String> events() {
            return eventsOf(terms);
        }

        /** An event that has not happened ends nothing; the others still do. */
        @Override
        public Optional<LocalDate> lastDay(Map<String, LocalDate> events, TermCalendar calendar) {
            return terms.stream()
                    .flatMap(term -> term.lastDay(events, calendar).stream())
                    .min(Comparator.naturalOrder());
        }

        @Override
        public EventCutoff endedBefore(LocalDate day, TermCalendar calendar) {
            return new EventCutoff.AnyOf(cutoffs(terms, day, calendar));
        }

        @Override
        public boolean canEndBefore(Period minimum) {
            return terms.stream().anyMatch(term -> term.canEndBefore(minimum));
        }
    }

    /**
     * The term that ends last.
     *
     * @param terms two or more
     */
    record LatestOf(List<RetentionTerm> terms) implements RetentionTerm {

        public LatestOf {
            terms = several(terms);
        }

        @Override
        public Set<String> events() {
            return eventsOf(terms);
        }

        /** Every event must have happened. */
        @Override
        public Optional<LocalDate> lastDay(Map<String, LocalDate> events, TermCalendar calendar) {
            List<LocalDate> days = terms.stream()
                    .flatMap(term -> term.lastDay(events, calendar).stream())
                    .toList();
            return days.size() == terms.size() ? days.stream().max(Comparator.naturalOrder()) : Optional.empty();
        }

        @Override
        public EventCutoff endedBefore(LocalDate day, TermCalendar calendar) {
            return new EventCutoff.AllOf(cutoffs(terms, day, calendar));
        }

        @Override
        public boolean canEndBefore(Period minimum) {
            return terms.stream().allMatch(term -> term.canEndBefore(minimum));
        }
    }

    private static List<RetentionTerm> several(List<RetentionTerm> terms) {
        if (terms.size() < 2) {
            throw new InvalidInputException("retention term: the earliest or latest is chosen of two or more");
        }
        return List.copyOf(terms);
    }

    private static List<EventCutoff> cutoffs(List<RetentionTerm> terms, LocalDate day, TermCalendar calendar) {
        return terms.stream().map(term -> term.endedBefore(day, calendar)).toList();
    }

    private static Set<String> eventsOf(List<RetentionTerm> terms) {
        Set<String> events = new TreeSet<>();
        terms.forEach(term -> events.addAll(term.events()));
        return events;
    }
}
