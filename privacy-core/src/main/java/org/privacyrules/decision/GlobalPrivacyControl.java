package org.privacyrules.decision;

import java.util.Collection;

/** The Global Privacy Control signal of a request (W3C, header {@code Sec-GPC}). */
public enum GlobalPrivacyControl {
    /** The person's browser refuses tracking and sharing. */
    ON,
    /** No signal, which is neither a yes nor a no. */
    ABSENT;

    /**
     * Reads the header.
     *
     * @param values all values of the header {@code Sec-GPC}
     * @return {@link #ON} if one of them is exactly {@code 1}; everything else counts as absent
     */
    public static GlobalPrivacyControl ofHeader(Collection<String> values) {
        return values.contains("1") ? ON : ABSENT;
    }
}
