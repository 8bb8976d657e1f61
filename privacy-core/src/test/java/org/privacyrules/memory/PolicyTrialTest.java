package org.privacyrules.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.privacyrules.contract.Fixture;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.decision.GlobalPrivacyControl;
import org.privacyrules.decision.Reason;
import org.privacyrules.decision.Use;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.RefusedException;
import org.privacyrules.failure.UnknownNameException;
import org.privacyrules.policy.PolicyDiff;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.retention.Keeping.Fate;

/** A policy is tried out without a database and without waiting. */
class PolicyTrialTest {

    private static final Path DOCUMENT = Path.of("../docs/testing-your-policy.md");
    private static final Path SOURCE = Path.of("src/test/java/org/privacyrules/memory/PolicyTrialTest.java");

    private final PrivacyPolicy policy = Fixture.policy("1", Fixture.START, 1);
    private final PrivacyPolicy newPolicy = Fixture.policy("2", Fixture.SECOND_VERSION, 2);
    private final PolicyTrial march = PolicyTrial.of(policy, newPolicy).on(LocalDate.of(2026, 3, 1));

    @Test
    @Gdpr("7(3)")
    void five_lines_test_a_policy() {
        // docs: begin
        PolicyTrial trial = PolicyTrial.of(policy).on(LocalDate.of(2026, 3, 1));
        trial.given("customer").consented("tracking");
        trial.expect("tracking").permitted().expect("survey").denied(Reason.NOT_ASKED);
        trial.withdrew("tracking").expect("tracking").denied(Reason.WITHDRAWN);
        trial.given("visitor").expect("invoicing").denied(Reason.NO_RELATION);
        // docs: end
    }

    @Test
    @Mission("M3")
    void a_few_more_lines_test_that_a_change_is_what_it_was_meant_to_be() {
        // docs: begin
        PolicyDiff diff = PolicyDiff.between(policy, newPolicy)
                .raising("effectiveFrom", "customers were promised a word before each new version");
        assertEquals(Set.of("tracking"), diff.outdatedConsents());
        assertEquals(
                List.of(
                        "effectiveFrom",
                        "purposes.tracking.consent.text.version",
                        "purposes.tracking.consent.text.languages.en"),
                diff.material().stream().map(change -> change.path()).toList());

        PolicyTrial.of(policy, newPolicy)
                .on(LocalDate.of(2026, 6, 30))
                .given("customer")
                .consented("tracking")
                .on(LocalDate.of(2026, 7, 2))
                .expect("tracking")
                .denied(Reason.OUTDATED);
        // docs: end
    }

    @Test
    void the_document_shows_the_code_that_is_run_here() throws IOException {
        assertEquals(
                marked(Files.readString(SOURCE), "// docs: begin\n(.*?) *// docs: end"),
                marked(Files.readString(DOCUMENT), "```java\n(.*?)```"));
    }

    private static List<String> marked(String text, String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1).stripTrailing().stripIndent())
                .filter(code -> !code.startsWith("(.*?)"))
                .toList();
    }

    @Test
    void a_failure_says_the_explanation_and_what_was_expected() {
        AssertionError denied = assertThrows(
                AssertionError.class,
                () -> march.given("customer").expect("tracking").permitted());
        assertEquals(
                "denied for `tracking`: the person has not consented [NOT_ASKED], but expected: permitted",
                denied.getMessage());
        AssertionError permitted = assertThrows(
                AssertionError.class, () -> march.expect("invoicing").denied(Reason.NO_RELATION));
        assertEquals(
                "permitted for `invoicing`: legal obligation, Bokföringslagen 7 kap. 2 § [LEGAL_OBLIGATION], but"
                        + " expected: denied, NO_RELATION",
                permitted.getMessage());
    }

    @Test
    void each_expectation_can_fail() {
        march.given("customer");
        assertThrows(AssertionError.class, () -> march.expect("account").denied());
        assertThrows(AssertionError.class, () -> march.expect("account").permitted(Reason.LEGAL_OBLIGATION));
        assertThrows(AssertionError.class, () -> march.expect("tracking").permitted(Reason.NOT_ASKED));
        assertThrows(AssertionError.class, () -> march.expect("tracking").denied(Reason.REFUSED));
        assertThrows(AssertionError.class, () -> march.expect("account").denied(Reason.CONTRACT));
        march.expect("account").permitted(Reason.CONTRACT).expect("tracking").denied();
    }

    @Test
    @Gdpr("4(11)")
    void refusing_dismissing_and_confirming_are_what_they_are_in_production() {
        march.given("customer").refused("tracking").dismissed("survey").consented("digest");
        march.expect("tracking").denied(Reason.REFUSED).expect("survey").denied(Reason.DISMISSED);
        march.expect("digest").denied(Reason.PENDING_CONFIRMATION);
        march.confirmed("digest").expect("digest").permitted(Reason.CONSENT_STANDS);
    }

    @Test
    @Mission("M10")
    @Gdpr("21(3)")
    void an_objection_and_its_end_are_tried() {
        march.given("customer").expect("product-news").permitted();
        march.objectedTo("product-news").expect("product-news").denied(Reason.OBJECTED);
        march.liftedObjectionTo("product-news").expect("product-news").permitted(Reason.LEGITIMATE_INTERESTS);
    }

    @Test
    @Gdpr("8(1)")
    void a_child_and_a_guardian_are_tried() {
        march.given("customer").consented("survey").expect("survey").denied(Reason.AGE_UNKNOWN);
        march.ofAgeFrom(LocalDate.of(2028, 1, 1))
                .consented("survey")
                .expect("survey")
                .denied(Reason.GUARDIAN_REQUIRED);
        march.guardianConsented("survey").expect("survey").permitted();
    }

    @Test
    @Mission("M5")
    void a_country_and_a_use_are_tried() {
        Use number = Use.of("invoicing").withCategory("personal-number");
        march.given("customer").expect(number).denied(Reason.COUNTRY_NOT_COVERED);
        march.livingIn("SE").expect(number).permitted();
        march.consented("tracking")
                .expect(Use.of("tracking").withSignal(GlobalPrivacyControl.ON))
                .denied(Reason.GLOBAL_PRIVACY_CONTROL);
    }

    @Test
    void days_pass_and_end_a_consent_and_a_relation() {
        march.given("customer").consented("tracking").after(Period.ofDays(91));
        march.expect("tracking")
                .permitted()
                .after(Period.ofDays(1))
                .expect("tracking")
                .denied(Reason.EXPIRED);
        march.ended("customer").expect("account").permitted();
        march.after(Period.ofDays(1)).expect("account").denied(Reason.NO_RELATION);
    }

    @Test
    @Mission("M3")
    void a_day_is_one_of_the_policys_zone_and_a_version_starts_within_it() {
        assertEquals(
                Instant.parse("2026-02-28T23:00:00Z"),
                march.rules().decisions().of(march.subject()).decidedAt());
        march.given("customer").on(LocalDate.of(2026, 7, 1)).consented("tracking");
        assertEquals("1", march.rules().policy().version(), "at midnight in Stockholm, two hours before the start");
        march.on(LocalDate.of(2026, 7, 2)).expect("tracking").denied(Reason.OUTDATED);
    }

    @Test
    void the_trial_starts_with_the_policy_and_its_day_is_not_gone_back_to() {
        PolicyTrial trial = PolicyTrial.of(policy);
        assertSame(trial, trial.on(LocalDate.of(2026, 1, 1)));
        assertEquals(
                Fixture.START, trial.rules().decisions().of(trial.subject()).decidedAt());
        assertEquals("trial of a policy on 2026-01-01", trial.toString());
        assertThrows(InvalidInputException.class, () -> trial.on(LocalDate.of(2025, 12, 31)));
        assertThrows(InvalidInputException.class, () -> trial.after(Period.ofDays(-1)));
        assertThrows(InvalidInputException.class, () -> PolicyTrial.of(newPolicy, policy));
    }

    @Test
    void each_person_is_new_and_the_first_is_a_stranger() {
        march.expect("account").denied(Reason.NO_RELATION);
        march.given("customer").consented("tracking");
        march.given("customer", "visitor").expect("tracking").denied(Reason.NOT_ASKED);
        march.given().expect("account").denied(Reason.NO_RELATION);
        assertEquals(
                "denied for `account`: no relation as customer stands",
                march.expect("account").toString());
    }

    @Test
    void what_the_rules_refuse_is_refused_in_a_trial_too() {
        march.given("customer");
        RefusedException refused = assertThrows(RefusedException.class, () -> march.consented("account"));
        assertTrue(refused.getMessage().contains("rests on contract"), refused.getMessage());
        assertThrows(RefusedException.class, () -> march.objectedTo("account"));
        assertThrows(UnknownNameException.class, () -> march.given("costumer"));
        assertThrows(UnknownNameException.class, () -> march.consented("trackin"));
        assertThrows(UnknownNameException.class, () -> march.expect("trackin"));
    }

    @Test
    void the_clock_stands_still_until_it_is_told() {
        SettableClock clock = new SettableClock(Fixture.START);
        assertEquals(Fixture.START, clock.instant());
        clock.advance(Duration.ofHours(-1));
        assertEquals(Fixture.START.minusSeconds(3600), clock.instant());
        clock.set(Fixture.SECOND_VERSION);
        assertEquals(Fixture.SECOND_VERSION, clock.instant());
        Clock newYork = clock.withZone(ZoneId.of("America/New_York"));
        clock.advance(Duration.ofHours(1));
        assertEquals(LocalDate.of(2026, 6, 30), LocalDate.now(newYork), "moves along, in its own zone");
    }

    @Test
    @Gdpr("5(1)(e)")
    void how_long_something_is_kept_is_tried_by_moving_the_clock() {
        march.given("customer");
        assertEquals(Fate.OPEN_ENDED, march.keeping("contact-details").fate());
        march.happened("relation-ended");
        assertEquals(Fate.KEPT, march.keeping("contact-details").fate());
        march.on(LocalDate.of(2027, 3, 1));
        assertEquals(Fate.KEPT, march.keeping("contact-details").fate(), "on the last day of the year");
        march.on(LocalDate.of(2027, 3, 2));
        assertEquals(Fate.DUE, march.keeping("contact-details").fate());
    }
}
