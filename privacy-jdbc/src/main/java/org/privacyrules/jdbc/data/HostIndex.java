package org.privacyrules.jdbc.data;

import java.util.List;
import java.util.stream.Stream;

/**
 * An index of one of the host's tables.
 *
 * @param name as the catalogue has it
 * @param columns in the order of the index; in place of a column the expression that is kept instead
 * @param primary whether it is the primary key
 * @param unique whether no two of its rows are alike
 * @param whole whether it finds every row by whole columns: it has no condition, no expression, no beginnings of columns, no
 *     words of texts, and is in use
 */
record HostIndex(String name, List<String> columns, boolean primary, boolean unique, boolean whole) {

    HostIndex {
        columns = List.copyOf(columns);
    }

    /** The same with the columns that come next. */
    HostIndex with(HostIndex next) {
        List<String> all =
                Stream.concat(columns.stream(), next.columns.stream()).toList();
        return new HostIndex(name, all, primary, unique, whole && next.whole);
    }
}
