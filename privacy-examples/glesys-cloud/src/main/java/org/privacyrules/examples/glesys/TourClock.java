package org.privacyrules.examples.glesys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** The company's clock. It stands still until it is moved, and it never goes back. */
final class TourClock extends Clock {

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private TourClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    static TourClock startingAt(LocalDateTime start, ZoneId zone) {
        return new TourClock(new AtomicReference<>(start.atZone(zone).toInstant()), zone);
    }

    void moveTo(LocalDateTime time) {
        Instant target = time.atZone(zone).toInstant();
        now.updateAndGet(current -> later(current, target));
    }

    void pass(Duration duration) {
        now.updateAndGet(current -> current.plus(duration));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    LocalDate today() {
        return LocalDate.ofInstant(instant(), zone);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new TourClock(now, other);
    }
}
