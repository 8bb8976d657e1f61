package org.privacyrules.decision;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Counts denials by their first reason while a stream of permitted subjects is consumed. For one thread. */
public final class RefusalCount implements Consumer<Decision> {

    private final Map<Reason, Long> counts = new EnumMap<>(Reason.class);

    /** Starts at nothing. */
    public RefusalCount() {}

    @Override
    public void accept(Decision denied) {
        counts.merge(denied.reason(), 1L, Long::sum);
    }

    /**
     * How many were denied for each reason.
     *
     * @return a live view in the order of precedence; reasons that did not occur are missing
     */
    public Map<Reason, Long> byReason() {
        return Collections.unmodifiableMap(counts);
    }

    /**
     * How many were denied.
     *
     * @return the sum
     */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
