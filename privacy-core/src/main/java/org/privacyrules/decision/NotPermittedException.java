package org.privacyrules.decision;

import org.privacyrules.failure.PrivacyException;

/** What was required is denied. Its code is that of the {@link Reason}. */
public final class NotPermittedException extends PrivacyException {

    private static final long serialVersionUID = 1L;

    private final transient Decision decision;

    NotPermittedException(Decision decision) {
        super(decision.reason().name(), decision.explanation());
        this.decision = decision;
    }

    /**
     * The whole answer.
     *
     * @return a decision that denies
     */
    public Decision decision() {
        return decision;
    }
}
