package org.privacyrules.subject;

/**
 * Leave to do one thing that must not happen by accident: for one kind of action, by one actor, for one reason. It comes from the
 * host's {@link Permits} and from nowhere else.
 */
public final class Permit {

    private final Permits issuer;
    private final Action action;
    private final Actor actor;
    private final FreeText reason;

    /** What needs a permit. */
    public enum Action {
        /** To release a legal hold, after which what it kept is destroyed when it is due. */
        RELEASE_HOLD,
        /** To let a sweep go on that the brake has stopped. */
        APPROVE_SWEEP
    }

    Permit(Permits issuer, Action action, Actor actor, FreeText reason) {
        this.issuer = issuer;
        this.action = action;
        this.actor = actor;
        this.reason = reason;
    }

    boolean isOf(Permits other) {
        return issuer == other;
    }

    /**
     * What is permitted.
     *
     * @return nothing else is
     */
    public Action action() {
        return action;
    }

    /**
     * Who acts, and answers for it.
     *
     * @return the actor, who is recorded
     */
    public Actor actor() {
        return actor;
    }

    /**
     * Why.
     *
     * @return the reason, which is kept with what was done
     */
    public FreeText reason() {
        return reason;
    }

    @Override
    public String toString() {
        return "Permit(" + action + ")";
    }
}
