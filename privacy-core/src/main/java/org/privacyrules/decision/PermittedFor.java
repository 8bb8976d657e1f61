package org.privacyrules.decision;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A purpose is permitted for the {@link org.privacyrules.subject.SubjectId} when it is validated: {@link Decisions#check}
 * permits it, by the clock of the privacy rules. Null is valid: nobody is concerned.
 *
 * <p>Each validation reads the storage once. A name that the policy does not declare, and a storage that fails, end the
 * validation with a {@link jakarta.validation.ValidationException}; nothing passes as valid. For an audience ask
 * {@link Decisions#permitted}, which reads in chunks.
 *
 * <p>The provider has to get its validators from a factory that knows the decisions, such as
 * {@link PermittedForValidatorFactory}.
 */
@Documented
@Constraint(validatedBy = PermittedForValidator.class)
@Repeatable(PermittedFor.List.class)
@Target({
    ElementType.METHOD,
    ElementType.FIELD,
    ElementType.ANNOTATION_TYPE,
    ElementType.CONSTRUCTOR,
    ElementType.PARAMETER,
    ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface PermittedFor {

    /**
     * The purpose.
     *
     * @return a purpose of the policy in force
     */
    String value();

    /**
     * The message. In a text that is written here, <code>{reason}</code> stands for the code of the {@link Reason} and
     * <code>{value}</code> for the purpose; a text of the host's resource bundle knows only the latter.
     *
     * @return by default a text with both and without personal data
     */
    String message() default "not permitted for {value}: {reason}";

    /**
     * When it is checked.
     *
     * @return validation groups
     */
    Class<?>[] groups() default {};

    /**
     * What the host attaches.
     *
     * @return payload of the host's
     */
    Class<? extends Payload>[] payload() default {};

    /** Several purposes, all of which must be permitted. */
    @Documented
    @Target({
        ElementType.METHOD,
        ElementType.FIELD,
        ElementType.ANNOTATION_TYPE,
        ElementType.CONSTRUCTOR,
        ElementType.PARAMETER,
        ElementType.TYPE_USE
    })
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {

        /**
         * The constraints.
         *
         * @return two or more
         */
        PermittedFor[] value();
    }
}
