package org.privacyrules.hold;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.privacyrules.failure.UnknownNameException;
import org.privacyrules.ledger.EntryClock;
import org.privacyrules.ledger.EntryId;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.policy.PolicySource;
import org.privacyrules.policy.PolicyVersions;
import org.privacyrules.storage.Transactions;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.FreeText;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.Permit;
import org.privacyrules.subject.Permits;
import org.privacyrules.subject.SubjectId;

/**
 * Keeps data from being destroyed while a legal matter needs them, and says what is kept. Each command is committed when it
 * returns: from then on nothing that the hold covers is destroyed by this library until the hold is released. Anybody may place a
 * hold; to release one takes a permit of the host's. Thread-safe.
 */
public final class Holds {

    private final PolicySource policies;
    private final HoldStore store;
    private final Transactions transactions;
    private final Permits permits;
    private final EntryClock clock;

    /**
     * The service over a store. Hosts get it from {@code PrivacyRules}.
     *
     * @param policies the versions of the controller's policy
     * @param store where holds are kept
     * @param transactions of the same storage
     * @param permits whose permits count
     * @param clock the host's clock
     */
    public Holds(PolicySource policies, HoldStore store, Transactions transactions, Permits permits, Clock clock) {
        this.policies = policies;
        this.store = store;
        this.transactions = transactions;
        this.permits = permits;
        this.clock = new EntryClock(clock);
    }

    /**
     * Places a hold.
     *
     * @param matter the name of the case, never a person's: it is in the journal for good; 1 to 64 of
     *     {@code a-z A-Z 0-9 . _ / -} and blanks
     * @param scope what to keep; a category of any version of the policy so far
     * @param reason why, 1 to 500 characters
     * @param reviewOn on which day somebody looks whether it is still needed
     * @param actor who places it
     * @return where it was recorded; its operation is the hold's id
     * @throws UnknownNameException with code {@code UNKNOWN_CATEGORY}
     * @throws org.privacyrules.failure.InvalidInputException if a value is not as above
     * @throws org.privacyrules.failure.StorageException with code {@code STORAGE_BUSY} if somebody destroys data for too long: the
     *     hold is not placed, try again
     */
    public Recorded place(String matter, HoldScope scope, String reason, LocalDate reviewOn, Actor actor) {
        return place(OperationId.random(), matter, scope, reason, reviewOn, actor);
    }

    /**
     * The same, repeatable.
     *
     * @param operation the command's id, which becomes the hold's
     * @param matter the name of the case
     * @param scope what to keep
     * @param reason why
     * @param reviewOn on which day somebody looks whether it is still needed
     * @param actor who places it
     * @return where it was recorded; the first answer if it was recorded before, also if it has been released since
     */
    public Recorded place(
            OperationId operation, String matter, HoldScope scope, String reason, LocalDate reviewOn, Actor actor) {
        Instant now = clock.now();
        PolicyVersions versions = policies.current();
        scope.category().ifPresent(category -> requireDeclared(category, versions, now));
        Hold hold = new Hold(operation, matter, scope, new FreeText(reason), actor, now, reviewOn, Optional.empty());
        HoldEvent event = HoldEvent.placed(hold, versions.inForceAt(now).version());
        return transactions.oneCall(transaction -> store.place(transaction, event));
    }

    /**
     * Releases a hold. What it alone has kept is destroyed when it is due.
     *
     * @param hold its id
     * @param permit of the host's, to {@link Permit.Action#RELEASE_HOLD}; its actor is recorded and its reason kept with the hold
     * @return where it was recorded
     * @throws org.privacyrules.failure.RefusedException with code {@code NOT_PERMITTED_BY_HOST}, or {@code HOLD_UNKNOWN} if no
     *     such hold stands
     * @throws org.privacyrules.failure.StorageException with code {@code STORAGE_BUSY} if somebody destroys data for too long: the
     *     hold still stands, try again
     */
    public Recorded release(OperationId hold, Permit permit) {
        return release(OperationId.random(), hold, permit);
    }

    /**
     * The same, repeatable.
     *
     * @param operation the command's id
     * @param hold the hold's id
     * @param permit of the host's, to {@link Permit.Action#RELEASE_HOLD}
     * @return where it was recorded; the first answer if it was recorded before
     */
    public Recorded release(OperationId operation, OperationId hold, Permit permit) {
        permits.require(Permit.Action.RELEASE_HOLD, permit);
        Instant now = clock.now();
        String version = policies.current().inForceAt(now).version();
        HoldRelease release =
                new HoldRelease(EntryId.at(now), operation, hold, now, version, permit.actor(), permit.reason());
        return transactions.oneCall(transaction -> store.release(transaction, release));
    }

    /**
     * The holds that stand.
     *
     * @return in the order in which they were placed; one round trip
     */
    public List<Hold> active() {
        return store.active();
    }

    /**
     * The holds that stood at an instant, by what was recorded by then.
     *
     * @param instant the instant
     * @return in the order in which they were placed; one round trip, which reads all holds there ever were
     */
    public List<Hold> at(Instant instant) {
        return store.at(instant);
    }

    /**
     * The holds that keep some data of a subject.
     *
     * @param subject whose data
     * @return also those on a category or on everything
     */
    public List<Hold> of(SubjectId subject) {
        return active().stream().filter(hold -> hold.scope().touches(subject)).toList();
    }

    /**
     * The holds that keep some data of a category.
     *
     * @param category a category of any version of the policy so far
     * @return also those on a subject or on everything
     * @throws UnknownNameException with code {@code UNKNOWN_CATEGORY}
     */
    public List<Hold> on(String category) {
        requireDeclared(category, policies.current(), clock.now());
        return active().stream().filter(hold -> hold.scope().touches(category)).toList();
    }

    /**
     * The holds whose day of review has come.
     *
     * @return those of today, in the policy's zone, and of earlier days
     */
    public List<Hold> dueForReview() {
        Instant now = clock.now();
        return dueForReviewBy(
                now.atZone(policies.current().inForceAt(now).zone()).toLocalDate());
    }

    /**
     * The holds whose day of review will have come.
     *
     * @param day by which day
     * @return those of that day and of earlier ones
     */
    public List<Hold> dueForReviewBy(LocalDate day) {
        return active().stream().filter(hold -> !hold.reviewOn().isAfter(day)).toList();
    }

    private static void requireDeclared(String category, PolicyVersions versions, Instant now) {
        Set<String> declared = versions.categoryNames(now);
        if (!declared.contains(category)) {
            throw UnknownNameException.of("category", category, declared);
        }
    }
}
