package org.privacyrules.document;

import java.util.List;
import org.privacyrules.storage.Transaction;

/**
 * Where the published versions of the policy are kept: a port of one tenant's storage. What is published stays as it is: it is
 * neither changed nor deleted. Thread-safe.
 */
public interface PolicyStore {

    /**
     * All versions that are committed.
     *
     * @return in the order of their starts; one round trip, all documents in memory
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    List<StoredPolicy> all();

    /**
     * The same, and those that this transaction has published. Until it ends, every other transaction that calls this method or
     * {@link #publish} for this tenant waits, on every node: what was read stays all that there is. Readers do not wait.
     *
     * @param transaction the adapter's open transaction
     * @return in the order of their starts
     * @throws org.privacyrules.failure.StorageException if the storage failed, or the wait was too long
     */
    List<StoredPolicy> lockAll(Transaction transaction);

    /**
     * Publishes a version, unless its name or its start is taken. What was there before is an answer and not an error, so that
     * the transaction can go on; of several nodes that publish at once each gets the answer that fits.
     *
     * @param transaction the adapter's open transaction
     * @param policy the version
     * @return by the rule of {@link Publication#of}
     * @throws org.privacyrules.failure.StorageException if the storage failed, or the wait for another publisher was too long
     */
    Publication publish(Transaction transaction, StoredPolicy policy);
}
