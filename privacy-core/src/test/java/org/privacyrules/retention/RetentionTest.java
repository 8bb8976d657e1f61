package org.privacyrules.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.privacyrules.calendar.FiscalYears;
import org.privacyrules.consent.Evidence;
import org.privacyrules.consent.Evidence.Channel;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.fact.Fact;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.UnknownNameException;
import org.privacyrules.retention.Keeping.Fate;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.SubjectId;

/** What keeps a datum, until when and why. */
class RetentionTest {

    private final RetentionScene scene = RetentionScene.ofTheShop();

    private static Evidence said() {
        return Evidence.of(Channel.WEB_FORM, "page", Actor.subject());
    }

    @Test
    @Mission("M4")
    @Gdpr("5(1)(e)")
    void nothing_is_due_while_a_purpose_stands_without_an_end() {
        Keeping contact = scene.keeping("contact");
        assertEquals(Fate.OPEN_ENDED, contact.fate());
        assertEquals(Optional.empty(), contact.dueFrom());
        assertEquals(
                "kept for `account` (contract), with no end yet; not reported yet: the contract ended", contact.line());
    }

    @Test
    @Mission("M6")
    void an_invoice_is_kept_for_the_law_and_not_a_day_longer() {
        scene.left("2024-02-10");
        scene.now("2026-01-01");
        Keeping invoice = scene.invoice("2024-01-31");
        assertEquals(Fate.KEPT, invoice.fate());
        assertEquals(Optional.of(RetentionScene.midnight("2032-01-01")), invoice.dueFrom());
        assertEquals(
                "kept through 2031-12-31 for `invoicing` (legal obligation, Bokföringslagen 7 kap. 2 §)",
                invoice.line());
        scene.clock.set(RetentionScene.midnight("2032-01-01").minusNanos(1000));
        assertEquals(Fate.KEPT, scene.invoice("2024-01-31").fate());
        scene.clock.set(RetentionScene.midnight("2032-01-01"));
        assertEquals(Fate.DUE, scene.invoice("2024-01-31").fate());
        assertEquals(
                "due since 2032-01-01: `invoicing` (legal obligation, Bokföringslagen 7 kap. 2 §) was the last purpose, and its"
                        + " term is over",
                scene.invoice("2024-01-31").line());
    }

    @Test
    @Gdpr("17(3)(b)")
    void an_objection_ends_marketing_and_no_duty() {
        scene.left("2024-02-10");
        scene.rules.consents().objectTo(scene.alice, "news", said());
        Keeping invoice = scene.invoice("2024-01-31");
        assertEquals(
                Standing.OBJECTED, RetentionScene.justification(invoice, "news").standing());
        assertTrue(RetentionScene.justification(invoice, "invoicing").stands());
        assertEquals(Optional.of(RetentionScene.midnight("2032-01-01")), invoice.dueFrom());
    }

    @Test
    @Mission("M4")
    void the_longest_of_several_purposes_keeps_and_each_says_its_own_end() {
        scene.left("2024-02-10");
        assertEquals(
                Optional.of(RetentionScene.midnight("2024-05-11")),
                scene.justification("contact", "account").until());
        assertEquals(
                Optional.of(RetentionScene.midnight("2025-02-11")),
                scene.justification("contact", "news").until());
        assertEquals(
                Optional.of(RetentionScene.midnight("2025-02-11")),
                scene.invoice("2010-01-01").dueFrom());
        assertEquals(
                Optional.of(RetentionScene.midnight("2024-05-11")),
                scene.keeping("address").dueFrom());
    }

    @Test
    void a_day_that_nobody_reported_is_told_and_never_guessed() {
        scene.left("2024-02-10");
        assertEquals(
                List.of("invoice-issued"),
                scene.justification("contact", "invoicing").awaited());
        assertEquals(
                "kept for `invoicing` (legal obligation, Bokföringslagen 7 kap. 2 §), with no end yet; not reported yet: the"
                        + " invoice was issued",
                scene.keeping("contact").line());
    }

    @Test
    @Gdpr("7(3)")
    void what_rests_on_consent_alone_is_due_when_it_is_withdrawn() {
        scene.consents();
        Keeping given = scene.keeping("habits");
        assertEquals(Fate.KEPT, given.fate());
        assertEquals(
                Optional.of(RetentionScene.noon("2026-03-01")), given.dueFrom(), "the consent is valid for two years");
        scene.now("2024-04-01");
        scene.rules.consents().withdraw(scene.alice, "tracking", said());
        Keeping withdrawn = scene.keeping("habits");
        assertEquals(Fate.DUE, withdrawn.fate());
        assertEquals(
                "due since 2024-04-01: `tracking` (consent) was the last purpose, and consent was withdrawn",
                withdrawn.line());
    }

    @Test
    void what_nobody_consented_to_was_never_justified() {
        Keeping habits = scene.keeping("habits");
        assertEquals(Fate.DUE, habits.fate());
        assertEquals("due: no purpose ever justified it", habits.line());
        assertEquals(Optional.of(Instant.MIN), habits.dueFrom());
    }

    @Test
    @Mission("M13")
    void a_closed_case_is_kept_for_two_years_and_a_reopened_one_until_it_is_closed_again() {
        scene.happened("case-opened", "2023-11-01");
        scene.happened("case-closed", "2024-02-29");
        assertEquals(
                Optional.of(RetentionScene.midnight("2026-03-01")),
                scene.keeping("case").dueFrom());
        scene.rules.subjects().reportEventUndone(scene.alice, "case-closed");
        assertEquals(
                Optional.of(RetentionScene.midnight("2028-11-02")),
                scene.keeping("case").dueFrom(),
                "five years after it was opened at the latest");
        scene.happened("case-closed", "2025-06-01");
        scene.happened("case-closed", "2024-06-01");
        assertEquals(
                Optional.of(RetentionScene.midnight("2026-06-02")),
                scene.keeping("case").dueFrom(),
                "a corrected day replaces the one before");
    }

    @Test
    void an_event_that_is_the_end_of_a_relation_is_reported_as_such() {
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> scene.happened("contract-ended", "2024-02-01"));
        assertEquals(
                "event contract-ended: it is the end of the relation customer: report that with Fact.endedOn(day)",
                refused.getMessage());
        scene.left("2024-02-01");
        scene.rules.subjects().report(scene.alice, "customer", Fact.since(LocalDate.of(2024, 2, 20)));
        assertEquals(Fate.OPEN_ENDED, scene.keeping("address").fate(), "a customer again");
    }

    @Test
    @Gdpr("5(1)(e)")
    void a_greatest_age_caps_a_purpose_and_no_duty() {
        Map<String, LocalDate> old = Map.of(Retention.COLLECTED, LocalDate.of(2013, 3, 1));
        Keeping address = scene.rules.retention().of(scene.alice).of("address", old);
        assertEquals(Fate.DUE, address.fate());
        assertEquals(
                "due since 2023-03-02: `account` (contract) was the last purpose, and the data have reached their greatest age",
                address.line());
    }

    @Test
    void names_that_no_version_declares_are_refused() {
        assertEquals(
                "UNKNOWN_CATEGORY",
                assertThrows(UnknownNameException.class, () -> scene.keeping("adress"))
                        .code());
        assertEquals(
                "UNKNOWN_EVENT",
                assertThrows(UnknownNameException.class, () -> scene.happened("case-close", "2024-02-01"))
                        .code());
        SubjectRetention alice = scene.rules.retention().of(scene.alice);
        Map<String, LocalDate> unknown = Map.of("issued", LocalDate.of(2024, 1, 1));
        assertThrows(UnknownNameException.class, () -> alice.of("contact", unknown));
    }

    @Test
    void an_earlier_instant_is_answered_by_what_was_recorded_by_then() {
        Instant before = scene.clock.instant();
        scene.now("2024-06-01");
        scene.left("2024-02-10");
        assertEquals(Fate.DUE, scene.keeping("address").fate());
        Keeping then = scene.rules.retention().asOf(scene.alice, before).of("address");
        assertEquals(Fate.OPEN_ENDED, then.fate());
        assertEquals(before, then.decidedAt());
        Instant future = scene.clock.instant().plusSeconds(1);
        assertThrows(InvalidInputException.class, () -> scene.rules.retention().asOf(scene.alice, future));
    }

    @Test
    void a_stranger_has_nothing_that_is_justified_but_what_the_law_orders() {
        SubjectRetention stranger = scene.rules.retention().of(SubjectId.of("nobody-known"));
        assertEquals("due: no purpose ever justified it", stranger.of("contact").line());
        Keeping invoice = stranger.of("contact", Map.of("invoice-issued", LocalDate.of(2024, 1, 31)));
        assertEquals(
                "kept through 2031-12-31 for `invoicing` (legal obligation, Bokföringslagen 7 kap. 2 §)",
                invoice.line());
    }

    @Test
    void the_whole_explanation_names_every_purpose_with_its_rule() {
        scene.left("2024-02-10");
        scene.rules.consents().objectTo(scene.alice, "news", said());
        assertEquals(
                List.of(
                        "`contact`: kept through 2031-12-31 for `invoicing` (legal obligation, Bokföringslagen 7 kap. 2 §)",
                        "- `invoicing` (legal obligation, Bokföringslagen 7 kap. 2 §): justifies keeping; from 2020-01-01 through"
                                + " 2031-12-31; its rule: until the end of the seventh year after the calendar year in which the"
                                + " fiscal year ended in which the invoice was issued",
                        "- `account` (contract): justifies keeping; from 2020-01-01 through 2024-05-10; its rule: until 3 months"
                                + " after the contract ended",
                        "- `news` (legitimate interests, assessment LIA-1): the person objected; from 2020-01-01 through"
                                + " 2024-03-01; its rule: until 1 year after the contract ended"),
                scene.invoice("2024-01-31").explanation().lines().toList());
    }

    @Test
    void the_books_of_a_company_with_a_broken_fiscal_year_are_kept_longer() {
        RetentionScene broken = new RetentionScene(RetentionScene.shop("1", RetentionScene.OPENING)
                .fiscalYears(FiscalYears.endingOn(MonthDay.of(4, 30)))
                .build());
        broken.left("2024-02-10");
        assertEquals(
                Optional.of(RetentionScene.midnight("2033-01-01")),
                broken.invoice("2024-05-02").dueFrom());
        assertEquals(
                Optional.of(RetentionScene.midnight("2032-01-01")),
                broken.invoice("2024-04-30").dueFrom());
    }

    @Test
    void a_relation_that_will_begin_makes_nothing_due_that_an_earlier_one_left() {
        scene.left("2024-02-10");
        scene.rules.subjects().report(scene.alice, "customer", Fact.since(LocalDate.of(2024, 5, 1)));
        assertEquals(Fate.OPEN_ENDED, scene.keeping("address").fate());
        assertTrue(RetentionScene.justification(scene.invoice("2024-01-31"), "invoicing")
                .stands());
    }
}
