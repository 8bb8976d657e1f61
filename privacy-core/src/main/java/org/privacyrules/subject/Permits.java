package org.privacyrules.subject;

import org.privacyrules.failure.RefusedException;

/**
 * Gives the permits that dangerous calls take. A host makes one, hands it to {@code PrivacyRules.builder().permits(...)} and keeps
 * it in its administration: code that only has the rules cannot release a hold, whatever it calls. Thread-safe.
 *
 * <pre>{@code
 * Permits permits = Permits.create();
 * PrivacyRules privacy = PrivacyRules.builder().permits(permits)...build();
 *
 * privacy.holds().release(hold, permits.give(Permit.Action.RELEASE_HOLD, Actor.staff("4711"), "the case is closed"));
 * }</pre>
 */
public final class Permits {

    private Permits() {}

    /**
     * A new source of permits; those of another are worth nothing where this one is wired.
     *
     * @return the source
     */
    public static Permits create() {
        return new Permits();
    }

    /**
     * A permit.
     *
     * @param action what is permitted
     * @param actor who acts
     * @param reason why, 1 to 500 characters
     * @return good for any number of actions of that kind, so that one that got no answer can be repeated; give each its own
     */
    public Permit give(Permit.Action action, Actor actor, String reason) {
        return new Permit(this, action, actor, new FreeText(reason));
    }

    /**
     * Refuses what the host has not permitted.
     *
     * @param action what is to be done
     * @param permit what the caller brings
     * @throws RefusedException with code {@code NOT_PERMITTED_BY_HOST} if it is of another source, or for another action
     */
    public void require(Permit.Action action, Permit permit) {
        if (!permit.isOf(this) || permit.action() != action) {
            throw new RefusedException(
                    "NOT_PERMITTED_BY_HOST",
                    action + " needs a permit for just that, of the Permits that were given to"
                            + " PrivacyRules.builder().permits(...)");
        }
    }

    @Override
    public String toString() {
        return "Permits";
    }
}
