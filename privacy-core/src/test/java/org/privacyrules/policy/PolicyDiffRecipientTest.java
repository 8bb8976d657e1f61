package org.privacyrules.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.privacyrules.policy.PolicyPairs.NOTHING_MORE;
import static org.privacyrules.policy.PolicyPairs.drafts;
import static org.privacyrules.policy.PolicyPairs.only;
import static org.privacyrules.policy.PolicyPairs.recipients;
import static org.privacyrules.policy.PolicyPairs.why;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.policy.Recipient.Role;

/** Which changes of recipients, transfers and work for others are told. */
class PolicyDiffRecipientTest {

    private static Recipient partner(Role role) {
        return Recipient.of("partner", "A partner.", role, "SE");
    }

    private static Recipient in(String country) {
        return Recipient.of("partner", "A partner.", Role.PROCESSOR, country);
    }

    private static Recipient clauses(String country) {
        return in(country).safeguardedBy(Safeguard.Kind.STANDARD_CONTRACTUAL_CLAUSES, "clauses of 2021");
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
                            only(recipients(partner(before), partner(after))),
                            before + " to " + after);
                }
            }
        }
    }

    @Test
    @Mission("M3")
    @Gdpr("13(1)(f)")
    void another_country_is_told_if_it_is_a_third_one() {
        assertEquals("recipients.partner.country: material", only(recipients(in("SE"), in("CH"))));
        assertEquals("recipients.partner.country: material", only(recipients(clauses("IN"), clauses("US"))));
        assertEquals("recipients.partner.country: editorial", only(recipients(in("SE"), in("DE"))));
        assertEquals("recipients.partner.country: editorial", only(recipients(in("CH"), in("SE"))));
    }

    @Test
    @Mission("M3")
    @Gdpr("13(1)(f)")
    void another_safeguard_is_told_and_so_is_one_that_goes_while_the_data_stay_in_a_third_country() {
        assertEquals("recipients.partner.safeguard: editorial", only(recipients(in("CH"), clauses("CH"))));
        assertEquals("recipients.partner.safeguard: material", only(recipients(clauses("CH"), in("CH"))));
        assertEquals("recipients.partner.safeguard: editorial", only(recipients(clauses("SE"), in("SE"))));
        Recipient framework = in("US").safeguardedBy(Safeguard.Kind.ADEQUACY_DECISION, "clauses of 2021");
        assertEquals("recipients.partner.safeguard.kind: material", only(recipients(clauses("US"), framework)));
        Recipient renewed = in("US").safeguardedBy(Safeguard.Kind.STANDARD_CONTRACTUAL_CLAUSES, "clauses of 2027");
        PolicyDiff reference = recipients(clauses("US"), renewed);
        assertEquals("recipients.partner.safeguard.reference: material", only(reference));
        assertTrue(why(reference).contains("lower it if only the reference was corrected"), why(reference));
    }

    private static ProcessingOnBehalf hosting(String controllers, Set<String> subProcessors) {
        return new ProcessingOnBehalf(
                "hosting", LocalText.of("We run servers."), LocalText.of(controllers), subProcessors);
    }

    @Test
    @Mission("M3")
    @Gdpr("28(2)")
    @Gdpr("30(2)")
    void of_what_is_done_for_others_only_another_sub_processor_is_told() {
        ProcessingOnBehalf alone = hosting("customers", Set.of());
        ProcessingOnBehalf helped = hosting("customers", Set.of("printer"));
        assertEquals("onBehalf.hosting: editorial", only(drafts(NOTHING_MORE, d -> d.onBehalf(alone))));
        assertEquals("onBehalf.hosting: editorial", only(drafts(d -> d.onBehalf(alone), NOTHING_MORE)));
        assertEquals(
                "onBehalf.hosting.controllers.en: editorial",
                only(drafts(d -> d.onBehalf(alone), d -> d.onBehalf(hosting("other customers", Set.of())))));
        PolicyDiff more = drafts(d -> d.onBehalf(alone), d -> d.onBehalf(helped));
        assertEquals("onBehalf.hosting.subProcessors: material", only(more));
        assertTrue(why(more).contains("Art. 28(2)"), why(more));
        assertEquals(
                "onBehalf.hosting.subProcessors: editorial",
                only(drafts(d -> d.onBehalf(helped), d -> d.onBehalf(alone))));
    }
}
