package org.privacyrules.jdbc.servers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that needs the product: it is skipped before its static fields are set where the product cannot run (never
 * on linux-amd64), and the build's report says which version it ran on.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DatabaseReport.class)
public @interface OnDatabase {

    TestDatabase.Product value();
}
