package org.privacyrules.subject;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.privacyrules.subject.SwedishNumber.Kind;

/** Checks {@link SwedishOrganisationNumber}; the provider makes it. Thread-safe once initialized. */
public final class SwedishOrganisationNumberValidator
        implements ConstraintValidator<SwedishOrganisationNumber, CharSequence> {

    private AcceptedNumbers accepted = new AcceptedNumbers(Set.of(Kind.ORGANISATION));

    /** A validator that a provider initializes. */
    public SwedishOrganisationNumberValidator() {}

    @Override
    public void initialize(SwedishOrganisationNumber constraint) {
        accepted = new AcceptedNumbers(
                constraint.soleTraders()
                        ? Set.of(Kind.ORGANISATION, Kind.PERSONAL, Kind.COORDINATION)
                        : Set.of(Kind.ORGANISATION));
    }

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        return accepted.accept(value, context);
    }
}
