package org.privacyrules.subject;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link SubjectKey}; the provider makes it. Thread-safe. */
public final class SubjectKeyValidator implements ConstraintValidator<SubjectKey, CharSequence> {

    /** A validator. */
    public SubjectKeyValidator() {}

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        return value == null || SubjectId.brokenRule(value.toString()) == null;
    }
}
