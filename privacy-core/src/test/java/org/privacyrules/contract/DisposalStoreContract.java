package org.privacyrules.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacyrules.PrivacyRules;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.disposal.DisposalStore;
import org.privacyrules.disposal.DisposalTask;
import org.privacyrules.disposal.DisposalTask.Status;
import org.privacyrules.disposal.PersonalData;
import org.privacyrules.disposal.SweepLimits;
import org.privacyrules.disposal.SweepReport;
import org.privacyrules.disposal.SweepReport.SourceReport;
import org.privacyrules.fact.Fact;
import org.privacyrules.hold.HoldScope;
import org.privacyrules.hold.RestrictionEvent.Ground;
import org.privacyrules.ledger.Payload;
import org.privacyrules.ledger.StoredEntry;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/** What a storage must keep for disposal, and what becomes of data that lie somewhere else. */
public abstract class DisposalStoreContract extends StoreContract {

    private SubjectId alice;
    private SubjectId bob;

    /** Makes the suite. */
    protected DisposalStoreContract() {}

    @BeforeEach
    final void meet() {
        alice = subject("alice");
        bob = subject("bob");
    }

    private DisposalStore disposals() {
        return store().disposals();
    }

    private DisposalTask task(SubjectId subject, Status status, Instant next) {
        return new DisposalTask("search", subject, "usage", OperationId.random(), status, clock.instant(), 3, next);
    }

    private void put(DisposalTask task) {
        store().transactions().inTransaction(transaction -> {
            disposals().put(transaction, task);
            return task;
        });
    }

    @Test
    void a_note_is_written_over_and_undone_with_its_transaction() {
        assertEquals(Optional.empty(), disposals().note("plan"));
        for (String value : List.of("one", "two \u00e5", "two \u00e5", "3".repeat(20_000))) {
            Payload note = Payload.of(Map.of("value", value));
            store().transactions().inTransaction(transaction -> {
                disposals().note(transaction, "plan", note);
                return note;
            });
            assertEquals(Optional.of(note), disposals().note("plan"));
        }
        assertThrows(
                IllegalStateException.class,
                () -> store().transactions().inTransaction(transaction -> {
                    disposals().note(transaction, "plan", Payload.of(Map.of()));
                    throw new IllegalStateException();
                }));
        assertFalse(disposals().note("plan").orElseThrow().names().isEmpty());
        assertEquals(Optional.empty(), disposals().note("baseline"));
    }

    @Test
    void tasks_are_found_again_as_they_were_written_and_open_ones_in_the_order_of_their_next_try() {
        Instant now = clock.instant();
        DisposalTask alices = task(alice, Status.DONE, now);
        DisposalTask bobs = task(bob, Status.ANNOUNCED, now.minusSeconds(1));
        put(alices);
        put(bobs);
        put(task(SubjectId.of("carol"), Status.CONFIRMED, now.minusSeconds(9)));
        put(task(SubjectId.of("dora"), Status.PARKED, now.minusSeconds(9)));
        put(task(SubjectId.of("emil"), Status.ANNOUNCED, now.plusSeconds(1)));
        assertEquals(Optional.of(alices), disposals().task("search", alice, "usage"));
        assertEquals(Optional.empty(), disposals().task("search", alice, "other"));
        assertEquals(List.of(bobs, alices), disposals().openTasks("search", now, 10));
        assertEquals(List.of(bobs), disposals().openTasks("search", now, 1));
        assertEquals(List.of(), disposals().openTasks("files", now, 10));
        assertEquals(
                Map.of(Status.ANNOUNCED, 2L, Status.DONE, 1L, Status.CONFIRMED, 1L, Status.PARKED, 1L),
                disposals().taskCounts("search"));
        DisposalTask later = task(alice, Status.CONFIRMED, now);
        put(later);
        assertEquals(Optional.of(later), disposals().task("search", alice, "usage"));
    }

    @Test
    @Gdpr("18")
    void those_are_restricted_whose_last_word_is_a_restriction() {
        PrivacyRules rules = rules(List.of());
        rules.restrictions().place(alice, Ground.LEGAL_CLAIMS, Actor.staff("7"));
        rules.restrictions().place(bob, Ground.UNLAWFUL, Actor.staff("7"));
        rules.restrictions().lift(bob, Actor.staff("7"));
        List<SubjectId> restricted =
                store().transactions().inTransaction(transaction -> disposals().restricted(transaction));
        assertEquals(List.of(alice), restricted);
    }

    /** A source that answers as it is told, and remembers what it was asked. */
    private static final class Search implements PersonalData {

        private Answer answer = Answer.CONFIRMED;
        private final List<DisposalTask> asked = new ArrayList<>();
        private boolean throwing;

        @Override
        public String name() {
            return "search";
        }

        @Override
        public Set<String> categories() {
            return Set.of("contact-details");
        }

        @Override
        public Answer dispose(DisposalTask task) {
            asked.add(task);
            if (throwing) {
                throw new IllegalStateException("the index is down");
            }
            return answer;
        }
    }

    private PrivacyRules rules(List<PersonalData> sources) {
        return Fixture.rules(storage(), tenant.name(), clock, sources);
    }

    private PrivacyRules with(Search search) {
        PrivacyRules rules = rules(List.of(search));
        for (SubjectId subject : List.of(alice, bob)) {
            rules.subjects().report(subject, Fixture.CUSTOMER, Fact.since(LocalDate.of(2020, 1, 1)));
        }
        rules.subjects().reportEvent(alice, "relation-ended", LocalDate.of(2021, 1, 1));
        return rules;
    }

    private SourceReport sweep(PrivacyRules rules) {
        SweepReport report = rules.disposals().sweep(SweepLimits.ofMinutes(1).withMaxStep(Duration.ofDays(10_000)));
        assertEquals(List.of(), report.stops());
        return report.sources().get(0);
    }

    private List<String> told(SubjectId subject) {
        return store().journal().entries(subject, Instant.parse("9998-01-01T00:00:00Z")).stream()
                .map(StoredEntry::entry)
                .filter(entry -> entry.tellsOfDisposal())
                .map(entry -> entry.kind())
                .toList();
    }

    @Test
    @Mission("M7")
    @Gdpr("19")
    void what_is_due_elsewhere_is_announced_called_for_and_confirmed_once() {
        Search search = new Search();
        PrivacyRules rules = with(search);
        assertEquals(new SourceReport("search", 1, 1, 0, 0, 0), sweep(rules));
        assertEquals(1, search.asked.size());
        assertEquals(alice, search.asked.get(0).subject());
        assertEquals(List.of("disposal-announced", "disposal-confirmed"), told(alice));
        assertEquals(new SourceReport("search", 0, 0, 0, 0, 0), sweep(rules));
        assertEquals(1, search.asked.size());
        assertEquals(List.of(), told(bob));
    }

    @Test
    void a_source_that_fails_is_asked_again_later_with_the_same_operation_and_parked_in_the_end() {
        Search search = new Search();
        search.throwing = true;
        PrivacyRules rules = with(search);
        assertEquals(new SourceReport("search", 1, 0, 1, 1, 0), sweep(rules));
        assertEquals(new SourceReport("search", 0, 0, 0, 1, 0), sweep(rules));
        for (int i = 0; i < 9; i++) {
            clock.set(clock.instant().plus(Duration.ofDays(3)));
            sweep(rules);
        }
        assertEquals(new SourceReport("search", 0, 0, 0, 0, 1), sweep(rules));
        assertEquals(10, search.asked.size());
        assertEquals(
                1,
                new HashSet<>(search.asked.stream().map(DisposalTask::operation).toList()).size());
        assertEquals(List.of("disposal-announced"), told(alice));
    }

    @Test
    void a_source_that_passes_the_request_on_is_asked_until_it_confirms() {
        Search search = new Search();
        search.answer = PersonalData.Answer.PASSED_ON;
        PrivacyRules rules = with(search);
        assertEquals(new SourceReport("search", 1, 0, 0, 1, 0), sweep(rules));
        search.answer = PersonalData.Answer.CONFIRMED;
        clock.set(clock.instant().plus(Duration.ofHours(1)));
        assertEquals(new SourceReport("search", 0, 1, 0, 0, 0), sweep(rules));
    }

    @Test
    @Gdpr("17(3)(e)")
    void a_hold_placed_after_the_announcement_keeps_data_elsewhere_too() {
        Search search = new Search();
        search.throwing = true;
        PrivacyRules rules = with(search);
        sweep(rules);
        search.throwing = false;
        OperationId hold = rules.holds()
                .place("case", HoldScope.of(alice), "a claim", LocalDate.of(2027, 1, 1), Actor.staff("7"))
                .operation();
        clock.set(clock.instant().plus(Duration.ofHours(1)));
        assertEquals(new SourceReport("search", 0, 0, 0, 1, 0), sweep(rules));
        assertEquals(1, search.asked.size());
        rules.holds().release(hold, Fixture.release());
        clock.set(clock.instant().plus(Duration.ofHours(1)));
        assertEquals(new SourceReport("search", 0, 1, 0, 0, 0), sweep(rules));
    }

    @Test
    void a_person_who_comes_back_is_left_alone() {
        Search search = new Search();
        search.throwing = true;
        PrivacyRules rules = with(search);
        sweep(rules);
        search.throwing = false;
        rules.subjects().reportEventUndone(alice, "relation-ended");
        clock.set(clock.instant().plus(Duration.ofHours(1)));
        sweep(rules);
        assertEquals(1, search.asked.size());
    }
}
