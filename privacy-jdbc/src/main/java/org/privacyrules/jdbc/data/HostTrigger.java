package org.privacyrules.jdbc.data;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a database does by itself when rows of a table are deleted or changed: a trigger that is on, or one of PostgreSQL's rules.
 *
 * @param table the table, in the schema of the catalogue
 * @param name as the catalogue has it
 * @param events at which of these it fires, one at least
 */
record HostTrigger(String table, String name, Set<Event> events) {

    HostTrigger {
        events = Set.copyOf(events);
    }

    /** The same with more events. */
    HostTrigger with(HostTrigger more) {
        Set<Event> all = EnumSet.copyOf(events);
        all.addAll(more.events);
        return new HostTrigger(table, name, all);
    }

    /** What happens to a row. */
    enum Event {
        DELETE,
        UPDATE
    }
}
