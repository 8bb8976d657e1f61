package org.privacyrules.hold;

import org.privacyrules.ledger.Recorded;
import org.privacyrules.storage.Transaction;

/** Where restrictions are kept: a port of one tenant's storage. Thread-safe. */
public interface RestrictionStore {

    /**
     * Records a restriction or its lifting: the journal entry and the new state, or neither.
     *
     * @param transaction the adapter's open transaction
     * @param event what to record
     * @return where it stands; the first answer if the operation was recorded before
     * @throws org.privacyrules.failure.RefusedException with code {@code OPERATION_ID_REUSED}
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    Recorded record(Transaction transaction, RestrictionEvent event);
}
