package org.privacyrules.policy;

import java.time.Period;
import java.util.Optional;
import org.privacyrules.calendar.Periods;

/**
 * How consent to a purpose is given and how long it lasts (Art. 7 and 8 GDPR). Immutable.
 *
 * @param text the text to be shown
 * @param validity how long a consent lasts, counted in calendar days of the policy's zone; empty: until it is withdrawn
 * @param confirmWithin how long a second, confirming act may take (double opt-in); empty: one act is enough
 * @param ageGate whether the subject's age must be known before a consent counts (Art. 8: a service offered to children)
 * @param act what people do to consent
 * @param refusal what a refusal means for people
 */
public record ConsentTerms(
        ConsentText text,
        Optional<Period> validity,
        Optional<Period> confirmWithin,
        AgeGate ageGate,
        Act act,
        Refusal refusal) {

    private static final int LONGEST_YEARS = 100;

    /** What an unknown age means. A subject known to be below the age of consent always needs a guardian. */
    public enum AgeGate {
        /** The service is not offered to children: a subject of unknown age is taken for an adult. */
        NONE,
        /** A consent counts only if the age is known. */
        REQUIRED
    }

    /** What people do to consent. Only the first is a consent (Art. 4(11) and 7(2) GDPR); the others are what policies say. */
    public enum Act {
        /** A clear act for this purpose alone. */
        SEPARATE,
        /** They accept terms, or become customers. */
        ACCEPTANCE_OF_TERMS,
        /** They do nothing: a box that is ticked, use that goes on. */
        SILENCE
    }

    /** What a refusal means. */
    public enum Refusal {
        /** Nothing else changes. */
        WITHOUT_DETRIMENT,
        /** The service is not provided. */
        NO_SERVICE
    }

    public ConsentTerms {
        validity.ifPresent(period -> Periods.requireLength("consent validity", period, LONGEST_YEARS));
        confirmWithin.ifPresent(period -> Periods.requireLength("consent time to confirm", period, LONGEST_YEARS));
    }

    /**
     * Terms with one act, without end and without age gate.
     *
     * @param text the text to be shown
     * @return the terms
     */
    public static ConsentTerms of(ConsentText text) {
        return new ConsentTerms(
                text, Optional.empty(), Optional.empty(), AgeGate.NONE, Act.SEPARATE, Refusal.WITHOUT_DETRIMENT);
    }

    /**
     * These terms with a validity.
     *
     * @param period how long a consent lasts
     * @return new terms
     */
    public ConsentTerms validFor(Period period) {
        return new ConsentTerms(text, Optional.of(period), confirmWithin, ageGate, act, refusal);
    }

    /**
     * These terms with a confirming second act, such as following a link in a mail.
     *
     * @param within how long that may take
     * @return new terms
     */
    public ConsentTerms withDoubleOptIn(Period within) {
        return new ConsentTerms(text, validity, Optional.of(within), ageGate, act, refusal);
    }

    /**
     * These terms with an age gate.
     *
     * @return new terms
     */
    public ConsentTerms withAgeGate() {
        return new ConsentTerms(text, validity, confirmWithin, AgeGate.REQUIRED, act, refusal);
    }

    /**
     * These terms with another act.
     *
     * @param means what people do
     * @return new terms
     */
    public ConsentTerms givenBy(Act means) {
        return new ConsentTerms(text, validity, confirmWithin, ageGate, means, refusal);
    }

    /**
     * These terms with another meaning of a refusal.
     *
     * @param meaning what happens to people who refuse
     * @return new terms
     */
    public ConsentTerms refusalMeans(Refusal meaning) {
        return new ConsentTerms(text, validity, confirmWithin, ageGate, act, meaning);
    }
}
