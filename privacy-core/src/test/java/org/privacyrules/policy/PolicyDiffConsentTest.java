package org.privacyrules.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.privacyrules.policy.PolicyPairs.TERMS;
import static org.privacyrules.policy.PolicyPairs.TEXT;
import static org.privacyrules.policy.PolicyPairs.consents;
import static org.privacyrules.policy.PolicyPairs.only;
import static org.privacyrules.policy.PolicyPairs.why;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.privacyrules.calendar.FiscalYears;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.policy.ConsentTerms.Act;
import org.privacyrules.policy.ConsentTerms.Refusal;
import org.privacyrules.policy.Purpose.Nature;

/** Which changes of a question people must be told of, and whose consents they make outdated. */
class PolicyDiffConsentTest {

    @Test
    @Mission("M3")
    @Gdpr("4(11)")
    void a_raised_text_version_makes_consents_outdated_and_a_corrected_text_does_not() {
        PolicyDiff raised = consents(TERMS, ConsentTerms.of(ConsentText.of(2, "en", "May we tell you of products?")));
        assertEquals("purposes.news.consent.text.version: material", only(raised));
        assertEquals(Set.of("news"), raised.outdatedConsents());
        PolicyDiff corrected = consents(TERMS, ConsentTerms.of(ConsentText.of(1, "en", "May we tell you of news?")));
        assertEquals("purposes.news.consent.text.languages.en: editorial", only(corrected));
        assertEquals(Set.of(), corrected.outdatedConsents());
        PolicyDiff both = consents(TERMS, ConsentTerms.of(ConsentText.of(2, "en", "May we sell you?")));
        assertEquals(2, both.material().size());
        assertTrue(why(consents(ConsentTerms.of(ConsentText.of(2, "en", "May we tell you of products?")), TERMS))
                .contains("version falls"));
    }

    @Test
    void a_language_more_or_less_is_editorial_while_the_question_stays() {
        ConsentTerms two = ConsentTerms.of(TEXT.and("sv", "Får vi?"));
        assertEquals("purposes.news.consent.text.languages.sv: editorial", only(consents(TERMS, two)));
        assertEquals("purposes.news.consent.text.languages.sv: editorial", only(consents(two, TERMS)));
        ConsentTerms next = ConsentTerms.of(ConsentText.of(2, "en", "May we tell you of products?"));
        assertEquals(2, consents(two, next).material().size(), "part of another version of the question");
        assertEquals(2, consents(next, two).material().size());
    }

    @Test
    @Mission("M3")
    @Gdpr("7(3)")
    void a_consent_that_lasts_longer_is_told() {
        ConsentTerms year = TERMS.validFor(Period.ofYears(1));
        ConsentTerms month = TERMS.validFor(Period.ofMonths(1));
        assertEquals("purposes.news.consent.validity: material", only(consents(month, year)));
        assertEquals("purposes.news.consent.validity: material", only(consents(year, TERMS)), "without end");
        assertEquals("purposes.news.consent.validity: editorial", only(consents(year, month)));
        assertEquals("purposes.news.consent.validity: editorial", only(consents(TERMS, year)));
        assertEquals(
                "purposes.news.consent.validity: editorial",
                only(consents(year, TERMS.validFor(Period.ofMonths(12)))),
                "the same, written otherwise");
        assertEquals(
                "purposes.news.consent.validity: material",
                only(consents(month, TERMS.validFor(Period.ofDays(30)))),
                "longer than February");
        PolicyChange change =
                consents(TERMS, TERMS.validFor(Period.of(1, 6, 1))).changes().get(0);
        assertEquals("until it is withdrawn", change.before());
        assertEquals("1 year, 6 months and 1 day", change.after());
    }

    @Test
    @Gdpr("7(1)")
    void to_consent_with_one_act_instead_of_two_is_told() {
        ConsentTerms two = TERMS.withDoubleOptIn(Period.ofDays(7));
        assertEquals("purposes.news.consent.confirmWithin: material", only(consents(two, TERMS)));
        assertEquals("purposes.news.consent.confirmWithin: editorial", only(consents(TERMS, two)));
        assertEquals(
                "purposes.news.consent.confirmWithin: editorial",
                only(consents(two, TERMS.withDoubleOptIn(Period.ofDays(14)))));
    }

    @Test
    @Gdpr("8(1)")
    void an_age_gate_is_told_when_it_comes_and_when_it_goes() {
        assertEquals("purposes.news.consent.ageGate: material", only(consents(TERMS, TERMS.withAgeGate())));
        PolicyDiff gone = consents(TERMS.withAgeGate(), TERMS);
        assertEquals("purposes.news.consent.ageGate: material", only(gone));
        assertTrue(why(gone).contains("children are less protected"), why(gone));
    }

    /** The rules refuse to build policies with these terms, so that they are put together here. */
    private static PolicyDiff refused(ConsentTerms before, ConsentTerms after) {
        return PolicyDiff.between(policy(before), policy(after));
    }

    private static PrivacyPolicy policy(ConsentTerms terms) {
        Purpose news = new Purpose(
                "news",
                LocalText.of("en", "news"),
                new LawfulBasis.Consent(terms),
                Nature.GENERAL,
                Set.of(),
                Set.of(),
                Set.of(),
                Map.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
        return new PolicyContent(
                        Instant.EPOCH,
                        ZoneId.of("Europe/Stockholm"),
                        List.of("en"),
                        FiscalYears.calendarYears(),
                        "sweden",
                        Period.ofDays(30),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        RightsTerms.ofTheLaw(),
                        LocalText.NONE,
                        false,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of("news", news),
                        Map.of(),
                        Map.of())
                .policy("1");
    }

    @Test
    @Mission("M3")
    @Gdpr("7(2)")
    void to_take_less_for_a_yes_is_told() {
        List<Act> acts = List.of(Act.values());
        for (Act before : acts) {
            for (Act after : acts) {
                if (before != after) {
                    boolean less = acts.indexOf(after) > acts.indexOf(before);
                    assertEquals(
                            "purposes.news.consent.act: " + (less ? "material" : "editorial"),
                            only(refused(TERMS.givenBy(before), TERMS.givenBy(after))));
                }
            }
        }
    }

    @Test
    @Mission("M3")
    @Gdpr("7(4)")
    void a_service_that_ends_with_a_no_is_told() {
        ConsentTerms tied = TERMS.refusalMeans(Refusal.NO_SERVICE);
        assertEquals("purposes.news.consent.refusal: material", only(refused(TERMS, tied)));
        assertEquals("purposes.news.consent.refusal: editorial", only(refused(tied, TERMS)));
    }
}
