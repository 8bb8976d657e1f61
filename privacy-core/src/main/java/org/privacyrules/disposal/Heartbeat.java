package org.privacyrules.disposal;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether disposal works: an alarm belongs on it.
 *
 * @param lastStarted when a sweep began last, by the host's clock
 * @param lastFinished when a sweep last left nothing to do
 * @param planned what the last plan found due
 * @param plannedAt when that plan was made
 * @param stopped whether the brake stopped the last sweep
 */
public record Heartbeat(
        Optional<Instant> lastStarted,
        Optional<Instant> lastFinished,
        long planned,
        Optional<Instant> plannedAt,
        boolean stopped) {}
