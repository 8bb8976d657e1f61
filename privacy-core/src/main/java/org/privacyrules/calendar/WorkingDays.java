package org.privacyrules.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.privacyrules.failure.InvalidInputException;

/**
 * Which days are working days in a country (Art. 2(2) of Regulation (EEC, Euratom) No 1182/71: all but public holidays, Sundays
 * and Saturdays). Any function of a day will do, such as one that asks a library of holidays; it must be thread-safe and always
 * answer the same for the same day.
 */
@FunctionalInterface
public interface WorkingDays {

    /**
     * Whether a day is a working day.
     *
     * @param day the day
     * @return true if it is
     */
    boolean isWorkingDay(LocalDate day);

    /**
     * Monday to Friday, in a country without public holidays.
     *
     * @return the working days
     */
    static WorkingDays mondayToFriday() {
        return day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    /**
     * Monday to Friday without the public holidays.
     *
     * @param holidays whether a day is one
     * @return the working days
     */
    static WorkingDays mondayToFridayExcept(Predicate<LocalDate> holidays) {
        WorkingDays weekdays = mondayToFriday();
        return day -> weekdays.isWorkingDay(day) && !holidays.test(day);
    }

    /**
     * Sweden by its law on public holidays (1989:253), for periods of European Union law such as those of the GDPR. The eves of
     * Midsummer, Christmas and New Year are working days there, which makes a deadline the earlier, safe one.
     *
     * @return the working days
     */
    static WorkingDays sweden() {
        return mondayToFridayExcept(SwedishHolidays::isPublicHoliday);
    }

    /**
     * Sweden by its law on the computation of legal time (1930:173), for deadlines of Swedish law: the three eves are no working
     * days either.
     *
     * @return the working days
     */
    static WorkingDays swedenByNationalLaw() {
        return mondayToFridayExcept(day -> SwedishHolidays.isPublicHoliday(day) || SwedishHolidays.isEve(day));
    }

    /**
     * The working days that have a name, under which a policy can ask for them.
     *
     * @return {@code monday-to-friday}, {@code sweden} and {@code sweden-by-national-law}, sorted
     */
    static Map<String, WorkingDays> named() {
        return new TreeMap<>(Map.of(
                "monday-to-friday",
                mondayToFriday(),
                "sweden",
                sweden(),
                "sweden-by-national-law",
                swedenByNationalLaw()));
    }

    /**
     * The first working day that is not before a day.
     *
     * @param day a day
     * @return the day itself or a later one
     * @throws InvalidInputException if there is none within a year
     */
    default LocalDate onOrAfter(LocalDate day) {
        LocalDate candidate = day;
        while (!isWorkingDay(candidate)) {
            candidate = candidate.plusDays(1);
            if (candidate.isAfter(day.plusYears(1))) {
                throw new InvalidInputException("working days: there is none within a year after " + day);
            }
        }
        return candidate;
    }
}
