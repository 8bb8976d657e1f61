package org.privacyrules.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Tells when an entry is made: in microseconds, as every supported database stores it, so that it is read as it was written. */
public final class EntryClock {

    private final Clock source;

    /**
     * A clock for entries.
     *
     * @param source the host's clock
     */
    public EntryClock(Clock source) {
        this.source = source;
    }

    /**
     * The time of an entry that is made now.
     *
     * @return the last whole microsecond
     */
    public Instant now() {
        return source.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
