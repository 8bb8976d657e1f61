package org.privacyrules.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.validation.Configuration;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorFactory;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.privacyrules.PrivacyRules;
import org.privacyrules.contract.Fixture;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.fact.Fact;
import org.privacyrules.failure.UnknownNameException;
import org.privacyrules.memory.MemoryStorage;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.subject.SubjectId;

/** A host's methods say for which purpose they use a person's data, and a provider asks before it calls them. */
class PermittedForTest {

    private final SettableClock clock = new SettableClock(Fixture.START.plus(Duration.ofDays(10)));
    private final PrivacyRules rules = Fixture.rules(MemoryStorage.create(), "test", clock);
    private final SubjectId alice = SubjectId.of("alice");
    private final List<ConstraintValidator<?, ?>> released = new ArrayList<>();
    private final ValidatorFactory factory = factory();

    /** A service of a host's. */
    static class Newsletter {

        void send(@PermittedFor("product-news") @NotNull SubjectId to, String text) {}

        void track(@PermittedFor("tracking") SubjectId visitor) {}

        void sendTracked(@PermittedFor("product-news") @PermittedFor("tracking") SubjectId to) {}

        void sendAll(List<@PermittedFor("product-news") SubjectId> to) {}

        void sendLater(@Valid Letter letter) {}

        @PermittedFor("product-news")
        SubjectId next() {
            return SubjectId.of("not called");
        }

        void mistyped(@PermittedFor("product-newz") SubjectId to) {}

        void plain(@PermittedFor(value = "product-news", message = "no") SubjectId to) {}
    }

    record Letter(@PermittedFor("product-news") SubjectId to) {}

    @BeforeEach
    void aliceIsACustomer() {
        rules.subjects().report(alice, Fixture.CUSTOMER, Fact.since(Fixture.longAgo()));
    }

    @AfterEach
    void close() {
        factory.close();
    }

    private ValidatorFactory factory() {
        Configuration<?> configuration = Validation.byDefaultProvider().configure();
        ConstraintValidatorFactory provided = configuration.getDefaultConstraintValidatorFactory();
        ConstraintValidatorFactory watched = new ConstraintValidatorFactory() {
            @Override
            public <T extends ConstraintValidator<?, ?>> T getInstance(Class<T> key) {
                return provided.getInstance(key);
            }

            @Override
            public void releaseInstance(ConstraintValidator<?, ?> instance) {
                released.add(instance);
                provided.releaseInstance(instance);
            }
        };
        return configuration
                .messageInterpolator(new ParameterMessageInterpolator())
                .constraintValidatorFactory(new PermittedForValidatorFactory(rules.decisions(), watched))
                .buildValidatorFactory();
    }

    private static Method method(String name) {
        return Arrays.stream(Newsletter.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> violations(String method, @Nullable Object... arguments) {
        return messages(factory.getValidator()
                .forExecutables()
                .validateParameters(new Newsletter(), method(method), arguments));
    }

    private static List<String> messages(Set<ConstraintViolation<Newsletter>> violations) {
        assertFalse(violations.toString().contains("alice"), "nothing personal is printed");
        return violations.stream().map(ConstraintViolation::getMessage).sorted().toList();
    }

    @Test
    @Mission("M10")
    @Gdpr("21(3)")
    void a_method_is_not_called_for_somebody_who_objected() {
        assertEquals(List.of(), violations("send", alice, "news"));
        rules.consents().objectTo(alice, "product-news", Fixture.said());
        assertEquals(List.of("not permitted for product-news: OBJECTED"), violations("send", alice, "news"));
    }

    @Test
    @Gdpr("7(3)")
    void a_withdrawal_is_a_violation_with_its_code() {
        assertEquals(List.of("not permitted for tracking: NOT_ASKED"), violations("track", alice));
        rules.consents().give(alice, "tracking", Fixture.shown(Fixture.shownText(rules, "tracking", clock)));
        assertEquals(List.of(), violations("track", alice));
        rules.consents().withdraw(alice, "tracking", Fixture.said());
        assertEquals(List.of("not permitted for tracking: WITHDRAWN"), violations("track", alice));
    }

    @Test
    void every_one_of_several_purposes_must_be_permitted() {
        assertEquals(List.of("not permitted for tracking: NOT_ASKED"), violations("sendTracked", alice));
    }

    @Test
    void elements_fields_and_results_can_say_it_too() {
        SubjectId stranger = SubjectId.of("stranger");
        assertEquals(
                List.of("not permitted for product-news: NO_RELATION"),
                violations("sendAll", List.of(alice, stranger)));
        assertEquals(
                List.of("not permitted for product-news: NO_RELATION"), violations("sendLater", new Letter(stranger)));
        assertEquals(
                List.of("not permitted for product-news: NO_RELATION"),
                messages(factory.getValidator()
                        .forExecutables()
                        .validateReturnValue(new Newsletter(), method("next"), stranger)));
    }

    @Test
    void nobody_is_no_violation_and_other_constraints_work_beside_it() {
        assertEquals(List.of(), violations("track", new Object[] {null}));
        assertEquals(List.of("must not be null"), violations("send", null, "news"));
    }

    @Test
    void a_host_can_write_its_own_message() {
        assertEquals(List.of("no"), violations("plain", SubjectId.of("stranger")));
    }

    @Test
    void a_purpose_that_the_policy_does_not_declare_passes_nobody() {
        ValidationException failed = assertThrows(ValidationException.class, () -> violations("mistyped", alice));
        assertInstanceOf(UnknownNameException.class, failed.getCause());
    }

    @Test
    void a_factory_that_does_not_know_the_decisions_passes_nobody() {
        try (ValidatorFactory plain = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            assertThrows(ValidationException.class, () -> plain.getValidator().validate(new Letter(alice)));
        }
    }

    @Test
    void the_other_factory_releases_what_it_made() {
        violations("send", alice, "news");
        factory.close();
        assertFalse(released.isEmpty());
        assertFalse(released.stream().anyMatch(PermittedForValidator.class::isInstance));
    }
}
