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
        return switch (event.change()) {
            case VALUE -> new FactState(Span.from(event.effective()), event.value(), eventSequence);
            case BEGAN ->
                new FactState(
                        isKnown() ? begunAgain(event.effective()) : Span.from(event.effective()), "", eventSequence);
            case ENDED ->
                new FactState(isKnown() ? endedAt(event.effective()) : emptyAt(event.effective()), "", eventSequence);
        };
    }

    private Span begunAgain(Instant begin) {
        if (begin.isBefore(span.since())) {
            return new Span(begin, span.end());
        }
        boolean afterAGap = begin.isAfter(span.end());
        boolean touchesTheEnd = begin.equals(span.end());
        return afterAGap || touchesTheEnd ? Span.from(afterAGap ? begin : span.since()) : span;
    }

    private Span endedAt(Instant end) {
        return end.isBefore(span.since()) ? span : new Span(span.since(), end);
    }

    private static Span emptyAt(Instant instant) {
        return new Span(instant, instant);
    }

    /** Without the value and the days, which may be personal data. */
    @Override
    public String toString() {
        return isKnown() ? "FactState(known)" : "FactState(nothing)";
    }
}
