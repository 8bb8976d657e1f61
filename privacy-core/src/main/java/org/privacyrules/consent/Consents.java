package org.privacyrules.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.privacyrules.calendar.Span;
import org.privacyrules.consent.ConsentEvent.Kind;
import org.privacyrules.consent.ConsentEvent.Origin;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.RefusedException;
import org.privacyrules.failure.UnknownNameException;
import org.privacyrules.ledger.EntryClock;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.policy.ConsentTerms;
import org.privacyrules.policy.PolicySource;
import org.privacyrules.policy.PolicyVersions;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.Purpose;
import org.privacyrules.storage.Transactions;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/**
 * Records what subjects say about purposes. Each call is one command in a transaction of its own, and committed, so seen by
 * every later decision, when it returns. Thread-safe.
 *
 * <p>To say no is never harder than to say yes (Art. 7(3) GDPR): {@link #withdraw} and {@link #objectTo} work whatever the
 * subject's state and also for a purpose that has left the policy.
 */
public final class Consents {

    private final PolicySource policies;
    private final ConsentStore store;
    private final Transactions transactions;
    private final EntryClock clock;

    /**
     * The service over a store. Hosts get it from {@code PrivacyRules}.
     *
     * @param policies the versions of the controller's policy
     * @param store where consents are kept
     * @param transactions of the same storage
     * @param clock the host's clock
     */
    public Consents(PolicySource policies, ConsentStore store, Transactions transactions, Clock clock) {
        this.policies = policies;
        this.store = store;
        this.transactions = transactions;
        this.clock = new EntryClock(clock);
    }

    /**
     * Records that consent was given to exactly one purpose. With double opt-in it is pending, and changes nothing that
     * the subject has said before, until {@link #confirm}.
     *
     * @param subject who
     * @param purpose a purpose that rests on consent
     * @param evidence with the text that was shown; a guardian as the actor if the subject is below the age of consent
     * @return where it was recorded
     * @throws RefusedException with code {@code STALE_CONSENT_TEXT} if the text is not the one in force, or
     *     {@code NOT_CONSENT_BASED} if the purpose rests on another basis, or {@code NO_AFFIRMATIVE_ACT} if software acted
     * @throws UnknownNameException with code {@code UNKNOWN_PURPOSE}
     */
    public Recorded give(SubjectId subject, String purpose, Evidence evidence) {
        return give(OperationId.random(), subject, purpose, evidence);
    }

    /**
     * The same, repeatable.
     *
     * @param operation the command's id
     * @param subject who
     * @param purpose a purpose that rests on consent
     * @param evidence with the text that was shown
     * @return where it was recorded; the first answer if it was recorded before
     */
    public Recorded give(OperationId operation, SubjectId subject, String purpose, Evidence evidence) {
        Instant now = clock.now();
        PrivacyPolicy policy = policies.current().inForceAt(now);
        ConsentTerms terms = termsInForce(policy, purpose);
        if (evidence.shownText().filter(terms.text()::contains).isEmpty()) {
            throw new RefusedException(
                    "STALE_CONSENT_TEXT",
                    "Consent to \"" + purpose + "\" needs the evidence of the text in force, version "
                            + terms.text().version() + ": show that text and ask again");
        }
        requireAct(purpose, evidence);
        boolean single = terms.confirmWithin().isEmpty();
        return record(ConsentEvent.create(
                operation,
                subject,
                now,
                policy.version(),
                purpose,
                single ? Kind.GIVEN : Kind.PENDING,
                Origin.DIRECT,
                span(now, single ? terms.validity() : terms.confirmWithin(), policy),
                terms.text().version(),
                byGuardian(evidence),
                evidence));
    }

    /**
     * Records the confirming second act of a double opt-in. Without a pending consent it is recorded and changes nothing.
     *
     * @param subject who
     * @param purpose a purpose that rests on consent
     * @param evidence how it was confirmed
     * @return where it was recorded
     */
    public Recorded confirm(SubjectId subject, String purpose, Evidence evidence) {
        return confirm(OperationId.random(), subject, purpose, evidence);
    }

    /**
     * The same, repeatable.
     *
     * @param operation the command's id
     * @param subject who
     * @param purpose a purpose that rests on consent
     * @param evidence how it was confirmed
     * @return where it was recorded; the first answer if it was recorded before
     */
    public Recorded confirm(OperationId operation, SubjectId subject, String purpose, Evidence evidence) {
        Instant now = clock.now();
        PrivacyPolicy policy = policies.current().inForceAt(now);
        requireAct(purpose, evidence);
        Span span = span(now, termsInForce(policy, purpose).validity(), policy);
        return record(act(operation, subject, now, policy, purpose, Kind.CONFIRMED, span, evidence));
    }

    /**
     * Records that the subject said no when asked.
     *
     * @param subject who
     * @param purpose a purpose that rests on consent
     * @param evidence how
     * @return where it was recorded
     */
    public Recorded refuse(SubjectId subject, String purpose, Evidence evidence) {
        return refuse(OperationId.random(), subject, purpose, evidence);
    }

    /**
     * The same, repeatable.
     *
     * @param operation the command's id
     * @param subject who
     * @param purpose a purpose that rests on consent
     * @param evidence how
     * @return where it was recorded; the first answer if it was recorded before
     */
    public Recorded refuse(OperationId operation, SubjectId subject, String purpose, Evidence evidence) {
        return no(operation, subject, purpose, Kind.REFUSED, evidence);
    }

    /**
     * Records that the question was put away without an answer. It is no refusal, permits nothing, and overrides no answer.
     *
     * @param subject who
     * @param purpose a purpose that rests on consent
     * @param evidence how
     * @return where it was recorded
     */
    public Recorded dismiss(SubjectId subject, String purpose, Evidence evidence) {
        return dismiss(OperationId.random(), subject, purpose, evidence);
    }

    /**
     * The same, repeatable.
     *
     * @param operation the command's id
     * @param subject who
     * @param purpose a purpose that rests on consent
     * @param evidence how
     * @return where it was recorded; the first answer if it was recorded before
     */
    public Recorded dismiss(OperationId operation, SubjectId subject, String purpose, Evidence evidence) {
        Instant now = clock.now();
        PrivacyPolicy policy = policies.current().inForceAt(now);
        termsInForce(policy, purpose);
        return record(act(operation, subject, now, policy, purpose, Kind.DISMISSED, Span.from(now), evidence));
    }

    /**
     * Records a withdrawal (Art. 7(3) GDPR). It is in effect when this method returns.
     *
     * @param subject who
     * @param purpose a purpose that rests on consent, or did in an earlier version of the policy
     * @param evidence how
     * @return where it was recorded
     * @throws RefusedException with code {@code NOT_CONSENT_BASED}; the message says whether the subject can object instead
     * @throws UnknownNameException with code {@code UNKNOWN_PURPOSE}
     */
    public Recorded withdraw(SubjectId subject, String purpose, Evidence evidence) {
        return withdraw(OperationId.random(), subject, purpose, evidence);
    }

    /**
     * The same, repeatable.
     *
     * @param operation the command's id
     * @param subject who
     * @param purpose a purpose that rests on consent, or did in an earlier version of the policy
     * @param evidence how
     * @return where it was recorded; the first answer if it was recorded before
     */
    public Recorded withdraw(OperationId operation, SubjectId subject, String purpose, Evidence evidence) {
        return no(operation, subject, purpose, Kind.WITHDRAWN, evidence);
    }

    /**
     * Records an objection (Art. 21 GDPR). It is in effect when this method returns; against direct marketing it is absolute.
     *
     * @param subject who
     * @param purpose a purpose for direct marketing, or one that rests on legitimate interests or a public task
     * @param evidence how
     * @return where it was recorded
     * @throws RefusedException with code {@code NOT_OBJECTABLE}; the message says what the subject can do instead
     * @throws UnknownNameException with code {@code UNKNOWN_PURPOSE}
     */
    public Recorded objectTo(SubjectId subject, String purpose, Evidence evidence) {
        return objectTo(OperationId.random(), subject, purpose, evidence);
    }

    /**
     * The same, repeatable.
     *
     * @param operation the command's id
     * @param subject who
     * @param purpose a purpose for direct marketing, or one that rests on legitimate interests or a public task
     * @param evidence how
     * @return where it was recorded; the first answer if it was recorded before
     */
    public Recorded objectTo(OperationId operation, SubjectId subject, String purpose, Evidence evidence) {
        return objection(operation, subject, purpose, Kind.OBJECTED, evidence);
    }

    /**
     * Records that the subject takes a no back: an objection, or a withdrawal or refusal of a purpose that no longer rests on
     * consent. Without a no it is recorded and changes nothing; it is never a consent.
     *
     * @param subject who
     * @param purpose the purpose that was objected to
     * @param evidence how
     * @return where it was recorded
     */
    public Recorded liftObjection(SubjectId subject, String purpose, Evidence evidence) {
        return liftObjection(OperationId.random(), subject, purpose, evidence);
    }

    /**
     * The same, repeatable.
     *
     * @param operation the command's id
     * @param subject who
     * @param purpose the purpose that was objected to
     * @param evidence how
     * @return where it was recorded; the first answer if it was recorded before
     */
    public Recorded liftObjection(OperationId operation, SubjectId subject, String purpose, Evidence evidence) {
        return objection(operation, subject, purpose, Kind.OBJECTION_LIFTED, evidence);
    }

    /**
     * Carries the answers of a visitor without account over to the subject who signed in, by the rules of
     * {@link VisitorMerge}.
     *
     * @param visitor the visitor, whose answers are used up
     * @param account the subject who signed in
     * @param evidence how the sign-in came about
     * @return where it was recorded among the account's entries
     * @throws RefusedException with code {@code SAME_SUBJECT} if they are the same
     */
    public Recorded merge(SubjectId visitor, SubjectId account, Evidence evidence) {
        return merge(OperationId.random(), visitor, account, evidence);
    }

    /**
     * The same, repeatable.
     *
     * @param operation the command's id
     * @param visitor the visitor, whose answers are used up
     * @param account the subject who signed in
     * @param evidence how the sign-in came about
     * @return where it was recorded among the account's entries; the first answer if it was recorded before
     */
    public Recorded merge(OperationId operation, SubjectId visitor, SubjectId account, Evidence evidence) {
        if (visitor.equals(account)) {
            throw new RefusedException("SAME_SUBJECT", "A visitor cannot be merged into itself: pass two subjects");
        }
        Instant now = clock.now();
        VisitorMerge merge = new VisitorMerge(
                operation,
                visitor,
                account,
                now,
                policies.current().inForceAt(now).version(),
                evidence);
        return transactions.inTransaction(transaction -> store.merge(transaction, merge));
    }

    /**
     * Takes over answers that another system recorded, in transactions of {@value org.privacyrules.storage.Chunks#SIZE}. All are checked before the
     * first is recorded, and everything that protects a subject is recorded before any consent. An import that was cut short
     * is repeated whole: the source id makes it idempotent.
     *
     * <p>The answers' own times order them against each other and against what is recorded here; of two at the same time the
     * more protective wins.
     *
     * @param answers in any order
     * @return what was done
     * @throws UnknownNameException with code {@code UNKNOWN_PURPOSE}
     * @throws InvalidInputException if an answer lies in the future
     */
    public ImportReport importAll(List<ImportedConsent> answers) {
        return new ConsentImport(policies.current(), store, transactions, clock.now()).record(answers);
    }

    /** A no is taken wherever a yes may have been: also for a purpose that no longer rests on consent. */
    private Recorded no(OperationId operation, SubjectId subject, String purpose, Kind kind, Evidence evidence) {
        Instant now = clock.now();
        PolicyVersions versions = policies.current();
        Purpose declared = everDeclared(versions, purpose, now);
        if (!versions.everRestedOnConsent(purpose, now)) {
            throw notConsentBased(declared);
        }
        return record(act(operation, subject, now, versions.inForceAt(now), purpose, kind, Span.from(now), evidence));
    }

    private Recorded objection(OperationId operation, SubjectId subject, String purpose, Kind kind, Evidence evidence) {
        Instant now = clock.now();
        PolicyVersions versions = policies.current();
        Purpose declared = everDeclared(versions, purpose, now);
        if (!declared.objectable()) {
            String instead =
                    declared.consentTerms().isPresent() ? "withdraw the consent instead" : "it cannot be opted out of";
            throw new RefusedException(
                    "NOT_OBJECTABLE",
                    "Purpose \"" + purpose + "\" rests on " + declared.basis().describe() + ": " + instead);
        }
        return record(act(operation, subject, now, versions.inForceAt(now), purpose, kind, Span.from(now), evidence));
    }

    private static ConsentEvent act(
            OperationId operation,
            SubjectId subject,
            Instant now,
            PrivacyPolicy policy,
            String purpose,
            Kind kind,
            Span span,
            Evidence evidence) {
        return ConsentEvent.create(
                operation,
                subject,
                now,
                policy.version(),
                purpose,
                kind,
                Origin.DIRECT,
                span,
                0,
                byGuardian(evidence),
                evidence);
    }

    private Recorded record(ConsentEvent event) {
        return transactions.oneCall(transaction -> store.record(transaction, event));
    }

    static Span span(Instant from, Optional<Period> length, PrivacyPolicy policy) {
        Optional<Instant> end =
                length.map(period -> from.atZone(policy.zone()).plus(period).toInstant());
        return end.map(instant -> new Span(from, instant)).orElseGet(() -> Span.from(from));
    }

    private static boolean byGuardian(Evidence evidence) {
        return evidence.actor().role() == Actor.Role.GUARDIAN;
    }

    /** Consent is a clear affirmative act of a person (Art. 4(11) GDPR); silence and software give none. */
    private static void requireAct(String purpose, Evidence evidence) {
        boolean bySoftware = evidence.actor().role() == Actor.Role.SYSTEM
                || evidence.channel() == Evidence.Channel.SIGNAL
                || evidence.channel() == Evidence.Channel.IMPORT;
        if (bySoftware) {
            throw new RefusedException(
                    "NO_AFFIRMATIVE_ACT",
                    "Consent to \"" + purpose + "\" needs an act of a person: software gives none; use importAll for"
                            + " another system's records");
        }
    }

    private static ConsentTerms termsInForce(PrivacyPolicy policy, String purpose) {
        Purpose declared = policy.purpose(purpose);
        return declared.consentTerms().orElseThrow(() -> notConsentBased(declared));
    }

    private static RefusedException notConsentBased(Purpose declared) {
        String instead = declared.objectable() ? ": use objectTo" : "";
        return new RefusedException(
                "NOT_CONSENT_BASED",
                "Purpose \"" + declared.name() + "\" rests on "
                        + declared.basis().describe() + ", not on consent" + instead);
    }

    private static Purpose everDeclared(PolicyVersions versions, String purpose, Instant now) {
        return versions.lastDeclared(purpose, now)
                .orElseThrow(() -> UnknownNameException.of("purpose", purpose, versions.purposeNames(now)));
    }
}
