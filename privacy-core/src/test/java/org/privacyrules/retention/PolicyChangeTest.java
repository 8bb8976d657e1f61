package org.privacyrules.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.failure.RefusedException;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.retention.Keeping.Fate;

/** A longer rule counts at once, a shorter one after its grace. */
class PolicyChangeTest {

    private static final LocalDate CHANGE = LocalDate.of(2024, 9, 1);

    private static RetentionTerm months(int months) {
        return RetentionTerm.from("contract-ended").plus(Period.ofMonths(months));
    }

    private static RetentionScene changed(int before, int after) {
        return new RetentionScene(account("1", RetentionScene.OPENING, before), account("2", CHANGE, after));
    }

    private static PrivacyPolicy account(String version, LocalDate start, int months) {
        return RetentionScene.shop(version, start, RetentionScene.BOOKS, months(months))
                .shorteningGrace(Period.ofDays(30))
                .build();
    }

    @Test
    @Mission("M4")
    void a_longer_term_counts_at_once() {
        RetentionScene scene = changed(3, 12);
        scene.left("2024-07-31");
        assertEquals(
                Optional.of(RetentionScene.midnight("2024-11-01")),
                scene.keeping("address").dueFrom());
        scene.now("2024-09-01");
        assertEquals(
                Optional.of(RetentionScene.midnight("2025-08-01")),
                scene.keeping("address").dueFrom());
    }

    @Test
    void a_shorter_term_deletes_nothing_before_its_grace_is_over() {
        RetentionScene scene = changed(12, 1);
        scene.left("2024-05-31");
        scene.now("2024-09-01");
        Keeping address = scene.keeping("address");
        assertEquals(Optional.of(RetentionScene.midnight("2024-10-01")), address.dueFrom());
        assertEquals(Fate.KEPT, address.fate());
        scene.now("2024-10-01");
        assertEquals(Fate.DUE, scene.keeping("address").fate());
    }

    @Test
    void the_grace_keeps_nothing_longer_than_the_old_term_did() {
        RetentionScene scene = changed(4, 1);
        scene.left("2024-05-15");
        scene.now("2024-09-01");
        assertEquals(
                Optional.of(RetentionScene.midnight("2024-09-16")),
                scene.keeping("address").dueFrom());
    }

    @Test
    void a_shorter_term_that_ends_behind_the_grace_needs_none() {
        RetentionScene scene = changed(12, 6);
        scene.left("2024-08-15");
        scene.now("2024-09-01");
        assertEquals(
                Optional.of(RetentionScene.midnight("2025-02-16")),
                scene.keeping("address").dueFrom());
    }

    @Test
    @Gdpr("5(1)(b)")
    void what_a_version_does_without_goes_after_the_grace_and_says_why() {
        PrivacyPolicy without = RetentionScene.empty("2", CHANGE)
                .category("address", c -> c.describedAs("where you live").attributes("address"))
                .purpose(
                        "wages",
                        p -> p.describedAs("to pay wages")
                                .contract()
                                .carriedBy("employee")
                                .uses("address")
                                .kept(months(1)))
                .build();
        RetentionScene scene = new RetentionScene(account("1", RetentionScene.OPENING, 3), without);
        scene.now("2024-09-02");
        assertEquals(
                "kept through 2024-09-30 for `account` (contract)",
                scene.keeping("address").line());
        scene.now("2024-10-01");
        assertEquals(
                "due since 2024-10-01: `account` (contract) was the last purpose, and a later version of the policy does"
                        + " without it",
                scene.keeping("address").line());
        assertEquals(Standing.NOT_BEGUN, scene.justification("address", "wages").standing());
    }

    @Test
    void a_policy_that_counts_by_working_days_that_nobody_registered_is_refused() {
        PrivacyPolicy policy = RetentionScene.shop("1", RetentionScene.OPENING)
                .workingDays("atlantis")
                .build();
        RefusedException refused = assertThrows(RefusedException.class, () -> new RetentionScene(policy));
        assertEquals("WORKING_DAYS_UNKNOWN", refused.code());
    }
}
