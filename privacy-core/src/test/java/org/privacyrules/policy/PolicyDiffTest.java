package org.privacyrules.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.privacyrules.policy.PolicyPairs.NOTHING_MORE;
import static org.privacyrules.policy.PolicyPairs.TERMS;
import static org.privacyrules.policy.PolicyPairs.all;
import static org.privacyrules.policy.PolicyPairs.consents;
import static org.privacyrules.policy.PolicyPairs.draft;
import static org.privacyrules.policy.PolicyPairs.drafts;
import static org.privacyrules.policy.PolicyPairs.only;
import static org.privacyrules.policy.PolicyPairs.purpose;
import static org.privacyrules.policy.PolicyPairs.purposes;
import static org.privacyrules.policy.PolicyPairs.why;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
import org.privacyrules.policy.PolicyChange.Materiality;
import org.privacyrules.policy.Recipient.Role;
import org.privacyrules.subject.SubjectId;

/** What a diff is, and what it says of a version as a whole. */
class PolicyDiffTest {

    private static final LocalText BILINGUAL =
            LocalText.of("en", "We lock doors.").and("sv", "Vi låser dörrar.");

    @Test
    @Mission("M3")
    void what_ends_is_editorial_and_what_begins_is_told() {
        PrivacyPolicy empty = draft().build();
        PolicyBuilder more = draft().subjectKind("invitee", "Somebody invited you.")
                .category("orders", c -> c.describedAs("What you ordered."))
                .recipient(Recipient.of("counter", "A company that counts.", Role.PROCESSOR, "SE"));
        purpose(more, PurposeBuilder::contract);
        PrivacyPolicy full = more.build();
        List<String> paths =
                List.of("subjectKinds.invitee", "categories.orders", "recipients.counter", "purposes.news");
        assertEquals(paths.stream().map(path -> path + ": editorial").toList(), all(PolicyDiff.between(full, empty)));
        assertEquals(paths.stream().map(path -> path + ": material").toList(), all(PolicyDiff.between(empty, full)));
    }

    @Test
    void a_start_and_a_zone_are_editorial_but_a_version_does_not_reach_back() {
        LocalDate later = LocalDate.of(2026, 7, 1);
        assertEquals("effectiveFrom: editorial", only(drafts(NOTHING_MORE, draft -> draft.effectiveFrom(later))));
        assertEquals("effectiveFrom: material", only(drafts(draft -> draft.effectiveFrom(later), NOTHING_MORE)));
        assertEquals(
                "zone: editorial", only(drafts(NOTHING_MORE, draft -> draft.zone(ZoneId.of("Europe/Copenhagen")))));
    }

    @Test
    @Mission("M3")
    @Gdpr("12(1)")
    void a_language_that_goes_is_told_and_one_that_comes_or_another_order_is_not() {
        assertEquals(
                "languages: material",
                only(drafts(draft -> draft.languages("en", "sv"), draft -> draft.languages("en"))));
        assertEquals(
                "languages: editorial",
                only(drafts(draft -> draft.languages("en"), draft -> draft.languages("en", "sv"))));
        PolicyDiff turned = drafts(draft -> draft.languages("en", "de"), draft -> draft.languages("de", "en"));
        assertTrue(turned.changes().get(0).why().contains("another order"), turned.toString());
        assertFalse(turned.changes().get(0).isMaterial());
    }

    @Test
    @Mission("M3")
    void a_text_is_compared_language_by_language() {
        PolicyDiff corrected = drafts(
                draft -> draft.securityMeasures(BILINGUAL),
                draft -> draft.securityMeasures(BILINGUAL.and("sv", "Vi låser alla dörrar.")));
        assertEquals("securityMeasures.sv: editorial", only(corrected));
        assertEquals("Vi låser dörrar.", corrected.changes().get(0).before());
        PolicyDiff translated = drafts(
                draft -> draft.securityMeasures(LocalText.of("en", "We lock doors.")),
                draft -> draft.securityMeasures(BILINGUAL));
        assertEquals("securityMeasures.sv: editorial", only(translated));
        PolicyDiff gone = drafts(draft -> draft.securityMeasures(BILINGUAL), NOTHING_MORE);
        assertEquals(List.of("securityMeasures.en: editorial", "securityMeasures.sv: editorial"), all(gone));
    }

    @Test
    @Mission("M3")
    @Gdpr("13(2)(f)")
    @Gdpr("22")
    void a_promise_that_no_machine_decides_alone_is_not_taken_back_in_silence() {
        assertEquals(
                "withoutAutomatedDecisions: material",
                only(drafts(PolicyBuilder::withoutAutomatedDecisions, NOTHING_MORE)));
        assertEquals(
                "withoutAutomatedDecisions: editorial",
                only(drafts(NOTHING_MORE, PolicyBuilder::withoutAutomatedDecisions)));
    }

    @Test
    void to_refer_to_somebody_elses_policy_is_editorial() {
        OtherPolicy network = new OtherPolicy("network", LocalText.of("You follow us there."), "https://a.example");
        OtherPolicy moved = new OtherPolicy("network", LocalText.of("You follow us there."), "https://b.example");
        assertEquals("otherPolicies.network: editorial", only(drafts(NOTHING_MORE, d -> d.otherPolicy(network))));
        assertEquals("otherPolicies.network: editorial", only(drafts(d -> d.otherPolicy(network), NOTHING_MORE)));
        assertEquals(
                "otherPolicies.network.url: editorial",
                only(drafts(d -> d.otherPolicy(network), d -> d.otherPolicy(moved))));
    }

    @Test
    @Mission("M3")
    @Gdpr("5(2)")
    void a_host_raises_and_lowers_with_a_reason_that_is_kept() {
        PolicyDiff diff = purposes(p -> p.legalObligation("Law 1"), p -> p.legalObligation("Law 1, section 2"));
        PolicyDiff lowered = diff.lowering("purposes.news.basis.citation", "the section was missing");
        assertEquals("purposes.news.basis.citation: editorial", only(lowered));
        assertEquals("the section was missing", lowered.changes().get(0).hostsReason());
        assertEquals(why(diff), why(lowered), "the rule's reason stays");
        assertTrue(lowered.text().contains("Lowered: the section was missing"), lowered.text());
        PolicyDiff raised = lowered.raising("purposes.news.basis.citation", "it is another duty");
        assertEquals("purposes.news.basis.citation: material", only(raised));
        assertTrue(raised.text().contains("Raised: it is another duty"), raised.text());
        assertEquals("purposes.news.basis.citation: material", only(diff), "a diff is immutable");
        assertEquals(
                diff.changes(),
                diff.raising("purposes.news.basis.citation", "it is material").changes());
    }

    @Test
    @Gdpr("5(2)")
    void nothing_is_lowered_without_a_reason_or_where_nothing_changes() {
        PolicyDiff diff = purposes(PurposeBuilder::contract, p -> p.legitimateInterests("to sell", "LIA-1"));
        assertThrows(InvalidInputException.class, () -> diff.lowering("purposes.news.basis", " "));
        assertThrows(InvalidInputException.class, () -> diff.raising("purposes.news.basis", ""));
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> diff.lowering("purposes.news.nature", "no reason"));
        assertTrue(refused.getMessage().contains("changed are purposes.news.basis"), refused.getMessage());
        PolicyDiff none = drafts(NOTHING_MORE, NOTHING_MORE);
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
                draft().version("2_*new*").recipient(Recipient.of("x", "<b>A\nB</b>", Role.PROCESSOR, "SE"));
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
                "# Policy 1 → 1\n\nNothing changes.\n",
                drafts(NOTHING_MORE, NOTHING_MORE).text());
        assertFalse(diff.changes().get(0).isMaterial());
        assertEquals(Materiality.EDITORIAL, diff.changes().get(0).materiality());
        assertEquals("1", diff.before().version());
        assertEquals("2_*new*", diff.after().version());
    }
}
