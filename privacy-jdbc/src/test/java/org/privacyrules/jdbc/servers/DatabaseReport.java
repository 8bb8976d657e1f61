package org.privacyrules.jdbc.servers;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Does what {@link OnDatabase} says. */
final class DatabaseReport implements ExecutionCondition, BeforeAllCallback {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return product(context)
                .flatMap(TestDatabase.Product::missing)
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("the product runs here"));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        if (!test.isAnnotationPresent(Nested.class)) {
            product(context).ifPresent(product -> announce(product, test));
        }
    }

    private static void announce(TestDatabase.Product product, Class<?> test) {
        try (TestDatabase database = TestDatabase.create(product)) {
            database.announce(test);
        }
    }

    private static Optional<TestDatabase.Product> product(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), OnDatabase.class)
                .map(OnDatabase::value);
    }
}
