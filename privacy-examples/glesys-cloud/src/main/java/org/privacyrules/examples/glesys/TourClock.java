package org.privacyrules.examples.glesys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.privacyrules.memory.SettableClock;

/** The company's clock. It stands still until it is moved, and it never goes back. */
final class TourClock extends Clock {

    private final SettableClock now;
    private final ZoneId zone;

    private TourClock(SettableClock now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    static TourClock startingAt(LocalDateTime start, ZoneId zone) {
        return new TourClock(new SettableClock(start.atZone(zone).toInstant()), zone);
    }

    void moveTo(LocalDateTime time) {
        Instant target = time.atZone(zone).toInstant();
        if (target.isAfter(instant())) {
            now.set(target);
        }
    }

    void pass(Duration duration) {
        now.advance(duration);
    }

    LocalDate today() {
        return LocalDate.ofInstant(instant(), zone);
    }

    @Override
    public Instant instant() {
        return now.instant();
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
