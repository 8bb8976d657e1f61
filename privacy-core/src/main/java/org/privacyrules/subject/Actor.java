package org.privacyrules.subject;

import java.util.regex.Pattern;
import org.privacyrules.failure.InvalidInputException;

/**
 * Who acted. The reference is an opaque key of the host's (a staff account, a case, a mandate), not a name.
 *
 * @param role in which role
 * @param reference the host's key for the actor, empty if the role says enough; at most 100 of {@code a-z A-Z 0-9 . _ : / -}
 */
public record Actor(Role role, String reference) {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._:/-]{0,100}");

    /** In which role somebody acts. */
    public enum Role {
        /** The data subject. */
        SUBJECT,
        /** The holder of parental responsibility over a child (Art. 8 GDPR). */
        GUARDIAN,
        /** An employee of the controller, on the subject's word. */
        STAFF,
        /** The host's software: an import, a scheduler, a sign-in. */
        SYSTEM
    }

    public Actor {
        if (!REFERENCE.matcher(reference).matches()) {
            throw new InvalidInputException(
                    "actor reference: at most 100 of a-z A-Z 0-9 . _ : / - are allowed, a key and not a name");
        }
    }

    /**
     * The data subject.
     *
     * @return an actor without reference
     */
    public static Actor subject() {
        return new Actor(Role.SUBJECT, "");
    }

    /**
     * The holder of parental responsibility over the subject.
     *
     * @param reference the host's key for how that was verified (Art. 8(2) GDPR)
     * @return an actor
     */
    public static Actor guardian(String reference) {
        return new Actor(Role.GUARDIAN, reference);
    }

    /**
     * An employee of the controller.
     *
     * @param reference the host's key for the employee
     * @return an actor
     */
    public static Actor staff(String reference) {
        return new Actor(Role.STAFF, reference);
    }

    /**
     * The host's software.
     *
     * @param reference which part of it
     * @return an actor
     */
    public static Actor system(String reference) {
        return new Actor(Role.SYSTEM, reference);
    }

    /** The role alone: the reference may point at a person. */
    @Override
    public String toString() {
        return "Actor(" + role + ")";
    }
}
