package org.privacyrules.subject;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks {@link Country}; the provider makes it. Thread-safe. */
public final class CountryValidator implements ConstraintValidator<Country, CharSequence> {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** A validator. */
    public CountryValidator() {}

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        return value == null || COUNTRIES.contains(value.toString());
    }
}
