package org.privacyrules.fact;

import java.time.LocalDate;

/** What the host reports of a relation: since when it stands, or on which day it ended. Days are those of the policy's zone. */
public sealed interface Fact {

    /**
     * The relation began, or began anew.
     *
     * @param day the first day, from midnight
     */
    record Began(LocalDate day) implements Fact {
        public Began {
            Days.requireStorable("day of a relation", day);
        }
    }

    /**
     * The relation ended.
     *
     * @param day the last day, to midnight
     */
    record Ended(LocalDate day) implements Fact {
        public Ended {
            Days.requireStorable("day of a relation", day);
        }
    }

    /**
     * The relation stands since a day. One stretch is kept: a day before it moves its beginning and leaves its end, the day
     * after its end takes the end back, and a later day begins a new stretch without end. A relation that stands is not made
     * younger by a day within it.
     *
     * @param day the first day
     * @return the fact
     */
    static Fact since(LocalDate day) {
        return new Began(day);
    }

    /**
     * The relation ended on a day; on that day it still stood. An end before the known beginning is that of an earlier
     * stretch and changes nothing.
     *
     * @param day the last day
     * @return the fact
     */
    static Fact endedOn(LocalDate day) {
        return new Ended(day);
    }
}
