package org.privacyrules.jdbc.data;

/** Finds out which dates are found by an index. */
final class Anchors {

    private Anchors() {}

    /** Whether an index begins with the column at the end of a path. */
    static boolean isIndexed(MappedTable table, ColumnPath path) {
        return path.isLocal()
                && table.table().indexes().stream()
                        .anyMatch(index -> index.whole()
                                && index.columns().get(0).equals(path.column().name()));
    }
}
