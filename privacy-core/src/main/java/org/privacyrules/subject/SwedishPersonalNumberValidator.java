package org.privacyrules.subject;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.privacyrules.subject.SwedishNumber.Kind;

/** Checks {@link SwedishPersonalNumber}; the provider makes it. Thread-safe once initialized. */
public final class SwedishPersonalNumberValidator implements ConstraintValidator<SwedishPersonalNumber, CharSequence> {

    private AcceptedNumbers accepted = new AcceptedNumbers(Set.of(Kind.PERSONAL));

    /** A validator that a provider initializes. */
    public SwedishPersonalNumberValidator() {}

    @Override
    public void initialize(SwedishPersonalNumber constraint) {
        Set<Kind> kinds = EnumSet.of(Kind.PERSONAL);
        if (constraint.coordinationNumbers()) {
            kinds.add(Kind.COORDINATION);
        }
        if (constraint.interimNumbers()) {
            kinds.add(Kind.INTERIM);
        }
        accepted = new AcceptedNumbers(kinds);
    }

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        return accepted.accept(value, context);
    }
}
