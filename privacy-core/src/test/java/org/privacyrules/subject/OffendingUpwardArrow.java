package org.privacyrules.subject;

import org.privacyrules.decision.Decision;

/** Breaks the order of packages on purpose: the architecture test must find it. */
public interface OffendingUpwardArrow {

    /**
     * An arrow from the ground to the upper floor.
     *
     * @return nothing good
     */
    Decision upward();
}
