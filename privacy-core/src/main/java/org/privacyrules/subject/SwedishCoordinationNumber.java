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
 * The text is a Swedish coordination number ({@code samordningsnummer}), in a form that {@link SwedishNumber#parse} reads.
 * Null is valid. What "today" is says the clock of the validation's {@link jakarta.validation.ClockProvider}, in Swedish
 * time.
 */
@Documented
@Constraint(validatedBy = SwedishCoordinationNumberValidator.class)
@Repeatable(SwedishCoordinationNumber.List.class)
@Target({
    ElementType.METHOD,
    ElementType.FIELD,
    ElementType.ANNOTATION_TYPE,
    ElementType.CONSTRUCTOR,
    ElementType.PARAMETER,
    ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface SwedishCoordinationNumber {

    /**
     * The message.
     *
     * @return by default a text that does not contain the value
     */
    String message() default "must be a Swedish coordination number";

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
        SwedishCoordinationNumber[] value();
    }
}
