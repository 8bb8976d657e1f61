package org.privacyrules.consent;

import org.privacyrules.ledger.Recorded;
import org.privacyrules.storage.Transaction;

/** Where consents are kept: a port of one tenant's storage. Thread-safe. */
public interface ConsentStore {

    /**
     * Records an act: the journal entry and the new state, or neither. The subject's commands are put in order: what
     * {@link ConsentState#after} gives is computed on the state that the previous command left.
     *
     * @param transaction the adapter's open transaction
     * @param event what to record
     * @return where it stands; the first answer if the operation was recorded before
     * @throws org.privacyrules.failure.RefusedException with code {@code OPERATION_ID_REUSED}
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    Recorded record(Transaction transaction, ConsentEvent event);

    /**
     * Carries a visitor's answers over to the account that signed in: all events of
     * {@link VisitorMerge#events} on the states that both had, or none.
     *
     * @param transaction the adapter's open transaction
     * @param merge what to record
     * @return where the merge stands among the account's entries; the first answer if it was recorded before
     * @throws org.privacyrules.failure.RefusedException with code {@code OPERATION_ID_REUSED} if only one of the two has the
     *     operation
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    Recorded merge(Transaction transaction, VisitorMerge merge);
}
