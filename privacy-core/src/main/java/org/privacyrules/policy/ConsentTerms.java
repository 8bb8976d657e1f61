package org.privacyrules.policy;

import java.time.Period;
import java.util.Optional;
import org.privacyrules.failure.InvalidInputException;

/**
 * How consent to a purpose is given and how long it lasts (Art. 7 and 8 GDPR). Immutable.
 *
 * @param text the text to be shown
 * @param validity how long a consent lasts, counted in calendar days of the policy's zone; empty: until it is withdrawn
 * @param confirmation whether a second, confirming act is needed (double opt-in)
 * @param ageGate whether the subject's age must be known before a consent counts (Art. 8: a service offered to children)
 */
public record ConsentTerms(ConsentText text, Optional<Period> validity, Confirmation confirmation, AgeGate ageGate) {

    /** Whether one act is enough. */
    public enum Confirmation {
        /** The first act gives the consent. */
        SINGLE,
        /** The consent is pending until a second act, such as following a link in a mail, confirms it. */
        DOUBLE_OPT_IN
    }

    /** What an unknown age means. A subject known to be below the age of consent always needs a guardian. */
    public enum AgeGate {
        /** The service is not offered to children: a subject of unknown age is taken for an adult. */
        NONE,
        /** A consent counts only if the age is known. */
        REQUIRED
    }

    public ConsentTerms {
        if (validity.isPresent()
                && (validity.get().isNegative() || validity.get().isZero())) {
            throw new InvalidInputException("consent validity: must be longer than nothing");
        }
    }

    /**
     * Terms with one act, without end and without age gate.
     *
     * @param text the text to be shown
     * @return the terms
     */
    public static ConsentTerms of(ConsentText text) {
        return new ConsentTerms(text, Optional.empty(), Confirmation.SINGLE, AgeGate.NONE);
    }

    /**
     * These terms with a validity.
     *
     * @param period how long a consent lasts
     * @return new terms
     */
    public ConsentTerms validFor(Period period) {
        return new ConsentTerms(text, Optional.of(period), confirmation, ageGate);
    }

    /**
     * These terms with a confirming second act.
     *
     * @return new terms
     */
    public ConsentTerms withDoubleOptIn() {
        return new ConsentTerms(text, validity, Confirmation.DOUBLE_OPT_IN, ageGate);
    }

    /**
     * These terms with an age gate.
     *
     * @return new terms
     */
    public ConsentTerms withAgeGate() {
        return new ConsentTerms(text, validity, confirmation, AgeGate.REQUIRED);
    }
}
