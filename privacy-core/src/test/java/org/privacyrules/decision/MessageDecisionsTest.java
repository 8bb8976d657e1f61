package org.privacyrules.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.privacyrules.contract.Fixture;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.failure.RefusedException;

/** Messages, marketing and signals: what can be switched off, and what serves two ends. */
class MessageDecisionsTest extends DecisionScene {

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
}
