package org.privacyrules.jdbc.data;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Names in the database's own quotes.
 *
 * @param quoted quotes one name
 */
record QuotedNames(UnaryOperator<String> quoted) {

    String of(String name) {
        return quoted.apply(name);
    }

    String of(String schema, String table) {
        return of(schema) + "." + of(table);
    }

    List<String> of(Collection<String> names) {
        return names.stream().map(quoted).toList();
    }
}
