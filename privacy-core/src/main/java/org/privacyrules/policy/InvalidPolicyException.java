package org.privacyrules.policy;

import java.util.List;
import java.util.stream.Collectors;
import org.privacyrules.failure.PrivacyException;

/** A policy with errors: all findings at once. Code {@code INVALID_POLICY}. */
public final class InvalidPolicyException extends PrivacyException {

    private static final long serialVersionUID = 1L;

    private static final int LISTED_AT_MOST = 100;

    private final transient List<Finding> findings;

    /**
     * Says what is wrong.
     *
     * @param findings at least one
     */
    public InvalidPolicyException(List<Finding> findings) {
        super("INVALID_POLICY", message(findings));
        this.findings = List.copyOf(findings);
    }

    private static String message(List<Finding> findings) {
        int more = findings.size() - LISTED_AT_MOST;
        return "The policy has " + findings.size() + (findings.size() == 1 ? " finding:" : " findings:")
                + findings.stream()
                        .limit(LISTED_AT_MOST)
                        .map(finding -> "\n  " + finding)
                        .collect(Collectors.joining())
                + (more > 0 ? "\n  and " + more + " more" : "");
    }

    /**
     * What is wrong.
     *
     * @return errors and warnings, in the order of the policy
     */
    public List<Finding> findings() {
        return findings;
    }
}
