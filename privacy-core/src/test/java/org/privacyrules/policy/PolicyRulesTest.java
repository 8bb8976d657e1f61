package org.privacyrules.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.policy.ConsentTerms.Act;
import org.privacyrules.policy.ConsentTerms.Refusal;
import org.privacyrules.policy.DataCategory.Sensitivity;
import org.privacyrules.policy.DataCategory.Source;
import org.privacyrules.policy.Recipient.Role;
import org.privacyrules.policy.RightsTerms.FurtherCopies;
import org.privacyrules.policy.RightsTerms.IdentityCheck;

/** What the law asks of a policy beyond its shape. Each test changes one thing in a policy without a finding. */
class PolicyRulesTest {

    private static final ConsentTerms TERMS = ConsentTerms.of(ConsentText.of(1, "en", "May we?"));
    private static final RetentionTerm YEAR = RetentionTerm.from("ended").plus(Period.ofYears(1));

    private static PolicyBuilder draft() {
        return PrivacyPolicy.builder()
                .version("1")
                .effectiveFrom(LocalDate.of(2026, 1, 1))
                .zone(ZoneId.of("Europe/Stockholm"))
                .controller(Party.named("The company").withEmail("privacy@company.example"))
                .supervisoryAuthority(SupervisoryAuthorities.ofSweden())
                .withoutAutomatedDecisions()
                .subjectKind("customer", "has an account")
                .subjectKind("contact", "is named in an account")
                .event("ended", "the contract ended")
                .category("contact-details", c -> c.describedAs("how to reach you"))
                .purpose(
                        "account",
                        p -> p.describedAs("to serve you")
                                .contract()
                                .carriedBy("customer")
                                .uses("contact-details")
                                .kept(YEAR));
    }

    @Test
    void working_days_may_have_any_name_that_is_one() {
        assertEquals(List.of(), draft().workingDays("norway").findings());
        assertEquals("ERROR INVALID_NAME workingDays", found(draft -> draft.workingDays("in Norway")));
    }

    private static String variant(RetentionRule.Variant variant) {
        return purpose(p -> p.contract().kept(RetentionRule.of(YEAR).with(variant)));
    }

    @Test
    void variants_name_countries_and_what_is_declared() {
        assertEquals(
                List.of(),
                draft().purpose(
                                "other",
                                p -> p.describedAs("to do more")
                                        .contract()
                                        .carriedBy("customer")
                                        .uses("contact-details")
                                        .kept(RetentionRule.of(YEAR)
                                                .inCountries(Set.of("DE"), RetentionTerm.from("ended"))
                                                .forSubjects(Set.of("contact"), RetentionTerm.from("ended"))))
                        .findings());
        assertEquals(
                "ERROR INVALID_COUNTRY purposes.other.retention",
                variant(new RetentionRule.Variant(Set.of("Germany"), Set.of(), YEAR)));
        assertEquals(
                "ERROR UNKNOWN_SUBJECT_KIND purposes.other.retention",
                variant(new RetentionRule.Variant(Set.of(), Set.of("costumer"), YEAR)));
        assertEquals(
                "ERROR UNKNOWN_EVENT purposes.other.retention",
                variant(new RetentionRule.Variant(Set.of("DE"), Set.of(), RetentionTerm.from("closed"))));
    }

    @Test
    @Gdpr("17(3)(b)")
    void no_variant_ends_before_a_law_lets_it() {
        RetentionRule rule = RetentionRule.of(YEAR).inCountries(Set.of("DE"), RetentionTerm.from("ended"));
        assertEquals(
                "ERROR MAXIMUM_BELOW_MINIMUM purposes.other.retention",
                purpose(p -> p.legalObligation("Act 1", Period.ofYears(1)).kept(rule)));
    }

    @Test
    void an_event_ends_a_declared_relation() {
        assertEquals(
                List.of(), draft().eventAtEndOf("customer", "left", "you left").findings());
        assertEquals(
                "ERROR UNKNOWN_SUBJECT_KIND events.left.endOf",
                found(draft -> draft.eventAtEndOf("costumer", "left", "you left")));
    }

    @Test
    void a_grace_is_at_most_a_year_and_may_be_none() {
        assertEquals(Period.ofDays(30), draft().build().shorteningGrace());
        assertEquals(Period.ZERO, draft().shorteningGrace(Period.ZERO).build().shorteningGrace());
        assertThrows(InvalidInputException.class, () -> draft().shorteningGrace(Period.ofMonths(13)));
        assertThrows(InvalidInputException.class, () -> draft().shorteningGrace(Period.ofDays(-1)));
    }

    private static String found(Consumer<PolicyBuilder> change) {
        PolicyBuilder draft = draft();
        change.accept(draft);
        List<Finding> findings = draft.findings();
        assertEquals(1, findings.size(), findings.toString());
        Finding only = findings.get(0);
        return only.severity() + " " + only.code() + " " + only.path();
    }

    private static String purpose(Consumer<PurposeBuilder> change) {
        return found(draft -> draft.purpose("other", p -> {
            p.describedAs("to do more").carriedBy("customer").uses("contact-details");
            change.accept(p);
        }));
    }

    private static String category(Consumer<CategoryBuilder> change) {
        return category(change, PurposeBuilder::contract);
    }

    private static String category(Consumer<CategoryBuilder> change, Consumer<PurposeBuilder> purpose) {
        return found(draft -> draft.category("data", c -> change.accept(c.describedAs("some data")))
                .purpose("other", p -> {
                    p.describedAs("to use them")
                            .carriedBy("customer")
                            .uses("data")
                            .kept(YEAR);
                    purpose.accept(p);
                }));
    }

    private static String rights(RightsTerms terms) {
        return found(draft -> draft.rights(terms));
    }

    private static String recipient(Recipient recipient) {
        return found(draft -> draft.recipient(recipient));
    }

    @Test
    void a_complete_policy_has_no_finding() {
        assertEquals(List.of(), draft().findings());
        assertEquals(List.of(), draft().build().findings());
    }

    @Test
    @Gdpr("12(1)")
    void people_are_told_whom_they_belong_to_and_where_they_are_sent() {
        assertEquals(
                "ERROR MISSING_DESCRIPTION subjectKinds.visitor", found(draft -> draft.subjectKind("visitor", "")));
        assertEquals(
                "ERROR MISSING_DESCRIPTION otherPolicies.network",
                found(draft -> draft.otherPolicy(new OtherPolicy("network", LocalText.NONE, "https://n.example"))));
    }

    @Test
    @Gdpr("13(1)(a)")
    void people_are_told_how_to_reach_the_representative() {
        assertEquals(
                "WARNING REPRESENTATIVE_WITHOUT_CONTACT representative",
                found(draft -> draft.representative(Party.named("A representative"))));
    }

    @Test
    void a_warning_goes_along_and_an_error_stops() {
        PolicyBuilder warned = draft().category("idle", c -> c.describedAs("used by nobody"));
        assertEquals(
                "CATEGORY_WITHOUT_PURPOSE", warned.build().findings().get(0).code());
        PolicyBuilder wrong = warned.purpose("other", p -> p.describedAs("to do more"));
        List<Finding> all =
                assertThrows(InvalidPolicyException.class, wrong::build).findings();
        assertTrue(all.stream().anyMatch(Finding::isError));
        assertTrue(all.stream().anyMatch(finding -> !finding.isError()));
    }

    @Test
    @Gdpr("5(1)(b)")
    void a_category_serves_a_purpose() {
        assertEquals(
                "WARNING CATEGORY_WITHOUT_PURPOSE categories.idle",
                found(draft -> draft.category("idle", c -> c.describedAs("used by nobody"))));
    }

    @Test
    @Mission("M4")
    @Gdpr("5(1)(e)")
    void a_purpose_says_how_long_it_keeps_each_category() {
        assertEquals("ERROR PURPOSE_WITHOUT_RETENTION purposes.other.retention", purpose(PurposeBuilder::contract));
        assertEquals(
                "ERROR OPEN_ENDED_RETENTION purposes.other.retention",
                purpose(p -> p.contract().keptAsLongAsNecessary()));
        assertEquals(
                "ERROR UNKNOWN_EVENT purposes.other.retention",
                purpose(p -> p.contract().kept(RetentionTerm.from("end"))));
        assertEquals(
                "ERROR UNKNOWN_CATEGORY purposes.other.retention",
                purpose(p -> p.contract().kept(YEAR).kept("invoices", YEAR)));
    }

    @Test
    @Gdpr("17(3)(b)")
    void nothing_ends_before_a_statutory_minimum() {
        Period seven = Period.ofYears(7);
        assertEquals(
                "ERROR MAXIMUM_BELOW_MINIMUM purposes.other.retention",
                purpose(p -> p.legalObligation("Law 1", seven).kept(YEAR)));
        assertEquals(
                "ERROR MAXIMUM_BELOW_MINIMUM categories.data.maximumAge",
                category(
                        c -> c.keptAtMost(Period.ofYears(5)),
                        p -> p.legalObligation("Law 1", seven)
                                .kept(RetentionTerm.from("ended")
                                        .toEndOfCalendarYear()
                                        .plus(seven))));
        assertEquals(
                List.of(),
                draft().purpose(
                                "other",
                                p -> p.describedAs("to keep books")
                                        .legalObligation("Law 1", seven)
                                        .carriedBy("customer")
                                        .uses("contact-details")
                                        .kept(RetentionTerm.from("ended").plus(Period.ofMonths(84))))
                        .findings());
    }

    @Test
    @Gdpr("7(4)")
    void consent_is_asked_for_by_itself_and_is_free() {
        assertEquals(
                "ERROR CONSENT_BY_ACCEPTANCE purposes.other",
                purpose(p -> p.consent(TERMS.givenBy(Act.ACCEPTANCE_OF_TERMS)).kept(YEAR)));
        assertEquals(
                "ERROR CONSENT_BY_ACCEPTANCE purposes.other",
                purpose(p -> p.consent(TERMS.givenBy(Act.SILENCE)).kept(YEAR)));
        assertEquals(
                "ERROR CONSENT_FOR_CONTRACT purposes.other",
                purpose(p -> p.consent(TERMS.refusalMeans(Refusal.NO_SERVICE)).kept(YEAR)));
    }

    @Test
    @Gdpr("26(2)")
    void people_can_turn_to_a_joint_controller() {
        assertEquals(
                "WARNING JOINT_CONTROLLER_NOT_NAMED purposes.other.jointlyWith",
                found(draft -> draft.recipient(Recipient.of("partner", "a partner", Role.JOINT_CONTROLLER, "SE"))
                        .purpose(
                                "other",
                                p -> p.describedAs("to do more")
                                        .contract()
                                        .carriedBy("customer")
                                        .uses("contact-details")
                                        .disclosesTo("partner")
                                        .kept(YEAR))));
        assertEquals(
                "WARNING PARTY_WITHOUT_CONTACT parties.partner",
                found(draft -> draft.party("partner", Party.named("A partner"))
                        .purpose(
                                "other",
                                p -> p.describedAs("to do more")
                                        .contract()
                                        .carriedBy("customer")
                                        .uses("contact-details")
                                        .jointlyWith("partner")
                                        .kept(YEAR))));
    }

    @Test
    void a_version_starts_on_a_day_that_can_be_kept() {
        assertEquals(
                "ERROR INVALID_START effectiveFrom", found(draft -> draft.effectiveFrom(LocalDate.of(12026, 1, 1))));
        assertThrows(
                InvalidInputException.class,
                () -> Dated.always("officer").since(LocalDate.of(2030, 1, 1)).through(LocalDate.of(2026, 1, 1)));
    }

    @Test
    @Mission("M15")
    void tracking_rests_on_consent() {
        assertEquals(
                "ERROR TRACKING_WITHOUT_CONSENT purposes.other",
                purpose(p -> p.contract().nature(Purpose.Nature.TRACKING).kept(YEAR)));
    }

    @Test
    @Gdpr("6(3)")
    void each_basis_names_what_it_rests_on() {
        assertEquals("ERROR MISSING_BASIS purposes.other", purpose(p -> p.kept(YEAR)));
        assertEquals(
                "ERROR OBLIGATION_WITHOUT_CITATION purposes.other",
                purpose(p -> p.legalObligation(" ").kept(YEAR)));
        assertEquals(
                "ERROR OBLIGATION_WITHOUT_CITATION purposes.other",
                purpose(p -> p.basis(new LawfulBasis.PublicTask("")).kept(YEAR)));
        assertEquals(
                "ERROR MISSING_SUPPORT purposes.other",
                purpose(p -> p.basis(new LawfulBasis.VitalInterests("")).kept(YEAR)));
        assertEquals(
                "ERROR MISSING_SUPPORT purposes.other",
                purpose(p -> p.legitimateInterests("to sell", "").kept(YEAR)));
        assertEquals(
                "WARNING INTEREST_NOT_STATED purposes.other",
                purpose(p -> p.legitimateInterests("", "LIA-1").kept(YEAR)));
    }

    @Test
    @Mission("M2")
    @Gdpr("28(10)")
    void whoever_has_a_purpose_is_its_controller() {
        assertEquals(
                "ERROR PROCESSOR_FOR_OWN_PURPOSE purposes.other",
                purpose(p -> p.contract().kept(YEAR).asProcessor()));
        assertEquals(
                "ERROR UNKNOWN_PARTY purposes.other.jointlyWith",
                purpose(p -> p.contract().kept(YEAR).jointlyWith("partner")));
        assertEquals(
                "ERROR PROCESSING_WITHOUT_CONTROLLER onBehalf.hosting",
                found(draft -> draft.onBehalf(new ProcessingOnBehalf(
                        "hosting", LocalText.of("to store what customers store"), LocalText.NONE, Set.of()))));
    }

    @Test
    @Gdpr("9(2)")
    void special_categories_need_a_condition_of_their_own() {
        Consumer<CategoryBuilder> health = c -> c.sensitivity(Sensitivity.SPECIAL);
        assertEquals("ERROR SPECIAL_CATEGORY_WITHOUT_CONDITION purposes.other", category(health));
        assertEquals(
                "ERROR CONDITION_WITHOUT_CONSENT purposes.other",
                category(health, p -> p.contract().specialCondition(SpecialCondition.Kind.EXPLICIT_CONSENT, "")));
        assertEquals(
                "ERROR MISSING_SUPPORT purposes.other.specialCondition",
                category(health, p -> p.contract().specialCondition(SpecialCondition.Kind.HEALTH_CARE, "")));
        assertEquals('h', new SpecialCondition(SpecialCondition.Kind.HEALTH_CARE, "Law 1").letter());
    }

    @Test
    @Mission("M5")
    @Gdpr("87")
    void national_numbers_and_criminal_data_are_justified() {
        assertEquals(
                "ERROR NATIONAL_ID_WITHOUT_JUSTIFICATION categories.data",
                category(c -> c.sensitivity(Sensitivity.NATIONAL_ID)));
        assertEquals(
                "ERROR CRIMINAL_DATA_WITHOUT_LAW categories.data", category(c -> c.sensitivity(Sensitivity.CRIMINAL)));
    }

    @Test
    @Mission("M17")
    @Gdpr("14(2)(f)")
    void what_comes_from_others_names_its_source() {
        assertEquals("WARNING MISSING_SOURCE categories.data.source", category(c -> c.source(Source.THIRD_PARTY)));
    }

    @Test
    @Gdpr("44")
    void a_transfer_has_a_safeguard() {
        assertEquals(
                "ERROR TRANSFER_WITHOUT_SAFEGUARD recipients.tools",
                recipient(Recipient.of("tools", "a company", Role.PROCESSOR, "US")));
        assertEquals(
                "ERROR TRANSFER_WITHOUT_SAFEGUARD recipients.tools",
                recipient(Recipient.of("tools", "a company", Role.PROCESSOR, "IN")
                        .safeguardedBy(Safeguard.Kind.ADEQUACY_DECISION, "there is none")));
        assertEquals(
                "ERROR MISSING_SUPPORT recipients.tools.safeguard",
                recipient(Recipient.of("tools", "a company", Role.PROCESSOR, "US")
                        .safeguardedBy(Safeguard.Kind.STANDARD_CONTRACTUAL_CLAUSES, " ")));
        assertEquals(
                "ERROR MISSING_COUNTRY recipients.tools.country",
                recipient(Recipient.of("tools", "a company", Role.PROCESSOR, "")));
    }

    @Test
    void a_transfer_is_judged_once_it_is_known_when_the_policy_starts() {
        List<String> codes =
                PrivacyPolicy.builder()
                        .recipient(Recipient.of("tools", "a company", Role.PROCESSOR, "CH"))
                        .findings()
                        .stream()
                        .map(Finding::code)
                        .toList();
        assertTrue(codes.contains("MISSING_START") && !codes.contains("TRANSFER_WITHOUT_SAFEGUARD"), codes.toString());
    }

    @Test
    @Mission("M24")
    @Gdpr("13(1)(a)")
    void people_are_told_who_is_responsible_and_how_to_reach_it() {
        assertEquals(
                "WARNING CONTROLLER_WITHOUT_CONTACT controller",
                found(draft -> draft.controller(Party.named("The company"))));
        assertEquals(
                "WARNING OFFICER_WITHOUT_CONTACT dataProtectionOfficers[0]",
                found(draft -> draft.dataProtectionOfficer(Dated.always(Party.named("Someone")))));
        List<String> silent = PrivacyPolicy.builder().findings().stream()
                .filter(finding -> !finding.isError())
                .map(Finding::code)
                .toList();
        assertEquals(List.of("MISSING_CONTROLLER", "MISSING_AUTHORITY", "AUTOMATED_DECISIONS_NOT_STATED"), silent);
    }

    @Test
    @Mission("M25")
    @Gdpr("13(2)(d)")
    void people_are_told_how_to_complain() {
        assertEquals(
                "WARNING AUTHORITY_WITHOUT_CONTACT supervisoryAuthorities[2]",
                found(draft -> draft.supervisoryAuthority(List.of(Dated.always(Party.named("An authority"))))));
    }

    @Test
    @Gdpr("22(2)")
    void a_machine_decides_alone_only_where_the_law_lets_it_and_people_are_told() {
        LocalText words = LocalText.of("a score");
        assertEquals(
                List.of(),
                draft().findings().stream()
                        .filter(finding -> finding.code().startsWith("AUTOMATED"))
                        .toList());
        assertEquals(
                "ERROR CONTRADICTORY_AUTOMATED_DECISIONS automatedDecisions",
                purpose(p -> p.contract().kept(YEAR).decidesAutomatically(words, words)));
        List<String> codes = draft()
                .purpose(
                        "other",
                        p -> p.describedAs("to rate you")
                                .legitimateInterests("to sell", "LIA-1")
                                .carriedBy("customer")
                                .uses("contact-details")
                                .kept(YEAR)
                                .decidesAutomatically(words, words))
                .findings()
                .stream()
                .map(Finding::code)
                .toList();
        assertTrue(codes.contains("AUTOMATED_DECISION_WITHOUT_GROUND"), codes.toString());
        assertEquals(
                "ERROR CONTRADICTORY_AUTOMATED_DECISIONS automatedDecisions",
                purpose(p -> p.basis(new LawfulBasis.PublicTask("Förvaltningslagen 28 §"))
                        .kept(YEAR)
                        .decidesAutomatically(words, words)));
    }

    private static List<Finding> decidedFromHealth(SpecialCondition.Kind condition) {
        LocalText words = LocalText.of("a score");
        return draft()
                .category("health", c -> c.describedAs("your health").sensitivity(Sensitivity.SPECIAL))
                .purpose(
                        "other",
                        p -> p.describedAs("to rate you")
                                .legalObligation("Act 1")
                                .specialCondition(condition, "Act 1")
                                .carriedBy("customer")
                                .uses("health")
                                .kept(YEAR)
                                .decidesAutomatically(words, words))
                .findings()
                .stream()
                .filter(finding -> finding.code().equals("AUTOMATED_DECISION_WITHOUT_GROUND"))
                .toList();
    }

    @Test
    @Gdpr("22(4)")
    void from_special_categories_a_machine_decides_alone_only_on_two_of_the_conditions() {
        assertEquals(1, decidedFromHealth(SpecialCondition.Kind.LEGAL_CLAIMS).size());
        assertEquals(List.of(), decidedFromHealth(SpecialCondition.Kind.SUBSTANTIAL_PUBLIC_INTEREST));
        assertEquals(List.of(), decidedFromHealth(SpecialCondition.Kind.EXPLICIT_CONSENT));
    }

    @Test
    @Gdpr("13(2)(b)")
    void people_are_told_of_every_right_that_they_have() {
        Set<Right> some = EnumSet.complementOf(EnumSet.of(Right.PORTABILITY));
        assertEquals(
                "WARNING RIGHT_NOT_TOLD rights.told.portability",
                rights(RightsTerms.ofTheLaw().telling(some)));
        Set<Right> noWithdrawal = EnumSet.complementOf(EnumSet.of(Right.WITHDRAWAL));
        assertEquals(
                List.of(),
                draft().rights(RightsTerms.ofTheLaw().telling(noWithdrawal)).findings(),
                "nothing rests on consent");
        Set<Right> noObjection = EnumSet.complementOf(EnumSet.of(Right.OBJECTION));
        assertEquals(
                List.of(),
                draft().rights(RightsTerms.ofTheLaw().telling(noObjection)).findings(),
                "nothing can be objected to");
        assertEquals(
                "WARNING RIGHT_NOT_TOLD rights.told.objection",
                found(draft -> draft.rights(RightsTerms.ofTheLaw().telling(noObjection))
                        .purpose(
                                "other",
                                p -> p.describedAs("to sell")
                                        .contract()
                                        .nature(Purpose.Nature.DIRECT_MARKETING)
                                        .carriedBy("customer")
                                        .uses("contact-details")
                                        .kept(YEAR))));
    }

    @Test
    @Gdpr("12(3)")
    void a_policy_promises_no_less_than_the_law() {
        RightsTerms law = RightsTerms.ofTheLaw();
        assertEquals("ERROR RIGHTS_NOT_FOR_EVERYBODY rights.subjectKinds", rights(law.grantedTo("customer")));
        assertEquals(
                List.of(), draft().rights(law.grantedTo("customer", "contact")).findings());
        Period month = Period.ofMonths(1);
        assertEquals(
                "ERROR LONGER_THAN_THE_LAW rights.answerWithin",
                rights(law.answeredWithin(Period.ofDays(30), Period.ofMonths(2))));
        assertEquals(
                "ERROR LONGER_THAN_THE_LAW rights.extension", rights(law.answeredWithin(month, Period.ofMonths(3))));
        assertEquals("ERROR LONGER_THAN_THE_LAW rights.informWithin", rights(law.informedWithin(Period.ofMonths(2))));
        assertEquals(
                List.of(),
                draft().rights(law.answeredWithin(Period.ofDays(14), month)).findings());
    }

    @Test
    void a_time_to_answer_is_a_length_of_time() {
        RightsTerms law = RightsTerms.ofTheLaw();
        Period none = Period.ZERO;
        assertThrows(InvalidInputException.class, () -> law.answeredWithin(none, none));
        assertThrows(InvalidInputException.class, () -> law.answeredWithin(Period.ofDays(14), Period.ofDays(-1)));
        assertThrows(InvalidInputException.class, () -> law.informedWithin(none));
        assertThrows(InvalidInputException.class, () -> law.identifying(law.identity(), none));
        assertEquals(
                List.of(),
                draft().rights(law.answeredWithin(Period.ofDays(14), none)).findings(),
                "without an extension");
    }

    @Test
    @Mission("M19")
    @Gdpr("12(5)")
    void access_is_free_however_often() {
        RightsTerms law = RightsTerms.ofTheLaw();
        assertEquals(
                "ERROR LIMITED_FREE_ACCESS rights.furtherCopies", rights(law.freeCopies(1, FurtherCopies.REFUSED)));
        assertEquals("ERROR LIMITED_FREE_ACCESS rights.furtherCopies", rights(law.freeCopies(1, FurtherCopies.FEE)));
        assertEquals("ERROR LIMITED_FREE_ACCESS rights.furtherCopies", rights(law.freeCopies(0, FurtherCopies.FREE)));
        assertEquals(
                List.of(),
                draft().rights(law.freeCopies(1, FurtherCopies.FEE_FOR_FURTHER_COPY))
                        .findings());
    }

    @Test
    @Mission("M21")
    @Gdpr("12(6)")
    void proof_of_identity_is_asked_for_on_doubt_only() {
        assertEquals(
                "ERROR IDENTITY_DEMANDED_BY_DEFAULT rights.identity",
                rights(RightsTerms.ofTheLaw().identifying(IdentityCheck.ALWAYS, Period.ofDays(30))));
    }

    @Test
    void no_text_is_missed_in_a_language_that_is_none() {
        assertEquals("ERROR INVALID_LANGUAGE languages", found(draft -> draft.languages("en", "en-us")));
    }

    @Test
    @Gdpr("12(1)")
    void a_policy_in_one_language_says_nothing_in_another_only() {
        assertEquals(
                "WARNING MISSING_TRANSLATION securityMeasures",
                found(draft -> draft.securityMeasures(LocalText.of("sv", "lås"))));
        assertEquals(
                List.of(),
                draft().languages("en-GB")
                        .securityMeasures(LocalText.of("en", "locks"))
                        .findings());
    }

    @Test
    void a_policy_in_two_languages_says_everything_in_both() {
        List<Finding> findings = draft().languages("en", "sv").findings();
        assertEquals(
                Set.of("MISSING_TRANSLATION"),
                Set.copyOf(findings.stream().map(Finding::code).toList()));
        assertEquals(5, findings.size(), findings.toString());
        assertTrue(findings.get(0).problem().contains("sv"), findings.toString());
    }
}
