package org.privacyrules.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.memory.SettableClock;

/** The constraints on a host's own types, as a provider checks them. */
class SubjectConstraintsTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T12:00:00Z"));
    private final ValidatorFactory factory = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .clockProvider(() -> clock)
            .buildValidatorFactory();
    private final Validator validator = factory.getValidator();

    /** What a form of a host takes in. */
    record SignUp(
            @NotNull @SubjectKey String customer,
            @Country @Nullable String country,
            @SwedishPersonalNumber @Nullable String personalNumber,
            @SwedishOrganisationNumber @Nullable String organisationNumber) {}

    record Numbers(
            @SwedishPersonalNumber(coordinationNumbers = false)
            String registered,

            @SwedishPersonalNumber(interimNumbers = true) String interim,
            @SwedishCoordinationNumber String coordination,
            @SwedishOrganisationNumber(soleTraders = true) String trader) {}

    record Travels(List<@Country String> countries) {}

    @AfterEach
    void close() {
        factory.close();
    }

    private Map<String, String> violations(Object bean) {
        Map<String, String> found = new TreeMap<>();
        for (ConstraintViolation<Object> violation : validator.validate(bean)) {
            found.put(violation.getPropertyPath().toString(), violation.getMessage());
        }
        return found;
    }

    private static Numbers everywhere(String number) {
        return new Numbers(number, number, number, number);
    }

    @Test
    @Mission("M5")
    @Gdpr("87")
    void what_is_in_order_is_valid() {
        assertEquals(Map.of(), violations(new SignUp("customer-4711", "SE", "640823-3234", "556647-9241")));
    }

    @Test
    void null_is_valid() {
        assertEquals(Map.of(), violations(new SignUp("customer-4711", null, null, null)));
    }

    @Test
    @Mission("M5")
    @Gdpr("87")
    void what_is_not_is_told_without_the_value() {
        SignUp wrong = new SignUp(" ", "se", "640823-3235", "640823-3234");
        assertEquals(
                Map.of(
                        "customer", "must be a subject key: not blank, at most 255 bytes in UTF-8",
                        "country", "must be a country: two capitals of ISO 3166-1, such as SE",
                        "personalNumber", "must be a Swedish personal number",
                        "organisationNumber", "must be a Swedish organisation number"),
                violations(wrong));
        assertFalse(validator.validate(wrong).toString().contains("640823"), "nor does the violation print it");
    }

    @Test
    void a_coordination_number_will_do_unless_told_otherwise() {
        assertEquals(
                Map.of(), violations(new SignUp("customer-4711", null, "701063-2391", null)), "where it is not told");
        assertEquals(Map.of("registered", "must be a Swedish personal number"), violations(everywhere("701063-2391")));
    }

    @Test
    void an_interim_number_will_do_only_if_told() {
        assertEquals(
                Map.of(
                        "registered", "must be a Swedish personal number",
                        "coordination", "must be a Swedish coordination number",
                        "trader", "must be a Swedish organisation number"),
                violations(everywhere("20000101-T220")));
    }

    @Test
    void a_sole_traders_number_will_do_for_an_organisation_only_if_told() {
        assertEquals(
                Map.of("coordination", "must be a Swedish coordination number"), violations(everywhere("640823-3234")));
        assertEquals(
                Map.of("organisationNumber", "must be a Swedish organisation number"),
                violations(new SignUp("customer-4711", null, null, "640823-3234")));
    }

    @Test
    void today_is_the_day_in_sweden_by_the_clock_of_the_validation() {
        SignUp bornOnNewYearsEve = new SignUp("customer-4711", "SE", "261231-2385", null);
        clock.set(Instant.parse("2026-12-30T22:59:59Z"));
        assertEquals(Map.of("personalNumber", "must be a Swedish personal number"), violations(bornOnNewYearsEve));
        clock.set(Instant.parse("2026-12-30T23:00:00Z"));
        assertEquals(Map.of(), violations(bornOnNewYearsEve));
    }

    @Test
    void a_key_is_valid_exactly_if_a_subject_can_have_it() {
        for (String key : List.of("a", "ä".repeat(127), "a b", "a".repeat(255))) {
            assertEquals(Map.of(), violations(new SignUp(SubjectId.of(key).reveal(), null, null, null)));
        }
        for (String key : List.of("", "\t\n", "a".repeat(256), "ä".repeat(128), "a\ud800b")) {
            assertEquals(
                    Map.of("customer", "must be a subject key: not blank, at most 255 bytes in UTF-8"),
                    violations(new SignUp(key, null, null, null)));
        }
    }

    @Test
    void a_country_has_two_capitals_that_are_assigned() {
        assertEquals(Map.of(), violations(new Travels(List.of("SE", "NO", "DE", "AX"))));
        assertEquals(
                5,
                violations(new Travels(List.of("", "se", "SWE", "XX", "EU", "SE")))
                        .size());
    }
}
