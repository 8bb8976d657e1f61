package org.privacyrules.decision;

import java.util.Set;

/**
 * Which part of what is known of a subject a question needs. Restrictions are always part of it.
 *
 * @param facts the facts
 * @param purposes the purposes
 */
public record Aspects(Set<String> facts, Set<String> purposes) {

    public Aspects {
        facts = Set.copyOf(facts);
        purposes = Set.copyOf(purposes);
    }
}
