package org.privacyrules.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.privacyrules.PrivacyRules;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.consent.ConsentStatus;
import org.privacyrules.contract.Fixture;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.fact.Fact;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.RefusedException;
import org.privacyrules.failure.UnknownNameException;
import org.privacyrules.memory.MemoryStorage;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.subject.SubjectId;

/** What is permitted, and why not. */
class DecisionsTest extends DecisionScene {

    @Test
    @Mission("M4")
    @Gdpr("6(1)(b)")
    void a_contract_permits_while_the_relation_stands() {
        assertEquals(Reason.CONTRACT, reason("account"));
        rules.subjects().report(alice, Fixture.CUSTOMER, Fact.endedOn(LocalDate.of(2026, 1, 11)));
        assertEquals(Reason.CONTRACT, reason("account"), "the last day counts");
        clock.advance(Duration.ofDays(1));
        assertEquals(Reason.NO_RELATION, reason("account"));
    }

    @Test
    @Mission("M6")
    @Gdpr("6(1)(c)")
    void a_legal_obligation_is_explained_with_its_citation() {
        assertEquals(
                "permitted for `invoicing`: legal obligation, Bokföringslagen 7 kap. 2 §",
                rules.decisions().check(alice, "invoicing").explanation());
    }

    @Test
    void nobody_knows_a_stranger() {
        Decision decision = rules.decisions().check(SubjectId.of("stranger"), "account");
        assertFalse(decision.permitted());
        assertEquals(Set.of(Reason.NO_RELATION), decision.reasons());
        assertEquals("denied for `account`: no relation as customer stands", decision.explanation());
    }

    @Test
    @Mission("M26")
    @Gdpr("5(1)(b)")
    void a_recipient_that_the_purpose_does_not_name_is_denied() {
        assertTrue(rules.decisions()
                .check(alice, Use.of("invoicing").disclosingTo("printer"))
                .permitted());
        assertEquals(Reason.RECIPIENT_NOT_DECLARED, reason(Use.of("invoicing").disclosingTo("analytics")));
    }

    @Test
    @Mission("M26")
    @Gdpr("5(1)(b)")
    void a_category_that_the_purpose_does_not_use_is_denied() {
        assertEquals(Reason.CATEGORY_NOT_DECLARED, reason(Use.of("product-news").withCategory("personal-number")));
    }

    @Test
    @Mission("M5")
    @Gdpr("87")
    void a_national_number_is_used_in_its_country_only() {
        Use use = Use.of("invoicing").withCategory("personal-number");
        assertEquals(Reason.COUNTRY_NOT_COVERED, reason(use), "the country is not known");
        assertEquals(
                "denied for `invoicing` on `personal-number`: `personal-number` is used in SE only",
                rules.decisions().check(alice, use).explanation());
        rules.subjects().reportCountry(alice, "DE");
        assertEquals(Reason.COUNTRY_NOT_COVERED, reason(use));
        rules.subjects().reportCountry(alice, "SE");
        assertEquals(Reason.LEGAL_OBLIGATION, reason(use));
    }

    @Test
    void all_reasons_against_are_told_and_the_first_is_the_most_telling() {
        rules.subjects().report(alice, Fixture.CUSTOMER, Fact.endedOn(LocalDate.of(2026, 1, 1)));
        rules.consents().objectTo(alice, "product-news", Fixture.said());
        Decision decision = rules.decisions().check(alice, "product-news");
        assertEquals(List.of(Reason.OBJECTED, Reason.NO_RELATION), List.copyOf(new ArrayList<>(decision.reasons())));
        assertEquals(Reason.OBJECTED, decision.reason());
    }

    @Test
    void require_throws_with_the_reasons_code_and_the_decision() {
        assertTrue(rules.decisions().require(alice, "account").permitted());
        NotPermittedException denied = assertThrows(
                NotPermittedException.class, () -> rules.decisions().require(alice, "tracking"));
        assertEquals("NOT_ASKED", denied.code());
        assertSame(alice, denied.decision().subject());
        assertFalse(denied.getMessage().contains("alice"));
    }

    @Test
    void unknown_names_are_errors_that_offer_the_nearest_name() {
        UnknownNameException purpose = assertThrows(UnknownNameException.class, () -> reason("acount"));
        assertEquals("UNKNOWN_PURPOSE", purpose.code());
        assertTrue(purpose.getMessage().contains("\"account\""));
        assertThrows(UnknownNameException.class, () -> reason(Use.of("account").withCategory("contacts")));
        assertThrows(UnknownNameException.class, () -> reason(Use.of("account").disclosingTo("nobody")));
        assertThrows(UnknownNameException.class, () -> reason(Use.of("account").alsoServing("nothing")));
    }

    @Test
    void only_what_looks_like_a_name_is_repeated_in_an_error() {
        for (String name : List.of("anna@example.com", "line\nERROR forged", "x".repeat(10_000))) {
            UnknownNameException unknown = assertThrows(UnknownNameException.class, () -> reason(name));
            assertFalse(unknown.getMessage().contains(name));
            assertTrue(unknown.getMessage().length() < 400);
        }
    }

    @Test
    void one_read_answers_for_many_purposes_and_grows_old() {
        SubjectDecisions read = rules.decisions().of(alice);
        rules.consents().objectTo(alice, "product-news", Fixture.said());
        assertTrue(read.check("product-news").permitted());
        assertEquals(ConsentStatus.UNKNOWN, read.consentStatus("product-news"));
        assertEquals(clock.instant(), read.decidedAt());
        assertFalse(rules.decisions().of(alice).check("product-news").permitted());
    }

    @Test
    @Mission("M3")
    @Gdpr("5(2)")
    void as_of_answers_are_those_that_were_given_then() {
        Instant before = clock.instant();
        clock.advance(Duration.ofDays(3));
        rules.consents().objectTo(alice, "product-news", Fixture.said());
        Instant after = clock.instant();
        clock.advance(Duration.ofDays(3));
        assertTrue(rules.decisions().asOf(alice, before).check("product-news").permitted());
        assertTrue(rules.decisions()
                .asOf(alice, after.minusNanos(1000))
                .check("product-news")
                .permitted());
        assertFalse(rules.decisions().asOf(alice, after).check("product-news").permitted());
    }

    @Test
    void as_of_the_future_and_before_the_first_policy_there_is_no_answer() {
        assertThrows(
                InvalidInputException.class,
                () -> rules.decisions().asOf(alice, clock.instant().plusSeconds(1)));
        RefusedException none = assertThrows(
                RefusedException.class, () -> rules.decisions().asOf(alice, Fixture.START.minusSeconds(1)));
        assertEquals("NO_POLICY_IN_FORCE", none.code());
    }

    @Test
    @Mission("M5")
    void a_category_of_customers_is_used_of_nobody_else() {
        PrivacyRules shop = PrivacyRules.builder()
                .tenant("shop")
                .policy(PrivacyPolicy.builder()
                        .version("1")
                        .effectiveFrom(Fixture.START)
                        .zone(ZoneId.of("Europe/Stockholm"))
                        .subjectKind("customer", "somebody with a contract")
                        .subjectKind("visitor", "somebody on the web site")
                        .event("left", "you left")
                        .category(
                                "orders", c -> c.describedAs("what you ordered").onlyFor("customer"))
                        .purpose(
                                "help",
                                p -> p.describedAs("to help you")
                                        .contract()
                                        .carriedBy("customer", "visitor")
                                        .uses("orders")
                                        .kept(RetentionTerm.from("left")))
                        .build())
                .publishOnStart()
                .storage(MemoryStorage.create())
                .clock(clock)
                .build();
        Use orders = Use.of("help").withCategory("orders");
        shop.subjects().report(alice, "visitor", Fact.since(Fixture.longAgo()));
        Decision denied = shop.decisions().check(alice, orders);
        assertEquals(Reason.KIND_NOT_COVERED, denied.reason());
        assertTrue(denied.explanation().endsWith("`orders` is used of people as customer only"), denied.explanation());
        shop.subjects().report(alice, "customer", Fact.since(Fixture.longAgo()));
        assertEquals(Reason.CONTRACT, shop.decisions().check(alice, orders).reason());
    }
}
