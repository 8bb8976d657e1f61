package org.privacyrules.decision;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorFactory;

/**
 * Makes the validators of {@link PermittedFor} and leaves all others to another factory, such as the provider's own:
 *
 * <pre>{@code
 * Configuration<?> configuration = Validation.byDefaultProvider().configure();
 * configuration.constraintValidatorFactory(new PermittedForValidatorFactory(
 *         privacy.decisions(), configuration.getDefaultConstraintValidatorFactory()));
 * }</pre>
 *
 * <p>One factory answers by the rules of one tenant. Thread-safe if the other factory is.
 */
public final class PermittedForValidatorFactory implements ConstraintValidatorFactory {

    private final Decisions decisions;
    private final ConstraintValidatorFactory others;

    /**
     * A factory.
     *
     * @param decisions whose answers count
     * @param others makes all other validators
     */
    public PermittedForValidatorFactory(Decisions decisions, ConstraintValidatorFactory others) {
        this.decisions = decisions;
        this.others = others;
    }

    @Override
    public <T extends ConstraintValidator<?, ?>> T getInstance(Class<T> key) {
        return key == PermittedForValidator.class
                ? key.cast(new PermittedForValidator(decisions))
                : others.getInstance(key);
    }

    @Override
    public void releaseInstance(ConstraintValidator<?, ?> instance) {
        if (!(instance instanceof PermittedForValidator)) {
            others.releaseInstance(instance);
        }
    }
}
