package org.privacyrules.jdbc.data;

import java.util.List;
import java.util.stream.Stream;

/**
 * A reference from one table to another, or to itself.
 *
 * @param name as the catalogue has it
 * @param from the table whose rows refer
 * @param columns its columns
 * @param to the table that is referred to
 * @param toColumns its columns, in the order of {@code columns}
 * @param onDelete what becomes of rows that refer when the row that they refer to is deleted
 */
record ForeignKey(
        String name, TableName from, List<String> columns, TableName to, List<String> toColumns, DeleteRule onDelete) {

    ForeignKey {
        columns = List.copyOf(columns);
        toColumns = List.copyOf(toColumns);
    }

    /** What becomes of rows that refer to a deleted one. */
    enum DeleteRule {
        NO_ACTION,
        RESTRICT,
        CASCADE,
        SET_NULL,
        SET_DEFAULT;

        /** Whether it keeps the row that is referred to, and changes nothing. */
        boolean isPassive() {
            return this == NO_ACTION || this == RESTRICT;
        }
    }

    /** The same with the columns that come next. */
    ForeignKey with(ForeignKey next) {
        return new ForeignKey(
                name, from, joined(columns, next.columns), to, joined(toColumns, next.toColumns), onDelete);
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
