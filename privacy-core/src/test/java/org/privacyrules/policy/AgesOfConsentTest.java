package org.privacyrules.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.failure.InvalidInputException;

/** From when a child may consent alone. */
class AgesOfConsentTest {

    private final AgesOfConsent ages = AgesOfConsent.europeanEconomicArea();

    private LocalDate ofAge(String birthDate, String country) {
        return ages.ofAgeFrom(LocalDate.parse(birthDate), country);
    }

    @Test
    @Gdpr("8(1)")
    void in_sweden_at_thirteen_elsewhere_at_up_to_sixteen() {
        assertEquals(LocalDate.parse("2026-11-23"), ofAge("2013-11-23", "SE"));
        assertEquals(LocalDate.parse("2027-11-23"), ofAge("2013-11-23", "ES"));
        assertEquals(LocalDate.parse("2028-11-23"), ofAge("2013-11-23", "FR"));
        assertEquals(LocalDate.parse("2029-11-23"), ofAge("2013-11-23", "DE"));
    }

    @Test
    @Gdpr("8(1)")
    void an_unlisted_country_has_sixteen() {
        assertEquals(LocalDate.parse("2029-11-23"), ofAge("2013-11-23", "BR"));
    }

    @Test
    void a_child_of_29_february_comes_of_age_on_1_march() {
        assertEquals(LocalDate.parse("2025-03-01"), ofAge("2012-02-29", "SE"));
        assertEquals(LocalDate.parse("2028-02-29"), ofAge("2012-02-29", "DE"), "a leap year has the day");
    }

    @Test
    void a_raised_age_counts_for_those_who_had_reached_only_the_old_one() {
        assertEquals(LocalDate.parse("2025-06-01"), ofAge("2010-06-01", "DK"), "13 in 2023, 15 in 2025");
        assertEquals(
                LocalDate.parse("2021-06-01"), ofAge("2008-06-01", "DK"), "13 in 2021, 15 in 2023, before the change");
    }

    @Test
    void a_lowered_age_counts_from_its_day() {
        AgesOfConsent lowered = ages.with("DE", LocalDate.parse("2027-01-01"), 13);
        assertEquals(LocalDate.parse("2027-01-01"), lowered.ofAgeFrom(LocalDate.parse("2012-05-01"), "DE"));
        assertEquals(LocalDate.parse("2027-05-01"), lowered.ofAgeFrom(LocalDate.parse("2014-05-01"), "DE"));
    }

    @Test
    void the_law_allows_thirteen_to_sixteen() {
        assertThrows(InvalidInputException.class, () -> ages.with("SE", LocalDate.parse("2027-01-01"), 12));
        assertThrows(InvalidInputException.class, () -> ages.with("SE", LocalDate.parse("2027-01-01"), 17));
    }

    @Test
    void a_rule_older_than_the_regulation_stands_alone() {
        AgesOfConsent britain = ages.with("GB", LocalDate.parse("2018-05-23"), 13);
        assertEquals(LocalDate.parse("2023-06-01"), britain.ofAgeFrom(LocalDate.parse("2010-06-01"), "GB"));
        assertThrows(InvalidInputException.class, () -> ages.with("se", LocalDate.parse("2027-01-01"), 13));
    }
}
