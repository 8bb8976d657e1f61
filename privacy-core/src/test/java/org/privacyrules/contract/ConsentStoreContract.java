package org.privacyrules.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.privacyrules.PrivacyRules;
import org.privacyrules.consent.ConsentState;
import org.privacyrules.consent.ConsentStatus;
import org.privacyrules.consent.Consents;
import org.privacyrules.consent.Evidence;
import org.privacyrules.consent.ImportReport;
import org.privacyrules.consent.ImportedConsent;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.RefusedException;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/** What a storage of consents must keep. */
public abstract class ConsentStoreContract extends StoreContract {

    /** Makes the suite. */
    protected ConsentStoreContract() {}

    private ConsentStatus status(SubjectId subject, String purpose) {
        return state(subject, purpose).status();
    }

    private ConsentState state(SubjectId subject, String purpose) {
        return store().knownSubjects().find(subject).consent(purpose);
    }

    private Recorded give(SubjectId subject, String purpose) {
        PrivacyRules rules = rules();
        return rules.consents().give(subject, purpose, Fixture.shown(Fixture.shownText(rules, purpose, clock)));
    }

    @Test
    void nothing_recorded_is_unknown() {
        assertEquals(ConsentState.NONE, state(subject("nobody"), "tracking"));
    }

    @Test
    @Gdpr("7(1)")
    void a_given_consent_is_kept_with_its_text_version_and_validity() {
        SubjectId alice = subject("alice");
        Recorded recorded = give(alice, "tracking");
        ConsentState state = state(alice, "tracking");
        assertEquals(ConsentStatus.GIVEN, state.status());
        assertEquals(1, state.textVersion());
        assertEquals(clock.instant(), state.span().since());
        assertEquals(
                "2026-04-10T23:00:00Z",
                state.span().end().toString(),
                "three months in Stockholm, over a change of clocks");
        assertEquals(recorded.sequence(), state.sequence());
        assertFalse(recorded.repeated());
    }

    @Test
    @Gdpr("7(3)")
    void a_withdrawal_replaces_a_consent_and_a_new_consent_replaces_the_withdrawal() {
        SubjectId alice = subject("alice");
        give(alice, "tracking");
        rules().consents().withdraw(alice, "tracking", Fixture.said());
        assertEquals(ConsentStatus.WITHDRAWN, status(alice, "tracking"));
        give(alice, "tracking");
        assertEquals(ConsentStatus.GIVEN, status(alice, "tracking"));
    }

    @Test
    @Gdpr("7(3)")
    void a_withdrawal_without_a_consent_is_recorded() {
        SubjectId alice = subject("alice");
        rules().consents().withdraw(alice, "tracking", Fixture.said());
        assertEquals(ConsentStatus.WITHDRAWN, status(alice, "tracking"));
    }

    @Test
    @Mission("M10")
    @Gdpr("21(3)")
    void an_objection_stands_until_it_is_lifted() {
        SubjectId alice = subject("alice");
        rules().consents().objectTo(alice, "product-news", Fixture.said());
        assertEquals(ConsentStatus.OBJECTED, status(alice, "product-news"));
        rules().consents().liftObjection(alice, "product-news", Fixture.said());
        assertEquals(ConsentStatus.OBJECTION_LIFTED, status(alice, "product-news"));
    }

    @Test
    void lifting_an_objection_that_nobody_made_changes_nothing() {
        SubjectId alice = subject("alice");
        give(alice, "digest");
        rules().consents().liftObjection(alice, "digest", Fixture.said());
        assertEquals(ConsentStatus.PENDING, status(alice, "digest"));
    }

    @Test
    void refused_dismissed_and_unknown_are_three_states() {
        SubjectId alice = subject("alice");
        rules().consents().refuse(alice, "tracking", Fixture.said());
        rules().consents().dismiss(alice, "survey", Fixture.said());
        assertEquals(ConsentStatus.REFUSED, status(alice, "tracking"));
        assertEquals(ConsentStatus.DISMISSED, status(alice, "survey"));
        assertEquals(ConsentStatus.UNKNOWN, status(alice, "digest"));
    }

    @Test
    void a_dismissed_question_overrides_no_answer() {
        SubjectId alice = subject("alice");
        give(alice, "tracking");
        rules().consents().dismiss(alice, "tracking", Fixture.said());
        assertEquals(ConsentStatus.GIVEN, status(alice, "tracking"));
        rules().consents().withdraw(alice, "tracking", Fixture.said());
        rules().consents().dismiss(alice, "tracking", Fixture.said());
        assertEquals(ConsentStatus.WITHDRAWN, status(alice, "tracking"));
    }

    @Test
    void a_double_opt_in_is_pending_until_it_is_confirmed() {
        SubjectId alice = subject("alice");
        give(alice, "digest");
        assertEquals(ConsentStatus.PENDING, status(alice, "digest"));
        clock.advance(Duration.ofHours(1));
        rules().consents().confirm(alice, "digest", Fixture.said());
        ConsentState confirmed = state(alice, "digest");
        assertEquals(ConsentStatus.GIVEN, confirmed.status());
        assertEquals(1, confirmed.textVersion());
        assertEquals(clock.instant(), confirmed.span().since());
    }

    @Test
    void a_confirmation_after_a_withdrawal_confirms_nothing() {
        SubjectId alice = subject("alice");
        give(alice, "digest");
        rules().consents().withdraw(alice, "digest", Fixture.said());
        rules().consents().confirm(alice, "digest", Fixture.said());
        assertEquals(ConsentStatus.WITHDRAWN, status(alice, "digest"));
    }

    @Test
    void asking_again_for_a_confirmed_consent_does_not_suspend_it_and_renews_it_when_confirmed() {
        SubjectId alice = subject("alice");
        give(alice, "digest");
        rules().consents().confirm(alice, "digest", Fixture.said());
        clock.advance(Duration.ofDays(20));
        give(alice, "digest");
        assertEquals(ConsentStatus.GIVEN, status(alice, "digest"));
        rules().consents().confirm(alice, "digest", Fixture.said());
        assertEquals(clock.instant(), state(alice, "digest").span().since());
    }

    @Test
    @Gdpr("21(3)")
    void a_typed_address_does_not_undo_an_objection_until_it_is_confirmed() {
        SubjectId alice = subject("alice");
        rules().consents().objectTo(alice, "digest", Fixture.said());
        give(alice, "digest");
        assertEquals(ConsentStatus.OBJECTED, status(alice, "digest"));
        rules().consents().confirm(alice, "digest", Fixture.said());
        assertEquals(ConsentStatus.GIVEN, status(alice, "digest"));
    }

    @Test
    void a_confirmation_that_comes_too_late_confirms_nothing() {
        SubjectId alice = subject("alice");
        give(alice, "digest");
        clock.advance(Duration.ofDays(14));
        rules().consents().confirm(alice, "digest", Fixture.said());
        assertEquals(ConsentStatus.PENDING, status(alice, "digest"));
    }

    @Test
    @Gdpr("4(11)")
    void software_gives_no_consent() {
        SubjectId alice = subject("alice");
        String text = Fixture.shownText(rules(), "tracking", clock);
        for (Evidence evidence : List.of(
                Evidence.webForm("sign-up", text, Actor.system("sign-up")),
                Evidence.of(Evidence.Channel.SIGNAL, "banner", Actor.subject()).showing(text),
                Evidence.of(Evidence.Channel.IMPORT, "crm", Actor.subject()).showing(text))) {
            RefusedException refused = assertThrows(
                    RefusedException.class, () -> rules().consents().give(alice, "tracking", evidence));
            assertEquals("NO_AFFIRMATIVE_ACT", refused.code());
        }
        assertTrue(history(alice).isEmpty());
    }

    @Test
    void a_repeated_operation_changes_nothing_and_returns_the_first_answer() {
        SubjectId alice = subject("alice");
        OperationId operation = OperationId.random();
        Recorded first = rules().consents().withdraw(operation, alice, "tracking", Fixture.said());
        give(alice, "tracking");
        clock.advance(Duration.ofDays(1));
        Recorded again = rules().consents().withdraw(operation, alice, "tracking", Fixture.said());
        assertEquals(first.again(), again);
        assertEquals(ConsentStatus.GIVEN, status(alice, "tracking"));
        assertEquals(2, history(alice).size());
    }

    @Test
    void an_operation_id_cannot_be_used_for_another_command() {
        SubjectId alice = subject("alice");
        OperationId operation = OperationId.random();
        Consents consents = rules().consents();
        consents.withdraw(operation, alice, "tracking", Fixture.said());
        RefusedException refused = assertThrows(
                RefusedException.class, () -> consents.withdraw(operation, alice, "survey", Fixture.said()));
        assertEquals("OPERATION_ID_REUSED", refused.code());
        assertEquals(1, history(alice).size());
    }

    @Test
    void the_same_operation_id_on_two_subjects_is_two_commands() {
        OperationId operation = OperationId.random();
        for (String key : List.of("alice", "bob")) {
            rules().consents().withdraw(operation, subject(key), "tracking", Fixture.said());
            assertEquals(ConsentStatus.WITHDRAWN, status(subject(key), "tracking"));
        }
    }

    @Test
    @Mission("M15")
    void a_visitors_answers_are_carried_over_at_sign_in_and_used_up() {
        SubjectId visitor = subject("cookie-1");
        SubjectId alice = subject("alice");
        give(visitor, "tracking");
        rules().consents().refuse(visitor, "survey", Fixture.said());
        ConsentState given = state(visitor, "tracking");
        clock.advance(Duration.ofMinutes(5));
        rules().consents().merge(visitor, alice, Fixture.said());
        assertEquals(ConsentStatus.GIVEN, status(alice, "tracking"));
        assertEquals(given.span(), state(alice, "tracking").span());
        assertEquals(ConsentStatus.REFUSED, status(alice, "survey"));
        assertEquals(ConsentStatus.UNKNOWN, status(visitor, "tracking"));
    }

    @Test
    void a_visitors_yes_never_overrides_the_accounts_no() {
        SubjectId visitor = subject("cookie-1");
        SubjectId alice = subject("alice");
        rules().consents().withdraw(alice, "tracking", Fixture.said());
        clock.advance(Duration.ofDays(1));
        give(visitor, "tracking");
        rules().consents().merge(visitor, alice, Fixture.said());
        assertEquals(ConsentStatus.WITHDRAWN, status(alice, "tracking"));
    }

    @Test
    void a_visitors_no_overrides_an_older_yes_of_the_account_but_not_a_newer_one() {
        SubjectId alice = subject("alice");
        SubjectId first = subject("cookie-1");
        SubjectId second = subject("cookie-2");
        rules().consents().refuse(first, "tracking", Fixture.said());
        clock.advance(Duration.ofDays(1));
        give(alice, "tracking");
        rules().consents().merge(first, alice, Fixture.said());
        assertEquals(ConsentStatus.GIVEN, status(alice, "tracking"));
        clock.advance(Duration.ofDays(1));
        rules().consents().refuse(second, "tracking", Fixture.said());
        rules().consents().merge(second, alice, Fixture.said());
        assertEquals(ConsentStatus.REFUSED, status(alice, "tracking"));
    }

    @Test
    void the_next_person_at_the_same_browser_inherits_nothing() {
        SubjectId visitor = subject("cookie-1");
        give(visitor, "tracking");
        rules().consents().merge(visitor, subject("alice"), Fixture.said());
        rules().consents().merge(visitor, subject("bob"), Fixture.said());
        assertEquals(ConsentStatus.UNKNOWN, status(subject("bob"), "tracking"));
    }

    @Test
    @Gdpr("21(3)")
    void a_visitors_no_stays_with_the_visitor_too() {
        SubjectId visitor = subject("cookie-1");
        rules().consents().objectTo(visitor, "product-news", Fixture.said());
        rules().consents().merge(visitor, subject("alice"), Fixture.said());
        assertEquals(ConsentStatus.OBJECTED, status(subject("alice"), "product-news"));
        assertEquals(ConsentStatus.OBJECTED, status(visitor, "product-news"));
    }

    @Test
    void a_visitors_no_is_carried_over_a_dismissal_and_a_used_up_answer() {
        SubjectId first = subject("cookie-1");
        SubjectId second = subject("cookie-2");
        SubjectId alice = subject("alice");
        rules().consents().refuse(first, "tracking", Fixture.said());
        clock.advance(Duration.ofHours(1));
        rules().consents().dismiss(alice, "tracking", Fixture.said());
        rules().consents().merge(first, alice, Fixture.said());
        assertEquals(ConsentStatus.REFUSED, status(alice, "tracking"));
        rules().consents().objectTo(first, "product-news", Fixture.said());
        clock.advance(Duration.ofHours(1));
        give(second, "tracking");
        rules().consents().merge(second, subject("bob"), Fixture.said());
        rules().consents().merge(first, second, Fixture.said());
        assertEquals(ConsentStatus.OBJECTED, status(second, "product-news"));
        assertEquals(ConsentStatus.REFUSED, status(second, "tracking"));
    }

    @Test
    void of_two_noes_the_more_protective_and_the_later_count() {
        SubjectId visitor = subject("cookie-1");
        SubjectId alice = subject("alice");
        rules().consents().refuse(alice, "digest", Fixture.said());
        clock.advance(Duration.ofDays(2));
        rules().consents().objectTo(visitor, "digest", Fixture.said());
        Instant objected = clock.instant();
        rules().consents().merge(visitor, alice, Fixture.said());
        assertEquals(ConsentStatus.OBJECTED, status(alice, "digest"));
        assertEquals(objected, state(alice, "digest").span().since());
    }

    @Test
    @Gdpr("8(2)")
    void a_guardian_at_sign_in_makes_no_childs_answer_the_guardians() {
        SubjectId visitor = subject("cookie-1");
        SubjectId alice = subject("alice");
        give(visitor, "survey");
        rules().consents()
                .merge(visitor, alice, Evidence.of(Evidence.Channel.WEB_FORM, "sign-in", Actor.guardian("g")));
        assertEquals(ConsentStatus.GIVEN, status(alice, "survey"));
        assertFalse(state(alice, "survey").byGuardian());
    }

    @Test
    void an_operation_id_merges_one_pair_only() {
        SubjectId visitor = subject("cookie-1");
        OperationId operation = OperationId.random();
        give(visitor, "tracking");
        rules().consents().merge(operation, visitor, subject("alice"), Fixture.said());
        give(visitor, "tracking");
        for (SubjectId[] pair :
                new SubjectId[][] {{visitor, subject("bob")}, {subject("cookie-2"), subject("alice")}}) {
            RefusedException refused = assertThrows(
                    RefusedException.class,
                    () -> rules().consents().merge(operation, pair[0], pair[1], Fixture.said()));
            assertEquals("OPERATION_ID_REUSED", refused.code());
        }
        assertEquals(ConsentStatus.UNKNOWN, status(subject("bob"), "tracking"));
        assertEquals(ConsentStatus.GIVEN, status(visitor, "tracking"));
    }

    @Test
    void a_repeated_merge_changes_nothing() {
        SubjectId visitor = subject("cookie-1");
        SubjectId alice = subject("alice");
        OperationId operation = OperationId.random();
        give(visitor, "tracking");
        Recorded first = rules().consents().merge(operation, visitor, alice, Fixture.said());
        give(visitor, "survey");
        assertEquals(first.again(), rules().consents().merge(operation, visitor, alice, Fixture.said()));
        assertEquals(ConsentStatus.UNKNOWN, status(alice, "survey"));
        assertEquals(ConsentStatus.GIVEN, status(visitor, "survey"));
    }

    @Test
    void merges_of_new_subjects_in_both_directions_do_not_wait_for_each_other() {
        Consents consents = rules().consents();
        for (int i = 0; i < 15; i++) {
            SubjectId one = subject("one-" + i);
            SubjectId other = subject("other-" + i);
            Race.of(
                    4,
                    thread -> thread % 2 == 0
                            ? consents.merge(one, other, Fixture.said())
                            : consents.merge(other, one, Fixture.said()),
                    1);
            assertEquals(4, history(one).size());
        }
    }

    private ImportedConsent imported(String id, String key, ConsentStatus status, int daysAgo) {
        String text = Fixture.shownText(rules(), "tracking", clock);
        return new ImportedConsent(
                id,
                subject(key),
                "tracking",
                status,
                clock.instant().minus(Duration.ofDays(daysAgo)),
                Fixture.shown(text));
    }

    @Test
    void an_import_keeps_the_latest_answer_whatever_its_order_and_can_be_repeated() {
        List<ImportedConsent> answers = List.of(
                imported("1", "alice", ConsentStatus.GIVEN, 1),
                imported("2", "alice", ConsentStatus.WITHDRAWN, 3),
                imported("3", "bob", ConsentStatus.OBJECTED, 1),
                imported("4", "bob", ConsentStatus.GIVEN, 3));
        assertEquals(new ImportReport(4, 0, 0), rules().consents().importAll(answers));
        assertEquals(new ImportReport(0, 4, 0), rules().consents().importAll(answers));
        assertEquals(ConsentStatus.GIVEN, status(subject("alice"), "tracking"));
        assertEquals(ConsentStatus.OBJECTED, status(subject("bob"), "tracking"));
    }

    @Test
    void of_two_imported_at_the_same_time_the_more_protective_wins() {
        rules().consents()
                .importAll(List.of(
                        imported("1", "alice", ConsentStatus.GIVEN, 1),
                        imported("2", "alice", ConsentStatus.WITHDRAWN, 1),
                        imported("3", "alice", ConsentStatus.REFUSED, 1)));
        assertEquals(ConsentStatus.WITHDRAWN, status(subject("alice"), "tracking"));
    }

    @Test
    void an_old_imported_consent_does_not_override_a_withdrawal_made_here() {
        SubjectId alice = subject("alice");
        rules().consents().withdraw(alice, "tracking", Fixture.said());
        rules().consents().importAll(List.of(imported("1", "alice", ConsentStatus.GIVEN, 5)));
        assertEquals(ConsentStatus.WITHDRAWN, status(alice, "tracking"));
    }

    @Test
    @Gdpr("7(1)")
    void an_imported_consent_without_a_known_text_is_unproven_and_permits_nothing() {
        ImportedConsent unproven = new ImportedConsent(
                "1", subject("alice"), "tracking", ConsentStatus.GIVEN, clock.instant(), Fixture.shown("some text"));
        assertEquals(new ImportReport(1, 0, 1), rules().consents().importAll(List.of(unproven)));
        assertEquals(ConsentStatus.UNKNOWN, status(subject("alice"), "tracking"));
    }

    @Test
    void an_older_imported_answer_fills_what_a_dismissal_left_open() {
        SubjectId alice = subject("alice");
        rules().consents().dismiss(alice, "tracking", Fixture.said());
        rules().consents().importAll(List.of(imported("1", "alice", ConsentStatus.OBJECTED, 5)));
        assertEquals(ConsentStatus.OBJECTED, status(alice, "tracking"));
    }

    @Test
    void a_record_that_says_something_else_at_the_next_import_is_recorded() {
        rules().consents().importAll(List.of(imported("1", "alice", ConsentStatus.GIVEN, 5)));
        assertEquals(
                new ImportReport(1, 1, 0),
                rules().consents()
                        .importAll(List.of(
                                imported("1", "alice", ConsentStatus.GIVEN, 5),
                                imported("1", "alice", ConsentStatus.WITHDRAWN, 2))));
        assertEquals(ConsentStatus.WITHDRAWN, status(subject("alice"), "tracking"));
    }

    @Test
    void a_source_id_is_not_repeated_in_an_error() {
        InvalidInputException refused = assertThrows(
                InvalidInputException.class,
                () -> rules().consents()
                        .importAll(List.of(imported("anna@example.com", "alice", ConsentStatus.GIVEN, -1))));
        assertFalse(refused.getMessage().contains("anna"));
        assertFalse(imported("anna@example.com", "alice", ConsentStatus.GIVEN, 1)
                .toString()
                .contains("anna"));
    }

    @Test
    void time_that_goes_back_on_the_hosts_clock_does_not_go_back_in_the_journal() {
        SubjectId alice = subject("alice");
        Recorded first = give(alice, "tracking");
        clock.advance(Duration.ofHours(-1));
        Recorded second = rules().consents().withdraw(alice, "tracking", Fixture.said());
        assertEquals(first.at(), second.at());
        assertEquals(ConsentStatus.WITHDRAWN, status(alice, "tracking"));
        assertEquals(first.at(), state(alice, "tracking").span().since());
    }

    @Test
    void a_clock_that_leapt_ahead_and_came_back_hides_no_withdrawal_from_the_past() {
        SubjectId alice = subject("alice");
        give(alice, "tracking");
        Instant now = clock.instant();
        clock.advance(Duration.ofDays(150));
        rules().consents().dismiss(alice, "survey", Fixture.said());
        clock.set(now.plusSeconds(60));
        rules().consents().withdraw(alice, "tracking", Fixture.said());
        clock.advance(Duration.ofDays(1));
        assertEquals(
                ConsentStatus.WITHDRAWN,
                rules().decisions().asOf(alice, clock.instant()).consentStatus("tracking"));
    }

    @Test
    void racing_commands_of_one_subject_are_all_kept_and_put_in_order() {
        SubjectId alice = subject("alice");
        Consents consents = rules().consents();
        Race.of(8, round -> consents.withdraw(alice, "tracking", Fixture.said()), 25);
        assertEquals(200, history(alice).size());
        assertEquals(
                history(alice).get(199).sequence(), state(alice, "tracking").sequence());
    }

    @Test
    void of_racing_repetitions_exactly_one_is_the_first() {
        SubjectId alice = subject("alice");
        Consents consents = rules().consents();
        for (int i = 0; i < 20; i++) {
            OperationId operation = OperationId.random();
            List<Recorded> answers =
                    Race.of(6, round -> consents.withdraw(operation, alice, "tracking", Fixture.said()), 1);
            assertEquals(
                    1, answers.stream().filter(answer -> !answer.repeated()).count());
            assertEquals(1, answers.stream().map(Recorded::sequence).distinct().count());
        }
        assertEquals(20, history(alice).size());
    }

    @Test
    void racing_merges_of_one_visitor_give_its_answers_to_one_account() {
        for (int i = 0; i < 10; i++) {
            SubjectId visitor = subject("cookie-" + i);
            give(visitor, "tracking");
            List<SubjectId> accounts = List.of(subject("alice-" + i), subject("bob-" + i), subject("carol-" + i));
            Consents consents = rules().consents();
            Race.of(3, thread -> consents.merge(visitor, accounts.get(thread), Fixture.said()), 1);
            assertEquals(
                    1,
                    accounts.stream()
                            .filter(account -> status(account, "tracking") == ConsentStatus.GIVEN)
                            .count());
        }
    }

    @Test
    void another_tenants_subject_with_the_same_key_is_another_subject() {
        SubjectId alice = subject("alice");
        give(alice, "tracking");
        assertTrue(storage()
                .forTenant(new org.privacyrules.subject.Tenant(tenant.name().substring(1)))
                .knownSubjects()
                .find(alice)
                .consents()
                .isEmpty());
    }
}
