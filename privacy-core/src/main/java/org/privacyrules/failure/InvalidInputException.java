package org.privacyrules.failure;

/** A value that no retry will make acceptable: the message names the field, the rule and the remedy. */
public final class InvalidInputException extends PrivacyException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception with the code {@code INVALID_INPUT}.
     *
     * @param message the field, the rule that it breaks and the remedy
     */
    public InvalidInputException(String message) {
        super("INVALID_INPUT", message);
    }
}
