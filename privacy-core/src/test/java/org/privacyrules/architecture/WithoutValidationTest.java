package org.privacyrules.architecture;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import jakarta.validation.NoProviderFoundException;
import jakarta.validation.Validation;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.privacyrules.PrivacyRules;
import org.privacyrules.contract.Fixture;
import org.privacyrules.decision.PermittedFor;
import org.privacyrules.fact.Fact;
import org.privacyrules.memory.MemoryStorage;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.SwedishNumber;

/** Only what a host annotates needs a validation provider; the rules never do. */
class WithoutValidationTest {

    /** Runs in a class loader that sees nothing of the tests' class path but what it was given. */
    public static final class Day implements Runnable {

        /** A day. */
        public Day() {}

        @Override
        public void run() {
            SettableClock clock = new SettableClock(Fixture.START.plus(Duration.ofDays(10)));
            PrivacyRules rules = Fixture.rules(MemoryStorage.create(), "test", clock);
            SubjectId alice = SubjectId.of("alice");
            rules.subjects().report(alice, Fixture.CUSTOMER, Fact.since(Fixture.longAgo()));
            rules.consents().objectTo(alice, "product-news", Fixture.said());
            require(rules.decisions().check(alice, "account").permitted());
            require(!rules.decisions().check(alice, "product-news").permitted());
            require(SwedishNumber.parse("191212121212", LocalDate.of(2026, 11, 23))
                    .isPresent());
        }

        private static void require(boolean expected) {
            if (!expected) {
                throw new AssertionError("the rules answered otherwise");
            }
        }
    }

    /** A host's class with a constraint, which nobody checks. */
    public static final class Annotated implements Runnable {

        /** A class. */
        public Annotated() {}

        void send(@PermittedFor("product-news") SubjectId to) {}

        @Override
        public void run() {
            for (Method method : Annotated.class.getDeclaredMethods()) {
                method.getParameterAnnotations();
            }
            send(SubjectId.of("alice"));
        }
    }

    /** Asks for a provider. */
    public static final class Provider implements Runnable {

        /** A question. */
        public Provider() {}

        @Override
        public void run() {
            Validation.byDefaultProvider().configure();
        }
    }

    private static void runWith(Class<? extends Runnable> scenario, Class<?>... libraries) throws Exception {
        URL[] classPath = Arrays.stream(libraries)
                .map(library -> library.getProtectionDomain().getCodeSource().getLocation())
                .toArray(URL[]::new);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader isolated = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(isolated);
            Runnable isolatedScenario = (Runnable)
                    isolated.loadClass(scenario.getName()).getConstructor().newInstance();
            assertTrue(isolatedScenario.getClass() != scenario, "it was loaded apart");
            isolatedScenario.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void runWithApi(Class<? extends Runnable> scenario) throws Exception {
        runWith(
                scenario,
                PrivacyRules.class,
                WithoutValidationTest.class,
                NullMarked.class,
                JsonFactory.class,
                Validation.class);
    }

    private static void runWithoutApi(Class<? extends Runnable> scenario) throws Exception {
        runWith(scenario, PrivacyRules.class, WithoutValidationTest.class, NullMarked.class, JsonFactory.class);
    }

    @Test
    void the_rules_work_without_a_provider() throws Exception {
        runWithApi(Day.class);
        runWithApi(Annotated.class);
    }

    @Test
    void the_rules_work_without_the_validation_api() throws Exception {
        runWithoutApi(Day.class);
        runWithoutApi(Annotated.class);
    }

    @Test
    void neither_is_there() throws Exception {
        assertThrows(NoClassDefFoundError.class, () -> runWithoutApi(Provider.class));
        RuntimeException none = assertThrows(RuntimeException.class, () -> runWithApi(Provider.class));
        assertTrue(none.getClass().getName().equals(NoProviderFoundException.class.getName()), none.toString());
    }
}
