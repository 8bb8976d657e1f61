package org.privacyrules.subject;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link Country}; the provider makes it. Thread-safe. */
public final class CountryValidator implements ConstraintValidator<Country, CharSequence> {

    /** A validator. */
    public CountryValidator() {}

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        return value == null || Countries.contains(value.toString());
    }
}
