package org.privacyrules.decision;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Why something is permitted or denied. The names are stable codes. The order is that of precedence: of several reasons
 * against, the first is the one that {@link Decision#reason()} names.
 */
public enum Reason {
    /** Permitted: consent stands. */
    CONSENT_STANDS,
    /** Permitted: the contract needs it. */
    CONTRACT,
    /** Permitted: a law obliges to it. */
    LEGAL_OBLIGATION,
    /** Permitted: vital interests. */
    VITAL_INTERESTS,
    /** Permitted: a public task. */
    PUBLIC_TASK,
    /** Permitted: legitimate interests, and the subject has not objected. */
    LEGITIMATE_INTERESTS,
    /** Denied: the purpose does not use this category (Art. 5(1)(b) GDPR). */
    CATEGORY_NOT_DECLARED,
    /** Denied: the purpose does not disclose to this recipient. */
    RECIPIENT_NOT_DECLARED,
    /** Denied: a service message carries no marketing. */
    MARKETING_IN_SERVICE_MESSAGE,
    /** Denied: the category is used for subjects of other countries only. */
    COUNTRY_NOT_COVERED,
    /** Denied: the category is used for subjects in other relations only. */
    KIND_NOT_COVERED,
    /** Denied: processing of this subject's data is restricted (Art. 18 GDPR). */
    RESTRICTED,
    /** Denied: the subject objected (Art. 21 GDPR). */
    OBJECTED,
    /** Denied: consent was withdrawn (Art. 7(3) GDPR). */
    WITHDRAWN,
    /** Denied: the subject said no when asked. */
    REFUSED,
    /** Denied: the browser sent the signal {@code Sec-GPC: 1}. */
    GLOBAL_PRIVACY_CONTROL,
    /** Denied: no relation stands that carries the purpose. */
    NO_RELATION,
    /** Denied: the subject was below the age of consent and no guardian consented (Art. 8 GDPR). */
    GUARDIAN_REQUIRED,
    /** Denied: the purpose needs the subject's age, and it is not known (Art. 8 GDPR). */
    AGE_UNKNOWN,
    /** Denied: the consent is not confirmed yet. */
    PENDING_CONFIRMATION,
    /** Denied: the consent's validity has passed. */
    EXPIRED,
    /** Denied: the consent was to another version of the text. */
    OUTDATED,
    /** Denied: the question was put away without an answer. */
    DISMISSED,
    /** Denied: the subject was never asked, or nothing is known. */
    NOT_ASKED;

    private static final Reason[] ALL = values();

    /** The sets of one reason, shared because most answers have one. */
    private static final List<Set<Reason>> ALONE = Arrays.stream(ALL)
            .<Set<Reason>>map(reason -> new ReasonSet(reason.bit()))
            .toList();

    /**
     * Whether this reason permits.
     *
     * @return true for the reasons that are lawful bases
     */
    public boolean permits() {
        return compareTo(CATEGORY_NOT_DECLARED) < 0;
    }

    @SuppressWarnings("EnumOrdinal") // the mask lives no longer than one decision
    int bit() {
        return 1 << ordinal();
    }

    /** The reasons of a mask in the order of precedence. */
    static Set<Reason> of(int mask) {
        return Integer.bitCount(mask) == 1 ? ALONE.get(Integer.numberOfTrailingZeros(mask)) : new ReasonSet(mask);
    }

    /** The first reason of a mask. */
    static Reason first(int mask) {
        return ALL[Integer.numberOfTrailingZeros(mask)];
    }
}
