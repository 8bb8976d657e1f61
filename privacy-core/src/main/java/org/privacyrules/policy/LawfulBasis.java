package org.privacyrules.policy;

import java.time.Period;
import java.util.Optional;
import org.privacyrules.calendar.Periods;

/** Why a purpose is lawful: exactly one of the six bases of Art. 6(1) GDPR. */
public sealed interface LawfulBasis {

    /**
     * The basis in words, with what supports it.
     *
     * @return for example {@code "legal obligation, Bokföringslagen 7 kap. 2 §"}
     */
    String describe();

    /**
     * Consent, Art. 6(1)(a): nothing is permitted until the subject has given it, and nothing after its withdrawal.
     *
     * @param terms the text to be shown and how consent to it is given
     */
    record Consent(ConsentTerms terms) implements LawfulBasis {
        @Override
        public String describe() {
            return "consent";
        }
    }

    /** Performance of a contract with the subject, Art. 6(1)(b). */
    record Contract() implements LawfulBasis {
        @Override
        public String describe() {
            return "contract";
        }
    }

    /**
     * A legal obligation of the controller under Union or Member State law, Art. 6(1)(c).
     *
     * @param citation the law and section, for the explanation
     * @param minimum how long that law orders data to be kept at least; empty if it sets no time
     */
    record LegalObligation(String citation, Optional<Period> minimum) implements LawfulBasis {

        private static final int LONGEST_YEARS = 1000;

        public LegalObligation {
            minimum.ifPresent(period -> Periods.requireLength("statutory minimum", period, LONGEST_YEARS));
        }

        @Override
        public String describe() {
            return "legal obligation, " + citation;
        }
    }

    /**
     * Vital interests of a natural person, Art. 6(1)(d).
     *
     * @param situation which danger to life or health
     */
    record VitalInterests(String situation) implements LawfulBasis {
        @Override
        public String describe() {
            return "vital interests, " + situation;
        }
    }

    /**
     * A task in the public interest laid down in law, Art. 6(1)(e).
     *
     * @param citation the law and section
     */
    record PublicTask(String citation) implements LawfulBasis {
        @Override
        public String describe() {
            return "public task, " + citation;
        }
    }

    /**
     * Legitimate interests, Art. 6(1)(f).
     *
     * @param interest which interest is pursued, in words for people (Art. 13(1)(d))
     * @param assessment the host's reference of the balancing test
     */
    record LegitimateInterests(LocalText interest, String assessment) implements LawfulBasis {
        @Override
        public String describe() {
            return "legitimate interests, assessment " + assessment;
        }
    }

    /**
     * The letter of Art. 6(1).
     *
     * @return {@code a} to {@code f}
     */
    default char letter() {
        if (this instanceof Consent) {
            return 'a';
        }
        if (this instanceof Contract) {
            return 'b';
        }
        if (this instanceof LegalObligation) {
            return 'c';
        }
        if (this instanceof VitalInterests) {
            return 'd';
        }
        return this instanceof PublicTask ? 'e' : 'f';
    }
}
