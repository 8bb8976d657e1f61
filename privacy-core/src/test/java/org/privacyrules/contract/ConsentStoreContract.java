package org.privacyrules.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.privacyrules.PrivacyRules;
import org.privacyrules.consent.ConsentState;
import org.privacyrules.consent.ConsentStatus;
import org.privacyrules.consent.Consents;
import org.privacyrules.consent.ImportReport;
import org.privacyrules.consent.ImportedConsent;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.failure.RefusedException;
import org.privacyrules.ledger.Recorded;
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
    void asking_again_for_a_confirmed_consent_does_not_suspend_it() {
        SubjectId alice = subject("alice");
        give(alice, "digest");
        rules().consents().confirm(alice, "digest", Fixture.said());
        give(alice, "digest");
        assertEquals(ConsentStatus.GIVEN, status(alice, "digest"));
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
        assertEquals(ConsentStatus.UNKNOWN, status(visitor, "survey"));
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
    void time_that_goes_back_on_the_hosts_clock_does_not_go_back_in_the_journal() {
        SubjectId alice = subject("alice");
        Recorded first = give(alice, "tracking");
        clock.advance(Duration.ofHours(-1));
        Recorded second = rules().consents().withdraw(alice, "tracking", Fixture.said());
        assertEquals(first.at(), second.at());
        assertEquals(ConsentStatus.WITHDRAWN, status(alice, "tracking"));
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
