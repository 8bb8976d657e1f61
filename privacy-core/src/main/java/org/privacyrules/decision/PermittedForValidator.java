package org.privacyrules.decision;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;
import org.privacyrules.subject.SubjectId;

/**
 * Checks {@link PermittedFor}. It has no constructor without arguments, so that it cannot be made without decisions: a
 * {@link PermittedForValidatorFactory} makes it, or the host's injection. Thread-safe once initialized.
 */
public final class PermittedForValidator implements ConstraintValidator<PermittedFor, SubjectId> {

    private final Decisions decisions;
    private String purpose = "";

    /**
     * A validator that a provider initializes.
     *
     * @param decisions whose answers count
     */
    public PermittedForValidator(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void initialize(PermittedFor constraint) {
        purpose = constraint.value();
    }

    @Override
    public boolean isValid(@Nullable SubjectId subject, ConstraintValidatorContext context) {
        if (subject == null) {
            return true;
        }
        Decision decision = decisions.check(subject, purpose);
        if (!decision.permitted()) {
            String message = context.getDefaultConstraintMessageTemplate();
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(
                            message.replace("{reason}", decision.reason().name()))
                    .addConstraintViolation();
        }
        return decision.permitted();
    }
}
