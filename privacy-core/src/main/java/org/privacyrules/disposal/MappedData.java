package org.privacyrules.disposal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Some of the host's data that are disposed of together: the rows of a table, or some columns of them. Immutable.
 *
 * @param name how reports and the journal call it, such as {@code invoice} or {@code login.ip-address}
 * @param table the table, as the catalogue has it
 * @param treatment what happens to it when it is due, in words, such as {@code row deleted}
 * @param parts every category that is in it, once for each person that it is of: it is due when all of them are
 * @param unjustifiedGo whether data go that nothing has ever justified; else they stay and are reported
 */
public record MappedData(String name, String table, String treatment, List<Part> parts, boolean unjustifiedGo) {

    /**
     * One category of one person's data.
     *
     * @param person which of the people in a row, such as {@code customer_id}; empty if rows tell no subject
     * @param category a category of the policy
     * @param events the datum's own events
     */
    public record Part(String person, String category, Set<String> events) {

        public Part {
            events = Set.copyOf(events);
        }
    }

    public MappedData {
        parts = List.copyOf(parts);
    }

    /**
     * The categories that are in it.
     *
     * @return names, sorted
     */
    public Set<String> categories() {
        Set<String> names = new TreeSet<>();
        parts.forEach(part -> names.add(part.category()));
        return names;
    }
}
