package org.privacyrules.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.privacyrules.failure.InvalidInputException;

/**
 * Deadlines as Regulation (EEC, Euratom) No 1182/71 computes them, which also counts for the GDPR: the day of the event is not
 * counted, a period in months ends on the same date or on the last day of the month, and one that would end on a day that is no
 * working day ends on the next one that is (Art. 3). Immutable and thread-safe if the working days are.
 *
 * @param workingDays those of the country where something has to be done
 * @param zone the controller's: the day of an event is its day there
 */
public record Deadlines(WorkingDays workingDays, ZoneId zone) {

    private static final int FEWEST_WORKING_DAYS = 2;

    /**
     * A stretch in which an answer waited for the person, such as for a proof of identity that was asked for without delay.
     *
     * @param asked on which day
     * @param answered on which day it was answered sufficiently
     */
    public record Pause(LocalDate asked, LocalDate answered) {
        public Pause {
            if (answered.isBefore(asked)) {
                throw new InvalidInputException("pause: it was answered before it was asked");
            }
        }
    }

    /** What a pause does to a deadline: the law has no formula. */
    public enum Pausing {
        /** Nothing: the safest. */
        NONE,
        /** The days of the pause are added before the last day is moved to a working day. */
        SUSPEND,
        /** The period runs anew from the day of the answer. */
        RESTART,
        /** Whichever of the two ends first. */
        EARLIER
    }

    /**
     * The day on which an instant lies.
     *
     * @param instant when something was received
     * @return the day in the controller's zone
     */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /**
     * The last day of a period: what has to be done is in time until its end.
     *
     * @param event the day of the event, which may be no working day
     * @param period in days, weeks, months or years, longer than nothing; the three months of an extended answer are one period from the
     *     receipt, never two months behind a day that was moved
     * @return a working day; a period of two days or more has two of them (Art. 3(5))
     */
    public LocalDate lastDay(LocalDate event, Period period) {
        Periods.requireLength("period", period, 1000);
        return moved(event, event.plus(period), period);
    }

    /**
     * The same, with the stretches in which the answer waited for the person.
     *
     * @param event the day of the event
     * @param period as above
     * @param pauses in any order; what two have in common counts once, and one that was asked for when the time was over not at
     *     all
     * @param pausing what they do
     * @return a working day
     */
    public LocalDate lastDay(LocalDate event, Period period, List<Pause> pauses, Pausing pausing) {
        if (pauses.isEmpty()) {
            return lastDay(event, period);
        }
        return switch (pausing) {
            case NONE -> lastDay(event, period);
            case SUSPEND -> suspended(event, period, inOrder(pauses));
            case RESTART -> restarted(event, period, inOrder(pauses));
            case EARLIER -> {
                LocalDate suspended = lastDay(event, period, pauses, Pausing.SUSPEND);
                LocalDate restarted = lastDay(event, period, pauses, Pausing.RESTART);
                yield suspended.isBefore(restarted) ? suspended : restarted;
            }
        };
    }

    /**
     * The instant at which a day is over.
     *
     * @param lastDay the last day of a period
     * @return the first instant of the next day in the controller's zone: the deadline, exclusive
     */
    public Instant endOf(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /**
     * The end of a period in hours by elapsed time: the 72 hours in which a breach is notified (Art. 33(1) GDPR). No working days,
     * and an hour more or less where the clocks change.
     *
     * @param event when the controller became aware
     * @param hours how long
     * @return the deadline
     */
    public static Instant after(Instant event, Duration hours) {
        return event.plus(hours);
    }

    /**
     * The same as the regulation counts strictly (Art. 3(1)): the hour in which the event occurs is not counted. Never earlier.
     *
     * @param event when the controller became aware; one on the hour belongs to the hour that begins
     * @param hours how many
     * @return the deadline
     */
    public Instant afterFullHours(Instant event, int hours) {
        Instant hour = event.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
        return hour.plus(Duration.ofHours(hours + 1L));
    }

    private LocalDate moved(LocalDate event, LocalDate nominal, Period period) {
        LocalDate last = workingDays.onOrAfter(nominal);
        boolean tooShortForTwo = period.toTotalMonths() == 0 && period.get(ChronoUnit.DAYS) < FEWEST_WORKING_DAYS;
        if (tooShortForTwo) {
            return last;
        }
        LocalDate first = workingDays.onOrAfter(event.plusDays(1));
        LocalDate second = workingDays.onOrAfter(first.plusDays(1));
        return last.isBefore(second) ? second : last;
    }

    private static List<Pause> inOrder(List<Pause> pauses) {
        return pauses.stream().sorted(Comparator.comparing(Pause::asked)).toList();
    }

    /** A pause that was asked for when the time was over revives nothing; days before the event are no days of the period. */
    private LocalDate suspended(LocalDate event, Period period, List<Pause> pauses) {
        LocalDate nominal = event.plus(period);
        LocalDate last = moved(event, nominal, period);
        LocalDate counted = event;
        long days = 0;
        for (Pause pause : pauses) {
            if (!pause.asked().isAfter(last)) {
                LocalDate from = later(pause.asked(), counted);
                days += Math.max(0, ChronoUnit.DAYS.between(from, pause.answered()));
                counted = later(pause.answered(), counted);
                last = moved(event, nominal.plusDays(days), period);
            }
        }
        return last;
    }

    private LocalDate restarted(LocalDate event, Period period, List<Pause> pauses) {
        LocalDate from = event;
        for (Pause pause : pauses) {
            if (!pause.asked().isAfter(lastDay(from, period))) {
                from = later(pause.answered(), from);
            }
        }
        return lastDay(from, period);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
