package org.privacyrules.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.privacyrules.calendar.Span;
import org.privacyrules.consent.ConsentEvent.Kind;
import org.privacyrules.consent.ConsentEvent.Origin;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/**
 * A visitor without account turns out to be a subject who signs in.
 *
 * <p>A no of the visitor's is carried over unless the account's own answer is newer. A yes fills a gap only: it never
 * overrides what the account has answered. Afterwards the visitor is asked anew, so that the next person at the same browser
 * does not inherit the answers. Relations are facts of the host's and stay as they are.
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
        List<ConsentEvent> events = new ArrayList<>();
        events.add(merged());
        events.add(event(operation, visitor, "", Kind.MERGED, Span.from(at), 0));
        new TreeMap<>(visitorStates).forEach((purpose, answer) -> {
            ConsentState known = accountStates.getOrDefault(purpose, ConsentState.NONE);
            OperationId step = operation.step(purpose);
            if (counts(answer, known)) {
                events.add(carriedOver(step, purpose, answer));
            }
            if (answer.status() != ConsentStatus.UNKNOWN) {
                events.add(event(step, visitor, purpose, Kind.CARRIED_OVER, Span.from(at), 0));
            }
        });
        return events;
    }

    /**
     * The merge itself, on the account: its operation id tells whether the merge was recorded before.
     *
     * @return the first of {@link #events}
     */
    public ConsentEvent merged() {
        return event(operation, account, "", Kind.MERGED, Span.from(at), 0);
    }

    private boolean counts(ConsentState answer, ConsentState known) {
        if (answer.status().isNo()) {
            boolean newer = !answer.span().since().isBefore(known.span().since());
            return !known.status().isNo() && (known.sequence() == 0 || newer);
        }
        boolean unanswered = known.status() == ConsentStatus.UNKNOWN || known.status() == ConsentStatus.DISMISSED;
        return unanswered && answer.status() != ConsentStatus.UNKNOWN;
    }

    private ConsentEvent carriedOver(OperationId step, String purpose, ConsentState answer) {
        Evidence acted = answer.byGuardian()
                ? new Evidence(evidence.channel(), evidence.source(), evidence.shownText(), Actor.guardian(""))
                : evidence;
        return ConsentEvent.create(
                step,
                account,
                at,
                policyVersion,
                purpose,
                Kind.of(answer.status()),
                Origin.VISITOR,
                answer.span(),
                answer.textVersion(),
                acted);
    }

    private ConsentEvent event(
            OperationId step, SubjectId subject, String purpose, Kind kind, Span span, int textVersion) {
        return ConsentEvent.create(
                step, subject, at, policyVersion, purpose, kind, Origin.VISITOR, span, textVersion, evidence);
    }
}
