package org.privacyrules.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryClockTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:00:00.123456789Z, 2026-03-01T10:00:00.123456Z",
        "2026-03-01T10:00:00.123456Z, 2026-03-01T10:00:00.123456Z",
        "1969-12-31T23:59:59.999999999Z, 1969-12-31T23:59:59.999999Z"
    })
    void an_entry_is_never_later_than_the_clock_and_has_microseconds(Instant told, Instant entry) {
        assertEquals(entry, new EntryClock(Clock.fixed(told, ZoneOffset.UTC)).now());
    }
}
