package org.privacyrules.policy;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.privacyrules.failure.InvalidInputException;

/**
 * How consent to a purpose is given and how long it lasts (Art. 7 and 8 GDPR). Immutable.
 *
 * @param text the text to be shown
 * @param validity how long a consent lasts, counted in calendar days of the policy's zone; empty: until it is withdrawn
 * @param confirmWithin how long a second, confirming act may take (double opt-in); empty: one act is enough
 * @param ageGate whether the subject's age must be known before a consent counts (Art. 8: a service offered to children)
 */
public record ConsentTerms(
        ConsentText text, Optional<Period> validity, Optional<Period> confirmWithin, AgeGate ageGate) {

    private static final int LONGEST_YEARS = 100;

    /** What an unknown age means. A subject known to be below the age of consent always needs a guardian. */
    public enum AgeGate {
        /** The service is not offered to children: a subject of unknown age is taken for an adult. */
        NONE,
        /** A consent counts only if the age is known. */
        REQUIRED
    }

    public ConsentTerms {
        validity.ifPresent(period -> requireSensible("validity", period));
        confirmWithin.ifPresent(period -> requireSensible("time to confirm", period));
    }

    private static void requireSensible(String what, Period period) {
        LocalDate day = LocalDate.EPOCH;
        if (!day.plus(period).isAfter(day) || day.plus(period).isAfter(day.plusYears(LONGEST_YEARS))) {
            throw new InvalidInputException(
                    "consent " + what + ": must be longer than nothing and at most " + LONGEST_YEARS + " years");
        }
    }

    /**
     * Terms with one act, without end and without age gate.
     *
     * @param text the text to be shown
     * @return the terms
     */
    public static ConsentTerms of(ConsentText text) {
        return new ConsentTerms(text, Optional.empty(), Optional.empty(), AgeGate.NONE);
    }

    /**
     * These terms with a validity.
     *
     * @param period how long a consent lasts
     * @return new terms
     */
    public ConsentTerms validFor(Period period) {
        return new ConsentTerms(text, Optional.of(period), confirmWithin, ageGate);
    }

    /**
     * These terms with a confirming second act, such as following a link in a mail.
     *
     * @param within how long that may take
     * @return new terms
     */
    public ConsentTerms withDoubleOptIn(Period within) {
        return new ConsentTerms(text, validity, Optional.of(within), ageGate);
    }

    /**
     * These terms with an age gate.
     *
     * @return new terms
     */
    public ConsentTerms withAgeGate() {
        return new ConsentTerms(text, validity, confirmWithin, AgeGate.REQUIRED);
    }
}
