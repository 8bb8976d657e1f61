package org.privacyrules.policy;

/**
 * To whom data are disclosed (Art. 4(9) GDPR).
 *
 * @param name the name by which code asks, such as {@code payment-partner}
 * @param description who that is
 * @param role in which role the recipient processes the data
 * @param country where (ISO 3166-1 alpha-2)
 */
public record Recipient(String name, String description, Role role, String country) {

    /** In which role a recipient processes data. */
    public enum Role {
        /** On the controller's behalf (Art. 28 GDPR). */
        PROCESSOR,
        /** For purposes of its own (Art. 4(7) GDPR). */
        SEPARATE_CONTROLLER,
        /** For purposes set together (Art. 26 GDPR). */
        JOINT_CONTROLLER
    }
}
