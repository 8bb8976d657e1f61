package org.privacyrules.fact;

import java.time.LocalDate;

/** What the host reports of a relation: since when it stands, or on which day it ended. Days are those of the policy's zone. */
public sealed interface Fact {

    /**
     * The relation began, or began anew.
     *
     * @param day the first day, from midnight
     */
    record Began(LocalDate day) implements Fact {}

    /**
     * The relation ended.
     *
     * @param day the last day, to midnight
     */
    record Ended(LocalDate day) implements Fact {}

    /**
     * The relation stands since a day. If an end is known that lies later, only the beginning is corrected; after a known end
     * the relation begins anew and has no end.
     *
     * @param day the first day
     * @return the fact
     */
    static Fact since(LocalDate day) {
        return new Began(day);
    }

    /**
     * The relation ended on a day; on that day it still stood.
     *
     * @param day the last day
     * @return the fact
     */
    static Fact endedOn(LocalDate day) {
        return new Ended(day);
    }
}
