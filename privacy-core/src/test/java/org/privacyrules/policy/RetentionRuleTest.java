package org.privacyrules.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.policy.RetentionRule.Variant;

/** Which terms count for whom. */
class RetentionRuleTest {

    private static final RetentionTerm OWN = years(1);
    private static final RetentionTerm GERMAN = years(6);
    private static final RetentionTerm CUSTOMER = years(3);
    private static final RetentionTerm BOTH = years(9);
    private static final Optional<String> UNKNOWN = Optional.empty();
    private static final Optional<String> GERMANY = Optional.of("DE");
    private static final Optional<String> SWEDEN = Optional.of("SE");

    private static final RetentionRule RULE = RetentionRule.of(OWN)
            .inCountries(Set.of("DE", "AT"), GERMAN)
            .forSubjects(Set.of("customer", "former-customer"), CUSTOMER)
            .with(new Variant(Set.of("DE"), Set.of("customer"), BOTH));

    private static RetentionTerm years(int years) {
        return RetentionTerm.from("ended").plus(Period.ofYears(years));
    }

    private static void counting(Optional<String> country, Set<String> kinds, RetentionTerm... terms) {
        assertEquals(
                Set.copyOf(Arrays.asList(terms)), Set.copyOf(RULE.termsFor(country, kinds)), country + " " + kinds);
    }

    @Test
    @Mission("M4")
    @Gdpr("5(1)(e)")
    void the_variants_that_apply_count_and_else_the_rules_own_term() {
        counting(SWEDEN, Set.of(), OWN);
        counting(SWEDEN, Set.of("visitor"), OWN);
        counting(GERMANY, Set.of(), GERMAN);
        counting(SWEDEN, Set.of("former-customer", "visitor"), CUSTOMER);
        counting(GERMANY, Set.of("former-customer"), GERMAN, CUSTOMER);
        counting(GERMANY, Set.of("customer"), GERMAN, CUSTOMER, BOTH);
    }

    @Test
    @Mission("M4")
    @Gdpr("5(1)(e)")
    void while_the_country_is_not_known_whatever_might_apply_counts() {
        counting(UNKNOWN, Set.of(), OWN, GERMAN);
        counting(UNKNOWN, Set.of("former-customer"), CUSTOMER, GERMAN);
        counting(UNKNOWN, Set.of("customer"), CUSTOMER, GERMAN, BOTH);
    }

    @Test
    void the_order_of_variants_does_not_matter_and_each_is_there_once() {
        Variant one = new Variant(Set.of("DE"), Set.of(), GERMAN);
        Variant other = new Variant(Set.of("AT"), Set.of(), GERMAN);
        Variant longer = new Variant(Set.of("AT"), Set.of(), BOTH);
        RetentionRule there = new RetentionRule(OWN, List.of(one, other, longer), false);
        assertEquals(there, new RetentionRule(OWN, List.of(longer, one, other, one), false));
        assertEquals(List.of(other, longer, one), there.variants());
    }

    @Test
    void a_variant_is_for_somebody() {
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> new Variant(Set.of(), Set.of(), OWN));
        assertTrue(refused.getMessage().contains("countries or subject kinds"), refused.getMessage());
    }

    @Test
    void a_rule_waits_for_the_events_of_all_its_terms() {
        assertEquals(
                Set.of("closed", "ended"),
                RULE.inCountries(Set.of("NO"), RetentionTerm.from("closed")).events());
        assertEquals(List.of(OWN), RetentionRule.of(OWN).terms());
    }
}
