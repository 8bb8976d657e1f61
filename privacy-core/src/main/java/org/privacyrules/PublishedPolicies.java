package org.privacyrules;

import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.privacyrules.document.PolicyStore;
import org.privacyrules.document.StoredPolicy;
import org.privacyrules.failure.RefusedException;
import org.privacyrules.policy.ContentHash;
import org.privacyrules.policy.PolicySource;
import org.privacyrules.policy.PolicyVersions;

/** The stored versions that this node knows. Versions are added, never lost: a reload that fails leaves what there was. */
final class PublishedPolicies implements PolicySource {

    private final PolicyStore store;
    private final KnownPolicies known;
    private final ReentrantLock reloading = new ReentrantLock();
    private Map<String, ContentHash> hashes;
    private volatile PolicyVersions current;

    PublishedPolicies(PolicyStore store, KnownPolicies known, List<StoredPolicy> stored) {
        this.store = store;
        this.known = known;
        this.hashes = hashes(stored);
        this.current = known.versions(stored);
    }

    private static Map<String, ContentHash> hashes(List<StoredPolicy> stored) {
        return stored.stream().collect(Collectors.toMap(StoredPolicy::version, StoredPolicy::hash));
    }

    @Override
    public PolicyVersions current() {
        return current;
    }

    /** One at a time, or one that has read earlier could take back what a later one has found. */
    boolean reload() {
        reloading.lock();
        try {
            List<StoredPolicy> stored = store.all();
            Map<String, ContentHash> found = hashes(stored);
            hashes.forEach((version, hash) -> requireKept(version, hash.equals(found.get(version))));
            if (found.size() == hashes.size()) {
                return false;
            }
            current = known.versions(stored);
            hashes = found;
            return true;
        } finally {
            reloading.unlock();
        }
    }

    private static void requireKept(String version, boolean kept) {
        if (!kept) {
            throw new RefusedException(
                    "POLICY_CHANGED",
                    "Version \"" + version
                            + "\" of the policy is no longer stored as it was published: restore its row");
        }
    }
}
