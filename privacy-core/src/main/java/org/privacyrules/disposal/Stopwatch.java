package org.privacyrules.disposal;

import java.time.Duration;

/** How long something takes, by a clock that nobody sets. */
final class Stopwatch {

    private final long started = System.nanoTime();

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
