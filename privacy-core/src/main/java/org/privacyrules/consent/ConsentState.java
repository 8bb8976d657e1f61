package org.privacyrules.consent;

import java.time.Instant;
import org.privacyrules.calendar.Span;
import org.privacyrules.consent.ConsentEvent.Origin;

/**
 * Where a subject stands on one purpose: the fold of the events in the order of their sequence.
 *
 * @param status what the events led to
 * @param since from when it counts
 * @param end until when, exclusive; {@link Span#NEVER} if it has no end
 * @param textVersion the version of the consent text that was shown, 0 if none
 * @param byGuardian whether the holder of parental responsibility acted
 * @param pending a consent that awaits its confirmation; it changes nothing until then
 * @param sequence the event that changed it last; 0 if there is none
 */
public record ConsentState(
        ConsentStatus status,
        Instant since,
        Instant end,
        int textVersion,
        boolean byGuardian,
        Pending pending,
        long sequence) {

    /** Nothing is known. */
    public static final ConsentState NONE =
            new ConsentState(ConsentStatus.UNKNOWN, Span.from(Instant.EPOCH), 0, false, Pending.NONE, 0);

    /**
     * A consent that awaits its confirming second act.
     *
     * @param textVersion the version of the text that was shown, 0 if nothing is pending
     * @param until the first instant at which it can no longer be confirmed
     * @param byGuardian whether the holder of parental responsibility gave it
     */
    public record Pending(int textVersion, Instant until, boolean byGuardian) {

        /** Nothing is pending. */
        public static final Pending NONE = new Pending(0, Instant.EPOCH, false);

        boolean canBeConfirmedAt(Instant instant) {
            return instant.isBefore(until);
        }
    }

    /**
     * Where a subject stands.
     *
     * @param status what the events led to
     * @param span from when to when it counts
     * @param textVersion the version of the consent text that was shown, 0 if none
     * @param byGuardian whether the holder of parental responsibility acted
     * @param pending a consent that awaits its confirmation
     * @param sequence the event that changed it last
     */
    public ConsentState(
            ConsentStatus status, Span span, int textVersion, boolean byGuardian, Pending pending, long sequence) {
        this(status, span.since(), span.end(), textVersion, byGuardian, pending, sequence);
    }

    /**
     * From when to when it counts.
     *
     * @return the span
     */
    public Span span() {
        return new Span(since, end);
    }

    /**
     * The status at an instant, under the policy then in force.
     *
     * @param instant the instant
     * @param currentText the version of the purpose's consent text
     * @return what the events led to; {@link ConsentStatus#EXPIRED} or {@link ConsentStatus#OUTDATED} in place of
     *     {@link ConsentStatus#GIVEN} if that no longer stands
     */
    public ConsentStatus statusAt(Instant instant, int currentText) {
        if (status != ConsentStatus.GIVEN) {
            return status;
        }
        if (!instant.isBefore(end)) {
            return ConsentStatus.EXPIRED;
        }
        return textVersion == currentText ? ConsentStatus.GIVEN : ConsentStatus.OUTDATED;
    }

    /**
     * Where the subject stands after one more event.
     *
     * @param event an event of the same purpose
     * @param eventSequence the event's sequence
     * @return the new state, or this one if the event has no effect on it
     */
    public ConsentState after(ConsentEvent event, long eventSequence) {
        return switch (event.kind()) {
            case UNPROVEN, MERGED -> this;
            case GIVEN, REFUSED, WITHDRAWN, OBJECTED -> answered(event, eventSequence);
            case PENDING -> asked(event, eventSequence);
            case CONFIRMED -> pending.canBeConfirmedAt(event.span().since()) ? confirmed(event, eventSequence) : this;
            case DISMISSED -> status.isOpen() ? replaced(event, pending, eventSequence) : this;
            case OBJECTION_LIFTED -> status.isNo() ? replaced(event, pending, eventSequence) : this;
            case CARRIED_OVER -> replaced(event, Pending.NONE, eventSequence);
        };
    }

    private ConsentState replaced(ConsentEvent event, Pending nowPending, long eventSequence) {
        return new ConsentState(
                event.kind().result(),
                event.span(),
                event.textVersion(),
                event.byGuardian(),
                nowPending,
                eventSequence);
    }

    /** An answer that happened here replaces whatever was; an imported one finds its place by its own time. */
    private ConsentState answered(ConsentEvent event, long eventSequence) {
        if (event.origin() != Origin.IMPORTED) {
            return replaced(event, Pending.NONE, eventSequence);
        }
        return status.isOpen() || isOlderOrLessProtectiveThan(event) ? replaced(event, pending, eventSequence) : this;
    }

    private boolean isOlderOrLessProtectiveThan(ConsentEvent event) {
        int order = since.compareTo(event.span().since());
        return order < 0
                || (order == 0 && status.protection() < event.kind().result().protection());
    }

    /** Whoever types an address into a form changes no answer of the person behind it: only the confirmation does. */
    private ConsentState asked(ConsentEvent event, long eventSequence) {
        Pending asked = new Pending(event.textVersion(), event.span().end(), event.byGuardian());
        return status.isOpen()
                ? replaced(event, asked, eventSequence)
                : new ConsentState(status, since, end, textVersion, byGuardian, asked, eventSequence);
    }

    private ConsentState confirmed(ConsentEvent event, long eventSequence) {
        return new ConsentState(
                ConsentStatus.GIVEN,
                event.span(),
                pending.textVersion(),
                pending.byGuardian() || event.byGuardian(),
                Pending.NONE,
                eventSequence);
    }
}
