package org.privacyrules.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.privacyrules.policy.PolicyPairs.all;
import static org.privacyrules.policy.PolicyPairs.categories;
import static org.privacyrules.policy.PolicyPairs.only;
import static org.privacyrules.policy.PolicyPairs.why;

import java.time.Period;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.policy.DataCategory.Identifiability;
import org.privacyrules.policy.DataCategory.Sensitivity;
import org.privacyrules.policy.DataCategory.Source;

/** Which changes of data people must be told of. */
class PolicyDiffCategoryTest {

    private static final LocalText PHONE = LocalText.of("en", "phone").and("sv", "nummer");

    @Test
    @Gdpr("9(2)")
    void another_sensitivity_is_told_whichever_way() {
        for (Sensitivity before : Sensitivity.values()) {
            for (Sensitivity after : Sensitivity.values()) {
                if (before != after) {
                    assertEquals("categories.number.sensitivity: material", only(sensitivities(before, after)));
                }
            }
        }
        assertTrue(why(sensitivities(Sensitivity.ORDINARY, Sensitivity.SPECIAL)).contains("Art. 9(2)"));
        assertTrue(
                why(sensitivities(Sensitivity.ORDINARY, Sensitivity.CRIMINAL)).contains("Art. 10"));
        assertTrue(why(sensitivities(Sensitivity.ORDINARY, Sensitivity.NATIONAL_ID))
                .contains("Art. 87"));
    }

    private static PolicyDiff sensitivities(Sensitivity before, Sensitivity after) {
        return categories(
                c -> c.sensitivity(before).justifiedBy("Law 1"),
                c -> c.sensitivity(after).justifiedBy("Law 1"));
    }

    @Test
    void other_words_of_a_justification_are_editorial() {
        assertEquals(
                "categories.number.justification.en: editorial",
                only(categories(c -> c.justifiedBy("to identify you"), c -> c.justifiedBy("to know who you are"))));
    }

    @Test
    void data_that_lead_to_a_person_more_easily_are_told_and_so_is_a_claim_of_anonymity() {
        assertEquals(
                "categories.number.identifiability: editorial",
                only(categories(c -> {}, c -> c.identifiability(Identifiability.LINKABLE))));
        assertEquals(
                "categories.number.identifiability: material",
                only(categories(c -> c.identifiability(Identifiability.LINKABLE), c -> {})));
        assertEquals(
                "categories.number.identifiability: material",
                only(categories(
                        c -> c.identifiability(Identifiability.ANONYMOUS),
                        c -> c.identifiability(Identifiability.LINKABLE))));
        PolicyDiff claimed = categories(c -> {}, c -> c.identifiability(Identifiability.ANONYMOUS));
        assertEquals("categories.number.identifiability: material", only(claimed));
        assertTrue(why(claimed).contains("rights to them end"), why(claimed));
    }

    @Test
    @Gdpr("14(2)(f)")
    void another_source_is_told_unless_it_is_the_person() {
        assertEquals(
                "categories.number.source: material", only(categories(c -> {}, c -> c.source(Source.THIRD_PARTY))));
        assertEquals("categories.number.source: material", only(categories(c -> {}, c -> c.source(Source.OBSERVED))));
        assertEquals("categories.number.source: editorial", only(categories(c -> c.source(Source.OBSERVED), c -> {})));
    }

    private static Consumer<CategoryBuilder> from(LocalText detail) {
        return c -> c.source(Source.THIRD_PARTY, detail);
    }

    @Test
    @Mission("M3")
    @Gdpr("14(2)(f)")
    void which_source_it_is_is_told_and_another_translation_is_not() {
        LocalText register = LocalText.of("en", "a register").and("sv", "ett register");
        String path = "categories.number.sourceDetail.";
        assertEquals(
                path + "en: material",
                only(categories(from(LocalText.of("a register")), from(LocalText.of("a broker")))));
        assertEquals(
                path + "sv: editorial",
                only(categories(from(register), from(register.and("sv", "ett offentligt register")))));
        assertEquals(
                List.of(path + "en: material", path + "sv: material"),
                all(categories(from(register), from(LocalText.NONE))));
        assertEquals(
                List.of(path + "en: editorial", path + "sv: editorial"),
                all(categories(from(LocalText.NONE), from(register))),
                "told at last");
    }

    @Test
    @Gdpr("13(2)(e)")
    void data_that_must_be_provided_from_now_on_are_told() {
        assertEquals("categories.number.provision: material", only(categories(CategoryBuilder::voluntary, c -> {})));
        assertEquals("categories.number.provision: editorial", only(categories(c -> {}, CategoryBuilder::voluntary)));
    }

    @Test
    @Mission("M3")
    @Gdpr("13(2)(e)")
    void what_happens_to_people_who_refuse_is_told() {
        Consumer<CategoryBuilder> mild = c -> c.refusalMeans(LocalText.of("We write letters."));
        Consumer<CategoryBuilder> harsh = c -> c.refusalMeans(LocalText.of("We close your account."));
        assertEquals("categories.number.refusal.en: material", only(categories(mild, harsh)));
        assertEquals("categories.number.refusal.en: material", only(categories(c -> {}, harsh)));
        assertEquals("categories.number.refusal.en: material", only(categories(mild, c -> {})));
    }

    @Test
    void more_data_in_a_category_are_told_and_another_order_is_not() {
        assertEquals(
                "categories.number.attributes: material",
                only(categories(c -> c.attributes("a"), c -> c.attributes("b", "a"))));
        assertEquals(
                "categories.number.attributes: editorial",
                only(categories(c -> c.attributes("b", "a"), c -> c.attributes("a"))));
        PolicyDiff turned = categories(c -> c.attributes("b", "a"), c -> c.attributes("a", "b"));
        assertEquals("categories.number.attributes: editorial", only(turned));
        assertTrue(why(turned).contains("another order"), why(turned));
    }

    @Test
    @Mission("M3")
    void an_attribute_is_the_same_if_one_language_says_the_same() {
        PolicyDiff translated = categories(
                c -> c.attributes(PHONE),
                c -> c.attributes(LocalText.of("en", "phone").and("sv", "telefonnummer")));
        assertEquals("categories.number.attributes: editorial", only(translated));
        assertEquals("en: phone / sv: nummer", translated.changes().get(0).before());
        assertEquals(
                "categories.number.attributes: material",
                only(categories(
                        c -> c.attributes(PHONE),
                        c -> c.attributes(LocalText.of("en", "plate").and("sv", "skylt")))));
        assertEquals(
                "categories.number.attributes: material",
                only(categories(
                        c -> c.attributes(PHONE),
                        c -> c.attributes(
                                PHONE, LocalText.of("en", "number plate").and("sv", "nummer")))),
                "one attribute does not hide behind the translation of another");
    }

    @Test
    void a_category_for_more_countries_is_told_and_none_means_all() {
        Consumer<CategoryBuilder> one = c -> c.onlyInCountries("SE");
        Consumer<CategoryBuilder> two = c -> c.onlyInCountries("SE", "NO");
        Consumer<CategoryBuilder> all = c -> {};
        assertEquals("categories.number.countries: material", only(categories(one, two)));
        assertEquals("categories.number.countries: material", only(categories(two, all)));
        assertEquals("categories.number.countries: editorial", only(categories(all, one)));
        assertEquals("categories.number.countries: editorial", only(categories(two, one)));
        assertEquals("categories.number.countries: material", only(categories(one, c -> c.onlyInCountries("NO"))));
    }

    @Test
    void a_category_in_more_relations_is_told_and_none_means_all() {
        Consumer<CategoryBuilder> one = c -> c.onlyFor("customer");
        assertEquals("categories.number.subjectKinds: material", only(categories(one, c -> {})));
        assertEquals("categories.number.subjectKinds: editorial", only(categories(c -> {}, one)));
        assertEquals("categories.number.subjectKinds: material", only(categories(one, c -> c.onlyFor("visitor"))));
    }

    @Test
    @Mission("M3")
    @Gdpr("5(1)(e)")
    void data_that_may_become_older_are_told() {
        Consumer<CategoryBuilder> year = c -> c.keptAtMost(Period.ofYears(1));
        Consumer<CategoryBuilder> month = c -> c.keptAtMost(Period.ofMonths(1));
        assertEquals("categories.number.maximumAge: material", only(categories(month, year)));
        assertEquals("categories.number.maximumAge: material", only(categories(month, c -> {})));
        assertEquals("categories.number.maximumAge: editorial", only(categories(year, month)));
        assertEquals("categories.number.maximumAge: editorial", only(categories(c -> {}, year)));
    }
}
