package org.privacyrules.jdbc.sql;

import java.util.ArrayList;
import java.util.List;

/** An index of one of our tables. */
public record Index(String name, String table, boolean primary, boolean unique, List<String> columns) {

    /** The same on the table as the host has it. */
    public Index on(String host) {
        return new Index(name, host, primary, unique, columns);
    }

    /** The same, to be filled. */
    Index empty() {
        return new Index(name, table, primary, unique, new ArrayList<>());
    }

    /** Whether the other one does what this one does. */
    public boolean isServedBy(Index other) {
        return other.table.equals(table) && other.columns.equals(columns) && (other.unique || !unique);
    }
}
