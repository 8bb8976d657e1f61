package org.privacyrules.decision;

import java.util.Set;

/**
 * Which part of what is known of a subject a question needs. Restrictions are always part of it.
 *
 * @param facts the facts
 * @param events the events that start or end retention terms
 * @param purposes the purposes
 */
public record Aspects(Set<String> facts, Set<String> events, Set<String> purposes) {

    public Aspects {
        facts = Set.copyOf(facts);
        events = Set.copyOf(events);
        purposes = Set.copyOf(purposes);
    }
}
