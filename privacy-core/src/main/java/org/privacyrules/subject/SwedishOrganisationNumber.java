package org.privacyrules.subject;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The text is a Swedish organisation number ({@code organisationsnummer}), in a form that {@link SwedishNumber#parse} reads.
 * Null is valid.
 */
@Documented
@Constraint(validatedBy = SwedishOrganisationNumberValidator.class)
@Repeatable(SwedishOrganisationNumber.List.class)
@Target({
    ElementType.METHOD,
    ElementType.FIELD,
    ElementType.ANNOTATION_TYPE,
    ElementType.CONSTRUCTOR,
    ElementType.PARAMETER,
    ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface SwedishOrganisationNumber {

    /**
     * Whether the number of a sole trader ({@code enskild firma}) will do. It is the personal or coordination number of the
     * trader, so a field that accepts it holds personal data of the strictest kind.
     *
     * @return false unless told otherwise
     */
    boolean soleTraders() default false;

    /**
     * The message.
     *
     * @return by default a text that does not contain the value
     */
    String message() default "must be a Swedish organisation number";

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

    /** Several at one place, for several groups. */
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
        SwedishOrganisationNumber[] value();
    }
}
