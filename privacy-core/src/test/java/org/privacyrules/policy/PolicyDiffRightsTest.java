package org.privacyrules.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.privacyrules.policy.PolicyPairs.drafts;
import static org.privacyrules.policy.PolicyPairs.only;
import static org.privacyrules.policy.PolicyPairs.why;

import java.lang.reflect.RecordComponent;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.policy.RightsTerms.FurtherCopies;
import org.privacyrules.policy.RightsTerms.IdentityCheck;
import org.privacyrules.policy.RightsTerms.Pause;

/** Rights that become weaker are told. */
class PolicyDiffRightsTest {

    private static final RightsTerms LAW = RightsTerms.ofTheLaw();
    private static final PrivacyPolicy ANY = PolicyPairs.draft().build();

    /** Terms below the law are never built, and a diff judges them all the same. */
    private static PrivacyPolicy policy(RightsTerms rights) {
        PolicyContent content = PolicyContent.of(ANY);
        for (RecordComponent component : PolicyContent.class.getRecordComponents()) {
            if (component.getName().equals("rights")) {
                content = (PolicyContent) Records.with(content, component, rights);
            }
        }
        return content.policy("1");
    }

    private static void weaker(String path, RightsTerms better, RightsTerms worse) {
        assertEquals(path + ": material", only(PolicyDiff.between(policy(better), policy(worse))));
        assertEquals(path + ": editorial", only(PolicyDiff.between(policy(worse), policy(better))));
    }

    @Test
    @Mission("M3")
    @Gdpr("13(2)(b)")
    void a_right_of_which_people_are_no_longer_told_is_a_material_change() {
        weaker("rights.told", LAW, LAW.telling(EnumSet.complementOf(EnumSet.of(Right.ERASURE))));
        PolicyDiff swapped = PolicyDiff.between(
                policy(LAW.telling(Set.of(Right.ERASURE))), policy(LAW.telling(Set.of(Right.ACCESS))));
        assertTrue(why(swapped).contains("erasure"), why(swapped));
    }

    @Test
    @Mission("M3")
    @Gdpr("12(3)")
    void people_who_wait_longer_for_an_answer_are_told() {
        weaker(
                "rights.answerWithin",
                LAW.answeredWithin(Period.ofDays(14), LAW.extension()),
                LAW.answeredWithin(Period.ofDays(21), LAW.extension()));
        weaker("rights.extension", LAW.answeredWithin(LAW.answerWithin(), Period.ofMonths(1)), LAW);
        weaker("rights.informWithin", LAW.informedWithin(Period.ofDays(14)), LAW);
        weaker("rights.answerWithin", LAW.answeredWithin(Period.ofDays(28), LAW.extension()), LAW);
    }

    @Test
    @Gdpr("12(3)")
    void a_pause_that_costs_people_more_time_is_told() {
        weaker("rights.pause", LAW.pausing(Pause.NONE), LAW.pausing(Pause.EARLIER_OF_BOTH));
        weaker("rights.pause", LAW.pausing(Pause.EARLIER_OF_BOTH), LAW.pausing(Pause.SUSPEND));
        weaker("rights.pause", LAW.pausing(Pause.SUSPEND), LAW.pausing(Pause.RESTART));
    }

    @Test
    @Mission("M3")
    @Gdpr("12(6)")
    void a_stricter_check_of_identity_is_told() {
        weaker("rights.identity", LAW, LAW.identifying(IdentityCheck.ALWAYS, LAW.identityEvidenceFor()));
        weaker("rights.identityEvidenceFor", LAW, LAW.identifying(LAW.identity(), Period.ofDays(90)));
    }

    @Test
    @Mission("M3")
    @Gdpr("12(5)")
    @Gdpr("15(3)")
    void copies_that_cost_more_are_told() {
        weaker("rights.freeCopies", LAW.freeCopies(2, FurtherCopies.FREE), LAW);
        List<FurtherCopies> cheapFirst = List.of(FurtherCopies.values());
        for (int i = 1; i < cheapFirst.size(); i++) {
            weaker(
                    "rights.furtherCopies",
                    LAW.freeCopies(1, cheapFirst.get(i - 1)),
                    LAW.freeCopies(1, cheapFirst.get(i)));
        }
    }

    @Test
    @Mission("M3")
    @Gdpr("12(2)")
    void people_who_lose_their_rights_are_told_and_a_list_of_everybody_is_everybody() {
        weaker("rights.subjectKinds", LAW, LAW.grantedTo("customer"));
        assertEquals(
                "rights.subjectKinds: editorial",
                only(drafts(draft -> {}, draft -> draft.rights(LAW.grantedTo("customer", "visitor")))));
        PolicyDiff swapped = PolicyDiff.between(policy(LAW.grantedTo("customer")), policy(LAW.grantedTo("visitor")));
        assertEquals("rights.subjectKinds: material", only(swapped));
        assertTrue(why(swapped).contains("`customer`"), why(swapped));
    }
}
