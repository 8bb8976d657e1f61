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
 * The text can be the key of a subject: {@link SubjectId#of} accepts it. Null is valid.
 */
@Documented
@Constraint(validatedBy = SubjectKeyValidator.class)
@Repeatable(SubjectKey.List.class)
@Target({
    ElementType.METHOD,
    ElementType.FIELD,
    ElementType.ANNOTATION_TYPE,
    ElementType.CONSTRUCTOR,
    ElementType.PARAMETER,
    ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface SubjectKey {

    /**
     * The message.
     *
     * @return by default a text that does not contain the value
     */
    String message() default "must be a subject key: not blank, at most " + SubjectId.MAX_BYTES + " bytes in UTF-8";

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
        SubjectKey[] value();
    }
}
