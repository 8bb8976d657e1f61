package org.privacyrules.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * On which days events must have happened for a retention term to have ended: the inverse of the term, as a condition that a
 * database can look up by an index ({@code issued_on <= ?}). Immutable.
 */
public sealed interface EventCutoff {

    /**
     * Whether the events happened early enough.
     *
     * @param events the days of those that happened, by name
     * @return true if the term has ended
     */
    boolean isMetBy(Map<String, LocalDate> events);

    /**
     * An event happened, on this day or before.
     *
     * @param event its name
     * @param latest the latest such day
     */
    record OnOrBefore(String event, LocalDate latest) implements EventCutoff {

        @Override
        public boolean isMetBy(Map<String, LocalDate> events) {
            LocalDate day = events.get(event);
            return day != null && !day.isAfter(latest);
        }
    }

    /**
     * One of them is met.
     *
     * @param cutoffs one or more
     */
    record AnyOf(List<EventCutoff> cutoffs) implements EventCutoff {

        public AnyOf {
            cutoffs = List.copyOf(cutoffs);
        }

        @Override
        public boolean isMetBy(Map<String, LocalDate> events) {
            return cutoffs.stream().anyMatch(cutoff -> cutoff.isMetBy(events));
        }
    }

    /**
     * Each of them is met.
     *
     * @param cutoffs one or more
     */
    record AllOf(List<EventCutoff> cutoffs) implements EventCutoff {

        public AllOf {
            cutoffs = List.copyOf(cutoffs);
        }

        @Override
        public boolean isMetBy(Map<String, LocalDate> events) {
            return cutoffs.stream().allMatch(cutoff -> cutoff.isMetBy(events));
        }
    }
}
