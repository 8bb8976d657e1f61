package org.privacyrules.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.contract.Fixture;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.policy.Purpose.Nature;

/** What a draft must have to become a policy. */
class PolicyBuilderTest {

    private static final RetentionTerm TERM = RetentionTerm.from("ended");

    private static PolicyBuilder draft() {
        return PrivacyPolicy.builder()
                .version("1")
                .effectiveFrom(LocalDate.of(2026, 1, 1))
                .zone(ZoneId.of("Europe/Stockholm"))
                .subjectKind("customer", "somebody with a contract")
                .event("ended", "it ended")
                .category("contact-details", c -> c.describedAs("how to reach you"));
    }

    private static List<String> codes(PolicyBuilder draft) {
        return assertThrows(InvalidPolicyException.class, draft::build).findings().stream()
                .filter(Finding::isError)
                .map(Finding::code)
                .toList();
    }

    @Test
    void a_version_starts_at_midnight_in_the_policys_zone() {
        PrivacyPolicy policy = draft().purpose(
                        "account",
                        p -> p.describedAs("to serve")
                                .contract()
                                .carriedBy("customer")
                                .uses("contact-details")
                                .kept(TERM))
                .build();
        assertEquals(Instant.parse("2025-12-31T23:00:00Z"), policy.effectiveFrom());
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_with_path_and_remedy() {
        InvalidPolicyException invalid = assertThrows(
                InvalidPolicyException.class,
                () -> PrivacyPolicy.builder()
                        .subjectKind("Customer", "a name with a capital")
                        .subjectKind("country", "a reserved name")
                        .category("contact-details", c -> c.onlyInCountries("Sweden"))
                        .category("contact-details", c -> c.describedAs("twice"))
                        .recipient(Recipient.of("printer", "prints", Recipient.Role.PROCESSOR, "se"))
                        .purpose("a", p -> p.contract().legitimateInterests("to sell", "LIA-1"))
                        .purpose(
                                "b",
                                p -> p.legalObligation(" ")
                                        .carriedBy("costumer")
                                        .uses("contacts")
                                        .disclosesTo("printr"))
                        .purpose("c", p -> p.carriedBy("country").uses("contact-details"))
                        .build());
        assertEquals(
                List.of(
                        "MISSING_VERSION",
                        "MISSING_ZONE",
                        "MISSING_START",
                        "INVALID_NAME",
                        "RESERVED_NAME",
                        "DUPLICATE_NAME",
                        "MISSING_DESCRIPTION",
                        "INVALID_COUNTRY",
                        "INVALID_COUNTRY",
                        "MISSING_DESCRIPTION",
                        "SEVERAL_BASES",
                        "PURPOSE_WITHOUT_CARRIER",
                        "PURPOSE_WITHOUT_CATEGORY",
                        "MISSING_DESCRIPTION",
                        "OBLIGATION_WITHOUT_CITATION",
                        "UNKNOWN_SUBJECT_KIND",
                        "UNKNOWN_CATEGORY",
                        "UNKNOWN_RECIPIENT",
                        "MISSING_DESCRIPTION",
                        "MISSING_BASIS",
                        "PURPOSE_WITHOUT_RETENTION",
                        "PURPOSE_WITHOUT_RETENTION"),
                invalid.findings().stream()
                        .filter(Finding::isError)
                        .map(Finding::code)
                        .toList());
        assertEquals("INVALID_POLICY", invalid.code());
        assertTrue(invalid.getMessage().contains("purposes.b.recipients"), invalid.getMessage());
        assertTrue(invalid.getMessage().contains("did you mean \"printer\"?"), invalid.getMessage());
    }

    @Test
    @Mission("M9")
    void a_service_message_rests_on_nothing_that_can_be_switched_off() {
        assertEquals(
                List.of("SWITCHABLE_SERVICE_MESSAGE"),
                codes(draft().purpose(
                                "messages",
                                p -> p.legitimateInterests("to sell", "LIA-1")
                                        .nature(Nature.SERVICE_MESSAGE)
                                        .describedAs("to tell")
                                        .kept(TERM)
                                        .carriedBy("customer")
                                        .uses("contact-details"))));
    }

    @Test
    @Gdpr("6(1)")
    void each_of_the_six_bases_can_be_said() {
        List<LawfulBasis> bases = List.of(
                new LawfulBasis.Consent(ConsentTerms.of(ConsentText.of(1, "en", "May we?"))),
                new LawfulBasis.Contract(),
                new LawfulBasis.LegalObligation("Law 1", Optional.empty()),
                new LawfulBasis.VitalInterests("accident"),
                new LawfulBasis.PublicTask("Law 2"),
                new LawfulBasis.LegitimateInterests(LocalText.of("en", "to sell"), "LIA-1"));
        PolicyBuilder draft = draft();
        for (int i = 0; i < bases.size(); i++) {
            LawfulBasis basis = bases.get(i);
            draft.purpose(
                    "purpose-" + i,
                    p -> p.describedAs("some purpose")
                            .basis(basis)
                            .carriedBy("customer")
                            .uses("contact-details")
                            .kept(TERM));
        }
        PrivacyPolicy policy = draft.build();
        assertEquals(
                bases, policy.purposes().values().stream().map(Purpose::basis).toList());
        assertEquals(
                List.of(false, false, false, false, true, true),
                policy.purposes().values().stream().map(Purpose::objectable).toList());
    }

    @Test
    void consent_terms_refuse_nonsense() {
        ConsentTerms terms = ConsentTerms.of(ConsentText.of(1, "en", "May we?"));
        assertThrows(InvalidInputException.class, () -> terms.validFor(Period.ZERO));
        assertThrows(InvalidInputException.class, () -> terms.validFor(Period.ofMonths(-1)));
        assertThrows(InvalidInputException.class, () -> terms.validFor(Period.ofYears(9000)));
        assertThrows(InvalidInputException.class, () -> terms.withDoubleOptIn(Period.ZERO));
        assertThrows(InvalidInputException.class, () -> ConsentText.of(0, "en", "May we?"));
        assertThrows(InvalidInputException.class, () -> ConsentText.of(1, "en", " "));
        assertThrows(InvalidInputException.class, () -> ConsentText.of(1, "en_GB", "May we?"));
        assertThrows(InvalidInputException.class, () -> ConsentText.of(1, "en", "?".repeat(20_001)));
    }

    @Test
    void versions_need_names_and_starts_of_their_own() {
        PrivacyPolicy first = Fixture.policy("1", Fixture.START, 1);
        assertThrows(InvalidInputException.class, () -> PolicyVersions.of(List.of()));
        assertThrows(
                InvalidInputException.class,
                () -> PolicyVersions.of(List.of(first, Fixture.policy("1", Fixture.SECOND_VERSION, 1))));
        assertThrows(
                InvalidInputException.class,
                () -> PolicyVersions.of(List.of(first, Fixture.policy("2", Fixture.START, 1))));
    }

    @Test
    @Mission("M3")
    void the_version_in_force_is_the_one_that_started_last() {
        PolicyVersions versions = PolicyVersions.of(
                List.of(Fixture.policy("2", Fixture.SECOND_VERSION, 2), Fixture.policy("1", Fixture.START, 1)));
        assertEquals("1", versions.inForceAt(Fixture.START).version());
        assertEquals(
                "1", versions.inForceAt(Fixture.SECOND_VERSION.minusNanos(1)).version());
        assertEquals("2", versions.inForceAt(Fixture.SECOND_VERSION).version());
    }

    @Test
    void the_version_of_a_consent_text_does_not_fall() {
        InvalidInputException refused = assertThrows(
                InvalidInputException.class,
                () -> PolicyVersions.of(List.of(
                        Fixture.policy("1", Fixture.START, 2), Fixture.policy("2", Fixture.SECOND_VERSION, 1))));
        assertTrue(refused.getMessage().contains("tracking"), refused.getMessage());
    }

    private static PrivacyPolicy keeping(int version, Optional<RetentionRule> rule) {
        PolicyBuilder draft = draft().version(String.valueOf(version))
                .effectiveFrom(LocalDate.of(2025 + version, 1, 1))
                .category("invoices", c -> c.describedAs("what you paid"));
        draft.purpose("books", p -> {
            p.describedAs("to keep the books")
                    .contract()
                    .carriedBy("customer")
                    .uses("contact-details")
                    .kept(TERM);
            rule.ifPresent(known -> p.uses("invoices").kept("invoices", known));
        });
        return draft.build();
    }

    private static String refusedNext(RetentionRule before, Optional<RetentionRule> after) {
        return assertThrows(
                        InvalidInputException.class,
                        () -> PolicyVersions.of(List.of(keeping(2, after), keeping(1, Optional.of(before)))))
                .getMessage();
    }

    @Test
    @Mission("M6")
    @Gdpr("17(3)(b)")
    void a_locked_rule_is_not_shortened_dropped_or_unlocked() {
        RetentionTerm year = RetentionTerm.from("ended").plus(Period.ofYears(1));
        RetentionRule rule = RetentionRule.of(year)
                .inCountries(Set.of("DE"), RetentionTerm.from("ended").plus(Period.ofYears(2)));
        RetentionRule shorter = RetentionRule.of(year).lock();
        String remedy =
                " the rule by which \"books\" keeps \"invoices\", which version \"1\" has locked: keep it locked,"
                        + " with that term or a longer one from the same event";
        assertEquals("policy: version \"2\" drops" + remedy, refusedNext(rule.lock(), Optional.empty()));
        assertEquals("policy: version \"2\" unlocks" + remedy, refusedNext(rule.lock(), Optional.of(rule)));
        assertEquals("policy: version \"2\" can shorten" + remedy, refusedNext(rule.lock(), Optional.of(shorter)));
    }

    @Test
    @Mission("M6")
    void a_locked_rule_is_lengthened_and_one_that_is_not_locked_may_do_anything() {
        RetentionTerm year = RetentionTerm.from("ended").plus(Period.ofYears(1));
        RetentionRule rule = RetentionRule.of(year);
        RetentionRule longer = RetentionRule.of(RetentionTerm.latestOf(year, RetentionTerm.from("ended")))
                .forSubjects(Set.of("customer"), RetentionTerm.from("ended").plus(Period.ofYears(2)));
        PolicyVersions.of(List.of(
                keeping(1, Optional.of(rule)),
                keeping(2, Optional.of(rule.lock())),
                keeping(3, Optional.of(longer.lock()))));
        PolicyVersions.of(
                List.of(keeping(1, Optional.of(longer)), keeping(2, Optional.of(rule)), keeping(3, Optional.empty())));
    }

    @Test
    void a_text_is_shown_in_the_persons_language() {
        ConsentText text =
                ConsentText.of(1, "de", "Dürfen wir?").and("pt-BR", "Podemos?").and("sv", "Får vi?");
        assertEquals("Podemos?", text.forLocale(Locale.forLanguageTag("pt-BR")));
        assertEquals("Podemos?", text.forLocale(Locale.forLanguageTag("pt-PT")));
        assertEquals("Får vi?", text.forLocale(Locale.forLanguageTag("sv-FI")));
        assertEquals("Dürfen wir?", text.forLocale(Locale.FRENCH));
    }
}
