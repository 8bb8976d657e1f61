package org.privacyrules.policy;

import java.util.Optional;
import java.util.Set;

/**
 * Why categories of data are processed, on exactly one lawful basis (Art. 5(1)(b) and 6(1) GDPR). Immutable; made by
 * {@link PrivacyPolicy#builder}.
 *
 * @param name the name by which code asks, such as {@code invoicing}
 * @param description the purpose in words that a data subject understands
 * @param basis why it is lawful
 * @param nature what special rules apply to it
 * @param carriedBy the subject kinds whose relation carries it: without one of them nothing is permitted
 * @param categories the categories of data that it uses
 * @param recipients the recipients to whom it discloses
 */
public record Purpose(
        String name,
        String description,
        LawfulBasis basis,
        Nature nature,
        Set<String> carriedBy,
        Set<String> categories,
        Set<String> recipients) {

    /** What special rules apply to a purpose. */
    public enum Nature {
        /** None. */
        GENERAL,
        /** A message that the service needs: it cannot be opted out of and carries no marketing. */
        SERVICE_MESSAGE,
        /** Direct marketing: an objection is absolute, whatever the basis (Art. 21(2)-(3) GDPR). */
        DIRECT_MARKETING,
        /** Tracking or sharing for others' ends: a Global Privacy Control signal refuses it. */
        TRACKING
    }

    public Purpose {
        carriedBy = Set.copyOf(carriedBy);
        categories = Set.copyOf(categories);
        recipients = Set.copyOf(recipients);
    }

    /**
     * The terms of consent.
     *
     * @return empty if the purpose rests on another basis
     */
    public Optional<ConsentTerms> consentTerms() {
        return basis instanceof LawfulBasis.Consent consent ? Optional.of(consent.terms()) : Optional.empty();
    }

    /**
     * Whether a subject may object: to legitimate interests and public tasks (Art. 21(1) GDPR), and to direct marketing on
     * any basis (Art. 21(2)).
     *
     * @return false if only a withdrawal of consent, or nothing, ends the purpose
     */
    public boolean objectable() {
        return nature == Nature.DIRECT_MARKETING
                || basis instanceof LawfulBasis.LegitimateInterests
                || basis instanceof LawfulBasis.PublicTask;
    }
}
