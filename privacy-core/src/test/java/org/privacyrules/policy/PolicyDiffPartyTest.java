package org.privacyrules.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.privacyrules.policy.PolicyPairs.NOTHING_MORE;
import static org.privacyrules.policy.PolicyPairs.drafts;
import static org.privacyrules.policy.PolicyPairs.only;
import static org.privacyrules.policy.PolicyPairs.why;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;

/** Which changes of the parties people must be told of. */
class PolicyDiffPartyTest {

    private static final Party COMPANY =
            Party.named("Company AB").withRegistrationNumber("556000-0000").withPhone("+46 1");
    private static final Party ANNA = Party.named("Anna").withEmail("dpo@example.com");
    private static final Party BO = Party.named("Bo").withEmail("dpo@example.com");

    private static PolicyDiff controllers(Party before, Party after) {
        return drafts(draft -> draft.controller(before), draft -> draft.controller(after));
    }

    @Test
    @Mission("M3")
    @Gdpr("13(1)(a)")
    void another_controller_is_told() {
        assertEquals(
                "controller.name: material", only(controllers(Party.named("Company AB"), Party.named("Group AB"))));
        assertEquals(
                "controller.registrationNumber: material",
                only(controllers(COMPANY, COMPANY.withRegistrationNumber("556111-1111"))));
        assertEquals("controller: material", only(drafts(draft -> draft.controller(COMPANY), NOTHING_MORE)));
    }

    @Test
    @Gdpr("13(1)(a)")
    void a_controller_that_is_told_more_exactly_or_reached_in_another_way_is_editorial() {
        assertEquals("controller: editorial", only(drafts(NOTHING_MORE, draft -> draft.controller(COMPANY))));
        assertEquals("controller.phone: editorial", only(controllers(COMPANY, COMPANY.withPhone("+46 2"))));
        assertEquals("controller.address: editorial", only(controllers(COMPANY, COMPANY.withAddress("Street 1"))));
        assertEquals(
                "controller.registrationNumber: editorial",
                only(controllers(Party.named("Company AB").withPhone("+46 1"), COMPANY)));
    }

    @Test
    @Gdpr("12(2)")
    void a_controller_that_can_no_longer_be_reached_is_told() {
        assertEquals("controller.phone: material", only(controllers(COMPANY, COMPANY.withPhone(""))));
        assertEquals(
                "controller.phone: editorial",
                only(controllers(
                        COMPANY.withUrl("https://a.example"),
                        COMPANY.withUrl("https://a.example").withPhone(""))));
    }

    @Test
    @Gdpr("27(4)")
    void a_representative_is_told_when_there_is_none_any_more() {
        Consumer<PolicyBuilder> anna = draft -> draft.representative(ANNA);
        assertEquals("representative: material", only(drafts(anna, NOTHING_MORE)));
        assertEquals("representative: editorial", only(drafts(NOTHING_MORE, anna)));
        assertEquals("representative.name: editorial", only(drafts(anna, draft -> draft.representative(BO))));
    }

    @Test
    @Mission("M3")
    @Gdpr("13(1)(b)")
    @Gdpr("38(4)")
    void another_officer_is_editorial_but_none_is_told() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        Consumer<PolicyBuilder> anna = draft -> draft.dataProtectionOfficer(Dated.always(ANNA));
        PolicyDiff followed = drafts(
                anna,
                draft -> draft.dataProtectionOfficer(Dated.always(ANNA).through(day.minusDays(1)))
                        .dataProtectionOfficer(Dated.always(BO).since(day)));
        assertEquals("dataProtectionOfficers: editorial", only(followed));
        assertEquals(
                "Anna, e-mail dpo@example.com through 2026-02-28; Bo, e-mail dpo@example.com since 2026-03-01",
                followed.changes().get(0).after());
        assertEquals("dataProtectionOfficers: material", only(drafts(anna, NOTHING_MORE)));
        assertEquals(
                "dataProtectionOfficers: material",
                only(drafts(
                        anna,
                        draft -> draft.dataProtectionOfficer(Dated.always(ANNA).through(LocalDate.of(2025, 12, 31))))),
                "the last one left before the version starts");
    }

    @Test
    @Mission("M3")
    @Gdpr("13(2)(d)")
    void another_authority_is_editorial_but_none_is_told() {
        Consumer<PolicyBuilder> sweden = draft -> draft.supervisoryAuthority(SupervisoryAuthorities.ofSweden());
        assertEquals(
                "supervisoryAuthorities: editorial",
                only(drafts(draft -> draft.supervisoryAuthority(List.of(Dated.always(Party.named("CNIL")))), sweden)));
        PolicyDiff none = drafts(sweden, NOTHING_MORE);
        assertEquals("supervisoryAuthorities: material", only(none));
        assertTrue(why(none).contains("where they can complain"), why(none));
    }

    @Test
    @Gdpr("26(2)")
    void a_joint_controller_that_is_somebody_else_is_told() {
        Consumer<PolicyBuilder> sister = draft -> draft.party("sister", Party.named("Sister AB"));
        assertEquals("parties.sister: editorial", only(drafts(NOTHING_MORE, sister)));
        assertEquals("parties.sister: editorial", only(drafts(sister, NOTHING_MORE)));
        assertEquals(
                "parties.sister.name: material",
                only(drafts(sister, draft -> draft.party("sister", Party.named("Cousin AB")))));
    }
}
