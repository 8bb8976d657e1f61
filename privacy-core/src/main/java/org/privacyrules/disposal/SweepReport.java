package org.privacyrules.disposal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a sweep did. Immutable.
 *
 * @param outcome how it ended
 * @param plan by which plan it went
 * @param stops why the brake stopped it; empty if it did not
 * @param swept what became of each kind of data that it came to, in the order of disposal
 * @param sources what became of data outside the database
 * @param startedAt by the host's clock
 * @param took how long
 */
public record SweepReport(
        Outcome outcome,
        DisposalPlan plan,
        List<Stop> stops,
        List<Swept> swept,
        List<SourceReport> sources,
        Instant startedAt,
        Duration took) {

    /** How a sweep ended. */
    public enum Outcome {
        /** Nothing is due any more but what is kept. */
        FINISHED,
        /** A limit was reached: the next sweep goes on. */
        PAUSED,
        /** Some rows that are due are locked by others: the next sweep tries them again. */
        BUSY,
        /** The brake stopped it: somebody must look at the plan, and approve it or mend what is wrong. */
        STOPPED
    }

    /** Why the brake stopped a sweep. */
    public enum Reason {
        /** No sweep has finished yet, so that nothing was foreseen. */
        FIRST_SWEEP,
        /** Far more is due than was foreseen when a sweep finished last. */
        MORE_THAN_FORESEEN,
        /** A rule keeps for a shorter time than when a sweep finished last. */
        RULE_SHORTENED,
        /** The clock has moved further than allowed since the last sweep. */
        CLOCK_AHEAD,
        /** The clock has moved backwards since the last sweep. */
        CLOCK_BEHIND
    }

    /**
     * A reason with its data.
     *
     * @param reason why
     * @param explanation in words, without personal data
     */
    public record Stop(Reason reason, String explanation) {}

    /**
     * What became of some data.
     *
     * @param data which
     * @param rows how many rows were disposed of
     * @param chunks in how many transactions
     * @param kept how many were due and kept by a hold or a restriction, as this sweep met them
     * @param finished whether nothing is left to do
     */
    public record Swept(MappedData data, long rows, long chunks, long kept, boolean finished) {}

    /**
     * What became of data in one source outside the database.
     *
     * @param source its name
     * @param announced how much was announced by this sweep
     * @param confirmed how much was confirmed
     * @param failed how many tries failed
     * @param waiting how much is not confirmed yet
     * @param parked how much was tried too often: somebody must look
     */
    public record SourceReport(String source, long announced, long confirmed, long failed, long waiting, long parked) {}

    public SweepReport {
        stops = List.copyOf(stops);
        swept = List.copyOf(swept);
        sources = List.copyOf(sources);
    }

    /**
     * How much was disposed of.
     *
     * @return rows, over all data
     */
    public long rows() {
        return swept.stream().mapToLong(Swept::rows).sum();
    }

    /** The outcome and how many rows went. */
    @Override
    public String toString() {
        return "SweepReport(" + outcome + ", " + rows() + " rows)";
    }
}
