package org.privacyrules.fact;

import java.time.Instant;
import org.privacyrules.calendar.Span;

/**
 * What is known of one fact of a subject.
 *
 * @param since the first instant at which it holds
 * @param end the first instant after that, {@link Span#NEVER} if it has no end
 * @param value what holds, such as a country's code; empty for a relation; of an event its day, empty if it is undone
 * @param sequence the journal entry that said so last; 0 if nothing is known
 */
public record FactState(Instant since, Instant end, String value, long sequence) {

    /** Nothing is known. */
    public static final FactState NONE = new FactState(new Span(Instant.EPOCH, Instant.EPOCH), "", 0);

    /**
     * What is known.
     *
     * @param span from when to when it holds
     * @param value what holds
     * @param sequence the journal entry that said so last
     */
    public FactState(Span span, String value, long sequence) {
        this(span.since(), span.end(), value, sequence);
    }

    /**
     * From when to when it holds.
     *
     * @return the span
     */
    public Span span() {
        return new Span(since, end);
    }

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
        return !instant.isBefore(since) && instant.isBefore(end);
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
            case VALUE, HAPPENED, UNDONE -> new FactState(Span.from(event.effective()), event.value(), eventSequence);
            case BEGAN ->
                new FactState(
                        isKnown() ? begunAgain(event.effective()) : Span.from(event.effective()), "", eventSequence);
            case ENDED ->
                new FactState(isKnown() ? endedAt(event.effective()) : emptyAt(event.effective()), "", eventSequence);
        };
    }

    private Span begunAgain(Instant begin) {
        if (begin.isBefore(since)) {
            return new Span(begin, end);
        }
        boolean afterAGap = begin.isAfter(end);
        boolean touchesTheEnd = begin.equals(end);
        return afterAGap || touchesTheEnd ? Span.from(afterAGap ? begin : since) : span();
    }

    private Span endedAt(Instant end) {
        return end.isBefore(since) ? span() : new Span(since, end);
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
