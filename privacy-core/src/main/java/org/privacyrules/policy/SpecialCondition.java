package org.privacyrules.policy;

import java.util.List;

/**
 * Why a special category of data may be processed, beside the lawful basis (Art. 9(2) GDPR).
 *
 * @param kind which of the ten conditions
 * @param support the law, the register of members or the reference that it rests on; may be empty for explicit consent
 */
public record SpecialCondition(Kind kind, String support) {

    /** The conditions of Art. 9(2), in the order of its letters. */
    public enum Kind {
        /** Explicit consent (a). */
        EXPLICIT_CONSENT,
        /** Employment, social security and social protection law (b). */
        EMPLOYMENT_LAW,
        /** Vital interests of somebody who cannot consent (c). */
        VITAL_INTERESTS,
        /** Members of a body without profit motive (d). */
        MEMBERS,
        /** Made public by the person (e). */
        MADE_PUBLIC,
        /** Legal claims and courts (f). */
        LEGAL_CLAIMS,
        /** Substantial public interest, by law (g). */
        SUBSTANTIAL_PUBLIC_INTEREST,
        /** Health and social care, by law or under a duty of secrecy (h). */
        HEALTH_CARE,
        /** Public health, by law (i). */
        PUBLIC_HEALTH,
        /** Archiving, research and statistics, by law (j). */
        RESEARCH
    }

    /**
     * The letter of Art. 9(2).
     *
     * @return {@code a} to {@code j}
     */
    public char letter() {
        return (char) ('a' + List.of(Kind.values()).indexOf(kind));
    }
}
