package org.privacyrules.policy;

import java.time.Period;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.privacyrules.calendar.Periods;

/**
 * How the controller answers people who use their rights. Immutable; {@link #ofTheLaw()} unless a policy says otherwise. A
 * policy may promise more than the law, never less.
 *
 * @param told the rights that people are told of
 * @param subjectKinds who may use them; empty: everybody, as the law says
 * @param answerWithin the longest time to an answer, from receipt (Art. 12(3): one month)
 * @param extension the longest extension, once, with a reason (Art. 12(3): two months)
 * @param informWithin the longest time to tell people whose data came from others (Art. 14(3)(a): one month)
 * @param identity when proof of identity is asked for (Art. 12(6))
 * @param identityEvidenceFor how long such proof is kept at most, if nothing ends it before
 * @param freeCopies how many copies a year are free
 * @param furtherCopies what happens to a request beyond them (Art. 12(5) and 15(3))
 * @param pause how the time is counted while the person is asked for more
 */
public record RightsTerms(
        Set<Right> told,
        Set<String> subjectKinds,
        Period answerWithin,
        Period extension,
        Period informWithin,
        IdentityCheck identity,
        Period identityEvidenceFor,
        int freeCopies,
        FurtherCopies furtherCopies,
        Pause pause) {

    private static final int DAYS_OF_EVIDENCE = 30;
    private static final int LONGEST_YEARS = 1000;

    /** When a person must prove who they are. */
    public enum IdentityCheck {
        /** Only if there are reasonable doubts, which are recorded. */
        ON_REASONABLE_DOUBT,
        /** Each time. */
        ALWAYS
    }

    /** What happens to a request for access beyond the free copies of a year. */
    public enum FurtherCopies {
        /** It is answered free of charge, like the first. */
        FREE,
        /** The answer is free; a further copy of what was already given may cost a fee, with a recorded reason. */
        FEE_FOR_FURTHER_COPY,
        /** The answer costs a fee. */
        FEE,
        /** It is refused. */
        REFUSED
    }

    /** How time is counted between a question to the person and its answer; the law gives no formula. */
    public enum Pause {
        /** It runs on. */
        NONE,
        /** The days between do not count. */
        SUSPEND,
        /** It begins anew with the answer. */
        RESTART,
        /** The earlier of the last two. */
        EARLIER_OF_BOTH
    }

    public RightsTerms {
        told = Collections.unmodifiableSet(told.isEmpty() ? EnumSet.noneOf(Right.class) : EnumSet.copyOf(told));
        subjectKinds = Set.copyOf(subjectKinds);
        Periods.requireLength("time to answer", answerWithin, LONGEST_YEARS);
        if (!extension.isZero()) {
            Periods.requireLength("extension of the time to answer", extension, LONGEST_YEARS);
        }
        Periods.requireLength("time to inform", informWithin, LONGEST_YEARS);
        Periods.requireLength("time for which proof of identity is kept", identityEvidenceFor, LONGEST_YEARS);
    }

    /**
     * What the law orders, and no less.
     *
     * @return all rights for everybody, a month and two, identity on reasonable doubt, copies free
     */
    public static RightsTerms ofTheLaw() {
        return new RightsTerms(
                EnumSet.allOf(Right.class),
                Set.of(),
                Period.ofMonths(1),
                Period.ofMonths(2),
                Period.ofMonths(1),
                IdentityCheck.ON_REASONABLE_DOUBT,
                Period.ofDays(DAYS_OF_EVIDENCE),
                1,
                FurtherCopies.FREE,
                Pause.EARLIER_OF_BOTH);
    }

    /**
     * These terms with other rights.
     *
     * @param rights the rights that people are told of
     * @return new terms
     */
    public RightsTerms telling(Set<Right> rights) {
        return with(copy -> copy.told = rights);
    }

    /**
     * These terms for some people only.
     *
     * @param kinds declared subject kinds
     * @return new terms
     */
    public RightsTerms grantedTo(String... kinds) {
        return with(copy -> copy.subjectKinds = Set.copyOf(List.of(kinds)));
    }

    /**
     * These terms with other times to answer.
     *
     * @param within from receipt
     * @param more the longest extension
     * @return new terms
     */
    public RightsTerms answeredWithin(Period within, Period more) {
        return with(copy -> {
            copy.answerWithin = within;
            copy.extension = more;
        });
    }

    /**
     * These terms with another time to tell people whose data came from others.
     *
     * @param within from the day on which the data were obtained
     * @return new terms
     */
    public RightsTerms informedWithin(Period within) {
        return with(copy -> copy.informWithin = within);
    }

    /**
     * These terms with another check of identity.
     *
     * @param check when proof is asked for
     * @param evidenceFor how long it is kept at most
     * @return new terms
     */
    public RightsTerms identifying(IdentityCheck check, Period evidenceFor) {
        return with(copy -> {
            copy.identity = check;
            copy.identityEvidenceFor = evidenceFor;
        });
    }

    /**
     * These terms with other rules for copies.
     *
     * @param aYear how many are free in a year
     * @param beyond what happens to a request beyond them
     * @return new terms
     */
    public RightsTerms freeCopies(int aYear, FurtherCopies beyond) {
        return with(copy -> {
            copy.freeCopies = aYear;
            copy.furtherCopies = beyond;
        });
    }

    /**
     * These terms with another way to count a pause.
     *
     * @param counting how
     * @return new terms
     */
    public RightsTerms pausing(Pause counting) {
        return with(copy -> copy.pause = counting);
    }

    private RightsTerms with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.terms();
    }

    /** The same components, open to change until they are terms again. */
    private static final class Copy {

        private Set<Right> told;
        private Set<String> subjectKinds;
        private Period answerWithin;
        private Period extension;
        private Period informWithin;
        private IdentityCheck identity;
        private Period identityEvidenceFor;
        private int freeCopies;
        private FurtherCopies furtherCopies;
        private Pause pause;

        Copy(RightsTerms terms) {
            told = terms.told;
            subjectKinds = terms.subjectKinds;
            answerWithin = terms.answerWithin;
            extension = terms.extension;
            informWithin = terms.informWithin;
            identity = terms.identity;
            identityEvidenceFor = terms.identityEvidenceFor;
            freeCopies = terms.freeCopies;
            furtherCopies = terms.furtherCopies;
            pause = terms.pause;
        }

        RightsTerms terms() {
            return new RightsTerms(
                    told,
                    subjectKinds,
                    answerWithin,
                    extension,
                    informWithin,
                    identity,
                    identityEvidenceFor,
                    freeCopies,
                    furtherCopies,
                    pause);
        }
    }
}
