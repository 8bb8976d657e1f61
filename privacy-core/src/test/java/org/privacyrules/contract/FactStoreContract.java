package org.privacyrules.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.fact.Fact;
import org.privacyrules.fact.FactEvent;
import org.privacyrules.fact.FactState;
import org.privacyrules.fact.RelationReport;
import org.privacyrules.fact.Subjects;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.RefusedException;
import org.privacyrules.failure.UnknownNameException;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.ledger.StoredEntry;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/** What a storage of facts must keep. */
public abstract class FactStoreContract extends StoreContract {

    /** Makes the suite. */
    protected FactStoreContract() {}

    private FactState fact(SubjectId subject, String name) {
        return store().knownSubjects().find(subject).fact(name);
    }

    @Test
    void a_relation_stands_from_midnight_of_its_first_day_in_the_policys_zone() {
        SubjectId alice = subject("alice");
        rules().subjects().report(alice, Fixture.CUSTOMER, Fact.since(LocalDate.of(2025, 7, 1)));
        FactState customer = fact(alice, Fixture.CUSTOMER);
        assertFalse(customer.holdsAt(Instant.parse("2025-06-30T21:59:59.999999Z")));
        assertTrue(customer.holdsAt(Instant.parse("2025-06-30T22:00:00Z")));
    }

    @Test
    void a_relation_still_stands_on_its_last_day() {
        SubjectId alice = subject("alice");
        rules().subjects().report(alice, Fixture.CUSTOMER, Fact.since(LocalDate.of(2025, 7, 1)));
        rules().subjects().report(alice, Fixture.CUSTOMER, Fact.endedOn(LocalDate.of(2025, 12, 31)));
        FactState customer = fact(alice, Fixture.CUSTOMER);
        assertTrue(customer.holdsAt(Instant.parse("2025-12-31T22:59:59.999999Z")));
        assertFalse(customer.holdsAt(Instant.parse("2025-12-31T23:00:00Z")));
        assertEquals(Instant.parse("2025-06-30T22:00:00Z"), customer.span().since());
    }

    @Test
    void a_relation_that_begins_anew_has_no_end() {
        SubjectId alice = subject("alice");
        rules().subjects().report(alice, Fixture.CUSTOMER, Fact.endedOn(LocalDate.of(2025, 12, 31)));
        rules().subjects().report(alice, Fixture.CUSTOMER, Fact.since(LocalDate.of(2026, 1, 5)));
        assertTrue(fact(alice, Fixture.CUSTOMER).span().until().isEmpty());
    }

    @Test
    void a_beginning_that_is_told_late_does_not_undo_the_end() {
        SubjectId alice = subject("alice");
        rules().subjects().report(alice, Fixture.CUSTOMER, Fact.endedOn(LocalDate.of(2025, 12, 31)));
        rules().subjects().report(alice, Fixture.CUSTOMER, Fact.since(LocalDate.of(2025, 7, 1)));
        FactState customer = fact(alice, Fixture.CUSTOMER);
        assertTrue(customer.holdsAt(Instant.parse("2025-08-01T00:00:00Z")));
        assertFalse(customer.holdsAt(clock.instant()));
    }

    @Test
    void a_day_within_a_standing_relation_or_ahead_does_not_make_it_younger() {
        SubjectId alice = subject("alice");
        rules().subjects().report(alice, Fixture.CUSTOMER, Fact.since(LocalDate.of(2020, 1, 1)));
        rules().subjects().report(alice, Fixture.CUSTOMER, Fact.since(LocalDate.of(2027, 1, 1)));
        assertTrue(fact(alice, Fixture.CUSTOMER).holdsAt(clock.instant()));
    }

    @Test
    void the_day_after_an_end_takes_the_end_back() {
        SubjectId alice = subject("alice");
        rules().subjects().report(alice, Fixture.CUSTOMER, Fact.since(LocalDate.of(2020, 1, 1)));
        rules().subjects().report(alice, Fixture.CUSTOMER, Fact.endedOn(LocalDate.of(2026, 12, 31)));
        rules().subjects().report(alice, Fixture.CUSTOMER, Fact.since(LocalDate.of(2027, 1, 1)));
        FactState customer = fact(alice, Fixture.CUSTOMER);
        assertTrue(customer.holdsAt(clock.instant()));
        assertTrue(customer.span().until().isEmpty());
    }

    @Test
    void the_end_of_an_earlier_stretch_told_late_ends_nothing() {
        SubjectId alice = subject("alice");
        rules().subjects().report(alice, Fixture.CUSTOMER, Fact.since(LocalDate.of(2025, 1, 1)));
        rules().subjects().report(alice, Fixture.CUSTOMER, Fact.endedOn(LocalDate.of(2023, 12, 31)));
        assertTrue(fact(alice, Fixture.CUSTOMER).holdsAt(clock.instant()));
    }

    @Test
    void nodes_that_report_the_same_people_in_opposite_orders_do_not_wait_for_each_other() {
        List<RelationReport> reports = IntStream.range(0, 120)
                .mapToObj(i -> new RelationReport(
                        OperationId.random(), subject("c-" + i), Fixture.CUSTOMER, Fact.since(Fixture.longAgo())))
                .toList();
        List<RelationReport> reversed = new ArrayList<>(reports);
        Collections.reverse(reversed);
        Subjects subjects = rules().subjects();
        List<Long> recorded = Race.of(4, thread -> subjects.reportAll(thread % 2 == 0 ? reports : reversed), 2);
        assertEquals(120, recorded.stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void days_that_no_database_holds_are_refused() {
        assertThrows(InvalidInputException.class, () -> Fact.endedOn(LocalDate.MAX));
        assertThrows(InvalidInputException.class, () -> Fact.since(LocalDate.of(900, 1, 1)));
    }

    @Test
    void what_is_known_does_not_print_itself() {
        SubjectId alice = subject("alice");
        rules().subjects().reportOfAgeFrom(alice, LocalDate.of(2026, 11, 23));
        assertFalse(store().knownSubjects().find(alice).facts().toString().contains("2026"));
    }

    @Test
    void many_relations_are_reported_together_and_once() {
        List<RelationReport> reports = IntStream.range(0, 1200)
                .mapToObj(i -> new RelationReport(
                        OperationId.derived("crm", "customer-" + i),
                        SubjectId.of("customer-" + i),
                        Fixture.CUSTOMER,
                        Fact.since(Fixture.longAgo())))
                .toList();
        assertEquals(1200, rules().subjects().reportAll(reports));
        assertEquals(0, rules().subjects().reportAll(reports));
        assertTrue(fact(subject("customer-1199"), Fixture.CUSTOMER).holdsAt(clock.instant()));
    }

    @Test
    void of_many_reports_none_is_recorded_if_one_is_wrong() {
        List<RelationReport> reports = List.of(
                new RelationReport(
                        OperationId.random(), subject("alice"), Fixture.CUSTOMER, Fact.since(Fixture.longAgo())),
                new RelationReport(OperationId.random(), subject("bob"), "costumer", Fact.since(Fixture.longAgo())));
        assertThrows(UnknownNameException.class, () -> rules().subjects().reportAll(reports));
        assertTrue(history(subject("alice")).isEmpty());
    }

    @Test
    void an_end_without_a_beginning_never_stood() {
        SubjectId alice = subject("alice");
        rules().subjects().report(alice, Fixture.CUSTOMER, Fact.endedOn(LocalDate.of(2030, 12, 31)));
        assertFalse(fact(alice, Fixture.CUSTOMER).holdsAt(clock.instant()));
    }

    @Test
    void the_last_country_counts() {
        SubjectId alice = subject("alice");
        rules().subjects().reportCountry(alice, "SE");
        rules().subjects().reportCountry(alice, "DE");
        assertEquals("DE", fact(alice, FactEvent.COUNTRY).value());
    }

    @Test
    void an_unknown_country_is_refused() {
        assertThrows(InvalidInputException.class, () -> rules().subjects().reportCountry(subject("alice"), "Sweden"));
    }

    @Test
    @Gdpr("8(1)")
    void the_day_of_coming_of_age_is_kept_in_place_of_the_date_of_birth() {
        SubjectId alice = subject("alice");
        rules().subjects().reportOfAgeFrom(alice, LocalDate.of(2026, 11, 23));
        FactState ofAge = fact(alice, FactEvent.OF_AGE);
        assertTrue(ofAge.isKnown());
        assertFalse(ofAge.holdsAt(clock.instant()));
        assertTrue(ofAge.holdsAt(Instant.parse("2026-11-22T23:00:00Z")));
    }

    @Test
    @Mission("M1")
    @Gdpr("13(1)")
    void the_version_of_the_notice_that_was_shown_is_kept() {
        SubjectId alice = subject("alice");
        rules().subjects().reportNoticeShown(alice);
        assertEquals("1", fact(alice, FactEvent.NOTICE).value());
        clock.set(Fixture.SECOND_VERSION);
        rules().subjects().reportNoticeShown(alice);
        assertEquals("2", fact(alice, FactEvent.NOTICE).value());
    }

    @Test
    void an_undeclared_relation_is_refused_with_the_nearest_name() {
        UnknownNameException unknown = assertThrows(
                UnknownNameException.class,
                () -> rules().subjects().report(subject("alice"), "costumer", Fact.since(Fixture.longAgo())));
        assertEquals("UNKNOWN_SUBJECT_KIND", unknown.code());
        assertTrue(unknown.getMessage().contains("did you mean \"customer\"?"), unknown.getMessage());
    }

    @Test
    void a_repeated_report_changes_nothing() {
        SubjectId alice = subject("alice");
        OperationId operation = OperationId.random();
        Recorded first = rules().subjects().report(operation, alice, Fixture.CUSTOMER, Fact.since(Fixture.longAgo()));
        rules().subjects().report(alice, Fixture.CUSTOMER, Fact.endedOn(LocalDate.of(2026, 1, 1)));
        clock.advance(Duration.ofDays(1));
        assertEquals(
                first.again(),
                rules().subjects().report(operation, alice, Fixture.CUSTOMER, Fact.since(Fixture.longAgo())));
        assertFalse(fact(alice, Fixture.CUSTOMER).holdsAt(clock.instant()));
    }

    @Test
    void an_operation_id_cannot_be_used_for_another_country() {
        OperationId operation = OperationId.random();
        SubjectId alice = subject("alice");
        rules().subjects().reportCountry(operation, alice, "SE");
        clock.advance(Duration.ofMinutes(1));
        assertTrue(rules().subjects().reportCountry(operation, alice, "SE").repeated());
        assertThrows(RefusedException.class, () -> rules().subjects().reportCountry(operation, alice, "DE"));
    }

    @Test
    void an_operation_id_cannot_be_used_for_another_fact() {
        OperationId operation = OperationId.random();
        SubjectId alice = subject("alice");
        rules().subjects().report(operation, alice, Fixture.CUSTOMER, Fact.since(Fixture.longAgo()));
        RefusedException refused = assertThrows(
                RefusedException.class,
                () -> rules().subjects().report(operation, alice, Fixture.VISITOR, Fact.since(Fixture.longAgo())));
        assertEquals("OPERATION_ID_REUSED", refused.code());
    }

    private FactState event(SubjectId subject, String name) {
        return store().knownSubjects().find(subject).event(name);
    }

    @Test
    @Gdpr("5(1)(e)")
    void the_day_of_an_event_is_the_one_that_was_reported_last_until_it_is_undone() {
        SubjectId alice = subject("alice");
        assertFalse(event(alice, "relation-ended").isKnown());
        rules().subjects().reportEvent(alice, "relation-ended", LocalDate.of(2025, 7, 1));
        assertEquals("2025-07-01", event(alice, "relation-ended").value());
        rules().subjects().reportEvent(alice, "relation-ended", LocalDate.of(2025, 5, 1));
        assertEquals("2025-05-01", event(alice, "relation-ended").value());
        assertEquals(
                Instant.parse("2026-05-01T22:00:00Z"),
                rules().retention().of(alice).of("contact-details").dueFrom().orElseThrow());
        rules().subjects().reportEventUndone(alice, "relation-ended");
        assertTrue(event(alice, "relation-ended").isKnown());
        assertEquals("", event(alice, "relation-ended").value());
        assertEquals(
                KnownSubject.after(store().journal().entries(alice, clock.instant())),
                store().knownSubjects().find(alice));
    }

    @Test
    void the_newest_entries_are_read_without_the_older_ones() {
        SubjectId alice = subject("alice");
        assertEquals(List.of(), store().journal().latest(alice, 2));
        for (int day = 1; day <= 5; day++) {
            rules().subjects().reportEvent(alice, "relation-ended", LocalDate.of(2025, 5, day));
            rules().subjects().reportEvent(subject("bob"), "relation-ended", LocalDate.of(2025, 5, day));
        }
        List<StoredEntry> backwards = new ArrayList<>(history(alice));
        Collections.reverse(backwards);
        assertEquals(backwards.subList(0, 2), store().journal().latest(alice, 2));
        assertEquals(backwards, store().journal().latest(alice, 100));
    }

    @Test
    void an_event_and_a_relation_of_one_name_are_two_facts() {
        SubjectId alice = subject("alice");
        rules().subjects().reportEvent(alice, Fixture.CUSTOMER, LocalDate.of(2025, 7, 1));
        assertFalse(fact(alice, Fixture.CUSTOMER).isKnown());
        rules().subjects().report(alice, Fixture.CUSTOMER, Fact.since(LocalDate.of(2025, 8, 1)));
        rules().subjects().reportEventUndone(alice, Fixture.CUSTOMER);
        assertTrue(fact(alice, Fixture.CUSTOMER).holdsAt(clock.instant()));
    }

    @Test
    void a_repeated_event_is_recorded_once_and_its_operation_id_serves_no_other() {
        SubjectId alice = subject("alice");
        OperationId operation = OperationId.random();
        LocalDate day = LocalDate.of(2025, 7, 1);
        Recorded first = rules().subjects().reportEvent(operation, alice, "relation-ended", day);
        rules().subjects().reportEventUndone(alice, "relation-ended");
        clock.advance(Duration.ofMinutes(1));
        assertEquals(first.again(), rules().subjects().reportEvent(operation, alice, "relation-ended", day));
        assertEquals("", event(alice, "relation-ended").value());
        assertThrows(
                RefusedException.class,
                () -> rules().subjects().reportEvent(operation, alice, "relation-ended", day.plusDays(1)));
        assertThrows(
                RefusedException.class, () -> rules().subjects().reportEventUndone(operation, alice, "relation-ended"));
    }

    @Test
    void an_event_that_the_policy_does_not_declare_is_refused() {
        SubjectId alice = subject("alice");
        assertThrows(
                UnknownNameException.class,
                () -> rules().subjects().reportEvent(alice, "relation-end", LocalDate.of(2025, 7, 1)));
        assertThrows(
                InvalidInputException.class,
                () -> rules().subjects().reportEvent(alice, "relation-ended", LocalDate.of(12_000, 1, 1)));
        assertFalse(event(alice, "relation-ended").isKnown());
    }
}
