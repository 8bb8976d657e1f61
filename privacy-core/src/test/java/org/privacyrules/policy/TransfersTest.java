package org.privacyrules.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.policy.Recipient.Role;
import org.privacyrules.policy.Transfers.Scope;

/** Where data may go, and since when. */
class TransfersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static boolean covered(String country, String day) {
        return Transfers.isCovered(Recipient.of("tools", "a company", Role.PROCESSOR, country), LocalDate.parse(day));
    }

    private static boolean certified(String day) {
        return Transfers.isCovered(
                Recipient.of("tools", "a company", Role.PROCESSOR, "US")
                        .safeguardedBy(Safeguard.Kind.ADEQUACY_DECISION, "it takes part in the framework"),
                LocalDate.parse(day));
    }

    @Test
    @Gdpr("44")
    void nothing_inside_the_area_is_a_transfer() {
        assertFalse(Transfers.isThirdCountry("SE", TODAY));
        assertFalse(Transfers.isThirdCountry("NO", TODAY));
        assertTrue(Transfers.isThirdCountry("CH", TODAY));
        assertTrue(Transfers.isThirdCountry("US", TODAY));
    }

    @Test
    void the_united_kingdom_left_and_is_adequate_since() {
        assertFalse(Transfers.isThirdCountry("GB", LocalDate.of(2020, 12, 31)));
        assertTrue(Transfers.isThirdCountry("GB", LocalDate.of(2021, 1, 1)));
        assertTrue(covered("GB", "2020-12-31"));
        assertTrue(covered("GB", "2021-01-01"));
    }

    @Test
    @Gdpr("45")
    void a_decision_holds_from_its_day_and_until_it_is_annulled() {
        assertTrue(covered("CH", "2026-11-24"));
        assertFalse(covered("US", "2026-11-24"), "the decision covers participants alone");
        assertTrue(certified("2015-10-05"));
        assertFalse(certified("2015-10-06"), "Safe Harbor was annulled");
        assertTrue(certified("2020-07-15"));
        assertFalse(certified("2020-07-16"), "Privacy Shield was annulled");
        assertFalse(certified("2023-07-09"));
        assertTrue(certified("2023-07-10"));
        assertEquals(Optional.of(Scope.SOME_RECIPIENTS), Transfers.adequacy("JP", TODAY));
        assertEquals(Optional.empty(), Transfers.adequacy("JP", LocalDate.of(2019, 1, 22)));
    }

    @Test
    void parts_of_a_member_state_with_a_code_of_their_own_are_no_third_countries() {
        for (String part : List.of("AX", "RE", "GP")) {
            assertFalse(Transfers.isThirdCountry(part, LocalDate.of(2026, 1, 1)), part);
        }
        assertTrue(Transfers.isThirdCountry("GL", LocalDate.of(2026, 1, 1)));
    }
}
