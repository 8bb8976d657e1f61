package org.privacyrules.jdbc.data;

import java.util.List;

/**
 * A value that a row leads to: one of its own columns, or one of a row that it refers to, over any number of references.
 *
 * @param words as the host has written it
 * @param hops the references, each to at most one row
 * @param column the column at the end
 * @param quotedColumn its name in the database's own quotes
 */
record ColumnPath(String words, List<Hop> hops, HostColumn column, String quotedColumn) {

    /**
     * One reference.
     *
     * @param from quoted columns of the row before
     * @param table the qualified table that is referred to
     * @param to its quoted columns
     */
    record Hop(List<String> from, String table, List<String> to) {}

    ColumnPath {
        hops = List.copyOf(hops);
    }

    boolean isLocal() {
        return hops.isEmpty();
    }

    /** The value, for the row of an alias. */
    String of(String alias) {
        if (isLocal()) {
            return alias + "." + quotedColumn;
        }
        StringBuilder sql = new StringBuilder("(select h" + hops.size() + "." + quotedColumn + " from ");
        for (int i = 0; i < hops.size(); i++) {
            sql.append(i == 0 ? "" : " join ")
                    .append(hops.get(i).table())
                    .append(" h")
                    .append(i + 1);
            if (i > 0) {
                sql.append(" on ").append(match(hops.get(i), "h" + (i + 1), "h" + i));
            }
        }
        return sql.append(" where ")
                .append(match(hops.get(0), "h1", alias))
                .append(')')
                .toString();
    }

    private static String match(Hop hop, String there, String here) {
        StringBuilder on = new StringBuilder();
        for (int i = 0; i < hop.from().size(); i++) {
            on.append(i == 0 ? "" : " and ")
                    .append(there)
                    .append('.')
                    .append(hop.to().get(i))
                    .append(" = ")
                    .append(here)
                    .append('.')
                    .append(hop.from().get(i));
        }
        return on.toString();
    }
}
