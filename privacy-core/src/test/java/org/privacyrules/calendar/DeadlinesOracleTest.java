package org.privacyrules.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every start day from 1970 to 2100 gives what an independent computation gives, and every zone its own midnight. */
class DeadlinesOracleTest {

    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);
    private static final Map<String, CalendarOracle> ORACLES = Map.of(
            "monday-to-friday", CalendarOracle.weekendsOnly(),
            "sweden", CalendarOracle.sweden(false),
            "sweden-by-national-law", CalendarOracle.sweden(true));

    private static CalendarOracle oracle(String name) {
        return Objects.requireNonNull(ORACLES.get(name), name);
    }

    private static Stream<LocalDate> days() {
        return FIRST.datesUntil(LAST.plusDays(1));
    }

    @Test
    void every_start_day_gives_the_deadline_of_the_oracle() {
        assertEquals(ORACLES.keySet(), WorkingDays.named().keySet());
        WorkingDays.named().forEach((name, workingDays) -> {
            Deadlines deadlines = new Deadlines(workingDays, ZoneOffset.UTC);
            days().forEach(day -> {
                assertAgree(deadlines, name, day, 1);
                assertAgree(deadlines, name, day, 3);
            });
        });
    }

    private static void assertAgree(Deadlines deadlines, String name, LocalDate day, int months) {
        LocalDate oracle = LocalDate.ofEpochDay(oracle(name).lastDay(day, months));
        assertEquals(oracle, deadlines.lastDay(day, Period.ofMonths(months)), () -> name + " from " + day);
    }

    @Test
    void every_working_day_is_one_of_the_oracle() {
        WorkingDays.named()
                .forEach((name, workingDays) -> days().forEach(day -> assertEquals(
                        !oracle(name).isFree(day.toEpochDay()), workingDays.isWorkingDay(day), day::toString)));
    }

    /** Midnight is missing where clocks go forward at that hour, and a whole day is missing on Samoa. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Stockholm",
                "Europe/London",
                "Europe/Lisbon",
                "Europe/Athens",
                "Europe/Moscow",
                "Africa/Cairo",
                "Africa/Casablanca",
                "Africa/Johannesburg",
                "America/New_York",
                "America/Chicago",
                "America/Los_Angeles",
                "America/St_Johns",
                "America/Sao_Paulo",
                "America/Havana",
                "America/Santiago",
                "America/Asuncion",
                "America/Bogota",
                "Asia/Tehran",
                "Asia/Kathmandu",
                "Asia/Kolkata",
                "Asia/Tokyo",
                "Asia/Beirut",
                "Asia/Gaza",
                "Asia/Amman",
                "Australia/Lord_Howe",
                "Australia/Adelaide",
                "Pacific/Apia",
                "Pacific/Kiritimati",
                "Pacific/Chatham"
            })
    void a_day_ends_with_its_last_instant_in_every_zone(String name) {
        ZoneId zone = ZoneId.of(name);
        Deadlines deadlines = new Deadlines(WorkingDays.sweden(), zone);
        days().forEach(day -> {
            Instant end = deadlines.endOf(day);
            assertTrue(LocalDate.ofInstant(end, zone).isAfter(day), day::toString);
            assertFalse(LocalDate.ofInstant(end.minusNanos(1), zone).isAfter(day), day::toString);
        });
    }
}
