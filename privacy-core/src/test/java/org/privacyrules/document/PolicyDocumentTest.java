package org.privacyrules.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.privacyrules.calendar.FiscalYears;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.policy.Finding;
import org.privacyrules.policy.InvalidPolicyException;
import org.privacyrules.policy.LawfulBasis;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.RetentionRule;

/** Policies that are read from documents and written to them. */
class PolicyDocumentTest {

    private static final Path SCHEMA = Path.of("../docs/privacy-policy.schema.json");

    private static final String SMALL = """
            version: 1.10
            effectiveFrom: 2026-01-01
            zone: Europe/Stockholm
            languages: [en, sv]
            controller: {name: The company, email: privacy@company.example}
            supervisoryAuthorities: sweden
            automatedDecisions: none
            subjectKinds:
              customer: {en: has an account, sv: har ett konto}
            events:
              ended: {en: the contract ended, sv: avtalet upphörde}
            categories:
              contact-details:
                description: {en: how to reach you, sv: hur du nås}
            purposes:
              account:
                description: {en: to serve you, sv: att betjäna dig}
                basis: contract
                carriedBy: [customer]
                categories: [contact-details]
                retention: {from: ended, then: [end-of-calendar-year, P1Y]}
            """;

    @TempDir
    private Path folder;

    private static List<String> found(String yaml) {
        return assertThrows(InvalidPolicyException.class, () -> PolicyDocument.readYaml(yaml)).findings().stream()
                .map(finding -> finding.place()
                                .map(place -> place.line() + ":" + place.column() + " ")
                                .orElse("? ") + finding.code() + " " + finding.path())
                .toList();
    }

    private static String changed(String part, String other) {
        assertTrue(SMALL.contains(part), part);
        return SMALL.replace(part, other);
    }

    @Test
    void a_document_says_what_a_builder_would_be_told() {
        PrivacyPolicy policy = PolicyDocument.readYaml(SMALL);
        assertEquals("1.10", policy.version());
        assertEquals(Instant.parse("2025-12-31T23:00:00Z"), policy.effectiveFrom());
        assertEquals(List.of(), policy.findings());
        assertEquals(new LawfulBasis.Contract(), policy.purpose("account").basis());
        assertEquals(
                RetentionRule.of(
                        RetentionTerm.from("ended").toEndOfCalendarYear().plus(Period.ofYears(1))),
                policy.purpose("account").retention().get("contact-details"));
        assertEquals("att betjäna dig", policy.purpose("account").description().forLocale(Locale.forLanguageTag("sv")));
    }

    @Test
    void a_zone_without_a_place_is_written_and_read() {
        for (String zone : List.of("UTC+02", "+02:00", "Z")) {
            PrivacyPolicy policy = PolicyDocument.readYaml(changed("Europe/Stockholm", "'" + zone + "'"));
            assertEquals(ZoneId.of(zone), policy.zone());
            assertEquals(policy, PolicyDocument.readJson(PolicyDocument.write(policy)));
        }
    }

    @Test
    void files_are_read_by_their_ending() throws IOException {
        PrivacyPolicy policy = PolicyDocument.readYaml(SMALL);
        Path yaml = Files.writeString(folder.resolve("policy.yaml"), SMALL);
        Path json = Files.writeString(folder.resolve("policy.json"), PolicyDocument.write(policy));
        assertEquals(policy, PolicyDocument.read(yaml));
        assertEquals(policy, PolicyDocument.read(json));
        assertEquals(policy, PolicyDocument.read(json.toUri().toURL()));
        assertThrows(InvalidInputException.class, () -> PolicyDocument.read(folder.resolve("policy.txt")));
        assertEquals(
                "DOCUMENT_UNREADABLE",
                PolicyDocument.check(folder.resolve("nowhere.json"))
                        .findings()
                        .get(0)
                        .code());
    }

    @Test
    void all_that_is_wrong_is_said_at_once_with_its_place() {
        assertEquals(
                List.of(
                        "8:1 UNKNOWN_FIELD dataProtectionOfficer",
                        "15:18 INVALID_VALUE categories.contact-details.sensitivity",
                        "21:16 WRONG_TYPE purposes.account.carriedBy",
                        "22:5 UNKNOWN_CATEGORY purposes.account.categories"),
                found(changed("subjectKinds:", "dataProtectionOfficer: {name: Someone}\nsubjectKinds:")
                        .replace("    description: {en: how", "    sensitivity: secret\n    description: {en: how")
                        .replace("[customer]", "customer")
                        .replace("[contact-details]", "[contacts]")));
    }

    @Test
    void a_name_that_is_nearly_right_is_offered() {
        String message = assertThrows(
                        InvalidPolicyException.class,
                        () -> PolicyDocument.readYaml(changed("retention:", "retentoin:")))
                .getMessage();
        assertTrue(message.contains("did you mean \"retention\"?"), message);
        assertTrue(message.contains("line 21, column 5"), message);
    }

    @Test
    void what_the_rules_find_has_the_place_of_what_they_found_it_at() {
        assertEquals(List.of("16:3 MISSING_BASIS purposes.account"), found(changed("    basis: contract\n", "")));
        assertEquals(
                List.of("21:5 OPEN_ENDED_RETENTION purposes.account.retention"),
                found(changed("{from: ended, then: [end-of-calendar-year, P1Y]}", "as-long-as-necessary")));
    }

    @Test
    void what_a_value_refuses_is_a_finding_at_its_place() {
        assertEquals(
                List.of("17:5 INVALID_VALUE purposes.account"),
                found(changed("{from: ended, then: [end-of-calendar-year, P1Y]}", "{from: ended, then: [P0D]}")));
        assertEquals(
                List.of("INVALID_VALUE"),
                codes(changed("{from: ended, then: [end-of-calendar-year, P1Y]}", "{earliestOf: [{from: ended}]}")));
    }

    private static List<String> codes(String yaml) {
        return found(yaml).stream().map(line -> line.split(" ", -1)[1]).toList();
    }

    @Test
    void a_word_that_needs_more_is_told_what_it_needs() {
        assertEquals("write a mapping that begins with \"consent:\"", remedy("basis: contract", "basis: consent"));
        assertEquals(
                "write a mapping that begins with \"legalObligation:\"",
                remedy("basis: contract", "basis: legal-obligation"));
        assertEquals("did you mean \"contract\"?", remedy("basis: contract", "basis: contrakt"));
        assertTrue(remedy("{from: ended, then: [end-of-calendar-year, P1Y]}", "P1Y")
                .startsWith("write a mapping with one of from, earliestOf, latestOf"));
        assertEquals("did you mean \"customer\"?", remedy("carriedBy: [customer]", "carriedBy: [costumer]"));
    }

    private static String remedy(String part, String other) {
        return assertThrows(InvalidPolicyException.class, () -> PolicyDocument.readYaml(changed(part, other)))
                .findings()
                .get(0)
                .remedy();
    }

    @Test
    void what_follows_from_a_mistake_alone_is_not_said() {
        assertEquals(List.of("INVALID_VALUE"), codes(changed("basis: contract", "basis: contrakt")));
        assertEquals(List.of("WRONG_TYPE"), codes(changed("carriedBy: [customer]", "carriedBy: 5")));
        assertEquals(
                List.of("MISSING_FIELD"),
                codes(changed("{from: ended, then: [end-of-calendar-year, P1Y]}", "{then: [P1Y]}")));
        assertEquals(
                List.of("SEVERAL_CASES"),
                codes(changed(
                        "basis: contract",
                        "basis: {publicTask: {citation: Law 1}, vitalInterests: {situation: flood}}")));
    }

    @Test
    void what_needs_a_mistaken_part_is_no_finding_of_its_own() {
        assertEquals(List.of("INVALID_VALUE"), codes(changed("name: The company", "name: ''")));
        assertEquals(
                List.of("INVALID_VALUE"),
                codes(
                        changed(
                                "purposes:",
                                "recipients:\n  us: {description: A, country: US, safeguard: {kind: hope, reference: B}}\npurposes:")));
        assertEquals(
                List.of("INVALID_VALUE"),
                codes(changed("    retention:", "    specialCondition: {kind: hope}\n    retention:")));
        assertEquals(List.of("MISSING_FIELD"), codes(changed("basis: contract", "basis: {consent: {}}")));
        assertEquals(
                List.of("MISSING_FIELD"), codes(changed("basis: contract", "basis: {consent: {text: {version: 1}}}")));
    }

    @Test
    void a_document_with_more_mistakes_than_are_listed_is_told_and_not_drafted() {
        String mistakes = "  - {name: A, from: someday}\n".repeat(BoundedFindings.AT_MOST + 1);
        List<String> codes = codes(changed("events:", "dataProtectionOfficers:\n" + mistakes + "events:"));
        assertEquals(BoundedFindings.AT_MOST + 1, codes.size());
        assertEquals(Set.of("INVALID_VALUE", "TOO_MANY_FINDINGS"), Set.copyOf(codes));
    }

    @Test
    void a_document_that_is_none_is_one_finding() {
        assertEquals(List.of("DOCUMENT_EMPTY"), codes(""));
        assertEquals(List.of("WRONG_TYPE"), codes("- a list"));
        assertEquals(
                List.of("ALIAS_NOT_ALLOWED"),
                codes("version: &a 1\nzone: *a\n").stream().distinct().toList());
        assertEquals(
                List.of("DOCUMENT_TOO_DEEP"),
                assertThrows(InvalidPolicyException.class, () -> PolicyDocument.readJson("[".repeat(1_000_000)))
                        .findings()
                        .stream()
                        .map(Finding::code)
                        .toList());
    }

    @Test
    void a_warning_of_a_document_has_its_place_too() throws IOException {
        Path file = Files.writeString(folder.resolve("policy.yaml"), changed(", email: privacy@company.example", ""));
        PolicyDocument document = PolicyDocument.check(file);
        assertEquals("CONTROLLER_WITHOUT_CONTACT", document.findings().get(0).code());
        assertEquals(5, document.findings().get(0).place().orElseThrow().line());
        assertEquals(
                Set.of("CONTROLLER_WITHOUT_CONTACT"),
                Set.copyOf(
                        document.policy().findings().stream().map(Finding::code).toList()));
    }

    @Test
    void the_hash_is_that_of_the_content_whatever_its_form() {
        PrivacyPolicy policy = PolicyDocument.readYaml(SMALL);
        String reordered = changed("zone: Europe/Stockholm\n", "") + "zone: Europe/Stockholm\n";
        assertEquals(PolicyDocument.hash(policy), PolicyDocument.hash(PolicyDocument.readYaml(reordered)));
        assertEquals(
                PolicyDocument.hash(policy),
                PolicyDocument.hash(PolicyDocument.readJson(PolicyDocument.write(policy))));
        assertNotEquals(
                PolicyDocument.hash(policy), PolicyDocument.hash(PolicyDocument.readYaml(changed("P1Y", "P2Y"))));
    }

    @Test
    void the_hash_of_a_policy_stays_the_same_in_every_version_of_the_library() {
        assertEquals(
                "c195b792ea95b3dae96532d0fc41a453d6d32c15644bf76fe07f00b5c91ed93f",
                PolicyDocument.hash(PolicyDocument.readYaml(SMALL)).hex());
    }

    @Test
    void an_event_may_be_the_end_of_a_relation() {
        String brief = "ended: {en: the contract ended, sv: avtalet upphörde}";
        String whole = "ended: {description: {en: the contract ended, sv: avtalet upphörde}";
        PrivacyPolicy reported = PolicyDocument.readYaml(SMALL);
        assertEquals(reported, PolicyDocument.readYaml(changed(brief, whole + "}")));
        PrivacyPolicy ending = PolicyDocument.readYaml(changed(brief, whole + ", endOf: customer}"));
        assertEquals(
                Optional.of("customer"),
                Objects.requireNonNull(ending.events().get("ended")).endOf());
        assertEquals(ending, PolicyDocument.readJson(PolicyDocument.write(ending)));
        assertEquals(
                List.of("11:72 UNKNOWN_SUBJECT_KIND events.ended.endOf"),
                found(changed(brief, whole + ", endOf: costumer}")));
        assertEquals(
                List.of("11:3 MISSING_DESCRIPTION events.ended"), found(changed(brief, "ended: {endOf: customer}")));
    }

    @Test
    void a_rule_may_have_variants_and_be_locked() {
        String brief = "{from: ended, then: [end-of-calendar-year, P1Y]}";
        PrivacyPolicy policy = PolicyDocument.readYaml(changed(brief, "{term: " + brief + """
                , locked: true, variants: [
                  {countries: [DE, AT], term: {from: ended, then: [P6Y]}},
                  {subjectKinds: [customer], term: {latestOf: [{from: ended}, {from: ended, then: [P1M]}]}}]}
                """));
        assertEquals(
                RetentionRule.of(RetentionTerm.from("ended")
                                .toEndOfCalendarYear()
                                .plus(Period.ofYears(1)))
                        .inCountries(
                                Set.of("AT", "DE"), RetentionTerm.from("ended").plus(Period.ofYears(6)))
                        .forSubjects(
                                Set.of("customer"),
                                RetentionTerm.latestOf(
                                        RetentionTerm.from("ended"),
                                        RetentionTerm.from("ended").plus(Period.ofMonths(1))))
                        .lock(),
                policy.purpose("account").retention().get("contact-details"));
        assertEquals(policy, PolicyDocument.readJson(PolicyDocument.write(policy)));
        assertEquals(
                PolicyDocument.readYaml(SMALL),
                PolicyDocument.readYaml(changed(brief, "{term: " + brief + ", locked: false}")));
    }

    @Test
    void a_variant_for_nobody_is_found() {
        String brief = "{from: ended, then: [end-of-calendar-year, P1Y]}";
        assertEquals(
                List.of("17:5 INVALID_VALUE purposes.account"),
                found(changed(brief, "{term: {from: ended}, variants: [{term: {from: ended}}]}")));
    }

    @Test
    void fiscal_years_working_days_and_the_grace_are_as_usual_unless_told() {
        PrivacyPolicy usual = PolicyDocument.readYaml(SMALL);
        assertEquals(FiscalYears.calendarYears(), usual.fiscalYears());
        assertEquals("monday-to-friday", usual.workingDays());
        assertEquals(Period.ofDays(30), usual.shorteningGrace());
        PrivacyPolicy told = PolicyDocument.readYaml(SMALL + """
                fiscalYears: {end: 04-30, declared: [{first: 2024-05-01, last: 2025-12-31}]}
                workingDays: sweden
                shorteningGrace: P0D
                """);
        assertEquals(
                FiscalYears.endingOn(MonthDay.of(4, 30)).with(LocalDate.of(2024, 5, 1), LocalDate.of(2025, 12, 31)),
                told.fiscalYears());
        assertEquals("sweden", told.workingDays());
        assertEquals(Period.ZERO, told.shorteningGrace());
        assertEquals(told, PolicyDocument.readJson(PolicyDocument.write(told)));
    }

    @Test
    void fiscal_years_with_a_gap_are_found_at_their_place() {
        String gap = SMALL + "fiscalYears: {end: 04-30, declared: [{first: 2024-06-01, last: 2025-12-31}]}\n";
        assertEquals(List.of("22:14 INVALID_VALUE fiscalYears"), found(gap));
        String month = SMALL + "fiscalYears: {end: 13-01}\n";
        assertEquals(List.of("22:20 INVALID_VALUE fiscalYears.end"), found(month));
        assertEquals(List.of("22:18 INVALID_VALUE shorteningGrace"), found(SMALL + "shorteningGrace: P2Y\n"));
    }

    @Test
    void a_published_version_is_read_whatever_later_rules_say_of_it() {
        String unlawful = PolicyDocument.write(PolicyDocument.readYaml(SMALL))
                .replace("\"basis\": \"contract\"", "\"basis\": {\"legalObligation\": {}}");
        assertThrows(InvalidPolicyException.class, () -> PolicyDocument.readJson(unlawful));
        PrivacyPolicy published = PolicyDocument.readPublished(unlawful);
        assertEquals("OBLIGATION_WITHOUT_CITATION", published.findings().get(0).code());
        String baseless = unlawful.replace("\"basis\": {\"legalObligation\": {}},", "");
        assertThrows(InvalidPolicyException.class, () -> PolicyDocument.readPublished(baseless));
        String nameless = unlawful.replace("\"version\": \"1.10\",", "");
        assertThrows(InvalidPolicyException.class, () -> PolicyDocument.readPublished(nameless));
        assertThrows(InvalidPolicyException.class, () -> PolicyDocument.readPublished("{"));
        assertThrows(
                InvalidPolicyException.class,
                () -> PolicyDocument.readPublished(unlawful.replace("\"format\": 1", "\"format\": 2")));
    }

    @Test
    void the_schema_in_the_documentation_is_the_one_that_the_reader_checks() throws IOException {
        if (System.getProperty("schema") != null) {
            Files.writeString(SCHEMA, PolicyDocument.schema());
        }
        assertEquals(
                PolicyDocument.schema(),
                Files.readString(SCHEMA),
                "write it anew: ./mvnw -q verify -pl privacy-core -Dschema=write");
    }
}
