package org.privacyrules.subject;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.privacyrules.subject.SwedishNumber.Kind;

/** Checks {@link SwedishCoordinationNumber}; the provider makes it. Thread-safe. */
public final class SwedishCoordinationNumberValidator
        implements ConstraintValidator<SwedishCoordinationNumber, CharSequence> {

    private static final AcceptedNumbers ACCEPTED = new AcceptedNumbers(Set.of(Kind.COORDINATION));

    /** A validator. */
    public SwedishCoordinationNumberValidator() {}

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        return ACCEPTED.accept(value, context);
    }
}
