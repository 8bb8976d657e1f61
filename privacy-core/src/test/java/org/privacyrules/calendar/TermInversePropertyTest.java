package org.privacyrules.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.privacyrules.calendar.RetentionTerm.EarliestOf;
import org.privacyrules.calendar.RetentionTerm.FromEvent;
import org.privacyrules.calendar.RetentionTerm.LatestOf;

/** The laws of retention terms: whatever is swept by the inverse is exactly what the forward form calls over. */
class TermInversePropertyTest {

    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);
    private static final List<String> EVENTS = List.of("opened", "closed", "paid");

    @Provide
    Arbitrary<TermStep> steps() {
        Arbitrary<Period> periods = Combinators.combine(
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(0, 18),
                        Arbitraries.integers().between(0, 400))
                .as(Period::of)
                .filter(period -> !period.isZero());
        return Arbitraries.oneOf(
                Arbitraries.of(
                        new TermStep.EndOfFiscalYear(),
                        new TermStep.EndOfCalendarYear(),
                        new TermStep.FirstWorkingDayOfNextMonth()),
                periods.map(TermStep.Plus::new),
                Arbitraries.integers().between(1, 24).map(months -> new TermStep.Plus(Period.ofMonths(months))));
    }

    @Provide
    Arbitrary<FromEvent> chains() {
        return Combinators.combine(Arbitraries.of(EVENTS), steps().list().ofMaxSize(4))
                .as(FromEvent::new);
    }

    @Provide
    Arbitrary<RetentionTerm> terms() {
        Arbitrary<RetentionTerm> chains = chains().map(term -> term);
        Arbitrary<RetentionTerm> choices = choices(chains);
        return Arbitraries.oneOf(chains, choices, choices(Arbitraries.oneOf(chains, choices)));
    }

    private static Arbitrary<RetentionTerm> choices(Arbitrary<RetentionTerm> of) {
        Arbitrary<List<RetentionTerm>> several = of.list().ofMinSize(2).ofMaxSize(3);
        return Arbitraries.oneOf(several.map(EarliestOf::new), several.map(LatestOf::new));
    }

    @Provide
    Arbitrary<TermCalendar> calendars() {
        Arbitrary<FiscalYears> years = Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(1, 31),
                        Arbitraries.integers().between(0, 700).list().ofMaxSize(4))
                .as(TermInversePropertyTest::years);
        return Combinators.combine(years, Arbitraries.of(WorkingDays.named().values()))
                .as(TermCalendar::new);
    }

    private static FiscalYears years(int month, int day, List<Integer> lengths) {
        LocalDate end = LocalDate.of(
                2001, month, Math.min(day, LocalDate.of(2001, month, 1).lengthOfMonth()));
        FiscalYears years = FiscalYears.endingOn(MonthDay.from(end));
        LocalDate first = years.endOf(LocalDate.of(2011, 5, 5)).plusDays(1);
        for (int length : lengths) {
            years = years.with(first, first.plusDays(length));
            first = years.endOf(first.plusDays(length + 900L)).plusDays(1);
        }
        return years;
    }

    /** Search: the latest day from which the term leads no further, found by going through all days once. */
    @Property(tries = 60)
    void the_inverse_is_what_a_search_finds_for_every_day_of_the_century(
            @ForAll("chains") FromEvent term, @ForAll("calendars") TermCalendar calendar) {
        LocalDate event = term.latestEvent(FIRST, calendar);
        assertFalse(term.lastDay(event, calendar).isAfter(FIRST));
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            while (!term.lastDay(event.plusDays(1), calendar).isAfter(day)) {
                event = event.plusDays(1);
            }
            assertEquals(event, term.latestEvent(day, calendar));
        }
    }

    @Property(tries = 60)
    void a_later_event_never_leads_to_an_earlier_day_and_no_event_to_a_day_before_it(
            @ForAll("chains") FromEvent term, @ForAll("calendars") TermCalendar calendar) {
        LocalDate before = LocalDate.MIN;
        for (LocalDate event = FIRST; !event.isAfter(LAST); event = event.plusDays(1)) {
            LocalDate day = term.lastDay(event, calendar);
            assertFalse(day.isBefore(before));
            assertFalse(day.isBefore(event));
            before = day;
        }
    }

    @Property(tries = 1000)
    void the_cutoff_is_met_by_exactly_the_events_whose_term_is_over(
            @ForAll("terms") RetentionTerm term,
            @ForAll("calendars") TermCalendar calendar,
            @ForAll Random random,
            @ForAll @IntRange(min = 0, max = 3) int happened) {
        LocalDate today = day(random);
        EventCutoff cutoff = term.endedBefore(today, calendar);
        for (int i = 0; i < 20; i++) {
            Map<String, LocalDate> events = events(random, happened);
            boolean over = term.lastDay(events, calendar)
                    .filter(last -> last.isBefore(today))
                    .isPresent();
            assertEquals(over, cutoff.isMetBy(events));
        }
    }

    private static LocalDate day(Random random) {
        return FIRST.plusDays(random.nextInt((int) (LAST.toEpochDay() - FIRST.toEpochDay())));
    }

    private static Map<String, LocalDate> events(Random random, int count) {
        Map<String, LocalDate> events = new HashMap<>();
        List<String> names = new ArrayList<>(EVENTS);
        Collections.shuffle(names, random);
        names.subList(0, count).forEach(name -> events.put(name, day(random)));
        return events;
    }

    @Property(tries = 300)
    void the_order_of_alternatives_changes_no_day(
            @ForAll("terms") RetentionTerm one,
            @ForAll("terms") RetentionTerm other,
            @ForAll("calendars") TermCalendar calendar,
            @ForAll Random random) {
        Map<String, LocalDate> events = events(random, 3);
        assertEquals(
                RetentionTerm.earliestOf(one, other).lastDay(events, calendar),
                RetentionTerm.earliestOf(other, one).lastDay(events, calendar));
        assertEquals(
                RetentionTerm.latestOf(one, other).lastDay(events, calendar),
                RetentionTerm.latestOf(other, one).lastDay(events, calendar));
    }

    @Property(tries = 100)
    void neither_the_machines_zone_nor_its_language_changes_an_answer(
            @ForAll("terms") RetentionTerm term, @ForAll("calendars") TermCalendar calendar, @ForAll Random random) {
        Map<String, LocalDate> events = events(random, 3);
        List<Object> here = answers(term, calendar, events);
        TimeZone zone = TimeZone.getDefault();
        Locale language = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
            assertEquals(here, answers(term, calendar, events));
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(language);
        }
    }

    private static List<Object> answers(RetentionTerm term, TermCalendar calendar, Map<String, LocalDate> events) {
        return List.of(
                term.lastDay(events, calendar),
                term.endedBefore(LAST, calendar),
                term.words(Locale.ENGLISH, UnaryOperator.identity()));
    }

    @Property(tries = 100)
    void every_day_lies_in_one_fiscal_year(@ForAll("calendars") TermCalendar calendar) {
        FiscalYears years = calendar.fiscalYears();
        for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusDays(17)) {
            LocalDate end = years.endOf(day);
            assertEquals(end, years.endOf(end));
            assertEquals(end, years.lastEndBy(end));
            assertTrue(years.lastEndBy(end.minusDays(1)).isBefore(day));
            assertEquals(years.lastEndBy(day), day.equals(end) ? day : years.lastEndBy(end.minusDays(1)));
        }
    }
}
