package org.privacyrules.failure;

/**
 * A command that the rules forbid: nothing was recorded. The code says which rule, the message what to do instead.
 *
 * <p>Codes: {@code STALE_CONSENT_TEXT}, {@code NOT_CONSENT_BASED}, {@code NO_AFFIRMATIVE_ACT}, {@code NOT_OBJECTABLE}, {@code NO_POLICY_IN_FORCE},
 * {@code OPERATION_ID_REUSED}, {@code SAME_SUBJECT}, {@code POLICY_NOT_PUBLISHED}, {@code POLICY_CHANGED},
 * {@code POLICY_BACKDATED}, {@code POLICY_UNREADABLE}, {@code POLICY_FORMAT_UNKNOWN}, {@code HOLD_UNKNOWN},
 * {@code NOT_PERMITTED_BY_HOST}.
 */
public final class RefusedException extends PrivacyException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param code the rule that forbids the command
     * @param message the rule in words, and the remedy
     */
    public RefusedException(String code, String message) {
        super(code, message);
    }
}
