package org.privacyrules.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.privacyrules.policy.PolicyPairs.NOTHING_MORE;
import static org.privacyrules.policy.PolicyPairs.TERM;
import static org.privacyrules.policy.PolicyPairs.TERMS;
import static org.privacyrules.policy.PolicyPairs.all;
import static org.privacyrules.policy.PolicyPairs.bases;
import static org.privacyrules.policy.PolicyPairs.drafts;
import static org.privacyrules.policy.PolicyPairs.only;
import static org.privacyrules.policy.PolicyPairs.purpose;
import static org.privacyrules.policy.PolicyPairs.purposes;
import static org.privacyrules.policy.PolicyPairs.why;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.policy.DataCategory.Sensitivity;
import org.privacyrules.policy.LawfulBasis.LegalObligation;
import org.privacyrules.policy.LawfulBasis.LegitimateInterests;
import org.privacyrules.policy.Purpose.Nature;

/** Which changes of a purpose people must be told of. */
class PolicyDiffPurposeTest {

    private static final LocalText INTEREST = LocalText.of("en", "to sell").and("sv", "att sälja");

    @Test
    @Mission("M3")
    @Gdpr("13(3)")
    void a_new_purpose_is_told_before() {
        PolicyDiff diff = drafts(NOTHING_MORE, draft -> purpose(draft, PurposeBuilder::contract));
        assertEquals("purposes.news: material", only(diff));
        assertEquals(
                "To tell you of products.; contract; for customer; uses contact-details; keeps contact-details until"
                        + " 1 year after ended",
                diff.changes().get(0).after());
        assertEquals("", diff.changes().get(0).before());
    }

    @Test
    @Mission("M3")
    void a_corrected_description_is_editorial() {
        PolicyDiff diff = purposes(
                p -> p.contract().describedAs("To invioce you."),
                p -> p.contract().describedAs("To invoice you."));
        assertEquals("purposes.news.description.en: editorial", only(diff));
        assertEquals(List.of(), diff.material());
    }

    @Test
    @Mission("M3")
    @Gdpr("13(1)(c)")
    void another_basis_is_told() {
        PolicyDiff unasked = purposes(p -> p.consent(TERMS), PurposeBuilder::contract);
        PolicyDiff asked = purposes(PurposeBuilder::contract, p -> p.consent(TERMS));
        PolicyDiff other = purposes(PurposeBuilder::contract, p -> p.legitimateInterests("to sell", "LIA-1"));
        for (PolicyDiff diff : List.of(unasked, asked, other)) {
            assertEquals("purposes.news.basis: material", only(diff));
        }
        assertTrue(why(unasked).contains("lose the choice"));
        assertTrue(why(asked).contains("say yes"));
    }

    @Test
    @Mission("M3")
    @Gdpr("13(1)(c)")
    void what_a_basis_rests_on_is_told_until_a_host_says_that_a_reference_was_corrected() {
        PolicyDiff cited = purposes(p -> p.legalObligation("Law 1"), p -> p.legalObligation("Law 2"));
        assertEquals("purposes.news.basis.citation: material", only(cited));
        assertTrue(why(cited).contains("only the reference was corrected"), why(cited));
        assertEquals(
                "purposes.news.basis.citation: material",
                only(bases(new LawfulBasis.PublicTask("Law 1"), new LawfulBasis.PublicTask("Law 2"))));
        assertEquals(
                "purposes.news.basis.situation: material",
                only(bases(new LawfulBasis.VitalInterests("flood"), new LawfulBasis.VitalInterests("fire"))));
        assertEquals(
                "purposes.news.basis.assessment: material",
                only(bases(new LegitimateInterests(INTEREST, "LIA-1"), new LegitimateInterests(INTEREST, "LIA-2"))));
    }

    @Test
    @Mission("M3")
    @Gdpr("13(1)(d)")
    void another_interest_is_told_and_another_translation_of_it_is_not() {
        LegitimateInterests before = new LegitimateInterests(INTEREST, "LIA-1");
        PolicyDiff other = bases(
                before, new LegitimateInterests(LocalText.of("en", "to spy").and("sv", "att spana"), "LIA-1"));
        assertEquals(
                List.of("purposes.news.basis.interest.en: material", "purposes.news.basis.interest.sv: material"),
                all(other));
        assertEquals(
                "purposes.news.basis.interest.sv: editorial",
                only(bases(before, new LegitimateInterests(INTEREST.and("sv", "att kunna sälja"), "LIA-1"))));
        LegitimateInterests untold = new LegitimateInterests(LocalText.NONE, "LIA-1");
        assertEquals(2, bases(before, untold).material().size(), "no longer told");
        assertEquals(List.of(), bases(untold, before).material(), "told at last");
    }

    @Test
    @Gdpr("17(3)(b)")
    void a_longer_statutory_minimum_is_told() {
        LegalObligation none = new LegalObligation("Law 1", Optional.empty());
        LegalObligation month = new LegalObligation("Law 1", Optional.of(Period.ofMonths(1)));
        LegalObligation half = new LegalObligation("Law 1", Optional.of(Period.ofMonths(6)));
        assertEquals("purposes.news.basis.minimum: material", only(bases(none, month)));
        assertEquals("purposes.news.basis.minimum: material", only(bases(month, half)));
        assertEquals("purposes.news.basis.minimum: editorial", only(bases(half, month)));
        assertEquals("purposes.news.basis.minimum: editorial", only(bases(month, none)));
    }

    @Test
    @Mission("M3")
    @Gdpr("13(3)")
    void a_purpose_that_reaches_further_is_told_and_one_that_reaches_less_far_is_not() {
        Consumer<PurposeBuilder> narrow = PurposeBuilder::contract;
        Consumer<PurposeBuilder> wide =
                p -> p.contract().carriedBy("visitor").uses("usage").disclosesTo("mailer");
        List<String> attributes = List.of("carriedBy", "categories", "recipients", "retention.usage");
        assertEquals(
                attributes.stream()
                        .map(a -> "purposes.news." + a + ": material")
                        .toList(),
                all(purposes(narrow, wide)));
        assertEquals(
                attributes.stream()
                        .map(a -> "purposes.news." + a + ": editorial")
                        .toList(),
                all(purposes(wide, narrow)));
        PolicyDiff swapped = purposes(
                p -> p.contract().disclosesTo("mailer"), p -> p.contract().disclosesTo("printer"));
        assertEquals("purposes.news.recipients: material", only(swapped), "one gone does not make up for one more");
    }

    @Test
    @Mission("M3")
    @Gdpr("26(2)")
    void a_joint_controller_is_told_when_it_comes() {
        Consumer<PurposeBuilder> alone = PurposeBuilder::contract;
        Consumer<PurposeBuilder> together = p -> p.contract().jointlyWith("sister");
        Consumer<PolicyBuilder> sister = draft -> draft.party("sister", Party.named("Sister AB"));
        PolicyDiff joined = drafts(
                sister.andThen(draft -> purpose(draft, alone)), sister.andThen(draft -> purpose(draft, together)));
        assertEquals("purposes.news.jointControllers: material", only(joined));
        PolicyDiff left = drafts(
                sister.andThen(draft -> purpose(draft, together)), sister.andThen(draft -> purpose(draft, alone)));
        assertEquals("purposes.news.jointControllers: editorial", only(left));
    }

    @Test
    @Gdpr("4(11)")
    void consents_that_stand_do_not_cover_what_was_not_asked() {
        PolicyDiff silent =
                purposes(p -> p.consent(TERMS), p -> p.consent(TERMS).disclosesTo("mailer"));
        assertTrue(why(silent).contains("raise the version of their text"), why(silent));
        assertEquals(Set.of(), silent.outdatedConsents());
        PolicyDiff asked = purposes(
                p -> p.consent(TERMS),
                p -> p.consent(ConsentTerms.of(ConsentText.of(2, "en", "May we use your usage?")))
                        .uses("usage"));
        assertTrue(asked.changes().stream().noneMatch(change -> change.why().contains("raise the version of their")));
        assertEquals(Set.of("news"), asked.outdatedConsents());
    }

    @Test
    @Gdpr("21(4)")
    void another_nature_is_told_unless_it_only_protects() {
        List<Nature> natures = List.of(Nature.values());
        for (Nature before : natures) {
            for (Nature after : natures) {
                if (before != after && !Set.of(before, after).equals(Set.of(Nature.TRACKING, Nature.SERVICE_MESSAGE))) {
                    boolean tracks = before == Nature.TRACKING || after == Nature.TRACKING;
                    Consumer<PurposeBuilder> basis = tracks ? p -> p.consent(TERMS) : PurposeBuilder::contract;
                    boolean protects = before == Nature.GENERAL && after == Nature.SERVICE_MESSAGE;
                    assertEquals(
                            "purposes.news.nature: " + (protects ? "editorial" : "material"),
                            only(purposes(p -> basis.accept(p.nature(before)), p -> basis.accept(p.nature(after)))),
                            before + " to " + after);
                }
            }
        }
        assertTrue(why(purposes(PurposeBuilder::contract, p -> p.contract().nature(Nature.DIRECT_MARKETING)))
                .contains("right to object"));
    }

    private static void health(PolicyBuilder draft, Consumer<PurposeBuilder> description) {
        draft.category("health", c -> c.describedAs("Your health.").sensitivity(Sensitivity.SPECIAL))
                .purpose(
                        "care",
                        p -> description.accept(p.describedAs("To care for you.")
                                .contract()
                                .carriedBy("customer")
                                .uses("health")
                                .kept(TERM)));
    }

    @Test
    @Mission("M3")
    @Gdpr("9(2)")
    void another_condition_for_special_categories_is_told() {
        PolicyDiff other = drafts(
                draft -> health(draft, p -> p.specialCondition(SpecialCondition.Kind.HEALTH_CARE, "Law 1")),
                draft -> health(draft, p -> p.specialCondition(SpecialCondition.Kind.PUBLIC_HEALTH, "Law 2")));
        assertEquals(
                List.of(
                        "purposes.care.specialCondition.kind: material",
                        "purposes.care.specialCondition.support: material"),
                all(other));
        Consumer<PurposeBuilder> claimed =
                p -> p.contract().specialCondition(SpecialCondition.Kind.LEGAL_CLAIMS, "a dispute");
        PolicyDiff added = purposes(PurposeBuilder::contract, claimed);
        assertEquals("purposes.news.specialCondition: material", only(added));
        assertEquals(
                "Art. 9(2)(f), legal claims, a dispute", added.changes().get(0).after());
        assertEquals("purposes.news.specialCondition: editorial", only(purposes(claimed, PurposeBuilder::contract)));
    }

    private static Consumer<PurposeBuilder> decides(String logic, String consequences) {
        return p -> p.contract().decidesAutomatically(LocalText.of(logic), LocalText.of(consequences));
    }

    @Test
    @Mission("M3")
    @Gdpr("13(2)(f)")
    @Gdpr("22")
    void a_machine_that_decides_alone_is_told_and_so_is_another_logic() {
        Consumer<PurposeBuilder> machine = decides("We add points.", "You get no credit.");
        assertEquals("purposes.news.automatedDecision: material", only(purposes(PurposeBuilder::contract, machine)));
        assertEquals("purposes.news.automatedDecision: editorial", only(purposes(machine, PurposeBuilder::contract)));
        assertEquals(
                "purposes.news.automatedDecision.logic.en: material",
                only(purposes(machine, decides("We roll dice.", "You get no credit."))));
        assertEquals(
                "purposes.news.automatedDecision.consequences.en: material",
                only(purposes(machine, decides("We add points.", "You pay before we deliver."))));
    }
}
