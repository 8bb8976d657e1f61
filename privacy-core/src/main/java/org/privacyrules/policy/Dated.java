package org.privacyrules.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.privacyrules.failure.InvalidInputException;

/**
 * Something that is so from one day to another, in the policy's zone: officers change, authorities are renamed.
 *
 * @param value what is so
 * @param firstDay the first day; empty: since ever
 * @param lastDay the last day; empty: until further notice
 * @param <T> the kind of value
 */
public record Dated<T>(T value, Optional<LocalDate> firstDay, Optional<LocalDate> lastDay) {

    public Dated {
        if (firstDay.isPresent() && lastDay.filter(firstDay.get()::isAfter).isPresent()) {
            throw new InvalidInputException("dates: the last day lies before the first");
        }
    }

    /**
     * Something that is so without a known end or beginning.
     *
     * @param value what is so
     * @param <T> the kind of value
     * @return a dated value that holds on every day
     */
    public static <T> Dated<T> always(T value) {
        return new Dated<>(value, Optional.empty(), Optional.empty());
    }

    /**
     * This value from a day on.
     *
     * @param day the first day
     * @return a new dated value
     */
    public Dated<T> since(LocalDate day) {
        return new Dated<>(value, Optional.of(day), lastDay);
    }

    /**
     * This value up to a day.
     *
     * @param day the last day
     * @return a new dated value
     */
    public Dated<T> through(LocalDate day) {
        return new Dated<>(value, firstDay, Optional.of(day));
    }

    /**
     * Whether it is so on a day.
     *
     * @param day the day
     * @return true from the first to the last day, both included
     */
    public boolean holdsOn(LocalDate day) {
        return !firstDay.filter(day::isBefore).isPresent()
                && !lastDay.filter(day::isAfter).isPresent();
    }

    /**
     * What is so on a day.
     *
     * @param all dated values
     * @param day the day
     * @param <T> the kind of value
     * @return the first that holds
     */
    public static <T> Optional<T> on(List<Dated<T>> all, LocalDate day) {
        return all.stream().filter(each -> each.holdsOn(day)).map(Dated::value).findFirst();
    }
}
