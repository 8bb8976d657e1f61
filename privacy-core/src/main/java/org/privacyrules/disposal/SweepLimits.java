package org.privacyrules.disposal;

import java.time.Duration;
import java.util.Optional;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.Permit;

/**
 * How much a sweep may do, and from where on somebody must be asked. Immutable.
 *
 * @param time how long it may take; a chunk that has begun is finished
 * @param rows how many rows it may dispose of; the last chunk may not exceed it
 * @param chunk how many rows a transaction disposes of at most
 * @param chunkTime how long a transaction may take: chunks grow and shrink towards it
 * @param factor how many times as much as was foreseen goes without asking
 * @param unasked how many rows of each kind of data go without asking, whatever was foreseen
 * @param maxStep how far the clock may have moved since the last sweep
 * @param approval which stopped plan may go on, and who answers for it
 */
public record SweepLimits(
        Duration time,
        long rows,
        int chunk,
        Duration chunkTime,
        double factor,
        long unasked,
        Duration maxStep,
        Optional<Approval> approval) {

    /**
     * An approval of a plan.
     *
     * @param plan its id
     * @param permit of the host's, to {@link Permit.Action#APPROVE_SWEEP}
     */
    public record Approval(OperationId plan, Permit permit) {}

    public SweepLimits {
        if (time.isNegative() || time.isZero() || chunkTime.isNegative() || chunkTime.isZero()) {
            throw new InvalidInputException("sweep limits: a time longer than nothing is required");
        }
        if (rows < 1 || chunk < 1 || chunk > 50_000) {
            throw new InvalidInputException(
                    "sweep limits: at least 1 row, and chunks of 1 to 50000 rows, are required");
        }
        if (factor < 1 || unasked < 0 || maxStep.isNegative()) {
            throw new InvalidInputException(
                    "sweep limits: the brake needs a factor of at least 1 and no negative limit");
        }
    }

    /**
     * Limits by time, with everything else as it is usual: chunks of up to 5,000 rows and about a fifth of a second; twice as much as
     * foreseen, or 1,000 rows, go without asking; the clock may have moved by 40 days.
     *
     * @param minutes how long
     * @return the limits
     */
    public static SweepLimits ofMinutes(int minutes) {
        return new SweepLimits(
                Duration.ofMinutes(minutes),
                Long.MAX_VALUE,
                5_000,
                Duration.ofMillis(200),
                2,
                1_000,
                Duration.ofDays(40),
                Optional.empty());
    }

    /**
     * The same for another number of rows.
     *
     * @param atMost how many rows it may dispose of
     * @return new limits
     */
    public SweepLimits ofRows(long atMost) {
        return new SweepLimits(time, atMost, chunk, chunkTime, factor, unasked, maxStep, approval);
    }

    /**
     * The same in other chunks.
     *
     * @param atMost how many rows a transaction disposes of at most, up to 50,000
     * @param target how long a transaction may take
     * @return new limits
     */
    public SweepLimits inChunks(int atMost, Duration target) {
        return new SweepLimits(time, rows, atMost, target, factor, unasked, maxStep, approval);
    }

    /**
     * The same with another brake.
     *
     * @param times how many times as much as was foreseen goes without asking
     * @param atLeast how many rows of each kind of data go without asking, whatever was foreseen
     * @return new limits
     */
    public SweepLimits askingAbove(double times, long atLeast) {
        return new SweepLimits(time, rows, chunk, chunkTime, times, atLeast, maxStep, approval);
    }

    /**
     * The same for a clock that may have moved further.
     *
     * @param step how far since the last sweep
     * @return new limits
     */
    public SweepLimits withMaxStep(Duration step) {
        return new SweepLimits(time, rows, chunk, chunkTime, factor, unasked, step, approval);
    }

    /**
     * The same, with leave to carry out a plan at which the brake has stopped.
     *
     * @param plan the plan's id, as the stopped sweep told it
     * @param permit of the host's, to {@link Permit.Action#APPROVE_SWEEP}; its actor is recorded
     * @return new limits
     */
    public SweepLimits approving(OperationId plan, Permit permit) {
        return new SweepLimits(
                time, rows, chunk, chunkTime, factor, unasked, maxStep, Optional.of(new Approval(plan, permit)));
    }
}
