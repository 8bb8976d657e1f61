package org.privacyrules.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.privacyrules.PrivacyRules;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.consent.ConsentStatus;
import org.privacyrules.contract.Fixture;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.fact.Fact;
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

/** Consents, and what is left of them, under the rules of the policy. */
class ConsentDecisionsTest extends DecisionScene {

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
    @Gdpr("21(2)")
    void a_withdrawal_outlives_a_change_of_the_basis_and_can_be_taken_back() {
        SettableClock later = new SettableClock(Fixture.START);
        PrivacyRules changed = PrivacyRules.builder()
                .tenant("changed")
                .policy(news("1", Fixture.START, true))
                .policy(news("2", Fixture.SECOND_VERSION, false))
                .publishOnStart()
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
                .publishOnStart()
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
