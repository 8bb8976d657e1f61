package org.privacyrules.hold;

import java.time.Clock;
import java.time.Instant;
import org.privacyrules.hold.RestrictionEvent.Ground;
import org.privacyrules.ledger.EntryClock;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.policy.PolicySource;
import org.privacyrules.storage.Transactions;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/**
 * Restricts the processing of a subject's data (Art. 18 GDPR): they are kept, and every decision on their use is a no until the
 * restriction is lifted. Each call is one command, committed when it returns. Thread-safe.
 */
public final class Restrictions {

    private final PolicySource policies;
    private final RestrictionStore store;
    private final Transactions transactions;
    private final EntryClock clock;

    /**
     * The service over a store. Hosts get it from {@code PrivacyRules}.
     *
     * @param policies the versions of the controller's policy
     * @param store where restrictions are kept
     * @param transactions of the same storage
     * @param clock the host's clock
     */
    public Restrictions(PolicySource policies, RestrictionStore store, Transactions transactions, Clock clock) {
        this.policies = policies;
        this.store = store;
        this.transactions = transactions;
        this.clock = new EntryClock(clock);
    }

    /**
     * Restricts the processing of a subject's data. One that is restricted already stays so, with the new ground recorded too.
     *
     * @param subject whose data
     * @param ground why
     * @param actor who decided
     * @return where it was recorded
     */
    public Recorded place(SubjectId subject, Ground ground, Actor actor) {
        return place(OperationId.random(), subject, ground, actor);
    }

    /**
     * The same, repeatable.
     *
     * @param operation the command's id
     * @param subject whose data
     * @param ground why
     * @param actor who decided
     * @return where it was recorded; the first answer if it was recorded before
     */
    public Recorded place(OperationId operation, SubjectId subject, Ground ground, Actor actor) {
        Instant now = clock.now();
        return record(RestrictionEvent.placed(operation, subject, now, version(now), ground, actor));
    }

    /**
     * Lifts the restriction, whatever its ground. The subject is told before (Art. 18(3) GDPR). Without one it is recorded and
     * changes nothing.
     *
     * @param subject whose data
     * @param actor who decided
     * @return where it was recorded
     */
    public Recorded lift(SubjectId subject, Actor actor) {
        return lift(OperationId.random(), subject, actor);
    }

    /**
     * The same, repeatable.
     *
     * @param operation the command's id
     * @param subject whose data
     * @param actor who decided
     * @return where it was recorded; the first answer if it was recorded before
     */
    public Recorded lift(OperationId operation, SubjectId subject, Actor actor) {
        Instant now = clock.now();
        return record(RestrictionEvent.lifted(operation, subject, now, version(now), actor));
    }

    private Recorded record(RestrictionEvent event) {
        return transactions.oneCall(transaction -> store.record(transaction, event));
    }

    private String version(Instant now) {
        return policies.current().inForceAt(now).version();
    }
}
