package org.privacyrules.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.privacyrules.PrivacyRules;
import org.privacyrules.Storage;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.calendar.WorkingDays;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.failure.RefusedException;
import org.privacyrules.memory.MemoryStorage;
import org.privacyrules.policy.ConsentTerms;
import org.privacyrules.policy.ConsentText;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.retention.Keeping.Fate;
import org.privacyrules.subject.SubjectId;

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
    void a_policy_that_counts_by_working_days_that_nobody_registered_is_refused_and_not_published() {
        Storage storage = MemoryStorage.create();
        RefusedException refused = assertThrows(
                RefusedException.class, () -> publishing(storage, "atlantis").build());
        assertEquals("WORKING_DAYS_UNKNOWN", refused.code());
        assertEquals(
                "sweden",
                publishing(storage, "sweden").build().policy().workingDays(),
                "the version's name is still free");
        PrivacyRules.Builder registered =
                publishing(MemoryStorage.create(), "atlantis").workingDays("atlantis", WorkingDays.mondayToFriday());
        assertEquals("atlantis", registered.build().policy().workingDays());
    }

    private static PrivacyRules.Builder publishing(Storage storage, String workingDays) {
        return PrivacyRules.builder()
                .tenant("shop")
                .storage(storage)
                .publishOnStart()
                .policy(RetentionScene.shop("1", RetentionScene.OPENING)
                        .workingDays(workingDays)
                        .build());
    }

    @Test
    void no_answer_depends_on_what_was_asked_before() {
        PrivacyPolicy interests = RetentionScene.empty("1", RetentionScene.OPENING)
                .category("a", c -> c.describedAs("a"))
                .category("b", c -> c.describedAs("b"))
                .purpose(
                        "news",
                        p -> p.describedAs("to tell")
                                .legitimateInterests("to sell", "LIA-1")
                                .carriedBy("customer")
                                .uses("a", "b")
                                .kept(months(1)))
                .build();
        PrivacyPolicy consent = RetentionScene.empty("2", CHANGE)
                .category("a", c -> c.describedAs("a"))
                .category("b", c -> c.describedAs("b"))
                .purpose(
                        "news",
                        p -> p.describedAs("to tell")
                                .consent(ConsentTerms.of(ConsentText.of(1, "en", "May we?")))
                                .carriedBy("customer")
                                .uses("a")
                                .kept(months(1)))
                .build();
        RetentionScene scene = new RetentionScene(interests, consent);
        scene.now("2024-09-02");
        SubjectRetention afterA = scene.rules.retention().of(scene.alice);
        assertEquals("due: no purpose ever justified it", afterA.of("a").line());
        assertEquals(scene.keeping("b"), afterA.of("b"));
        assertEquals(Fate.KEPT, afterA.of("b").fate());
    }

    @Test
    void what_began_by_an_event_of_an_earlier_version_has_the_grace_too() {
        PrivacyPolicy issued = books("1", RetentionScene.OPENING, "invoice-issued");
        PrivacyPolicy closed = books("2", CHANGE, "case-closed");
        RetentionScene scene = new RetentionScene(issued, closed);
        scene.now("2024-09-02");
        Map<String, LocalDate> invoice = Map.of("invoice-issued", LocalDate.of(2010, 1, 1));
        SubjectRetention stranger = scene.rules.retention().of(SubjectId.of("stranger"));
        assertEquals(Fate.OPEN_ENDED, stranger.of("books", invoice).fate(), "the day of the other event is not known");
    }

    private static PrivacyPolicy books(String version, LocalDate start, String event) {
        return RetentionScene.empty(version, start)
                .category("books", c -> c.describedAs("books"))
                .purpose(
                        "invoicing",
                        p -> p.describedAs("to invoice")
                                .legalObligation("a law")
                                .carriedBy("customer")
                                .uses("books")
                                .kept(RetentionTerm.from(event).plus(Period.ofYears(7))))
                .build();
    }
}
