package org.privacyrules.policy;

import java.util.List;
import java.util.stream.Collectors;
import org.privacyrules.failure.PrivacyException;

/** A policy with errors: all of them at once. Code {@code INVALID_POLICY}. */
public final class InvalidPolicyException extends PrivacyException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    InvalidPolicyException(List<Finding> findings) {
        super(
                "INVALID_POLICY",
                "The policy has " + findings.size() + (findings.size() == 1 ? " error:" : " errors:")
                        + findings.stream().map(finding -> "\n  " + finding).collect(Collectors.joining()));
        this.findings = List.copyOf(findings);
    }

    /**
     * What is wrong.
     *
     * @return at least one finding, in the order of the policy
     */
    public List<Finding> findings() {
        return findings;
    }
}
