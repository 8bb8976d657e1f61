package org.privacyrules.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.fact.Fact;
import org.privacyrules.failure.RefusedException;
import org.privacyrules.hold.Hold;
import org.privacyrules.hold.HoldEvent;
import org.privacyrules.hold.HoldRelease;
import org.privacyrules.hold.HoldScope;
import org.privacyrules.hold.HoldStore;
import org.privacyrules.ledger.EntryId;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.storage.Transactions.Work;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.FreeText;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/** What a storage of holds must keep. */
public abstract class HoldStoreContract extends StoreContract {

    private static final LocalDate REVIEW = LocalDate.of(2027, 1, 31);
    private static final String REASON = "Åsa's claim “of May” 😀";

    /** Makes the suite. */
    protected HoldStoreContract() {}

    private HoldStore holds() {
        return store().holds();
    }

    private <T> T inTransaction(Work<T> work) {
        return store().transactions().inTransaction(work);
    }

    private HoldEvent placing(OperationId id, String matter, HoldScope scope) {
        Hold hold = new Hold(
                id,
                matter,
                scope,
                new FreeText(REASON),
                Actor.staff("legal/7"),
                clock.instant(),
                REVIEW,
                Optional.empty());
        return HoldEvent.placed(hold, "1");
    }

    private Recorded place(OperationId id, String matter, HoldScope scope) {
        return inTransaction(transaction -> holds().place(transaction, placing(id, matter, scope)));
    }

    private OperationId place(String matter, HoldScope scope) {
        return place(OperationId.random(), matter, scope).operation();
    }

    private HoldRelease releasing(OperationId operation, OperationId hold) {
        return new HoldRelease(
                EntryId.at(clock.instant()),
                operation,
                hold,
                clock.instant(),
                "1",
                Actor.staff("legal/8"),
                new FreeText("the case is closed"));
    }

    private Recorded release(OperationId operation, OperationId hold) {
        return inTransaction(transaction -> holds().release(transaction, releasing(operation, hold)));
    }

    private long epoch() {
        return inTransaction(holds()::enterGate);
    }

    private static List<OperationId> ids(List<Hold> holds) {
        return holds.stream().map(Hold::id).toList();
    }

    private Hold only() {
        List<Hold> all = holds().all();
        assertEquals(1, all.size());
        return all.get(0);
    }

    @Test
    @Gdpr("17(3)(e)")
    void a_hold_is_kept_with_all_that_was_said_of_it() {
        SubjectId alice = subject("alice");
        OperationId id = OperationId.random();
        Recorded recorded = place(id, "case 7/2026", HoldScope.of(alice, "usage"));
        assertEquals(
                new Hold(
                        id,
                        "case 7/2026",
                        HoldScope.of(alice, "usage"),
                        new FreeText(REASON),
                        Actor.staff("legal/7"),
                        recorded.at(),
                        REVIEW,
                        Optional.empty()),
                only());
        clock.advance(Duration.ofDays(1));
        Recorded released = release(OperationId.random(), id);
        assertEquals(
                Optional.of(
                        new Hold.Release(released.at(), Actor.staff("legal/8"), new FreeText("the case is closed"))),
                only().released());
        assertEquals(List.of(), holds().active());
    }

    @Test
    void everything_a_subject_a_category_and_a_category_of_a_subject_are_kept_apart() {
        List<HoldScope> scopes = List.of(
                HoldScope.everything(),
                HoldScope.of(subject("alice")),
                HoldScope.of("usage"),
                HoldScope.of(subject("Alice"), "usage"));
        for (HoldScope scope : scopes) {
            place("case", scope);
            clock.advance(Duration.ofSeconds(1));
        }
        assertEquals(scopes, holds().active().stream().map(Hold::scope).toList());
        assertTrue(scopes.get(1).covers(SubjectId.of("alice"), "usage"));
        assertFalse(scopes.get(1).covers(SubjectId.of("Alice"), "usage"));
        assertFalse(scopes.get(2).covers(SubjectId.of("alice"), "contact-details"));
        assertFalse(scopes.get(3).covers(SubjectId.of("Alice"), "contact-details"));
        assertTrue(scopes.get(0).covers(SubjectId.of("bob"), "contact-details"));
    }

    @Test
    void of_two_holds_on_the_same_one_ends_and_the_other_stands() {
        SubjectId alice = subject("alice");
        OperationId one = place("case 1", HoldScope.of(alice));
        OperationId other = place("case 2", HoldScope.of(alice));
        Hold before = find(other);
        release(OperationId.random(), one);
        assertEquals(List.of(before), holds().active());
        assertEquals(2, holds().all().size());
    }

    private Hold find(OperationId id) {
        return holds().all().stream()
                .filter(hold -> hold.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_repeated_placing_changes_nothing_also_after_the_release() {
        OperationId id = OperationId.random();
        HoldScope scope = HoldScope.of(subject("alice"));
        Recorded first = place(id, "case", scope);
        clock.advance(Duration.ofSeconds(1));
        assertEquals(first.again(), place(id, "case", scope));
        OperationId operation = OperationId.random();
        Recorded released = release(operation, id);
        clock.advance(Duration.ofSeconds(1));
        assertEquals(first.again(), place(id, "case", scope));
        assertEquals(released.again(), release(operation, id));
        assertEquals(List.of(), holds().active());
        assertEquals(released.at(), only().released().orElseThrow().at());
        assertEquals(2, history(SubjectId.of("alice")).size());
    }

    @Test
    void an_operation_id_that_comes_again_with_another_hold_is_refused() {
        OperationId id = OperationId.random();
        SubjectId alice = subject("alice");
        SubjectId bob = subject("bob");
        place(id, "case", HoldScope.of(alice));
        for (HoldScope other : List.of(
                HoldScope.of(bob), HoldScope.of(alice, "usage"), HoldScope.everything(), HoldScope.of("usage"))) {
            assertCode("OPERATION_ID_REUSED", () -> place(id, "case", other));
        }
        assertCode("OPERATION_ID_REUSED", () -> place(id, "another case", HoldScope.of(alice)));
        assertCode("OPERATION_ID_REUSED", () -> release(id, id));
        OperationId reported = OperationId.random();
        rules().subjects().report(reported, alice, Fixture.CUSTOMER, Fact.since(Fixture.longAgo()));
        assertCode("OPERATION_ID_REUSED", () -> place(reported, "case", HoldScope.of(alice)));
        assertCode("OPERATION_ID_REUSED", () -> release(reported, id));
        assertEquals(List.of(id), ids(holds().all()));
        assertTrue(only().active());
    }

    @Test
    void what_does_not_stand_is_not_released() {
        OperationId id = place("case", HoldScope.everything());
        assertCode("HOLD_UNKNOWN", () -> release(OperationId.random(), OperationId.random()));
        release(OperationId.random(), id);
        assertCode("HOLD_UNKNOWN", () -> release(OperationId.random(), id));
        assertEquals(1, holds().all().size());
    }

    private static void assertCode(String code, Runnable call) {
        assertEquals(code, assertThrows(RefusedException.class, call::run).code());
    }

    @Test
    void the_journal_tells_of_a_hold_without_its_reason_in_the_subjects_history_or_the_tenants() {
        SubjectId alice = subject("alice");
        OperationId id = place("case", HoldScope.of(alice, "usage"));
        OperationId category = place("other case", HoldScope.of("usage"));
        OperationId end = OperationId.random();
        release(end, id);
        List<JournalEntry> entries =
                history(alice).stream().map(stored -> stored.entry()).toList();
        assertEquals(
                List.of("hold-placed", "hold-released"),
                entries.stream().map(JournalEntry::kind).toList());
        assertEquals(
                List.of(id, end), entries.stream().map(JournalEntry::operation).toList());
        for (JournalEntry entry : entries) {
            assertEquals(id.toString(), entry.payload().require("hold"));
            assertEquals("case", entry.payload().require("matter"));
            assertEquals("usage", entry.payload().require("category"));
            assertEquals(REVIEW.toString(), entry.payload().require("review-on"));
            assertEquals("STAFF", entry.payload().require("actor"));
            assertFalse(entry.payload().canonical().contains("claim"));
            assertFalse(entry.payload().canonical().contains("closed"));
        }
        assertEquals("legal/8", entries.get(1).payload().require("actor-reference"));
        assertEquals(
                List.of(category),
                history(SubjectId.NOBODY).stream()
                        .map(stored -> stored.entry().operation())
                        .toList());
        assertTrue(rules().recorded(SubjectId.NOBODY, category).isPresent());
    }

    @Test
    void a_hold_says_nothing_of_a_subject_and_nobody_is_listed_for_it() {
        SubjectId alice = subject("alice");
        rules().subjects().report(alice, Fixture.CUSTOMER, Fact.since(Fixture.longAgo()));
        KnownSubject before = store().knownSubjects().find(alice);
        place("case", HoldScope.of(alice));
        place("case", HoldScope.everything());
        place("case", HoldScope.of(subject("stranger")));
        assertEquals(before, store().knownSubjects().find(alice));
        assertEquals(KnownSubject.NOTHING, store().knownSubjects().find(SubjectId.NOBODY));
        assertEquals(
                List.of(alice),
                listing(allAspects()).stream().map(listed -> listed.subject()).toList());
        assertTrue(rules().decisions().check(alice, "account").permitted());
        clock.advance(Duration.ofMinutes(1));
        assertTrue(rules().decisions()
                .asOf(alice, clock.instant())
                .check("account")
                .permitted());
    }

    @Test
    void what_stood_at_an_instant_is_told_by_what_was_recorded_by_then() {
        OperationId early = place("case 1", HoldScope.everything());
        Instant placed = clock.instant();
        clock.advance(Duration.ofDays(1));
        OperationId late = place("case 2", HoldScope.of("usage"));
        clock.advance(Duration.ofDays(1));
        release(OperationId.random(), early);
        Instant released = clock.instant();
        assertEquals(List.of(), holds().at(placed.minusMillis(1)));
        assertEquals(List.of(early), ids(holds().at(placed)));
        assertEquals(List.of(early, late), ids(holds().at(released.minusMillis(1))));
        assertEquals(List.of(late), ids(holds().at(released)));
    }

    @Test
    void a_clock_that_goes_back_lets_no_hold_end_before_it_began() {
        OperationId id = place("case", HoldScope.of(subject("alice")));
        clock.advance(Duration.ofHours(-1));
        release(OperationId.random(), id);
        Hold hold = only();
        assertEquals(hold.placedAt(), hold.released().orElseThrow().at());
    }

    @Test
    void each_placing_and_each_release_raises_the_epoch() {
        Set<Long> epochs = new HashSet<>(Set.of(epoch()));
        assertEquals(1, epochs.size());
        assertFalse(epochs.add(epoch()), "nothing has changed");
        OperationId one = place("case", HoldScope.everything());
        assertTrue(epochs.add(epoch()));
        place("case", HoldScope.of(subject("alice")));
        assertTrue(epochs.add(epoch()));
        release(OperationId.random(), one);
        assertTrue(epochs.add(epoch()));
        rules().subjects().report(subject("alice"), Fixture.CUSTOMER, Fact.since(Fixture.longAgo()));
        assertFalse(epochs.add(epoch()), "no hold has changed");
    }

    @Test
    void inside_the_gate_the_holds_that_stand_are_read() {
        OperationId one = place("case", HoldScope.everything());
        OperationId other = place("case", HoldScope.of(subject("alice")));
        release(OperationId.random(), one);
        List<Hold> inside = inTransaction(transaction -> {
            holds().enterGate(transaction);
            return holds().active(transaction);
        });
        assertEquals(List.of(other), ids(inside));
        assertEquals(inside, holds().active());
    }

    @Test
    void nothing_remains_of_a_hold_whose_work_throws() {
        SubjectId alice = subject("alice");
        OperationId standing = place("case", HoldScope.of(alice));
        long before = epoch();
        int entries = history(alice).size();
        assertThrows(
                IllegalStateException.class,
                () -> inTransaction(transaction -> {
                    holds().place(transaction, placing(OperationId.random(), "case", HoldScope.of(alice)));
                    holds().release(transaction, releasing(OperationId.random(), standing));
                    throw new IllegalStateException("planned");
                }));
        assertEquals(List.of(standing), ids(holds().active()));
        assertEquals(before, epoch());
        assertEquals(entries, history(alice).size());
    }

    @Test
    void several_are_placed_and_released_in_one_transaction() {
        OperationId id = OperationId.random();
        inTransaction(transaction -> {
            holds().place(transaction, placing(id, "case", HoldScope.everything()));
            assertEquals(List.of(id), ids(holds().active(transaction)));
            assertEquals(List.of(), holds().active(), "nobody else sees it before the commit");
            return holds().release(transaction, releasing(OperationId.random(), id));
        });
        assertFalse(only().active());
    }

    @Test
    void the_holds_of_one_tenant_are_not_anothers() {
        place("case", HoldScope.everything());
        HoldStore other =
                storage().forTenant(new Tenant(OperationId.random().toString())).holds();
        assertEquals(List.of(), other.all());
        assertEquals(List.of(), other.active());
    }

    @Test
    void of_racing_repetitions_of_a_placing_exactly_one_is_the_first() {
        OperationId id = OperationId.random();
        HoldScope scope = HoldScope.of(subject("alice"));
        List<Recorded> answers = Race.of(4, thread -> place(id, "case", scope), 3);
        assertEquals(1, answers.stream().filter(answer -> !answer.repeated()).count());
        assertEquals(1, answers.stream().map(Recorded::again).distinct().count());
        assertTrue(only().active());
    }

    @Test
    void the_longest_and_the_shortest_that_is_allowed_is_kept() {
        OperationId id = OperationId.random();
        Hold hold = new Hold(
                id,
                "x".repeat(64),
                HoldScope.of(subject("ä".repeat(127) + "y")),
                new FreeText("😀".repeat(250)),
                Actor.system("r".repeat(100)),
                clock.instant(),
                LocalDate.of(9999, 12, 31),
                Optional.empty());
        inTransaction(transaction -> holds().place(transaction, HoldEvent.placed(hold, "1")));
        assertEquals(hold, only());
        HoldRelease release = new HoldRelease(
                EntryId.at(clock.instant()),
                OperationId.random(),
                id,
                clock.instant(),
                "1",
                Actor.system(""),
                new FreeText("é".repeat(500)));
        inTransaction(transaction -> holds().release(transaction, release));
        assertEquals("é".repeat(500), only().released().orElseThrow().reason().text());
    }
}
