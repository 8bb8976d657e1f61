package org.privacyrules.jdbc.data;

/** Finds out which dates are found by an index. */
final class Anchors {

    private Anchors() {}

    /** Whether an index begins with the column of an event. */
    static boolean isIndexed(MappedTable table, RowEvent event) {
        return event.path().isLocal()
                && table.table().indexes().stream()
                        .anyMatch(index -> index.whole()
                                && index.columns()
                                        .get(0)
                                        .equals(event.path().column().name()));
    }
}
