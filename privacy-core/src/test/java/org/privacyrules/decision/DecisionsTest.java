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
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacyrules.PrivacyRules;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.consent.ConsentStatus;
import org.privacyrules.consent.Evidence;
import org.privacyrules.contract.Fixture;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.fact.Fact;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.RefusedException;
import org.privacyrules.failure.UnknownNameException;
import org.privacyrules.memory.MemoryStorage;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.policy.ConsentTerms;
import org.privacyrules.policy.ConsentText;
import org.privacyrules.policy.LawfulBasis;
import org.privacyrules.policy.LocalText;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.SubjectId;

/** What is permitted, and why not. */
class DecisionsTest {

    private final SettableClock clock = new SettableClock(Fixture.START.plus(Duration.ofDays(10)));
    private final PrivacyRules rules = Fixture.rules(MemoryStorage.create(), "test", clock);
    private final SubjectId alice = SubjectId.of("alice");

    @BeforeEach
    void aliceIsACustomer() {
        rules.subjects().report(alice, Fixture.CUSTOMER, Fact.since(Fixture.longAgo()));
    }

    private Reason reason(String purpose) {
        return rules.decisions().check(alice, purpose).reason();
    }

    private Reason reason(Use use) {
        return rules.decisions().check(alice, use).reason();
    }

    private void give(String purpose) {
        give(purpose, Actor.subject());
    }

    private void give(String purpose, Actor actor) {
        rules.consents()
                .give(alice, purpose, Evidence.webForm("form", Fixture.shownText(rules, purpose, clock), actor));
    }

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
    @Mission("M1")
    @Gdpr("7(4)")
    void signing_up_is_a_consent_to_nothing() {
        assertTrue(rules.decisions().of(alice).noticeShown().isEmpty());
        rules.subjects().reportNoticeShown(alice);
        assertEquals("1", rules.decisions().of(alice).noticeShown().orElseThrow());
        assertEquals("1", rules.policy().version());
        for (String purpose : List.of("tracking", "digest", "survey")) {
            assertEquals(Reason.NOT_ASKED, reason(purpose));
        }
    }

    @Test
    @Gdpr("6(1)(a)")
    void consent_permits_until_its_validity_has_passed() {
        give("tracking");
        Decision decision = rules.decisions().check(alice, "tracking");
        assertEquals(Reason.CONSENT_STANDS, decision.reason());
        assertEquals(
                "permitted for `tracking`: consent of 2026-01-11 01:00, until 2026-04-11 01:00",
                decision.explanation());
        clock.set(decision.until().orElseThrow().minusNanos(1000));
        assertEquals(Reason.CONSENT_STANDS, reason("tracking"));
        clock.set(decision.until().orElseThrow());
        assertEquals(Reason.EXPIRED, reason("tracking"));
    }

    @Test
    @Gdpr("7(3)")
    void a_withdrawal_denies_at_once() {
        give("tracking");
        rules.consents().withdraw(alice, "tracking", Fixture.said());
        assertEquals(Reason.WITHDRAWN, reason("tracking"));
        assertEquals(
                "denied for `tracking`: consent was withdrawn on 2026-01-11 01:00",
                rules.decisions().check(alice, "tracking").explanation());
    }

    @Test
    @Mission("M3")
    @Gdpr("4(11)")
    void a_consent_to_another_text_is_outdated() {
        clock.set(Fixture.SECOND_VERSION.minus(Duration.ofDays(1)));
        give("tracking");
        clock.set(Fixture.SECOND_VERSION);
        assertEquals(Reason.OUTDATED, reason("tracking"));
        give("tracking");
        assertEquals(Reason.CONSENT_STANDS, reason("tracking"));
    }

    @Test
    @Gdpr("4(11)")
    void refused_dismissed_and_never_asked_deny_for_three_reasons() {
        rules.consents().refuse(alice, "tracking", Fixture.said());
        rules.consents().dismiss(alice, "survey", Fixture.said());
        assertEquals(Reason.REFUSED, reason("tracking"));
        assertEquals(Reason.DISMISSED, reason("survey"));
        assertEquals(Reason.NOT_ASKED, reason("digest"));
    }

    @Test
    void a_double_opt_in_permits_when_it_is_confirmed() {
        give("digest");
        assertEquals(Reason.PENDING_CONFIRMATION, reason("digest"));
        rules.consents().confirm(alice, "digest", Fixture.said());
        assertEquals(Reason.CONSENT_STANDS, reason("digest"));
    }

    @Test
    void a_stale_text_is_refused_and_nothing_is_recorded() {
        RefusedException refused = assertThrows(
                RefusedException.class,
                () -> rules.consents().give(alice, "tracking", Fixture.shown("some other text")));
        assertEquals("STALE_CONSENT_TEXT", refused.code());
        assertThrows(RefusedException.class, () -> rules.consents().give(alice, "tracking", Fixture.said()));
        assertEquals(Reason.NOT_ASKED, reason("tracking"));
    }

    @Test
    @Mission("M10")
    @Gdpr("21(2)")
    @Gdpr("21(3)")
    void an_objection_to_direct_marketing_is_absolute() {
        assertEquals(Reason.LEGITIMATE_INTERESTS, reason("product-news"));
        rules.consents().objectTo(alice, "product-news", Fixture.said());
        assertEquals(Reason.OBJECTED, reason("product-news"));
        rules.consents().liftObjection(alice, "product-news", Fixture.said());
        assertEquals(Reason.LEGITIMATE_INTERESTS, reason("product-news"));
    }

    @Test
    @Gdpr("21(3)")
    void an_objection_ends_marketing_that_rests_on_consent_and_lifting_it_is_no_consent() {
        give("digest");
        rules.consents().confirm(alice, "digest", Fixture.said());
        rules.consents().objectTo(alice, "digest", Fixture.said());
        assertEquals(Reason.OBJECTED, reason("digest"));
        rules.consents().liftObjection(alice, "digest", Fixture.said());
        assertEquals(Reason.NOT_ASKED, reason("digest"));
    }

    @Test
    @Mission("M9")
    void service_messages_cannot_be_opted_out_of() {
        rules.consents().objectTo(alice, "product-news", Fixture.said());
        assertTrue(rules.decisions().check(alice, "service-messages").permitted());
        RefusedException refused = assertThrows(
                RefusedException.class, () -> rules.consents().objectTo(alice, "service-messages", Fixture.said()));
        assertEquals("NOT_OBJECTABLE", refused.code());
    }

    @Test
    @Mission("M9")
    void a_service_message_carries_no_marketing() {
        assertEquals(
                Reason.MARKETING_IN_SERVICE_MESSAGE,
                reason(Use.of("service-messages").alsoServing("product-news")));
        assertEquals(
                Reason.MARKETING_IN_SERVICE_MESSAGE,
                reason(Use.of("product-news").alsoServing("service-messages")));
        assertEquals(
                Reason.MARKETING_IN_SERVICE_MESSAGE,
                reason(Use.of("account").alsoServing("service-messages").alsoServing("product-news")));
        assertEquals(Reason.CONTRACT, reason(Use.of("service-messages").alsoServing("account")));
    }

    @Test
    void a_message_that_serves_two_purposes_needs_both() {
        assertEquals(Reason.NOT_ASKED, reason(Use.of("product-news").alsoServing("tracking")));
        give("tracking");
        assertEquals(Reason.LEGITIMATE_INTERESTS, reason(Use.of("product-news").alsoServing("tracking")));
    }

    @Test
    @Gdpr("5(1)(b)")
    void what_serves_two_purposes_is_declared_for_both() {
        Use use = Use.of("invoicing").withCategory("personal-number").disclosingTo("printer");
        rules.subjects().reportCountry(alice, "SE");
        assertEquals(Reason.LEGAL_OBLIGATION, reason(use));
        assertEquals(
                Set.of(Reason.CATEGORY_NOT_DECLARED, Reason.RECIPIENT_NOT_DECLARED),
                rules.decisions().check(alice, use.alsoServing("product-news")).reasons());
    }

    @Test
    void what_serves_two_purposes_is_explained_for_both_and_ends_with_the_first() {
        Use both = Use.of("product-news").alsoServing("tracking");
        give("tracking");
        Decision permitted = rules.decisions().check(alice, both);
        assertEquals(
                "permitted for `product-news`: legitimate interests, assessment LIA-1; for `tracking`: consent of"
                        + " 2026-01-11 01:00, until 2026-04-11 01:00",
                permitted.explanation());
        assertEquals(rules.decisions().check(alice, "tracking").until(), permitted.until());
        rules.consents().withdraw(alice, "tracking", Fixture.said());
        Decision denied = rules.decisions().check(alice, both);
        assertEquals(Set.of(Reason.WITHDRAWN), denied.reasons());
        assertEquals(
                "denied for `product-news`: legitimate interests, assessment LIA-1; for `tracking`: consent was"
                        + " withdrawn on 2026-01-11 01:00",
                denied.explanation());
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
    @Mission("M15")
    @Gdpr("21(5)")
    void global_privacy_control_refuses_tracking_and_nothing_else() {
        give("tracking");
        GlobalPrivacyControl on = GlobalPrivacyControl.ofHeader(List.of("1"));
        assertEquals(Reason.GLOBAL_PRIVACY_CONTROL, reason(Use.of("tracking").withSignal(on)));
        assertEquals(Reason.CONTRACT, reason(Use.of("account").withSignal(on)));
    }

    @Test
    void only_exactly_1_is_the_signal() {
        for (List<String> absent :
                List.of(List.of("0"), List.of("true"), List.of("1;x"), List.of(""), List.<String>of())) {
            assertEquals(GlobalPrivacyControl.ABSENT, GlobalPrivacyControl.ofHeader(absent));
        }
        assertEquals(GlobalPrivacyControl.ON, GlobalPrivacyControl.ofHeader(List.of("0", "1")));
    }

    @Test
    @Gdpr("8(1)")
    void a_childs_consent_counts_only_if_a_guardian_gave_it() {
        rules.subjects().reportOfAgeFrom(alice, LocalDate.of(2026, 3, 1));
        give("survey");
        assertEquals(Reason.GUARDIAN_REQUIRED, reason("survey"));
        give("survey", Actor.guardian("mandate-7"));
        assertEquals(Reason.CONSENT_STANDS, reason("survey"));
    }

    @Test
    @Gdpr("8(1)")
    void a_consent_given_as_a_child_does_not_come_of_age_with_the_person() {
        rules.subjects().reportOfAgeFrom(alice, LocalDate.of(2026, 3, 1));
        give("tracking");
        clock.set(Fixture.START.plus(Duration.ofDays(62)));
        assertEquals(Reason.GUARDIAN_REQUIRED, reason("tracking"));
        give("tracking");
        assertEquals(Reason.CONSENT_STANDS, reason("tracking"));
    }

    @Test
    @Gdpr("8(2)")
    void behind_an_age_gate_an_unknown_age_denies() {
        give("survey");
        assertEquals(Reason.AGE_UNKNOWN, reason("survey"));
        rules.subjects().reportOfAgeFrom(alice, LocalDate.of(2000, 1, 1));
        assertEquals(Reason.CONSENT_STANDS, reason("survey"));
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

    private SubjectId customer(int number) {
        SubjectId subject = SubjectId.of("customer-" + number);
        rules.subjects().report(subject, Fixture.CUSTOMER, Fact.since(Fixture.longAgo()));
        return subject;
    }

    @Test
    @Mission("M10")
    void of_a_list_of_candidates_the_permitted_come_in_order_and_the_refused_are_counted() {
        List<SubjectId> candidates =
                IntStream.range(0, 2500).mapToObj(this::customer).toList();
        candidates.stream().limit(300).forEach(each -> rules.consents().objectTo(each, "product-news", Fixture.said()));
        RefusalCount refusals = new RefusalCount();
        Stream<SubjectId> asked = Stream.concat(candidates.stream(), Stream.of(SubjectId.of("stranger")));
        List<SubjectId> audience = rules.decisions()
                .permitted(Use.of("product-news"), asked, refusals)
                .toList();
        assertEquals(candidates.subList(300, 2500), audience);
        assertEquals(Map.of(Reason.OBJECTED, 300L, Reason.NO_RELATION, 1L), refusals.byReason());
        assertEquals(301, refusals.total());
    }

    @Test
    void an_objection_made_while_an_audience_is_read_counts_from_the_next_chunk() {
        List<SubjectId> candidates =
                IntStream.range(0, 2500).mapToObj(this::customer).toList();
        List<SubjectId> audience = rules.decisions()
                .permitted("product-news", candidates.stream())
                .peek(each -> rules.consents().objectTo(candidates.get(2499), "product-news", Fixture.said()))
                .toList();
        assertEquals(2499, audience.size());
    }

    @Test
    void candidates_are_read_no_further_than_they_are_used_and_closed() {
        List<Integer> read = new ArrayList<>();
        boolean[] closed = {false};
        Stream<SubjectId> candidates = IntStream.range(0, 1_000_000)
                .peek(read::add)
                .mapToObj(i -> alice)
                .onClose(() -> closed[0] = true);
        try (Stream<SubjectId> audience = rules.decisions().permitted("product-news", candidates)) {
            assertEquals(10, audience.limit(10).count());
        }
        assertTrue(read.size() < 5000);
        assertTrue(closed[0]);
    }

    @Test
    void everybody_who_is_permitted_is_listed() {
        List<SubjectId> customers =
                IntStream.range(0, 2100).mapToObj(this::customer).toList();
        rules.consents().objectTo(customers.get(5), "product-news", Fixture.said());
        RefusalCount refusals = new RefusalCount();
        List<SubjectId> expected = Stream.concat(customers.stream(), Stream.of(alice))
                .filter(each -> !each.equals(customers.get(5)))
                .sorted()
                .toList();
        assertEquals(
                expected,
                rules.decisions().permitted(Use.of("product-news"), refusals).toList());
        assertEquals(Map.of(Reason.OBJECTED, 1L), refusals.byReason());
        assertEquals(expected, rules.decisions().permitted("product-news").toList());
    }

    @Test
    @Gdpr("21(2)")
    void a_withdrawal_outlives_a_change_of_the_basis_and_can_be_taken_back() {
        SettableClock later = new SettableClock(Fixture.START);
        PrivacyRules changed = PrivacyRules.builder()
                .tenant("changed")
                .policy(news("1", Fixture.START, true))
                .policy(news("2", Fixture.SECOND_VERSION, false))
                .storage(MemoryStorage.create())
                .clock(later)
                .build();
        changed.subjects().report(alice, Fixture.CUSTOMER, Fact.since(Fixture.longAgo()));
        changed.consents().withdraw(alice, "news", Fixture.said());
        later.set(Fixture.SECOND_VERSION);
        assertEquals(Reason.WITHDRAWN, changed.decisions().check(alice, "news").reason());
        changed.consents().refuse(alice, "news", Fixture.said());
        assertEquals(Reason.REFUSED, changed.decisions().check(alice, "news").reason());
        changed.consents().liftObjection(alice, "news", Fixture.said());
        assertTrue(changed.decisions().check(alice, "news").permitted());
    }

    private static PrivacyPolicy news(String version, Instant start, boolean onConsent) {
        return PrivacyPolicy.builder()
                .version(version)
                .effectiveFrom(start)
                .zone(ZoneId.of("Europe/Stockholm"))
                .subjectKind(Fixture.CUSTOMER, "somebody with a contract")
                .event("left", "you left")
                .category("contact-details", c -> c.describedAs("how to reach you"))
                .purpose(
                        "news",
                        p -> p.describedAs("to tell you of products")
                                .basis(
                                        onConsent
                                                ? new LawfulBasis.Consent(
                                                        ConsentTerms.of(ConsentText.of(1, "en", "May we?")))
                                                : new LawfulBasis.LegitimateInterests(LocalText.of("to sell"), "LIA-1"))
                                .carriedBy(Fixture.CUSTOMER)
                                .uses("contact-details")
                                .kept(RetentionTerm.from("left")))
                .build();
    }

    @Test
    void a_purpose_that_left_the_policy_can_still_be_withdrawn_from() {
        SettableClock later = new SettableClock(Fixture.START);
        PrivacyRules shrunk = PrivacyRules.builder()
                .tenant("shrunk")
                .policy(Fixture.policy("1", Fixture.START, 1))
                .policy(onlyAccount())
                .storage(MemoryStorage.create())
                .clock(later)
                .build();
        shrunk.consents().give(alice, "tracking", Fixture.shown(Fixture.shownText(shrunk, "tracking", later)));
        later.set(Fixture.SECOND_VERSION);
        assertThrows(UnknownNameException.class, () -> shrunk.decisions().check(alice, "tracking"));
        shrunk.consents().withdraw(alice, "tracking", Fixture.said());
        assertEquals(
                ConsentStatus.WITHDRAWN,
                shrunk.decisions().of(alice).known().consent("tracking").status());
    }

    private static PrivacyPolicy onlyAccount() {
        return PrivacyPolicy.builder()
                .version("2")
                .effectiveFrom(Fixture.SECOND_VERSION)
                .zone(ZoneId.of("Europe/Stockholm"))
                .subjectKind(Fixture.CUSTOMER, "somebody with a contract")
                .event("left", "you left")
                .category("contact-details", c -> c.describedAs("how to reach you"))
                .purpose(
                        "account",
                        p -> p.describedAs("to run your account")
                                .contract()
                                .carriedBy(Fixture.CUSTOMER)
                                .uses("contact-details")
                                .kept(RetentionTerm.from("left")))
                .build();
    }
}
