package org.privacyrules.policy;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

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
 * @param retention how long it keeps each category, sorted by name; a rule for each of {@code categories}
 * @param jointControllers declared parties that set the purpose together with the controller (Art. 26 GDPR)
 * @param specialCondition why it may use special categories (Art. 9(2) GDPR), if it does
 * @param automatedDecision a decision that only a machine makes (Art. 22 GDPR), if there is one
 */
public record Purpose(
        String name,
        LocalText description,
        LawfulBasis basis,
        Nature nature,
        Set<String> carriedBy,
        Set<String> categories,
        Set<String> recipients,
        Map<String, RetentionRule> retention,
        Set<String> jointControllers,
        Optional<SpecialCondition> specialCondition,
        Optional<AutomatedDecision> automatedDecision) {

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
        retention = Collections.unmodifiableMap(new TreeMap<>(retention));
        jointControllers = Set.copyOf(jointControllers);
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
        return objectable(nature, basis);
    }

    static boolean objectable(Nature nature, LawfulBasis basis) {
        return nature == Nature.DIRECT_MARKETING
                || basis instanceof LawfulBasis.LegitimateInterests
                || basis instanceof LawfulBasis.PublicTask;
    }
}
