package org.privacyrules.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.privacyrules.calendar.Deadlines.Pause;
import org.privacyrules.calendar.Deadlines.Pausing;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.failure.InvalidInputException;

/** Periods end when Regulation 1182/71 says. */
class DeadlinesTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final Period MONTH = Period.ofMonths(1);
    private static final Period EXTENDED = Period.ofMonths(3);
    private static final Deadlines SWEDEN = new Deadlines(WorkingDays.sweden(), STOCKHOLM);
    private static final Deadlines NATIONAL = new Deadlines(WorkingDays.swedenByNationalLaw(), STOCKHOLM);

    @ParameterizedTest
    @CsvFileSource(resources = "deadlines.csv", numLinesToSkip = 1)
    @Mission("M20")
    @Gdpr("12(3)")
    void a_month_and_an_extended_answer_end_on_their_day_in_both_swedish_regimes(
            LocalDate received,
            LocalDate month,
            LocalDate extended,
            LocalDate nationalMonth,
            LocalDate nationalExtended,
            String why) {
        assertEquals(month, SWEDEN.lastDay(received, MONTH), why);
        assertEquals(extended, SWEDEN.lastDay(received, EXTENDED), why);
        assertEquals(nationalMonth, NATIONAL.lastDay(received, MONTH), why);
        assertEquals(nationalExtended, NATIONAL.lastDay(received, EXTENDED), why);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-12, 2026-01-13, 2026-01-20, 2026-02-12, 2026-02-19, 2026-02-20, 2026-02-19, 2026-04-20",
        "2026-01-02, 2026-01-02, 2026-01-31, 2026-02-02, 2026-03-03, 2026-03-02, 2026-03-02, 2026-05-04",
        "2026-03-02, 2026-03-03, 2026-03-10, 2026-04-02, 2026-04-09, 2026-04-10, 2026-04-09, 2026-06-09",
        "2025-11-17, 2025-11-18, 2025-12-02, 2025-12-17, 2025-12-31, 2026-01-02, 2025-12-31, 2026-03-03",
        "2024-01-31, 2024-02-01, 2024-02-15, 2024-02-29, 2024-03-14, 2024-03-15, 2024-03-14, 2024-05-14",
        "2026-05-11, 2026-05-11, 2026-05-20, 2026-06-11, 2026-06-22, 2026-06-22, 2026-06-22, 2026-08-20",
        "2026-02-16, 2026-02-16, 2026-02-16, 2026-03-16, 2026-03-16, 2026-03-16, 2026-03-16, 2026-05-18"
    })
    @Mission("M21")
    void a_pause_suspends_the_period_or_starts_it_anew(
            LocalDate received,
            LocalDate asked,
            LocalDate answered,
            LocalDate unpaused,
            LocalDate suspended,
            LocalDate restarted,
            LocalDate earlier,
            LocalDate extended) {
        List<Pause> pauses = List.of(new Pause(asked, answered));
        assertEquals(unpaused, SWEDEN.lastDay(received, MONTH, pauses, Pausing.NONE));
        assertEquals(suspended, SWEDEN.lastDay(received, MONTH, pauses, Pausing.SUSPEND));
        assertEquals(restarted, SWEDEN.lastDay(received, MONTH, pauses, Pausing.RESTART));
        assertEquals(earlier, SWEDEN.lastDay(received, MONTH, pauses, Pausing.EARLIER));
        assertEquals(extended, SWEDEN.lastDay(received, EXTENDED, pauses, Pausing.SUSPEND));
    }

    @Test
    void an_extended_answer_whose_proof_was_awaited_may_be_due_earlier_when_its_period_runs_anew() {
        List<Pause> pauses = List.of(new Pause(day("2025-11-18"), day("2025-12-02")));
        assertEquals(day("2026-03-02"), SWEDEN.lastDay(day("2025-11-17"), EXTENDED, pauses, Pausing.RESTART));
        assertEquals(day("2026-03-02"), SWEDEN.lastDay(day("2025-11-17"), EXTENDED, pauses, Pausing.EARLIER));
    }

    @Test
    void what_two_pauses_have_in_common_counts_once() {
        Pause first = new Pause(day("2026-01-13"), day("2026-01-20"));
        Pause within = new Pause(day("2026-01-14"), day("2026-01-16"));
        Pause across = new Pause(day("2026-01-18"), day("2026-01-22"));
        LocalDate nine = day("2026-02-23");
        assertEquals(nine, SWEDEN.lastDay(day("2026-01-12"), MONTH, List.of(across, within, first), Pausing.SUSPEND));
        assertEquals(
                nine,
                SWEDEN.lastDay(
                        day("2026-01-12"),
                        MONTH,
                        List.of(new Pause(day("2026-01-13"), day("2026-01-22"))),
                        Pausing.SUSPEND));
    }

    @Test
    void a_pause_that_ends_before_it_begins_is_refused() {
        assertThrows(InvalidInputException.class, () -> new Pause(day("2026-01-14"), day("2026-01-13")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-31T22:30:00Z, 2026-05-04, 2026-05-04T22:00:00Z",
        "2026-03-31T21:59:59Z, 2026-04-30, 2026-04-30T22:00:00Z",
        "2026-10-24T22:15:00Z, 2026-11-25, 2026-11-25T23:00:00Z",
        "2025-12-31T23:30:00Z, 2026-02-02, 2026-02-02T23:00:00Z"
    })
    @Mission("M20")
    void the_day_of_receipt_is_that_of_the_controllers_zone(Instant received, LocalDate lastDay, Instant deadline) {
        LocalDate due = SWEDEN.lastDay(SWEDEN.dayOf(received), MONTH);
        assertEquals(lastDay, due);
        assertEquals(deadline, SWEDEN.endOf(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-12-22T12:17+01:00, 2020-12-25T12:17+01:00, 2020-12-25T13:00+01:00",
        "2020-12-22T12:59+01:00, 2020-12-25T12:59+01:00, 2020-12-25T13:00+01:00",
        "2026-03-27T18:30+01:00, 2026-03-30T19:30+02:00, 2026-03-30T20:00+02:00",
        "2026-10-23T18:30+02:00, 2026-10-26T17:30+01:00, 2026-10-26T18:00+01:00",
        "2024-02-27T10:05+01:00, 2024-03-01T10:05+01:00, 2024-03-01T11:00+01:00",
        "2026-12-30T23:45+01:00, 2027-01-02T23:45+01:00, 2027-01-03T00:00+01:00",
        "2026-04-02T16:30+02:00, 2026-04-05T16:30+02:00, 2026-04-05T17:00+02:00"
    })
    @Gdpr("33(1)")
    void seventy_two_hours_are_hours_and_wait_for_no_working_day(
            OffsetDateTime aware, OffsetDateTime elapsed, OffsetDateTime strict) {
        assertEquals(elapsed.toInstant(), Deadlines.after(aware.toInstant(), Duration.ofDays(3)));
        assertEquals(strict.toInstant(), SWEDEN.afterFullHours(aware.toInstant(), 72));
    }

    @ParameterizedTest
    @CsvSource({"1998-03-12, 1998-04-02", "1998-03-13, 1998-04-03", "1998-03-16, 1998-04-06"})
    void weeks_end_on_the_same_day_of_the_week(LocalDate event, LocalDate lastDay) {
        Deadlines weekdays = new Deadlines(WorkingDays.mondayToFriday(), STOCKHOLM);
        assertEquals(lastDay, weekdays.lastDay(event, Period.ofWeeks(3)));
    }

    @Test
    void a_period_of_two_days_or_more_has_two_working_days() {
        LocalDate maundyThursday = day("2026-04-02");
        assertEquals(day("2026-04-07"), SWEDEN.lastDay(maundyThursday, Period.ofDays(1)));
        assertEquals(day("2026-04-08"), SWEDEN.lastDay(maundyThursday, Period.ofDays(2)));
        assertEquals(day("2026-04-08"), SWEDEN.lastDay(maundyThursday, Period.ofDays(4)));
    }

    @Test
    void a_calendar_without_working_days_is_refused() {
        Deadlines never = new Deadlines(day -> false, STOCKHOLM);
        assertThrows(InvalidInputException.class, () -> never.lastDay(day("2026-01-01"), MONTH));
        assertThrows(InvalidInputException.class, () -> SWEDEN.lastDay(day("2026-01-01"), Period.ZERO));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    @Test
    void a_pause_that_was_asked_for_when_the_time_was_over_revives_nothing() {
        List<Pause> late = List.of(new Pause(day("2026-04-10"), day("2026-04-20")));
        for (Pausing pausing : Pausing.values()) {
            assertEquals(day("2026-04-02"), SWEDEN.lastDay(day("2026-03-02"), MONTH, late, pausing), pausing.name());
        }
    }

    @Test
    void days_of_a_pause_before_the_event_are_no_days_of_the_period() {
        List<Pause> early = List.of(new Pause(day("2026-01-01"), day("2026-01-20")));
        assertEquals(day("2026-02-20"), SWEDEN.lastDay(day("2026-01-12"), MONTH, early, Pausing.SUSPEND));
    }
}
