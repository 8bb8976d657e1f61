package org.privacyrules.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.UnknownNameException;
import org.privacyrules.policy.ConsentTerms;
import org.privacyrules.policy.ConsentText;
import org.privacyrules.policy.DataCategory.Sensitivity;
import org.privacyrules.policy.LawfulBasis;
import org.privacyrules.policy.LocalText;
import org.privacyrules.policy.Party;
import org.privacyrules.policy.PolicyBuilder;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.Recipient;
import org.privacyrules.policy.RightsTerms;
import org.privacyrules.policy.Safeguard;
import org.privacyrules.policy.SpecialCondition;
import org.privacyrules.policy.SupervisoryAuthorities;
import org.privacyrules.subject.Countries;

/** Both languages say everything, nothing is said in vain, and a host can say it otherwise. */
class DocumentTextsTest {

    private static final Map<String, String> ENGLISH = StandardTexts.of(PageLanguage.ENGLISH);
    private static final Map<String, String> SWEDISH = StandardTexts.of(PageLanguage.SWEDISH);
    /** What says these is not made of a policy alone, and has a test of its own. */
    private static final String OF_DISPOSAL = "disposal.";

    private static final ConsentTerms ASKED = ConsentTerms.of(ConsentText.of(1, "en", "May we?"));

    @Test
    void both_languages_have_the_same_keys_and_places() {
        assertEquals(ENGLISH.keySet(), SWEDISH.keySet());
        ENGLISH.forEach((key, text) -> {
            assertEquals(LanguageTexts.places(text), LanguageTexts.places(SWEDISH.getOrDefault(key, "")), key);
            assertEquals(text.strip(), text, key);
        });
        SWEDISH.forEach((key, text) -> assertEquals(text.strip(), text, key));
    }

    @Test
    void every_country_has_a_name() {
        for (String country : Locale.getISOCountries()) {
            assertTrue(ENGLISH.containsKey("country." + country), country);
        }
        assertTrue(ENGLISH.keySet().stream()
                .filter(key -> key.startsWith("country."))
                .map(key -> key.substring("country.".length()))
                .allMatch(Countries::contains));
    }

    @Test
    void every_text_is_used_and_can_be_replaced() {
        Map<String, String> marked = new HashMap<>();
        ENGLISH.forEach((key, text) -> marked.put(key, text + "⟦" + key + "⟧"));
        DocumentTexts texts = DocumentTexts.standard().replacing(Locale.ENGLISH, marked);
        StringBuilder said = new StringBuilder();
        for (PrivacyPolicy policy : List.of(LendingLibrary.policy(), everyKind(), silent().build(), lawAlone())) {
            GeneratedDocuments.of(policy).withTexts(texts).files().values().forEach(said::append);
            said.append(PrivacyNotice.of(policy)
                    .withTexts(texts)
                    .concerning(policy.subjectKinds().keySet().stream().limit(1).toArray(String[]::new))
                    .html());
        }
        said.append(PrivacyNotice.of(LendingLibrary.policy())
                .concerning("guardian")
                .withTexts(texts)
                .html());
        said.append(ProcessingRecord.of(shield())
                .on(LendingLibrary.FIRST_DAY.plusYears(1))
                .withTexts(texts)
                .csv());
        said.append(DeletionConcept.of(unused()).withTexts(texts).markdown());
        String all = said.toString();
        assertEquals(
                Set.of(),
                ENGLISH.keySet().stream()
                        .filter(key -> !key.startsWith(OF_DISPOSAL) && !all.contains("⟦" + key + "⟧"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void a_replaced_text_stands_in_its_language_only() {
        DocumentTexts texts = DocumentTexts.standard()
                .replacing(Locale.UK, Map.of("notice.title", "Your data and us"))
                .replacing(Locale.ENGLISH, Map.of("notice.answer.free", "Free, always."));
        PrivacyNotice notice = PrivacyNotice.of(LendingLibrary.policy()).withTexts(texts);
        assertTrue(notice.markdown().startsWith("# Your data and us\n"));
        assertTrue(notice.markdown().contains("Free, always."));
        assertTrue(notice.forLocale(Locale.forLanguageTag("sv")).markdown().startsWith("# Så använder vi"));
    }

    @Test
    void an_unknown_key_is_refused_with_the_nearest_one() {
        UnknownNameException unknown = assertThrows(
                UnknownNameException.class,
                () -> DocumentTexts.standard().replacing(Locale.ENGLISH, Map.of("notice.titel", "x")));
        assertEquals("UNKNOWN_TEXT", unknown.code());
        assertTrue(unknown.getMessage().contains("did you mean \"notice.title\"?"), unknown.getMessage());
    }

    @Test
    void what_must_be_told_does_not_fall_out_of_a_text() {
        for (String text : List.of(" ", "Complain to {nobody}.", "Complain, if you must.")) {
            InvalidInputException refused = assertThrows(
                    InvalidInputException.class,
                    () -> DocumentTexts.standard().replacing(Locale.ENGLISH, Map.of("notice.complain.us", text)));
            assertTrue(refused.getMessage().contains("[authority]"), refused.getMessage());
        }
    }

    @Test
    void a_language_without_texts_is_refused() {
        PrivacyPolicy german = silent().languages("de").build();
        InvalidInputException refused = assertThrows(
                InvalidInputException.class, () -> PrivacyNotice.of(german).markdown());
        assertTrue(refused.getMessage().contains("not in de"), refused.getMessage());
        assertThrows(InvalidInputException.class, () -> DocumentTexts.standard().replacing(Locale.GERMAN, Map.of()));
    }

    private static PolicyBuilder head() {
        return PrivacyPolicy.builder()
                .version("1")
                .effectiveFrom(LendingLibrary.FIRST_DAY)
                .zone(ZoneId.of("Europe/Stockholm"))
                .controller(Party.named("We").withPhone("112"))
                .supervisoryAuthority(SupervisoryAuthorities.ofSweden())
                .subjectKind("person", "whoever")
                .event("ended", "it ended");
    }

    /** Nothing is done. */
    private static PolicyBuilder silent() {
        return head().withoutAutomatedDecisions();
    }

    /** One thing is done because a law orders it, and the answer restarts the clock. */
    private static PrivacyPolicy lawAlone() {
        RightsTerms law = RightsTerms.ofTheLaw();
        return silent().rights(new RightsTerms(
                        law.told(),
                        law.subjectKinds(),
                        Period.ofDays(1),
                        Period.ofDays(2),
                        law.informWithin(),
                        law.identity(),
                        law.identityEvidenceFor(),
                        1,
                        law.furtherCopies(),
                        RightsTerms.Pause.RESTART))
                .category("name", c -> c.describedAs("name").keptAtMost(Period.ofYears(9)))
                .category("law-only", c -> c.describedAs("law"))
                .category("wish", c -> c.describedAs("wish"))
                .purpose(
                        "law",
                        p -> p.describedAs("law")
                                .legalObligation("Act 1")
                                .carriedBy("person")
                                .uses("name", "law-only")
                                .kept(RetentionTerm.from("ended")))
                .purpose(
                        "wish",
                        p -> p.describedAs("wish")
                                .legitimateInterests("wishes", "LIA")
                                .carriedBy("person")
                                .uses("wish")
                                .kept(RetentionTerm.from("ended")))
                .build();
    }

    /** Each basis, condition, safeguard and country once. */
    private static PrivacyPolicy everyKind() {
        PolicyBuilder policy = silent().category("name", c -> c.describedAs("name"))
                .category("health", c -> c.describedAs("health").sensitivity(Sensitivity.SPECIAL));
        List<String> recipients = new ArrayList<>();
        for (String country : Locale.getISOCountries()) {
            recipients.add("in-" + country.toLowerCase(Locale.ROOT));
            policy.recipient(recipient("in-" + country.toLowerCase(Locale.ROOT), country, Safeguard.Kind.DEROGATION));
        }
        for (Safeguard.Kind kind : Safeguard.Kind.values()) {
            if (kind != Safeguard.Kind.ADEQUACY_DECISION) {
                recipients.add(named("by-", kind));
                policy.recipient(recipient(named("by-", kind), "BR", kind));
            }
        }
        recipients.add("by-decision");
        policy.recipient(recipient("by-decision", "CA", Safeguard.Kind.ADEQUACY_DECISION));
        List<LawfulBasis> bases = List.of(
                new LawfulBasis.VitalInterests("fire"),
                new LawfulBasis.PublicTask("Act 2"),
                new LawfulBasis.Contract(),
                new LawfulBasis.LegitimateInterests(LocalText.of("rest"), "LIA"));
        for (LawfulBasis basis : bases) {
            policy.purpose(
                    "basis-" + basis.letter(),
                    p -> p.describedAs("because")
                            .basis(basis)
                            .carriedBy("person")
                            .uses("name")
                            .disclosesTo(basis.letter() == 'd' ? recipients.toArray(String[]::new) : new String[0])
                            .kept(RetentionTerm.from("ended")));
        }
        for (SpecialCondition.Kind kind : SpecialCondition.Kind.values()) {
            policy.purpose(
                    named("condition-", kind),
                    p -> p.describedAs("because")
                            .consent(ASKED)
                            .specialCondition(kind, "Act 3")
                            .carriedBy("person")
                            .uses("health")
                            .kept(RetentionTerm.from("ended")));
        }
        return policy.build();
    }

    private static String named(String prefix, Enum<?> kind) {
        return prefix + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Recipient recipient(String name, String country, Safeguard.Kind kind) {
        return new Recipient(
                name,
                LocalText.of(name),
                Recipient.Role.PROCESSOR,
                country,
                Optional.of(new Safeguard(kind, "reference")));
    }

    private static PrivacyPolicy shield() {
        return silent().category("name", c -> c.describedAs("name"))
                .recipient(recipient("cloud", "US", Safeguard.Kind.ADEQUACY_DECISION))
                .purpose(
                        "store",
                        p -> p.describedAs("store")
                                .contract()
                                .carriedBy("person")
                                .uses("name")
                                .disclosesTo("cloud")
                                .kept(RetentionTerm.from("ended")))
                .build();
    }

    private static PrivacyPolicy unused() {
        return silent().category("name", c -> c.describedAs("name")).build();
    }
}
