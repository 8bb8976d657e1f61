package org.privacyrules.disposal;

/** Hears how a sweep goes on, after each of its transactions, in the thread of the sweep. What it throws ends the sweep. */
@FunctionalInterface
public interface SweepProgress {

    /** Hears nothing. */
    SweepProgress NONE = (data, rows, planned) -> {};

    /**
     * A transaction is committed.
     *
     * @param data which data
     * @param rows how many rows this sweep has disposed of so far, of these data
     * @param planned how many the plan foresees
     */
    void at(MappedData data, long rows, long planned);
}
