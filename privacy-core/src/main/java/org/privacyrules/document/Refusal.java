package org.privacyrules.document;

import org.privacyrules.policy.Finding;

/** The document cannot be read any further. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    Refusal(Finding finding) {
        super(finding.code(), null, false, false);
        this.finding = finding;
    }

    Finding finding() {
        return finding;
    }
}
