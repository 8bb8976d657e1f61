package org.privacyrules.memory;

import java.util.List;
import org.privacyrules.document.PolicyStore;
import org.privacyrules.document.Publication;
import org.privacyrules.document.StoredPolicy;
import org.privacyrules.storage.Transaction;

/** One tenant's published policies. Its transactions run one after the other, so whoever writes holds the lock already. */
final class MemoryPolicies implements PolicyStore {

    private volatile List<StoredPolicy> committed = List.of();

    @Override
    public List<StoredPolicy> all() {
        return committed;
    }

    @Override
    public List<StoredPolicy> lockAll(Transaction transaction) {
        return ((MemoryTransaction) transaction).policies();
    }

    @Override
    public Publication publish(Transaction transaction, StoredPolicy policy) {
        return ((MemoryTransaction) transaction).publish(policy);
    }

    void commit(List<StoredPolicy> policies) {
        committed = policies;
    }
}
