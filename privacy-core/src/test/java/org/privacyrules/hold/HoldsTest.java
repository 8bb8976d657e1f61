package org.privacyrules.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.privacyrules.PrivacyRules;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.contract.Fixture;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.RefusedException;
import org.privacyrules.failure.UnknownNameException;
import org.privacyrules.ledger.EntryId;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.memory.MemoryStorage;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.Permit;
import org.privacyrules.subject.Permits;
import org.privacyrules.subject.SubjectId;

/** What is kept, until when, and who may end it. */
class HoldsTest {

    private static final LocalDate REVIEW = LocalDate.of(2026, 3, 1);
    private static final Actor LAWYER = Actor.staff("legal/7");

    private final SettableClock clock = new SettableClock(Fixture.START.plus(Duration.ofDays(10)));
    private final MemoryStorage storage = MemoryStorage.create();
    private final PrivacyRules rules = Fixture.rules(storage, "tenant", clock);
    private final SubjectId alice = SubjectId.of("alice");
    private final SubjectId bob = SubjectId.of("bob");

    private OperationId place(HoldScope scope, LocalDate reviewOn) {
        return rules.holds().place("case 7", scope, "a claim", reviewOn, LAWYER).operation();
    }

    private static List<OperationId> ids(List<Hold> holds) {
        return holds.stream().map(Hold::id).toList();
    }

    @Test
    @Gdpr("17(3)(e)")
    void anybody_may_place_a_hold() {
        OperationId id = place(HoldScope.of(alice), REVIEW);
        Hold hold = rules.holds().active().get(0);
        assertEquals(id, hold.id());
        assertEquals("case 7", hold.matter());
        assertEquals("a claim", hold.reason().text());
        assertEquals(LAWYER, hold.placedBy());
        assertEquals(clock.instant(), hold.placedAt());
    }

    @Test
    void a_hold_ends_only_with_a_permit_of_the_hosts() {
        OperationId id = place(HoldScope.of(alice), REVIEW);
        Permit foreign = Permits.create().give(Permit.Action.RELEASE_HOLD, LAWYER, "because");
        RefusedException refused =
                assertThrows(RefusedException.class, () -> rules.holds().release(id, foreign));
        assertEquals("NOT_PERMITTED_BY_HOST", refused.code());
        assertTrue(refused.getMessage().contains("PrivacyRules.builder().permits"), refused.getMessage());
        assertEquals(List.of(id), ids(rules.holds().active()));
        rules.holds().release(id, Fixture.release());
        assertEquals(List.of(), rules.holds().active());
        Hold.Release release = storage.forTenant(rules.tenant())
                .holds()
                .all()
                .get(0)
                .released()
                .orElseThrow();
        assertEquals(Actor.staff("legal/8"), release.by());
        assertEquals("the case is closed", release.reason().text());
    }

    @Test
    void a_host_that_has_wired_no_permits_releases_nothing() {
        PrivacyRules closed = PrivacyRules.builder()
                .tenant("tenant")
                .storage(storage)
                .clock(clock)
                .build();
        OperationId id = place(HoldScope.of(alice), REVIEW);
        assertThrows(RefusedException.class, () -> closed.holds().release(id, Fixture.release()));
    }

    @Test
    void repeated_commands_get_the_first_answer() {
        OperationId id = OperationId.random();
        Recorded placed = rules.holds().place(id, "case", HoldScope.everything(), "a claim", REVIEW, LAWYER);
        clock.advance(Duration.ofDays(1));
        assertEquals(
                placed.again(),
                rules.holds().place(id, "case", HoldScope.everything(), "said otherwise", REVIEW.plusDays(1), LAWYER));
        OperationId end = OperationId.random();
        Recorded released = rules.holds().release(end, id, Fixture.release());
        assertEquals(released.again(), rules.holds().release(end, id, Fixture.release()));
        assertEquals(
                "HOLD_UNKNOWN",
                assertThrows(RefusedException.class, () -> rules.holds().release(id, Fixture.release()))
                        .code());
        assertEquals(List.of(id), ids(rules.holds().at(Fixture.START.plus(Duration.ofDays(10)))));
    }

    @Test
    void the_holds_on_a_subject_and_on_a_category_are_told() {
        OperationId onAlice = place(HoldScope.of(alice), REVIEW);
        OperationId onUsage = place(HoldScope.of("usage"), REVIEW);
        OperationId onBobsUsage = place(HoldScope.of(bob, "usage"), REVIEW);
        OperationId onAll = place(HoldScope.everything(), REVIEW);
        assertEquals(List.of(onAlice, onUsage, onAll), ids(rules.holds().of(alice)));
        assertEquals(List.of(onUsage, onBobsUsage, onAll), ids(rules.holds().of(bob)));
        assertEquals(
                List.of(onAlice, onUsage, onBobsUsage, onAll), ids(rules.holds().on("usage")));
        assertEquals(List.of(onAlice, onAll), ids(rules.holds().on("contact-details")));
    }

    @Test
    void a_category_that_no_version_of_the_policy_has_declared_is_refused() {
        for (Runnable call : List.<Runnable>of(
                () -> place(HoldScope.of("usages"), REVIEW),
                () -> place(HoldScope.of(alice, "usages"), REVIEW),
                () -> rules.holds().on("usages"))) {
            UnknownNameException unknown = assertThrows(UnknownNameException.class, call::run);
            assertEquals("UNKNOWN_CATEGORY", unknown.code());
            assertTrue(unknown.getMessage().contains("did you mean \"usage\""), unknown.getMessage());
        }
        assertEquals(List.of(), rules.holds().active());
    }

    @Test
    void a_category_that_has_left_the_policy_is_still_kept() {
        Instant start = Fixture.SECOND_VERSION.plus(Duration.ofDays(30));
        PrivacyPolicy later = PrivacyPolicy.builder()
                .version("3")
                .effectiveFrom(start)
                .zone(ZoneId.of("Europe/Stockholm"))
                .subjectKind(Fixture.CUSTOMER, "somebody with a contract")
                .category("contact-details", c -> c.describedAs("how to reach you"))
                .purpose(
                        "account",
                        p -> p.describedAs("to run your account")
                                .contract()
                                .carriedBy(Fixture.CUSTOMER)
                                .uses("contact-details")
                                .kept(RetentionTerm.from("relation-ended").plus(Period.ofYears(1))))
                .event("relation-ended", "you left")
                .build();
        PrivacyRules shrunk = PrivacyRules.builder()
                .tenant("tenant")
                .policy(later)
                .publishOnStart()
                .storage(storage)
                .clock(clock)
                .build();
        clock.set(start);
        assertFalse(shrunk.policy().categories().containsKey("usage"));
        shrunk.holds().place("case", HoldScope.of("usage"), "a claim", REVIEW, LAWYER);
        assertEquals(1, shrunk.holds().on("usage").size());
    }

    @Test
    void a_hold_does_not_end_by_itself_but_is_due_for_review_on_its_day() {
        OperationId early = place(HoldScope.of(alice), REVIEW);
        place(HoldScope.of(bob), REVIEW.plusDays(1));
        assertEquals(List.of(), rules.holds().dueForReview());
        clock.set(Instant.parse("2026-02-28T22:59:59Z"));
        assertEquals(List.of(), rules.holds().dueForReview(), "the day before, in the policy's zone");
        clock.set(Instant.parse("2026-02-28T23:00:00Z"));
        assertEquals(List.of(early), ids(rules.holds().dueForReview()));
        assertEquals(2, rules.holds().dueForReviewBy(REVIEW.plusDays(1)).size());
        assertEquals(2, rules.holds().active().size());
        rules.holds().release(early, Fixture.release());
        assertEquals(List.of(), rules.holds().dueForReview());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " x", "x ", "case #7", "Åsa", "a\nb", "a@b"})
    void a_matter_is_a_name_of_plain_characters(String matter) {
        assertThrows(
                InvalidInputException.class,
                () -> rules.holds().place(matter, HoldScope.everything(), "a claim", REVIEW, LAWYER));
    }

    @Test
    void what_no_database_could_hold_is_refused() {
        assertThrows(InvalidInputException.class, () -> place("x".repeat(65), "a claim", REVIEW));
        for (String reason : List.of("", " \n", "x".repeat(501), "a\0b", "half \ud800")) {
            assertThrows(InvalidInputException.class, () -> place("case", reason, REVIEW));
        }
        for (int year : new int[] {1969, 10_000, -1}) {
            assertThrows(InvalidInputException.class, () -> place("case", "a claim", LocalDate.of(year, 1, 1)));
        }
        assertThrows(InvalidInputException.class, () -> place(HoldScope.of(SubjectId.NOBODY), REVIEW));
        assertEquals(List.of(), rules.holds().active());
    }

    private void place(String matter, String reason, LocalDate reviewOn) {
        rules.holds().place(matter, HoldScope.everything(), reason, reviewOn, LAWYER);
    }

    @Test
    void nothing_of_a_hold_that_may_point_at_a_person_is_printed() {
        SubjectId secret = SubjectId.of("secret-key");
        OperationId id = rules.holds()
                .place("case", HoldScope.of(secret), "the secret reason", REVIEW, Actor.staff("secret-actor"))
                .operation();
        Permit permit = Fixture.PERMITS.give(Permit.Action.RELEASE_HOLD, Actor.staff("secret-actor"), "a secret");
        Hold standing = rules.holds().active().get(0);
        rules.holds().release(id, permit);
        Hold released = storage.forTenant(rules.tenant()).holds().all().get(0);
        HoldRelease release = new HoldRelease(
                EntryId.at(clock.instant()), id, id, clock.instant(), "1", permit.actor(), permit.reason());
        for (Object told : List.of(
                standing,
                released,
                released.released(),
                standing.scope(),
                permit,
                Fixture.PERMITS,
                release,
                HoldEvent.placed(standing, "1"))) {
            assertFalse(told.toString().contains("secret"), told.toString());
        }
        assertEquals("Hold(case, " + id + ")", standing.toString());
    }
}
