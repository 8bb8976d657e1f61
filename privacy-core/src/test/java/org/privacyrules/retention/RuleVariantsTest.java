package org.privacyrules.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.coverage.Mission;
import org.privacyrules.fact.Fact;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.RetentionRule;

/** Other rules for some people: by country and by relation. */
class RuleVariantsTest {

    private final RetentionScene scene = new RetentionScene(policy());

    private static RetentionTerm years(int years) {
        return RetentionTerm.from("invoice-issued").toEndOfCalendarYear().plus(Period.ofYears(years));
    }

    private static PrivacyPolicy policy() {
        return RetentionScene.empty("1", RetentionScene.OPENING)
                .category("books", c -> c.describedAs("invoices").attributes("amount"))
                .category(
                        "number",
                        c -> c.describedAs("a number").attributes("number").onlyInCountries("SE"))
                .purpose(
                        "invoicing",
                        p -> p.describedAs("to invoice")
                                .legalObligation("a law")
                                .carriedBy("customer")
                                .uses("books", "number")
                                .kept(RetentionRule.of(years(7))
                                        .inCountries(Set.of("DE"), years(8))
                                        .inCountries(Set.of("DK"), years(5))
                                        .forSubjects(Set.of("employee"), years(10))))
                .build();
    }

    private Optional<LocalDate> keptThrough(String category) {
        return scene.rules
                .retention()
                .of(scene.alice)
                .of(category, Map.of("invoice-issued", LocalDate.of(2024, 2, 1)))
                .dueFrom()
                .map(due -> LocalDate.ofInstant(due, RetentionScene.STOCKHOLM).minusDays(1));
    }

    private static Optional<LocalDate> endOf(int year) {
        return Optional.of(LocalDate.of(year, 12, 31));
    }

    @Test
    void while_the_country_is_not_known_whatever_keeps_longest_counts() {
        assertEquals(endOf(2032), keptThrough("books"));
    }

    @Test
    @Mission("M6")
    void each_country_has_its_own_term_and_all_others_the_common_one() {
        scene.rules.subjects().reportCountry(scene.alice, "DE");
        assertEquals(endOf(2032), keptThrough("books"));
        scene.rules.subjects().reportCountry(scene.alice, "DK");
        assertEquals(endOf(2029), keptThrough("books"));
        scene.rules.subjects().reportCountry(scene.alice, "SE");
        assertEquals(endOf(2031), keptThrough("books"));
    }

    @Test
    void of_several_variants_that_apply_the_longest_counts_even_if_the_relation_is_over() {
        scene.rules.subjects().reportCountry(scene.alice, "DK");
        scene.rules.subjects().report(scene.alice, "employee", Fact.since(LocalDate.of(2021, 1, 1)));
        scene.rules.subjects().report(scene.alice, "employee", Fact.endedOn(LocalDate.of(2022, 1, 1)));
        assertEquals(endOf(2034), keptThrough("books"));
    }

    @Test
    void a_category_that_is_kept_in_one_country_is_never_justified_in_another() {
        scene.rules.subjects().reportCountry(scene.alice, "SE");
        assertEquals(endOf(2031), keptThrough("number"));
        scene.rules.subjects().reportCountry(scene.alice, "NO");
        Keeping number = scene.keeping("number");
        assertEquals("due: no purpose ever justified it", number.line());
        assertEquals(
                Standing.NOT_COVERED,
                RetentionScene.justification(number, "invoicing").standing());
    }
}
