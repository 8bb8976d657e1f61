package org.privacyrules.hold;

import java.time.Instant;
import java.util.List;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.storage.Transaction;

/**
 * Where legal holds are kept: a port of one tenant's storage. Thread-safe.
 *
 * <p>It has a gate, so that a hold that was acknowledged is exact: what it covers and what was there then is not destroyed while it
 * stands, whatever the isolation of those who destroy. Whoever destroys enters the gate and stays inside until its transaction
 * ends, beside others who destroy; placing or releasing a hold of any scope waits until nobody is inside, and lets nobody in until
 * it is committed. To look for holds without the gate, before it or in the destroying statement itself does not do.
 *
 * <p>All take their locks in this order: the gate, then a subject's guard row (any command on the subject), then the host's rows,
 * then the journal. Who destroys does, in one transaction:
 *
 * <ol>
 *   <li>{@link #enterGate}: first of all, before any row is chosen;
 *   <li>if the epoch is not the one that it knows, {@link #active(Transaction)}: the holds that stand, to be kept with the epoch;
 *   <li>choose the rows that are due, leave out those that are held, destroy the rest;
 *   <li>commit.
 * </ol>
 */
public interface HoldStore {

    /**
     * Places a hold: the hold and its journal entry, or neither. It counts from the commit on. Waits for those inside the gate.
     *
     * @param transaction the adapter's open transaction
     * @param event what to record
     * @return where it stands; the first answer if the operation was recorded before
     * @throws org.privacyrules.failure.RefusedException with code {@code OPERATION_ID_REUSED}
     * @throws org.privacyrules.failure.StorageException with code {@code STORAGE_BUSY} if somebody stayed inside the gate for too
     *     long: the hold is not placed; or if the storage failed
     */
    Recorded place(Transaction transaction, HoldEvent event);

    /**
     * Releases a hold: its end and the journal entry, or neither. Other holds stay as they are. Waits for those inside the gate.
     *
     * @param transaction the adapter's open transaction
     * @param release which hold, and why
     * @return where it stands; the first answer if the operation was recorded before
     * @throws org.privacyrules.failure.RefusedException with code {@code HOLD_UNKNOWN} if no such hold stands, or
     *     {@code OPERATION_ID_REUSED}
     * @throws org.privacyrules.failure.StorageException with code {@code STORAGE_BUSY} if somebody stayed inside the gate for too
     *     long: the hold still stands; or if the storage failed
     */
    Recorded release(Transaction transaction, HoldRelease release);

    /**
     * The holds that stand, in one round trip. For people to look at: whoever destroys reads them inside the gate.
     *
     * @return in the order in which they were placed
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    List<Hold> active();

    /**
     * Every hold, in one round trip.
     *
     * @return in the order in which they were placed
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    List<Hold> all();

    /**
     * The holds that stood at an instant, by what was recorded by then.
     *
     * @param instant the instant
     * @return in the order in which they were placed
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    default List<Hold> at(Instant instant) {
        return all().stream()
                .filter(hold -> hold.stoodAt(instant))
                .map(Hold::withoutRelease)
                .toList();
    }

    /**
     * Enters the gate until the transaction ends: until then no hold is placed or released. Waits for whoever places or releases
     * one.
     *
     * @param transaction the adapter's open transaction, in which nothing is locked yet
     * @return the epoch, which each placing and each release raises: the holds that are known at an epoch are those that stand
     *     as long as it is this one
     * @throws org.privacyrules.failure.StorageException with code {@code STORAGE_BUSY} if somebody placed a hold for too long: try
     *     again; or if the storage failed
     */
    long enterGate(Transaction transaction);

    /**
     * The holds that stand, for somebody inside the gate.
     *
     * @param transaction that entered the gate
     * @return those of the epoch; no other is placed and none of them released before the transaction ends
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    List<Hold> active(Transaction transaction);
}
