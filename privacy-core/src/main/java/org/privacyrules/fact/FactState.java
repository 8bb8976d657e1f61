package org.privacyrules.fact;

import java.time.Instant;
import org.privacyrules.calendar.Span;

/**
 * What is known of one fact of a subject.
 *
 * @param span from when to when it holds
 * @param value what holds, such as a country's code; empty for a relation
 * @param sequence the journal entry that said so last; 0 if nothing is known
 */
public record FactState(Span span, String value, long sequence) {

    /** Nothing is known. */
    public static final FactState NONE = new FactState(new Span(Instant.EPOCH, Instant.EPOCH), "", 0);

    /**
     * Whether anything was ever reported.
     *
     * @return false for {@link #NONE}
     */
    public boolean isKnown() {
        return sequence > 0;
    }

    /**
     * Whether the fact holds at an instant.
     *
     * @param instant the instant
     * @return true from {@code since} on, before the end
     */
    public boolean holdsAt(Instant instant) {
        return span.contains(instant);
    }

    /**
     * What is known after one more event.
     *
     * @param event an event of this fact
     * @param eventSequence the event's sequence
     * @return the new state
     */
    public FactState after(FactEvent event, long eventSequence) {
        return new FactState(spanAfter(event.change(), event.effective()), event.value(), eventSequence);
    }

    /** A beginning before a known end corrects the beginning; one after it begins anew. */
    private Span spanAfter(FactEvent.Change change, Instant effective) {
        return switch (change) {
            case VALUE -> Span.from(effective);
            case BEGAN ->
                isKnown() && effective.isBefore(span.end()) ? new Span(effective, span.end()) : Span.from(effective);
            case ENDED -> new Span(isKnown() && span.since().isBefore(effective) ? span.since() : effective, effective);
        };
    }
}
