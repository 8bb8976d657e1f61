package org.privacyrules.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.privacyrules.calendar.Span;
import org.privacyrules.consent.ConsentEvent.Kind;
import org.privacyrules.consent.ConsentEvent.Origin;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/**
 * A visitor without account turns out to be a subject who signs in.
 *
 * <p>A no of the visitor's is carried over unless the account has said yes since; of two noes the more protective and the
 * later count. A yes fills a gap only: it never overrides what the account has answered. What the visitor has answered with
 * anything but no is used up, so that the next person at the same browser does not inherit it; a no stays with the visitor
 * too. Relations are facts of the host's and stay as they are.
 *
 * @param operation the command
 * @param visitor the visitor
 * @param account the subject who signed in
 * @param at when
 * @param policyVersion the policy in force
 * @param evidence how the sign-in came about
 */
public record VisitorMerge(
        OperationId operation,
        SubjectId visitor,
        SubjectId account,
        Instant at,
        String policyVersion,
        Evidence evidence) {

    /**
     * What to record, in this order.
     *
     * @param visitorStates the visitor's states by purpose
     * @param accountStates the account's states by purpose
     * @return first the merge itself on the account and on the visitor, then the purposes; each has an operation id of its own
     */
    public List<ConsentEvent> events(Map<String, ConsentState> visitorStates, Map<String, ConsentState> accountStates) {
        List<ConsentEvent> events = new ArrayList<>(List.of(merged(account), merged(visitor)));
        new TreeMap<>(visitorStates).forEach((purpose, answer) -> {
            OperationId step = operation.step(purpose);
            carried(answer, accountStates.getOrDefault(purpose, ConsentState.NONE))
                    .ifPresent(carried -> events.add(onAccount(step, purpose, carried)));
            if (answer.status() != ConsentStatus.UNKNOWN && !answer.status().isNo()) {
                events.add(onVisitor(step, purpose));
            }
        });
        return events;
    }

    /**
     * The merge itself: its operation id tells whether it was recorded before.
     *
     * @param subject the account or the visitor
     * @return an event that concerns no purpose
     */
    public ConsentEvent merged(SubjectId subject) {
        return event(operation, subject, "", Kind.MERGED, ConsentState.NONE, Span.from(at));
    }

    /** What the account is to hold, given what the visitor answered and what the account holds. */
    private Optional<ConsentState> carried(ConsentState answer, ConsentState known) {
        return answer.status().isNo() ? carriedNo(answer, known) : carriedYes(answer, known);
    }

    private static Optional<ConsentState> carriedNo(ConsentState answer, ConsentState known) {
        boolean newer = answer.since().isAfter(known.since());
        if (known.status().isNo()) {
            boolean moreProtective =
                    answer.status().protection() > known.status().protection();
            ConsentStatus status = moreProtective ? answer.status() : known.status();
            Span span = newer ? answer.span() : known.span();
            return newer || moreProtective ? Optional.of(no(status, span)) : Optional.empty();
        }
        return known.status() == ConsentStatus.GIVEN && !newer ? Optional.empty() : Optional.of(answer);
    }

    private static ConsentState no(ConsentStatus status, Span span) {
        return new ConsentState(status, span, 0, false, ConsentState.Pending.NONE, 0);
    }

    private Optional<ConsentState> carriedYes(ConsentState answer, ConsentState known) {
        boolean lapsed = known.status() == ConsentStatus.GIVEN && !at.isBefore(known.end());
        boolean gap = known.status().isOpen() || lapsed;
        return gap && answer.status() != ConsentStatus.UNKNOWN && answer.status() != ConsentStatus.OBJECTION_LIFTED
                ? Optional.of(answer)
                : Optional.empty();
    }

    private ConsentEvent onAccount(OperationId step, String purpose, ConsentState carried) {
        return event(step, account, purpose, Kind.of(carried.status()), carried, carried.span());
    }

    private ConsentEvent onVisitor(OperationId step, String purpose) {
        return event(step, visitor, purpose, Kind.CARRIED_OVER, ConsentState.NONE, Span.from(at));
    }

    private ConsentEvent event(
            OperationId step, SubjectId subject, String purpose, Kind kind, ConsentState state, Span span) {
        return ConsentEvent.create(
                step,
                subject,
                at,
                policyVersion,
                purpose,
                kind,
                Origin.VISITOR,
                span,
                state.textVersion(),
                state.byGuardian(),
                evidence);
    }
}
