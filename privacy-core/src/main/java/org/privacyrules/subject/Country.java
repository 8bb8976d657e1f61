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
 * The text is a country of ISO 3166-1 alpha-2 as this library and its policies write it: two capitals, such as {@code SE}. Null
 * is valid.
 */
@Documented
@Constraint(validatedBy = CountryValidator.class)
@Repeatable(Country.List.class)
@Target({
    ElementType.METHOD,
    ElementType.FIELD,
    ElementType.ANNOTATION_TYPE,
    ElementType.CONSTRUCTOR,
    ElementType.PARAMETER,
    ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface Country {

    /**
     * The message.
     *
     * @return by default a text that does not contain the value
     */
    String message() default "must be a country: two capitals of ISO 3166-1, such as SE";

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
        Country[] value();
    }
}
