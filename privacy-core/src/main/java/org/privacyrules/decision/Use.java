package org.privacyrules.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * What is about to be done: for which purpose, and if it matters with which category, to which recipient, with what else in
 * the same message. Immutable; worth keeping as a constant.
 *
 * @param purpose for which purpose
 * @param category with which category of data; empty: no particular one, and no category's conditions are checked
 * @param recipient to which recipient the data go, empty if to none
 * @param alsoServed other purposes that the same act serves
 * @param signal the privacy signal of the request in which it happens
 */
public record Use(
        String purpose, String category, String recipient, List<String> alsoServed, GlobalPrivacyControl signal) {

    public Use {
        alsoServed = List.copyOf(alsoServed);
    }

    /**
     * A use for a purpose.
     *
     * @param purpose the purpose
     * @return the use
     */
    public static Use of(String purpose) {
        return new Use(purpose, "", "", List.of(), GlobalPrivacyControl.ABSENT);
    }

    /**
     * This use with one category.
     *
     * @param name a category of the policy
     * @return a new use
     */
    public Use withCategory(String name) {
        return new Use(purpose, name, recipient, alsoServed, signal);
    }

    /**
     * This use as a disclosure.
     *
     * @param name a recipient of the policy
     * @return a new use
     */
    public Use disclosingTo(String name) {
        return new Use(purpose, category, name, alsoServed, signal);
    }

    /**
     * This use, serving another purpose as well: a message whose footer advertises, for example. It is permitted only if the
     * other purpose is, with the same category and recipient; a service message and marketing cannot be one use at all.
     *
     * @param otherPurpose a purpose of the policy
     * @return a new use
     */
    public Use alsoServing(String otherPurpose) {
        List<String> more = new ArrayList<>(alsoServed);
        more.add(otherPurpose);
        return new Use(purpose, category, recipient, more, signal);
    }

    /**
     * This use in a request with a privacy signal.
     *
     * @param gpc the signal
     * @return a new use
     */
    public Use withSignal(GlobalPrivacyControl gpc) {
        return new Use(purpose, category, recipient, alsoServed, gpc);
    }

    /** The same act for one of the other purposes that it serves. */
    Use onlyServing(String otherPurpose) {
        return new Use(otherPurpose, category, recipient, List.of(), signal);
    }
}
