package org.privacyrules.jdbc.data;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What a mapping says of the columns of a schema, and what it leaves open.
 *
 * @param tables how many tables were looked at
 * @param columns how many columns they have
 * @param remarks by table and column
 * @param byCategory the mapped columns that hold a category's data
 */
public record Coverage(
        int tables, int columns, List<Remark> remarks, SortedMap<String, SortedSet<ColumnName>> byCategory) {

    /** How much a remark weighs. */
    public enum Level {
        /** Nobody has said what becomes of a column. */
        GAP,
        /** A column that stays looks personal, and nobody has looked at this very one. */
        WARNING,
        /** Somebody has, or nothing could be seen. */
        HINT
    }

    /**
     * Something that a host should know of a column.
     *
     * @param level how much it weighs
     * @param table as the catalogue has it
     * @param column as the catalogue has it; empty: the table as a whole
     * @param words the rest of a sentence that begins with the column; never a value
     */
    public record Remark(Level level, String table, String column, String words) {}

    /**
     * A column of a table.
     *
     * @param table as the catalogue has it
     * @param column as the catalogue has it
     */
    public record ColumnName(String table, String column) implements Comparable<ColumnName> {

        @Override
        public int compareTo(ColumnName other) {
            int byTable = table.compareTo(other.table);
            return byTable == 0 ? column.compareTo(other.column) : byTable;
        }
    }
}
