package org.privacyrules.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.privacyrules.failure.InvalidInputException;

/**
 * A half-open stretch of time: {@code since} belongs to it, {@code end} does not. Instants have microseconds, as every
 * supported database stores them.
 *
 * @param since the first instant
 * @param end the first instant after it, {@link #NEVER} if it has no end
 */
public record Span(Instant since, Instant end) {

    /** The end of a span that has none. */
    public static final Instant NEVER = Instant.MAX;

    private static final Instant EARLIEST = LocalDateTime.of(1000, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
    private static final Instant LATEST = LocalDateTime.of(9999, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);

    public Span {
        since = storable(since);
        end = end.equals(NEVER) ? end : storable(end);
    }

    /**
     * Whether every supported database can keep an instant.
     *
     * @param instant the instant
     * @return true between the years 1000 and 9998
     */
    public static boolean isStorable(Instant instant) {
        return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
    }

    private static Instant storable(Instant instant) {
        if (!isStorable(instant)) {
            throw new InvalidInputException("instant: must lie between the years 1000 and 9998");
        }
        return instant.getNano() % 1_000 == 0 ? instant : instant.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * A span without end.
     *
     * @param since the first instant
     * @return the span
     */
    public static Span from(Instant since) {
        return new Span(since, NEVER);
    }

    /**
     * Whether an instant lies in this span.
     *
     * @param instant the instant
     * @return {@code since <= instant < end}
     */
    public boolean contains(Instant instant) {
        return !instant.isBefore(since) && instant.isBefore(end);
    }

    /**
     * The first instant after this span.
     *
     * @return empty if it has no end
     */
    public Optional<Instant> until() {
        return end.equals(NEVER) ? Optional.empty() : Optional.of(end);
    }
}
