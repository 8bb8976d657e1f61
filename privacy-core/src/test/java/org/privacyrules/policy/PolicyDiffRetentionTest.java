package org.privacyrules.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.privacyrules.calendar.RetentionTerm.earliestOf;
import static org.privacyrules.calendar.RetentionTerm.latestOf;
import static org.privacyrules.policy.PolicyPairs.NOTHING_MORE;
import static org.privacyrules.policy.PolicyPairs.all;
import static org.privacyrules.policy.PolicyPairs.drafts;
import static org.privacyrules.policy.PolicyPairs.only;
import static org.privacyrules.policy.PolicyPairs.purposes;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.calendar.TermStep;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;

/** What is kept longer, or for a time that cannot be compared, is told. */
class PolicyDiffRetentionTest {

    private static final Period YEAR = Period.ofYears(1);
    private static final Period TWO_YEARS = Period.ofYears(2);

    private static RetentionTerm.FromEvent since(String event) {
        return RetentionTerm.from(event);
    }

    private static String change(RetentionTerm before, RetentionTerm after) {
        return only(purposes(p -> p.contract().kept(before), p -> p.contract().kept(after)))
                .replace("purposes.news.retention.contact-details.term: ", "");
    }

    @Example
    @Mission("M3")
    @Gdpr("13(2)(a)")
    void a_longer_term_is_told_and_a_shorter_one_is_not() {
        assertEquals(
                "material", change(since("ended").plus(YEAR), since("ended").plus(TWO_YEARS)));
        assertEquals(
                "editorial",
                change(since("ended").plus(TWO_YEARS), since("ended").plus(YEAR)));
        assertEquals("material", change(since("ended"), since("ended").plus(YEAR)));
        assertEquals("editorial", change(since("ended").plus(YEAR), since("ended")));
        assertEquals(
                "editorial", change(since("ended").plus(YEAR), since("ended").plus(Period.ofMonths(12))));
        assertEquals(
                "material",
                change(
                        since("ended").plus(YEAR),
                        since("ended").toEndOfCalendarYear().plus(YEAR)));
        assertEquals(
                "editorial",
                change(
                        since("ended").toEndOfFiscalYear().plus(TWO_YEARS),
                        since("ended").plus(YEAR)));
    }

    @Example
    @Gdpr("13(2)(a)")
    void terms_that_cannot_be_compared_are_told() {
        assertEquals(
                "material", change(since("ended").plus(YEAR), since("closed").plus(YEAR)), "another event");
        assertEquals(
                "material",
                change(since("ended").toEndOfFiscalYear(), since("ended").toEndOfCalendarYear()));
        assertEquals(
                "material",
                change(
                        since("ended").plus(YEAR).toEndOfCalendarYear(),
                        since("ended").toEndOfCalendarYear().plus(YEAR)),
                "the steps in another order");
        assertEquals(
                "material",
                change(since("ended").plus(Period.ofMonths(1)), since("ended").plus(Period.ofDays(30))));
    }

    @Example
    @Gdpr("13(2)(a)")
    void one_more_limit_is_editorial_and_one_more_reason_to_keep_is_told() {
        RetentionTerm year = since("ended").plus(YEAR);
        RetentionTerm case1 = since("closed").plus(YEAR);
        assertEquals("editorial", change(year, earliestOf(year, case1)));
        assertEquals("material", change(earliestOf(year, case1), year));
        assertEquals("material", change(year, latestOf(year, case1)));
        assertEquals("editorial", change(latestOf(year, case1), year));
        assertEquals("editorial", change(latestOf(year, case1), earliestOf(case1, year)));
        assertEquals(
                "editorial",
                change(earliestOf(year, case1), earliestOf(since("closed").plus(YEAR), since("ended"))));
    }

    @Example
    @Mission("M3")
    void each_category_has_a_term_of_its_own() {
        PolicyDiff diff = purposes(
                p -> p.contract().uses("usage"),
                p -> p.contract().uses("usage").kept("usage", since("ended").plus(TWO_YEARS)));
        assertEquals("purposes.news.retention.usage.term: material", only(diff));
        assertEquals("until 1 year after ended", diff.changes().get(0).before());
        assertEquals("until 2 years after ended", diff.changes().get(0).after());
    }

    @Example
    void an_event_is_editorial_until_a_term_starts_with_it_and_its_words_are_told() {
        assertEquals("events.paid: editorial", only(drafts(NOTHING_MORE, d -> d.event("paid", "you paid"))));
        assertEquals("events.paid: editorial", only(drafts(d -> d.event("paid", "you paid"), NOTHING_MORE)));
        assertEquals(
                "events.paid.description.en: material",
                only(drafts(d -> d.event("paid", "you payed"), d -> d.event("paid", "you paid"))));
    }

    @Example
    @Gdpr("13(2)(a)")
    void an_event_that_becomes_the_end_of_a_relation_is_told() {
        Consumer<PolicyBuilder> reported = draft -> draft.event("paid", "you paid");
        Consumer<PolicyBuilder> ending = draft -> draft.eventAtEndOf("visitor", "paid", "you paid");
        assertEquals("events.paid.endOf: material", only(drafts(reported, ending)));
        assertEquals("events.paid.endOf: material", only(drafts(ending, reported)));
        assertEquals("events.paid: editorial", only(drafts(NOTHING_MORE, ending)));
    }

    private static List<String> rules(RetentionRule before, RetentionRule after) {
        return all(purposes(p -> p.contract().kept(before), p -> p.contract().kept(after))).stream()
                .map(change -> change.replace("purposes.news.retention.contact-details.", ""))
                .toList();
    }

    @Example
    @Mission("M3")
    @Gdpr("13(2)(a)")
    void a_variant_is_told_if_it_keeps_somebody_longer() {
        RetentionRule year = RetentionRule.of(since("ended").plus(YEAR));
        RetentionRule longer = year.inCountries(Set.of("DE"), since("ended").plus(TWO_YEARS));
        assertEquals(List.of("variants: material"), rules(year, longer));
        assertEquals(List.of("variants: editorial"), rules(longer, year));
        RetentionRule shorter = year.forSubjects(Set.of("customer"), since("ended"));
        assertEquals(List.of("variants: editorial"), rules(year, shorter));
        assertEquals(List.of("variants: material"), rules(shorter, year), "the exception ends");
        assertEquals(
                List.of("variants: editorial"),
                rules(longer, longer.inCountries(Set.of("DE"), since("ended"))),
                "the longest counts");
        assertEquals(
                List.of("variants: material"),
                rules(
                        longer,
                        year.inCountries(Set.of("DE", "AT"), since("ended").plus(TWO_YEARS))));
    }

    @Example
    @Gdpr("13(2)(a)")
    void a_term_that_is_longer_for_nobody_is_not_told() {
        RetentionRule before = RetentionRule.of(since("ended").plus(TWO_YEARS));
        RetentionRule after = RetentionRule.of(since("ended"))
                .inCountries(Set.of("DE"), since("ended").plus(TWO_YEARS));
        assertEquals(List.of("term: editorial", "variants: editorial"), rules(before, after));
        assertEquals(List.of("term: material", "variants: editorial"), rules(after, before));
    }

    @Example
    void a_lock_is_editorial_and_rules_are_told_in_words() {
        RetentionRule year = RetentionRule.of(since("ended").plus(YEAR));
        assertEquals(List.of("locked: editorial"), rules(year, year.lock()));
        assertEquals(List.of("locked: editorial"), rules(year.lock(), year));
        PolicyDiff diff = purposes(
                p -> p.contract(),
                p -> p.contract()
                        .uses("usage")
                        .kept(
                                "usage",
                                year.with(new RetentionRule.Variant(Set.of("DE"), Set.of("visitor"), since("ended")))
                                        .lock()));
        assertEquals(
                "until 1 year after ended, in DE as visitor until ended, locked",
                diff.changes().get(1).after());
    }

    @Provide
    Arbitrary<RetentionRule> ruled() {
        return Arbitraries.randomValue(random -> (RetentionRule) new RandomValues(random).of(RetentionRule.class));
    }

    @Property(tries = 300)
    @Mission("M3")
    void a_rule_that_is_called_no_longer_keeps_nobody_longer(
            @ForAll("ruled") RetentionRule one,
            @ForAll("ruled") RetentionRule other,
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 12) int fiscalMonth) {
        RetentionRule more = new RetentionRule(
                latestOf(one.term(), other.term()),
                one.variants().stream()
                        .map(each -> new RetentionRule.Variant(
                                each.countries(), each.subjectKinds(), latestOf(each.term(), other.term())))
                        .toList(),
                false);
        assertTrue(RuleOrder.neverLater(one, one));
        assertTrue(RuleOrder.neverLater(one, more));
        Map<String, LocalDate> days = days(random);
        for (RetentionRule longer : List.of(other, more, RetentionRule.of(more.term()))) {
            if (RuleOrder.neverLater(one, longer)) {
                people((country, kinds) -> assertFalse(
                        end(one.termsFor(country, kinds), days, fiscalMonth)
                                .isAfter(end(longer.termsFor(country, kinds), days, fiscalMonth)),
                        () -> one + " " + longer + " " + country + kinds));
            }
        }
    }

    /** Each country or none known, with each set of relations. */
    private static void people(BiConsumer<Optional<String>, Set<String>> each) {
        for (String country : List.of("", "SE", "DE", "US", "IN", "FR")) {
            for (int i = 0; i < 1 << RandomValues.NAMES.size(); i++) {
                Set<String> kinds = new HashSet<>();
                for (int name = 0; name < RandomValues.NAMES.size(); name++) {
                    if ((i >> name & 1) == 1) {
                        kinds.add(RandomValues.NAMES.get(name));
                    }
                }
                each.accept(Optional.of(country).filter(known -> !known.isEmpty()), kinds);
            }
        }
    }

    private static LocalDate end(List<RetentionTerm> terms, Map<String, LocalDate> days, int fiscalMonth) {
        return ends(terms.stream(), days, fiscalMonth)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    @Provide
    Arbitrary<RetentionTerm> terms() {
        return Arbitraries.randomValue(random -> (RetentionTerm) new RandomValues(random).of(RetentionTerm.class));
    }

    @Property
    @Mission("M3")
    void a_term_that_is_called_no_longer_never_ends_later(
            @ForAll("terms") RetentionTerm one,
            @ForAll("terms") RetentionTerm other,
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 12) int fiscalMonth) {
        assertTrue(TermOrder.neverLater(one, one));
        for (RetentionTerm longer : new RetentionTerm[] {other, latestOf(one, other), earliestOf(one, other)}) {
            if (TermOrder.neverLater(one, longer)) {
                Map<String, LocalDate> days = days(random);
                assertFalse(end(one, days, fiscalMonth).isAfter(end(longer, days, fiscalMonth)), one + " " + longer);
            }
        }
        assertTrue(TermOrder.neverLater(one, latestOf(other, one)));
        assertTrue(TermOrder.neverLater(earliestOf(other, one), one));
    }

    @Property
    void a_chain_that_is_a_part_of_another_ends_no_later(@ForAll("terms") RetentionTerm term) {
        if (term instanceof RetentionTerm.FromEvent chain) {
            assertTrue(TermOrder.neverLater(chain, chain.plus(YEAR)));
            assertFalse(TermOrder.neverLater(chain.plus(YEAR), chain));
            assertTrue(TermOrder.neverLater(
                    chain.plus(YEAR), chain.toEndOfFiscalYear().plus(TWO_YEARS)));
        }
    }

    private static Map<String, LocalDate> days(Random random) {
        Map<String, LocalDate> days = new java.util.HashMap<>();
        RandomValues.NAMES.forEach(
                event -> days.put(event, LocalDate.of(2023, 1, 1).plusDays(random.nextInt(1500))));
        return days;
    }

    private static LocalDate end(RetentionTerm term, Map<String, LocalDate> days, int fiscalMonth) {
        if (term instanceof RetentionTerm.EarliestOf earliest) {
            return ends(earliest.terms().stream(), days, fiscalMonth)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }
        if (term instanceof RetentionTerm.LatestOf latest) {
            return ends(latest.terms().stream(), days, fiscalMonth)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
        RetentionTerm.FromEvent chain = (RetentionTerm.FromEvent) term;
        LocalDate day = days.getOrDefault(chain.event(), LocalDate.of(2024, 2, 29));
        for (TermStep step : chain.steps()) {
            day = after(step, day, fiscalMonth);
        }
        return day;
    }

    private static Stream<LocalDate> ends(Stream<RetentionTerm> terms, Map<String, LocalDate> days, int fiscalMonth) {
        return terms.map(each -> end(each, days, fiscalMonth));
    }

    private static LocalDate after(TermStep step, LocalDate day, int fiscalMonth) {
        if (step instanceof TermStep.Plus plus) {
            return day.plus(plus.period());
        }
        if (step instanceof TermStep.EndOfCalendarYear) {
            return day.with(TemporalAdjusters.lastDayOfYear());
        }
        if (step instanceof TermStep.EndOfFiscalYear) {
            LocalDate end = day.withDayOfMonth(1).withMonth(fiscalMonth).with(TemporalAdjusters.lastDayOfMonth());
            return end.isBefore(day) ? end.plusYears(1).with(TemporalAdjusters.lastDayOfMonth()) : end;
        }
        LocalDate first = day.with(TemporalAdjusters.firstDayOfNextMonth());
        boolean weekend = first.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        return weekend ? first.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : first;
    }
}
