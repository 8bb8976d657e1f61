package org.privacyrules.failure;

import java.util.Objects;

/**
 * The root of all that this library throws.
 *
 * <p>Messages, causes and {@link #toString()} never contain personal data: no subject key, no address, no value that a
 * driver put into its text. Code may branch on {@link #code()}, which is stable between releases; the message is for
 * people and may change.
 */
public class PrivacyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String message;

    /**
     * Creates an exception.
     *
     * @param code a stable code in capitals, such as {@code STALE_CONSENT_TEXT}
     * @param message what happened, which key it concerns and the remedy, without personal data
     */
    public PrivacyException(String code, String message) {
        super(message);
        this.code = Objects.requireNonNull(code, "code");
        this.message = Objects.requireNonNull(message, "message");
    }

    /**
     * The stable code of this failure.
     *
     * @return a code in capitals with underscores
     */
    public final String code() {
        return code;
    }

    @Override
    public final String getMessage() {
        return message;
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + " " + code + ": " + getMessage();
    }
}
