package org.privacyrules.consent;

/**
 * Where a subject stands on one purpose. Only {@link #GIVEN} permits a purpose that rests on consent. The last two are never
 * stored: time and the policy turn {@link #GIVEN} into them.
 */
public enum ConsentStatus {
    /** Never asked, or nothing is known. */
    UNKNOWN,
    /** The subject said no to the purpose and took it back; whether consent is needed is open again. */
    OBJECTION_LIFTED,
    /** Asked, and the question was put away without an answer. */
    DISMISSED,
    /** Given, but the confirming second act is missing (double opt-in). */
    PENDING,
    /** Given. */
    GIVEN,
    /** The subject said no when asked. */
    REFUSED,
    /** Given once and taken back (Art. 7(3) GDPR). */
    WITHDRAWN,
    /** The subject objected (Art. 21 GDPR). */
    OBJECTED,
    /** Given once; its validity has passed. */
    EXPIRED,
    /** Given once, to another version of the text. */
    OUTDATED;

    /**
     * Whether the subject has said no.
     *
     * @return true if refused, withdrawn or objected
     */
    public boolean isNo() {
        return this == REFUSED || this == WITHDRAWN || this == OBJECTED;
    }

    /** Whether the question is open: no answer stands that anything could override. */
    boolean isOpen() {
        return this == UNKNOWN || this == OBJECTION_LIFTED || this == DISMISSED || this == PENDING;
    }

    /** How far a status protects the subject: of two imported at the same time, the higher one wins. */
    int protection() {
        return switch (this) {
            case GIVEN, EXPIRED, OUTDATED -> 0;
            case OBJECTION_LIFTED -> 1;
            case UNKNOWN -> 2;
            case DISMISSED -> 3;
            case PENDING -> 4;
            case REFUSED -> 5;
            case WITHDRAWN -> 6;
            case OBJECTED -> 7;
        };
    }
}
