package org.privacyrules.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.privacyrules.PrivacyRules;
import org.privacyrules.contract.Fixture;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.decision.Reason;
import org.privacyrules.fact.Fact;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.memory.MemoryStorage;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.policy.DataCategory.Identifiability;
import org.privacyrules.policy.DataCategory.Sensitivity;
import org.privacyrules.policy.DataCategory.Source;
import org.privacyrules.policy.PolicyChange.Materiality;
import org.privacyrules.policy.Purpose.Nature;
import org.privacyrules.policy.Recipient.Role;
import org.privacyrules.subject.SubjectId;

/** Which changes of a policy people must be told of. */
class PolicyDiffTest {

    private static final ConsentText TEXT = ConsentText.of(1, "en", "May we tell you of products?");
    private static final ConsentTerms TERMS = ConsentTerms.of(TEXT);

    private static PolicyBuilder draft() {
        return PrivacyPolicy.builder()
                .version("1")
                .effectiveFrom(LocalDate.of(2026, 1, 1))
                .zone(ZoneId.of("Europe/Stockholm"))
                .subjectKind("customer", "You have a contract with us.")
                .subjectKind("visitor", "You look at our site.")
                .category("contact-details", c -> c.describedAs("How we reach you."))
                .category("usage", c -> c.describedAs("What you do."))
                .recipient(new Recipient("printer", "A company that prints.", Role.PROCESSOR, "SE"))
                .recipient(new Recipient("mailer", "A company that mails.", Role.PROCESSOR, "IE"));
    }

    private static PolicyDiff drafts(Consumer<PolicyBuilder> before, Consumer<PolicyBuilder> after) {
        PolicyBuilder one = draft();
        before.accept(one);
        PolicyBuilder other = draft();
        after.accept(other);
        return PolicyDiff.between(one.build(), other.build());
    }

    private static void purpose(PolicyBuilder draft, Consumer<PurposeBuilder> description) {
        draft.purpose(
                "news",
                p -> description.accept(p.describedAs("To tell you of products.")
                        .carriedBy("customer")
                        .uses("contact-details")));
    }

    private static PolicyDiff purposes(Consumer<PurposeBuilder> before, Consumer<PurposeBuilder> after) {
        return drafts(draft -> purpose(draft, before), draft -> purpose(draft, after));
    }

    private static PolicyDiff consents(ConsentTerms before, ConsentTerms after) {
        return purposes(p -> p.consent(before), p -> p.consent(after));
    }

    private static PolicyDiff categories(Consumer<CategoryBuilder> before, Consumer<CategoryBuilder> after) {
        return drafts(
                draft -> draft.category("number", c -> before.accept(c.describedAs("Your number."))),
                draft -> draft.category("number", c -> after.accept(c.describedAs("Your number."))));
    }

    private static PolicyDiff recipients(Role before, Role after) {
        return drafts(
                draft -> draft.recipient(new Recipient("partner", "A partner.", before, "SE")),
                draft -> draft.recipient(new Recipient("partner", "A partner.", after, "SE")));
    }

    private static String only(PolicyDiff diff) {
        assertEquals(1, diff.changes().size(), diff.changes().toString());
        return diff.changes().get(0).toString();
    }

    private static String why(PolicyDiff diff) {
        only(diff);
        return diff.changes().get(0).why();
    }

    @Test
    @Mission("M3")
    @Gdpr("13(3)")
    void a_new_purpose_is_told_before() {
        PolicyDiff diff = drafts(draft -> {}, draft -> purpose(draft, PurposeBuilder::contract));
        assertEquals("purposes.news: material", only(diff));
        assertEquals(
                "To tell you of products.; contract; for customer; uses contact-details",
                diff.changes().get(0).after());
        assertEquals("", diff.changes().get(0).before());
    }

    @Test
    @Mission("M3")
    void what_ends_is_editorial() {
        PrivacyPolicy empty = draft().build();
        PolicyBuilder more = draft().subjectKind("invitee", "Somebody invited you.")
                .category("orders", c -> c.describedAs("What you ordered."))
                .recipient(new Recipient("counter", "A company that counts.", Role.PROCESSOR, "SE"));
        purpose(more, PurposeBuilder::contract);
        PrivacyPolicy full = more.build();
        List<String> paths =
                List.of("subjectKinds.invitee", "categories.orders", "recipients.counter", "purposes.news");
        assertEquals(
                paths.stream().map(path -> path + ": editorial").toList(),
                PolicyDiff.between(full, empty).changes().stream()
                        .map(PolicyChange::toString)
                        .toList());
        assertEquals(
                paths.stream().map(path -> path + ": material").toList(),
                PolicyDiff.between(empty, full).changes().stream()
                        .map(PolicyChange::toString)
                        .toList());
    }

    @Test
    @Mission("M3")
    void a_corrected_description_is_editorial() {
        PolicyDiff diff = drafts(
                draft -> draft.purpose(
                        "a",
                        p -> p.describedAs("To invioce you.")
                                .contract()
                                .carriedBy("customer")
                                .uses("usage")),
                draft -> draft.purpose(
                        "a",
                        p -> p.describedAs("To invoice you.")
                                .contract()
                                .carriedBy("customer")
                                .uses("usage")));
        assertEquals("purposes.a.description: editorial", only(diff));
        assertEquals(List.of(), diff.material());
    }

    @Test
    @Mission("M3")
    @Gdpr("13(1)(c)")
    void another_basis_is_told() {
        assertEquals(
                "purposes.news.basis: material",
                only(purposes(PurposeBuilder::contract, p -> p.legitimateInterests("LIA-1"))));
        assertTrue(
                why(purposes(p -> p.consent(TERMS), PurposeBuilder::contract)).contains("lose the choice"));
        assertTrue(
                why(purposes(PurposeBuilder::contract, p -> p.consent(TERMS))).contains("say yes"));
        PolicyDiff cited = purposes(p -> p.legalObligation("Law 1"), p -> p.legalObligation("Law 2"));
        assertEquals("purposes.news.basis: material", only(cited));
        assertTrue(why(cited).contains("only the reference was corrected"), why(cited));
    }

    @Test
    @Mission("M3")
    @Gdpr("13(3)")
    void a_purpose_that_reaches_further_is_told_and_one_that_reaches_less_far_is_not() {
        Consumer<PurposeBuilder> narrow = PurposeBuilder::contract;
        Consumer<PurposeBuilder> wide =
                p -> p.contract().carriedBy("visitor").uses("usage").disclosesTo("mailer");
        List<String> attributes = List.of("carriedBy", "categories", "recipients");
        assertEquals(
                attributes.stream()
                        .map(a -> "purposes.news." + a + ": material")
                        .toList(),
                purposes(narrow, wide).changes().stream()
                        .map(PolicyChange::toString)
                        .toList());
        assertEquals(
                attributes.stream()
                        .map(a -> "purposes.news." + a + ": editorial")
                        .toList(),
                purposes(wide, narrow).changes().stream()
                        .map(PolicyChange::toString)
                        .toList());
        PolicyDiff swapped = purposes(
                p -> p.contract().disclosesTo("mailer"), p -> p.contract().disclosesTo("printer"));
        assertEquals("purposes.news.recipients: material", only(swapped), "one gone does not make up for one more");
    }

    @Test
    @Gdpr("4(11)")
    void consents_that_stand_do_not_cover_what_was_not_asked() {
        PolicyDiff silent =
                purposes(p -> p.consent(TERMS), p -> p.consent(TERMS).uses("usage"));
        assertTrue(why(silent).contains("raise the version of their text"), why(silent));
        assertEquals(Set.of(), silent.outdatedConsents());
        PolicyDiff asked = purposes(
                p -> p.consent(TERMS),
                p -> p.consent(ConsentTerms.of(ConsentText.of(2, "en", "May we use your usage?")))
                        .uses("usage"));
        assertTrue(asked.changes().stream().noneMatch(change -> change.why().contains("raise the version of their")));
        assertEquals(Set.of("news"), asked.outdatedConsents());
    }

    @Test
    @Mission("M3")
    @Gdpr("4(11)")
    void a_raised_text_version_makes_consents_outdated_and_a_corrected_text_does_not() {
        PolicyDiff raised = consents(TERMS, ConsentTerms.of(ConsentText.of(2, "en", "May we tell you of products?")));
        assertEquals("purposes.news.consent.text.version: material", only(raised));
        assertEquals(Set.of("news"), raised.outdatedConsents());
        PolicyDiff corrected = consents(TERMS, ConsentTerms.of(ConsentText.of(1, "en", "May we tell you of news?")));
        assertEquals("purposes.news.consent.text.languages.en: editorial", only(corrected));
        assertEquals(Set.of(), corrected.outdatedConsents());
        PolicyDiff both = consents(TERMS, ConsentTerms.of(ConsentText.of(2, "en", "May we sell you?")));
        assertEquals(2, both.material().size());
        assertTrue(why(consents(ConsentTerms.of(ConsentText.of(2, "en", "May we tell you of products?")), TERMS))
                .contains("version falls"));
    }

    @Test
    void a_language_more_or_less_is_editorial_while_the_question_stays() {
        ConsentTerms two = ConsentTerms.of(TEXT.and("sv", "Får vi?"));
        assertEquals("purposes.news.consent.text.languages.sv: editorial", only(consents(TERMS, two)));
        assertEquals("purposes.news.consent.text.languages.sv: editorial", only(consents(two, TERMS)));
        ConsentTerms next = ConsentTerms.of(ConsentText.of(2, "en", "May we tell you of products?"));
        assertEquals(2, consents(two, next).material().size(), "part of another version of the question");
        assertEquals(2, consents(next, two).material().size());
    }

    @Test
    @Mission("M3")
    @Gdpr("7(3)")
    void a_consent_that_lasts_longer_is_told() {
        ConsentTerms year = TERMS.validFor(Period.ofYears(1));
        ConsentTerms month = TERMS.validFor(Period.ofMonths(1));
        assertEquals("purposes.news.consent.validity: material", only(consents(month, year)));
        assertEquals("purposes.news.consent.validity: material", only(consents(year, TERMS)), "without end");
        assertEquals("purposes.news.consent.validity: editorial", only(consents(year, month)));
        assertEquals("purposes.news.consent.validity: editorial", only(consents(TERMS, year)));
        assertEquals(
                "purposes.news.consent.validity: editorial",
                only(consents(year, TERMS.validFor(Period.ofMonths(12)))),
                "the same, written otherwise");
        assertEquals(
                "purposes.news.consent.validity: material",
                only(consents(month, TERMS.validFor(Period.ofDays(30)))),
                "longer than February");
        PolicyChange change =
                consents(TERMS, TERMS.validFor(Period.of(1, 6, 1))).changes().get(0);
        assertEquals("until it is withdrawn", change.before());
        assertEquals("1 year 6 months 1 day", change.after());
    }

    @Test
    @Gdpr("7(1)")
    void to_consent_with_one_act_instead_of_two_is_told() {
        ConsentTerms two = TERMS.withDoubleOptIn(Period.ofDays(7));
        assertEquals("purposes.news.consent.confirmWithin: material", only(consents(two, TERMS)));
        assertEquals("purposes.news.consent.confirmWithin: editorial", only(consents(TERMS, two)));
        assertEquals(
                "purposes.news.consent.confirmWithin: editorial",
                only(consents(two, TERMS.withDoubleOptIn(Period.ofDays(14)))));
    }

    @Test
    @Gdpr("8(1)")
    void an_age_gate_is_told_when_it_comes_and_when_it_goes() {
        assertEquals("purposes.news.consent.ageGate: material", only(consents(TERMS, TERMS.withAgeGate())));
        assertTrue(why(consents(TERMS.withAgeGate(), TERMS)).contains("children are less protected"));
    }

    @Test
    @Gdpr("21(4)")
    void another_nature_is_told_unless_it_only_protects() {
        List<Nature> natures = List.of(Nature.values());
        for (Nature before : natures) {
            for (Nature after : natures) {
                if (before != after) {
                    boolean protects = before == Nature.GENERAL && after == Nature.SERVICE_MESSAGE;
                    assertEquals(
                            "purposes.news.nature: " + (protects ? "editorial" : "material"),
                            only(purposes(
                                    p -> p.contract().nature(before),
                                    p -> p.contract().nature(after))),
                            before + " to " + after);
                }
            }
        }
        assertTrue(why(purposes(PurposeBuilder::contract, p -> p.contract().nature(Nature.DIRECT_MARKETING)))
                .contains("right to object"));
    }

    @Test
    @Gdpr("9(2)")
    void another_sensitivity_is_told_whichever_way() {
        for (Sensitivity before : Sensitivity.values()) {
            for (Sensitivity after : Sensitivity.values()) {
                if (before != after) {
                    assertEquals(
                            "categories.number.sensitivity: material",
                            only(categories(c -> c.sensitivity(before), c -> c.sensitivity(after))));
                }
            }
        }
        assertTrue(why(categories(c -> {}, c -> c.sensitivity(Sensitivity.SPECIAL)))
                .contains("Art. 9(2)"));
        assertTrue(why(categories(c -> {}, c -> c.sensitivity(Sensitivity.CRIMINAL)))
                .contains("Art. 10"));
        assertTrue(why(categories(c -> {}, c -> c.sensitivity(Sensitivity.NATIONAL_ID)))
                .contains("Art. 87"));
    }

    @Test
    void data_that_lead_to_a_person_more_easily_are_told_and_so_is_a_claim_of_anonymity() {
        assertEquals(
                "categories.number.identifiability: editorial",
                only(categories(c -> {}, c -> c.identifiability(Identifiability.LINKABLE))));
        assertEquals(
                "categories.number.identifiability: material",
                only(categories(c -> c.identifiability(Identifiability.LINKABLE), c -> {})));
        assertEquals(
                "categories.number.identifiability: material",
                only(categories(
                        c -> c.identifiability(Identifiability.ANONYMOUS),
                        c -> c.identifiability(Identifiability.LINKABLE))));
        assertTrue(why(categories(c -> {}, c -> c.identifiability(Identifiability.ANONYMOUS)))
                .contains("rights to them end"));
    }

    @Test
    @Gdpr("14(2)(f)")
    void another_source_is_told_unless_it_is_the_person() {
        assertEquals(
                "categories.number.source: material", only(categories(c -> {}, c -> c.source(Source.THIRD_PARTY))));
        assertEquals("categories.number.source: material", only(categories(c -> {}, c -> c.source(Source.OBSERVED))));
        assertEquals("categories.number.source: editorial", only(categories(c -> c.source(Source.OBSERVED), c -> {})));
    }

    @Test
    @Gdpr("13(2)(e)")
    void data_that_must_be_provided_from_now_on_are_told() {
        assertEquals("categories.number.provision: material", only(categories(CategoryBuilder::voluntary, c -> {})));
        assertEquals("categories.number.provision: editorial", only(categories(c -> {}, CategoryBuilder::voluntary)));
    }

    @Test
    void more_data_in_a_category_are_told_and_another_order_is_not() {
        assertEquals(
                "categories.number.attributes: material",
                only(categories(c -> c.attributes("a"), c -> c.attributes("b", "a"))));
        assertEquals(
                "categories.number.attributes: editorial",
                only(categories(c -> c.attributes("b", "a"), c -> c.attributes("a"))));
        assertTrue(why(categories(c -> c.attributes("b", "a"), c -> c.attributes("a", "b")))
                .contains("another order"));
    }

    @Test
    void a_category_for_more_countries_is_told_and_none_means_all() {
        Consumer<CategoryBuilder> one = c -> c.onlyInCountries("SE");
        Consumer<CategoryBuilder> two = c -> c.onlyInCountries("SE", "NO");
        Consumer<CategoryBuilder> all = c -> {};
        assertEquals("categories.number.countries: material", only(categories(one, two)));
        assertEquals("categories.number.countries: material", only(categories(two, all)));
        assertEquals("categories.number.countries: editorial", only(categories(all, one)));
        assertEquals("categories.number.countries: editorial", only(categories(two, one)));
        assertEquals("categories.number.countries: material", only(categories(one, c -> c.onlyInCountries("NO"))));
    }

    @Test
    @Gdpr("13(1)(e)")
    void another_role_of_a_recipient_is_told_unless_it_becomes_a_mere_processor() {
        for (Role before : Role.values()) {
            for (Role after : Role.values()) {
                if (before != after) {
                    boolean lessFree = before == Role.SEPARATE_CONTROLLER && after == Role.PROCESSOR;
                    assertEquals(
                            "recipients.partner.role: " + (lessFree ? "editorial" : "material"),
                            only(recipients(before, after)),
                            before + " to " + after);
                }
            }
        }
    }

    @Test
    @Mission("M3")
    @Gdpr("13(1)(f)")
    void another_country_of_a_recipient_is_told() {
        PolicyDiff moved = drafts(
                draft -> draft.recipient(new Recipient("partner", "A partner.", Role.PROCESSOR, "SE")),
                draft -> draft.recipient(new Recipient("partner", "A partner.", Role.PROCESSOR, "US")));
        assertEquals("recipients.partner.country: material", only(moved));
    }

    @Test
    void a_start_and_a_zone_are_editorial_but_a_version_does_not_reach_back() {
        LocalDate later = LocalDate.of(2026, 7, 1);
        assertEquals("effectiveFrom: editorial", only(drafts(draft -> {}, draft -> draft.effectiveFrom(later))));
        assertEquals("effectiveFrom: material", only(drafts(draft -> draft.effectiveFrom(later), draft -> {})));
        assertEquals("zone: editorial", only(drafts(draft -> {}, draft -> draft.zone(ZoneId.of("Europe/Copenhagen")))));
    }

    @Test
    @Mission("M3")
    @Gdpr("5(2)")
    void a_host_raises_and_lowers_with_a_reason_that_is_kept() {
        PolicyDiff diff = purposes(p -> p.legalObligation("Law 1"), p -> p.legalObligation("Law 1, section 2"));
        PolicyDiff lowered = diff.lowering("purposes.news.basis", "the section was missing");
        assertEquals("purposes.news.basis: editorial", only(lowered));
        assertEquals("the section was missing", lowered.changes().get(0).hostsReason());
        assertEquals(why(diff), why(lowered), "the rule's reason stays");
        assertTrue(lowered.text().contains("Lowered: the section was missing"), lowered.text());
        PolicyDiff raised = lowered.raising("purposes.news.basis", "it is another duty");
        assertEquals("purposes.news.basis: material", only(raised));
        assertTrue(raised.text().contains("Raised: it is another duty"), raised.text());
        assertEquals("purposes.news.basis: material", only(diff), "a diff is immutable");
        assertEquals(
                diff.changes(),
                diff.raising("purposes.news.basis", "it is material").changes());
    }

    @Test
    @Gdpr("5(2)")
    void nothing_is_lowered_without_a_reason_or_where_nothing_changes() {
        PolicyDiff diff = purposes(PurposeBuilder::contract, p -> p.legitimateInterests("LIA-1"));
        assertThrows(InvalidInputException.class, () -> diff.lowering("purposes.news.basis", " "));
        assertThrows(InvalidInputException.class, () -> diff.raising("purposes.news.basis", ""));
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> diff.lowering("purposes.news.nature", "no reason"));
        assertTrue(refused.getMessage().contains("changed are purposes.news.basis"), refused.getMessage());
        PolicyDiff none = drafts(draft -> {}, draft -> {});
        assertThrows(InvalidInputException.class, () -> none.raising("zone", "a reason"));
    }

    @Test
    void to_lower_a_new_question_does_not_revive_consents() {
        PolicyDiff raised = consents(TERMS, ConsentTerms.of(ConsentText.of(2, "en", "May we tell you of products?")));
        assertEquals(
                Set.of("news"),
                raised.lowering("purposes.news.consent.text.version", "nobody was asked yet")
                        .outdatedConsents());
    }

    @Test
    @Mission("M3")
    @Gdpr("4(11)")
    void outdated_consents_are_those_that_the_decisions_deny() {
        PrivacyPolicy first = Fixture.policy("1", Fixture.START, 1);
        PrivacyPolicy second = Fixture.policy("2", Fixture.SECOND_VERSION, 2);
        SettableClock clock = new SettableClock(Fixture.SECOND_VERSION.minus(Duration.ofDays(1)));
        PrivacyRules rules = Fixture.rules(MemoryStorage.create(), "diff", clock);
        SubjectId alice = SubjectId.of("alice");
        rules.subjects().report(alice, Fixture.CUSTOMER, Fact.since(Fixture.longAgo()));
        rules.subjects().reportOfAgeFrom(alice, Fixture.longAgo());
        for (String purpose : List.of("tracking", "survey")) {
            rules.consents().give(alice, purpose, Fixture.shown(Fixture.shownText(rules, purpose, clock)));
        }
        clock.set(Fixture.SECOND_VERSION);
        Set<String> denied = new TreeSet<>();
        for (String purpose : Fixture.PURPOSES) {
            if (rules.decisions().check(alice, purpose).reasons().contains(Reason.OUTDATED)) {
                denied.add(purpose);
            }
        }
        assertEquals(Set.of("tracking"), denied);
        assertEquals(denied, PolicyDiff.between(first, second).outdatedConsents());
    }

    @Test
    @Mission("M3")
    @Gdpr("12(1)")
    void the_text_is_readable() {
        PolicyBuilder next =
                draft().version("2_*new*").recipient(new Recipient("x", "<b>A\nB</b>", Role.PROCESSOR, "SE"));
        purpose(next, p -> p.consent(ConsentTerms.of(ConsentText.of(2, "en", "May we?"))));
        PolicyBuilder first = draft().subjectKind("invitee", "Somebody invited you.");
        purpose(first, p -> p.consent(TERMS));
        PolicyDiff diff = PolicyDiff.between(first.build(), next.build());
        assertEquals("""
                # Policy 1 → 2\\_\\*new\\*

                ## Material changes: people are told before

                - `recipients.x`: new: \\<b\\>A B\\</b\\>; processor; SE
                  - Data are disclosed to somebody of whom people were not told (Art. 13(1)(e) GDPR)
                - `purposes.news.consent.text.version`: 1 → 2
                  - The question means something else, so that consents to the earlier version are outdated and people are asked again (Art. 4(11) and 7 GDPR)
                - `purposes.news.consent.text.languages.en`: May we tell you of products? → May we?
                  - The words are those of another version of the question (Art. 4(11) GDPR)

                ## Editorial changes

                - `subjectKinds.invitee`: gone: Somebody invited you.
                  - This group of people is no longer concerned

                ## Outdated consents: people are asked again

                - `news`
                """, diff.text());
        assertEquals("policy diff 1 to 2_*new*: 4 changes, 3 material", diff.toString());
        assertEquals(
                "# Policy 1 → 1\n\nNothing changes.\n", drafts(d -> {}, d -> {}).text());
        assertFalse(diff.changes().get(0).isMaterial());
        assertEquals(Materiality.EDITORIAL, diff.changes().get(0).materiality());
        assertEquals("1", diff.before().version());
        assertEquals("2_*new*", diff.after().version());
    }
}
