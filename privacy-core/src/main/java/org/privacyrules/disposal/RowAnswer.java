package org.privacyrules.disposal;

import java.util.List;
import org.privacyrules.retention.Keeping;

/**
 * Why one row is kept, or goes.
 *
 * @param data of which data
 * @param keepings one for each part of the row that is somebody's: it goes when all of them are due
 * @param undated whether a date is missing that would be the row's own
 */
public record RowAnswer(MappedData data, List<Keeping> keepings, boolean undated) {

    public RowAnswer {
        keepings = List.copyOf(keepings);
    }

    /**
     * Whether the next sweep disposes of it, unless rows of other tables still refer to it.
     *
     * @return true if nothing keeps any part of it, and the mapping lets it go if nothing has ever justified it
     */
    public boolean isDue() {
        return !keepings.isEmpty() && keepings.stream().allMatch(this::goes);
    }

    private boolean goes(Keeping keeping) {
        return keeping.fate() == Keeping.Fate.DUE && (keeping.everJustified() || data.unjustifiedGo());
    }

    /** One line for each part. */
    @Override
    public String toString() {
        return data.name() + ": " + keepings;
    }
}
