package org.privacyrules.jdbc.sql;

import org.privacyrules.jdbc.ConnectionSource;

/** Breaks the order of packages on purpose: the test of the order must find it. */
public interface OffendingUpwardArrow {

    /**
     * An arrow from the ground to the upper floor.
     *
     * @return nothing good
     */
    ConnectionSource upward();
}
