package org.privacyrules.fact;

import java.time.LocalDate;
import org.privacyrules.failure.InvalidInputException;

/** Days that every supported database can keep, in every zone. */
final class Days {

    private static final int FIRST_YEAR = 1001;
    private static final int LAST_YEAR = 9997;

    private Days() {}

    static void requireStorable(String what, LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new InvalidInputException(what + ": must lie between the years " + FIRST_YEAR + " and " + LAST_YEAR);
        }
    }
}
