package org.privacyrules.decision;

import java.time.Instant;
import java.util.Optional;
import org.privacyrules.consent.ConsentState;
import org.privacyrules.consent.ConsentStatus;
import org.privacyrules.fact.FactEvent;
import org.privacyrules.fact.FactState;
import org.privacyrules.subject.SubjectId;

/**
 * Answers about one subject from one read, for many purposes: a preference page, a page with several uses. Immutable. The
 * answers are as old as {@link #decidedAt()}; the host decides how long that is good enough.
 */
public final class SubjectDecisions {

    private final SubjectId subject;
    private final KnownSubject known;
    private final DecisionRules rules;
    private final Instant decidedAt;

    SubjectDecisions(SubjectId subject, KnownSubject known, DecisionRules rules, Instant decidedAt) {
        this.subject = subject;
        this.known = known;
        this.rules = rules;
        this.decidedAt = decidedAt;
    }

    /**
     * Whether a purpose is permitted.
     *
     * @param purpose a purpose of the policy
     * @return the answer
     */
    public Decision check(String purpose) {
        return check(rules.plainUse(purpose));
    }

    /**
     * Whether a use is permitted.
     *
     * @param use what is about to be done
     * @return the answer
     */
    public Decision check(Use use) {
        return rules.decide(subject, known, use, decidedAt);
    }

    /**
     * Where the subject stands on a purpose, for a preference page.
     *
     * @param purpose a purpose of the policy
     * @return the status at {@link #decidedAt()}
     */
    public ConsentStatus consentStatus(String purpose) {
        ConsentState state = known.consent(purpose);
        return rules.purpose(purpose)
                .consentTerms()
                .map(terms -> state.statusAt(decidedAt, terms.text().version()))
                .orElse(state.status());
    }

    /**
     * The version of the privacy notice that the subject was shown last.
     *
     * @return the policy version's name; empty if none was reported
     */
    public Optional<String> noticeShown() {
        FactState notice = known.fact(FactEvent.NOTICE);
        return notice.isKnown() ? Optional.of(notice.value()) : Optional.empty();
    }

    /**
     * All that is known of the subject.
     *
     * @return as of {@link #decidedAt()}
     */
    public KnownSubject known() {
        return known;
    }

    /**
     * When it was read.
     *
     * @return the instant for which all answers hold
     */
    public Instant decidedAt() {
        return decidedAt;
    }
}
