package org.privacyrules.consent;

import java.time.Instant;
import org.privacyrules.calendar.Span;

/**
 * Where a subject stands on one purpose: the fold of the events in the order of their sequence.
 *
 * @param status what the events led to
 * @param span from when to when it counts
 * @param textVersion the version of the consent text that was shown, 0 if none
 * @param byGuardian whether the holder of parental responsibility acted
 * @param sequence the event that led to it; 0 if there is none
 */
public record ConsentState(ConsentStatus status, Span span, int textVersion, boolean byGuardian, long sequence) {

    /** Nothing is known. */
    public static final ConsentState NONE =
            new ConsentState(ConsentStatus.UNKNOWN, Span.from(Instant.EPOCH), 0, false, 0);

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
        if (!instant.isBefore(span.end())) {
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
        if (!isReplacedBy(event)) {
            return this;
        }
        if (event.kind() == ConsentEvent.Kind.CONFIRMED) {
            return new ConsentState(
                    ConsentStatus.GIVEN, event.span(), textVersion, byGuardian || event.byGuardian(), eventSequence);
        }
        return new ConsentState(
                event.kind().result(), event.span(), event.textVersion(), event.byGuardian(), eventSequence);
    }

    private boolean isReplacedBy(ConsentEvent event) {
        boolean byTime = event.origin() == ConsentEvent.Origin.IMPORTED;
        return switch (event.kind()) {
            case UNPROVEN, MERGED -> false;
            case GIVEN, REFUSED, WITHDRAWN, OBJECTED -> !byTime || sequence == 0 || isOlderOrLessProtectiveThan(event);
            case CARRIED_OVER -> true;
            case PENDING -> !standsFor(event);
            case CONFIRMED -> status == ConsentStatus.PENDING;
            case DISMISSED -> status == ConsentStatus.UNKNOWN || status == ConsentStatus.DISMISSED;
            case OBJECTION_LIFTED -> status == ConsentStatus.OBJECTED;
        };
    }

    private boolean isOlderOrLessProtectiveThan(ConsentEvent event) {
        int order = span.since().compareTo(event.span().since());
        return order < 0
                || (order == 0 && status.protection() < event.kind().result().protection());
    }

    /** Asking again for the confirmation of a consent that stands does not suspend it. */
    private boolean standsFor(ConsentEvent event) {
        return statusAt(event.span().since(), event.textVersion()) == ConsentStatus.GIVEN;
    }
}
