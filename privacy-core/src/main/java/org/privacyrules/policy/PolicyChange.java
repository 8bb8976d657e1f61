package org.privacyrules.policy;

import java.util.Locale;

/**
 * One difference between two versions of a policy. Immutable; made by {@link PolicyDiff#between}.
 *
 * @param path where, such as {@code purposes.product-news.basis}; the same whichever of the two versions comes first
 * @param before what the earlier version says, in words; empty if it says nothing there
 * @param after what the later version says, in words; empty if it says nothing there
 * @param materiality whether people must be told
 * @param why the rule's reason in one sentence, with the article where there is one
 * @param hostsReason why the host raised or lowered the materiality; empty if it is the rule's
 */
public record PolicyChange(
        String path, String before, String after, Materiality materiality, String why, String hostsReason) {

    /** Whether people must be told of a change. */
    public enum Materiality {
        /** People who are concerned are told before it takes effect (Art. 5(1)(a) and 13(3) GDPR). */
        MATERIAL,
        /** Nobody's position becomes worse: the new version says it, and nobody needs a message. */
        EDITORIAL
    }

    /**
     * Whether people must be told.
     *
     * @return true if it is {@link Materiality#MATERIAL}
     */
    public boolean isMaterial() {
        return materiality == Materiality.MATERIAL;
    }

    PolicyChange with(Materiality other, String reason) {
        return new PolicyChange(path, before, after, other, why, reason);
    }

    @Override
    public String toString() {
        return path + ": " + materiality.name().toLowerCase(Locale.ROOT);
    }
}
