package org.privacyrules.policy;

import java.util.Optional;

/**
 * To whom data are disclosed (Art. 4(9) GDPR). Immutable.
 *
 * @param name the name by which code asks, such as {@code payment-partner}
 * @param description who that is, by its real name where it has one
 * @param role in which role the recipient processes the data
 * @param country where (ISO 3166-1 alpha-2)
 * @param safeguard what protects the data there, if the country needs it
 */
public record Recipient(String name, LocalText description, Role role, String country, Optional<Safeguard> safeguard) {

    /** In which role a recipient processes data. */
    public enum Role {
        /** On the controller's behalf (Art. 28 GDPR). */
        PROCESSOR,
        /** For purposes of its own (Art. 4(7) GDPR). */
        SEPARATE_CONTROLLER,
        /** For purposes set together (Art. 26 GDPR). */
        JOINT_CONTROLLER
    }

    /**
     * A recipient without safeguard.
     *
     * @param name the name by which code asks
     * @param description who that is, in the policy's first language
     * @param role in which role it processes the data
     * @param country where (ISO 3166-1 alpha-2)
     * @return the recipient
     */
    public static Recipient of(String name, String description, Role role, String country) {
        return new Recipient(name, LocalText.of(description), role, country, Optional.empty());
    }

    /**
     * This recipient with a safeguard.
     *
     * @param kind which of the ways of the law
     * @param reference which decision, contract or rules
     * @return a new recipient
     */
    public Recipient safeguardedBy(Safeguard.Kind kind, String reference) {
        return new Recipient(name, description, role, country, Optional.of(new Safeguard(kind, reference)));
    }
}
