package org.privacyrules.document;

import java.util.Collection;

/** What came of publishing a version. */
public enum Publication {
    /** It is stored now. */
    STORED_NOW,
    /** A version of this name with the same hash was stored before: nothing was done. */
    STORED_BEFORE,
    /** The name is taken by other content, or the start by another version: nothing was done. */
    CONFLICT;

    /**
     * The rule for every adapter: what comes of publishing a version where others are stored.
     *
     * @param policy what is to be published
     * @param stored at least those of the tenant's stored versions that share its name or its start
     * @return {@link #STORED_NOW} if it may be written
     */
    public static Publication of(StoredPolicy policy, Collection<StoredPolicy> stored) {
        boolean startIsTaken = false;
        for (StoredPolicy other : stored) {
            if (other.version().equals(policy.version())) {
                return other.hash().equals(policy.hash()) ? STORED_BEFORE : CONFLICT;
            }
            startIsTaken |= other.effectiveFrom().equals(policy.effectiveFrom());
        }
        return startIsTaken ? CONFLICT : STORED_NOW;
    }
}
