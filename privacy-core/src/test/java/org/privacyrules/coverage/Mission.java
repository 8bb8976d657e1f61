package org.privacyrules.coverage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The test shows a behaviour that a real privacy policy asks for: a row of {@code docs/coverage.md}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Mission.All.class)
public @interface Mission {

    /**
     * The row.
     *
     * @return such as {@code M10}
     */
    String value();

    /** Several rows. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface All {

        /**
         * The rows.
         *
         * @return two or more
         */
        Mission[] value();
    }
}
