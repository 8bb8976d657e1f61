package org.privacyrules.examples.glesys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;

/** The tour holds what it claims, and each row of the policy that it shows so far is shown by the chapters named here. */
class TourTest {

    private static final int PEOPLE = 200;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Console console = Console.ofLog(new PrintStream(printed, true, StandardCharsets.UTF_8));

    /** A chapter that claims something wrong. */
    private static final class Mistake extends Chapter {

        Mistake(Scene scene) {
            super(scene, "A mistake", GDPR_DAY + "12:00");
        }

        @Override
        void tell() {
            expect(Promise.M9, "Pigs fly", false);
        }
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** The chapters claim something about the promise; that all claims were met, the tour itself sees to. */
    private void shows(Promise promise, List<Function<Scene, Chapter>> chapters) {
        Expectations expectations = Tour.tell(PEOPLE, console, chapters);
        assertFalse(expectations.of(promise).isEmpty(), "nothing is claimed about " + promise);
    }

    @Test
    void the_whole_tour_meets_every_expectation() {
        Expectations expectations = Tour.tell(PEOPLE, console, Tour.CHAPTERS);
        assertEquals(List.of(), expectations.failed());
        assertTrue(output().contains("All " + expectations.total() + " expectations were met."));
        assertFalse(output().contains("✗"));
    }

    @Test
    void the_output_fits_a_terminal_and_a_log() {
        Tour.tell(PEOPLE, console, Tour.CHAPTERS);
        output().lines().forEach(line -> assertTrue(line.length() <= 118, line));
        assertFalse(output().contains("\r"));
    }

    @Test
    void a_failed_expectation_fails_the_tour_and_is_named() {
        ExpectationsFailedException failure = assertThrows(
                ExpectationsFailedException.class, () -> Tour.tell(PEOPLE, console, List.of(Mistake::new)));
        assertEquals("1 of 1 expectations failed:\n  ✗ M9   Pigs fly", failure.getMessage());
    }

    @Test
    void too_few_people_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> Tour.tell(10, console, Tour.CHAPTERS));
    }

    @Test
    @Mission("M1")
    @Gdpr("13(1)")
    @Gdpr("7(2)")
    void becoming_a_customer_shows_the_policy_and_gives_no_consent() {
        shows(Promise.M1, List.of(TakingOver::new, SigningUp::new));
    }

    @Test
    @Mission("M2")
    void every_recipient_has_its_role() {
        shows(Promise.M2, List.of(ThePolicy::new));
    }

    @Test
    @Mission("M4")
    @Gdpr("5(1)(e)")
    void how_long_data_are_kept_is_said_and_silence_is_no_period() {
        shows(Promise.M4, List.of(AsPublished::new, TheDocuments::new));
    }

    @Test
    @Mission("M7")
    void the_notice_says_that_the_partner_keeps_the_cards() {
        shows(Promise.M7, List.of(TheDocuments::new));
    }

    @Test
    @Mission("M24")
    @Gdpr("13(1)(b)")
    void the_notice_says_how_to_reach_the_officer() {
        shows(Promise.M24, List.of(TheDocuments::new));
    }

    @Test
    @Mission("M25")
    @Gdpr("13(2)(d)")
    void the_notice_says_where_to_complain() {
        shows(Promise.M25, List.of(AsPublished::new, TheDocuments::new));
    }

    @Test
    @Mission("M5")
    @Gdpr("87")
    void personal_numbers_are_used_for_customers_in_sweden_only() {
        shows(Promise.M5, List.of(TakingOver::new, Disclosures::new));
    }

    @Test
    @Mission("M8")
    void a_contact_is_a_person_of_its_own() {
        shows(Promise.M8, List.of(TakingOver::new, OtherPeople::new));
    }

    @Test
    @Mission("M9")
    void a_service_message_reaches_everyone_and_carries_no_marketing() {
        shows(Promise.M9, List.of(TakingOver::new, LegacyList::new, ServiceMessage::new));
    }

    @Test
    @Mission("M10")
    @Gdpr("21(3)")
    void product_news_stop_at_once_for_whoever_objects() {
        shows(
                Promise.M10,
                List.of(
                        TakingOver::new,
                        LegacyList::new,
                        AskingForConsent::new,
                        JoiningNewsletter::new,
                        Campaign::new));
    }

    @Test
    @Mission("M12")
    void a_name_may_be_kept_back() {
        shows(Promise.M12, List.of(TakingOver::new, OtherPeople::new));
    }

    @Test
    @Mission("M14")
    void a_social_network_is_a_controller_of_its_own() {
        shows(Promise.M14, List.of(ThePolicy::new));
    }

    @Test
    @Mission("M15")
    @Gdpr("7(3)")
    void customers_are_tracked_only_after_a_yes_and_until_a_no() {
        shows(Promise.M15, List.of(TakingOver::new, AskingForConsent::new, LookingBack::new, AYearLater::new));
    }

    @Test
    @Mission("M15")
    void a_visitors_answer_is_carried_over_at_sign_in() {
        shows(Promise.M15, List.of(TakingOver::new, Visitors::new));
    }

    @Test
    @Mission("M15")
    @Gdpr("8(1)")
    void below_the_age_of_consent_a_guardian_answers() {
        shows(Promise.M15, List.of(TakingOver::new, Children::new));
    }

    @Test
    @Mission("M16")
    void logs_say_how_easily_they_lead_to_a_person() {
        shows(Promise.M16, List.of(ThePolicy::new, TakingOver::new, Visitors::new));
    }

    @Test
    @Mission("M17")
    void data_of_a_social_network_are_marked_as_such() {
        shows(Promise.M17, List.of(ThePolicy::new, TakingOver::new, Disclosures::new));
    }

    @Test
    @Mission("M26")
    @Gdpr("5(1)(b)")
    void a_disclosure_is_checked_against_the_purpose() {
        shows(Promise.M26, List.of(TakingOver::new, Disclosures::new, Leaving::new));
    }

    @Test
    @Mission("M4")
    @Mission("M6")
    @Mission("M11")
    @Mission("M13")
    @Mission("M16")
    @Gdpr("5(1)(e)")
    void thirteen_years_say_of_each_thing_why_it_is_kept_and_when_it_goes() {
        Expectations expectations = Tour.tell(PEOPLE, console, List.of(TakingOver::new, HowLong::new));
        for (Promise promise : List.of(Promise.M4, Promise.M6, Promise.M11, Promise.M13, Promise.M16)) {
            assertFalse(expectations.of(promise).isEmpty(), "nothing is claimed about " + promise);
        }
        assertTrue(output().contains("kept through 2030-12-31 for `invoicing`"));
    }
}
