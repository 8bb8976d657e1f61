package org.privacyrules.coverage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The test shows that an article of the General Data Protection Regulation is kept. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Gdpr.All.class)
public @interface Gdpr {

    /**
     * The article.
     *
     * @return such as {@code 7(3)}
     */
    String value();

    /** Several articles. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface All {

        /**
         * The articles.
         *
         * @return two or more
         */
        Gdpr[] value();
    }
}
