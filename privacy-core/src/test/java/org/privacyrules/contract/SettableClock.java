package org.privacyrules.contract;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is told. Thread-safe. */
public final class SettableClock extends Clock {

    private volatile Instant now;

    /**
     * A clock.
     *
     * @param now where it stands
     */
    public SettableClock(Instant now) {
        this.now = now;
    }

    /**
     * Moves it.
     *
     * @param instant where it stands from now on, earlier or later
     */
    public void set(Instant instant) {
        now = instant;
    }

    /**
     * Moves it.
     *
     * @param step how far, backwards if negative
     */
    public void advance(Duration step) {
        now = now.plus(step);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
