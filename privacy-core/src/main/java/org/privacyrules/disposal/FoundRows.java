package org.privacyrules.disposal;

import java.util.List;
import java.util.Optional;

/**
 * Rows that were due when somebody looked.
 *
 * @param rows in the order in which they are disposed of
 * @param next where to look on; empty behind the last row
 */
public record FoundRows(List<Row> rows, Optional<Cursor> next) {

    /** Nothing is due. */
    static final FoundRows NONE = new FoundRows(List.of(), Optional.empty());

    public FoundRows {
        rows = List.copyOf(rows);
    }

    /** Where a row is found again: the adapter's own. */
    public interface Row {}

    /** A place among the rows of some data: the adapter's own. */
    public interface Cursor {}
}
