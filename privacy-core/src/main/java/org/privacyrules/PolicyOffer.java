package org.privacyrules;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.privacyrules.document.PolicyDocument;
import org.privacyrules.document.PolicyStore;
import org.privacyrules.document.Publication;
import org.privacyrules.document.StoredPolicy;
import org.privacyrules.failure.RefusedException;
import org.privacyrules.policy.ContentHash;
import org.privacyrules.policy.InvalidPolicyException;
import org.privacyrules.policy.PolicyVersions;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.storage.Transaction;

/**
 * The versions that a builder offers. What is stored is in force; an offer must be stored already, or may be published.
 *
 * @param versions in any order, none if what is stored is enough
 * @param publishing whether what is not stored is to be published
 * @param clock says when something was published
 */
record PolicyOffer(List<PrivacyPolicy> versions, boolean publishing, Clock clock) {

    PublishedPolicies settle(TenantStorage storage) {
        if (!versions.isEmpty()) {
            PolicyVersions.of(versions);
        }
        KnownPolicies known = new KnownPolicies(versions);
        List<StoredPolicy> stored = storage.policies().all();
        if (stored.isEmpty() && versions.isEmpty()) {
            throw notPublished("No version of the policy is stored for this tenant: offer one with .policy(...) and");
        }
        List<PrivacyPolicy> missing = missing(stored, known);
        if (!missing.isEmpty()) {
            requirePublishing(missing.get(0));
            stored = storage.transactions()
                    .inTransaction(transaction -> publish(transaction, storage.policies(), known));
        }
        return new PublishedPolicies(storage.policies(), known, stored);
    }

    private void requirePublishing(PrivacyPolicy missing) {
        if (!publishing) {
            throw notPublished("Version \"" + missing.version()
                    + "\" of the policy is not stored for this tenant: publish it with");
        }
    }

    private static RefusedException notPublished(String message) {
        return new RefusedException(
                "POLICY_NOT_PUBLISHED",
                message + " .publishOnStart(), or point to the right database if it ought to be there");
    }

    /** Those of the offered versions that are not stored. */
    private List<PrivacyPolicy> missing(List<StoredPolicy> stored, KnownPolicies known) {
        Map<String, StoredPolicy> byName =
                stored.stream().collect(Collectors.toMap(StoredPolicy::version, Function.identity()));
        List<PrivacyPolicy> missing = new ArrayList<>();
        for (PrivacyPolicy offered : versions) {
            StoredPolicy same = byName.get(offered.version());
            if (same == null) {
                missing.add(offered);
            } else if (!same.hash().equals(known.hashOfBuilt(offered))) {
                throw changed(offered);
            }
        }
        return missing;
    }

    private static RefusedException changed(PrivacyPolicy offered) {
        return new RefusedException(
                "POLICY_CHANGED",
                "Version \"" + offered.version()
                        + "\" of the policy is stored with another content: give the changed policy a new version name");
    }

    /** All is checked under the lock and before anything is written: what another node has published meanwhile counts. */
    private List<StoredPolicy> publish(Transaction transaction, PolicyStore store, KnownPolicies known) {
        List<StoredPolicy> stored = store.lockAll(transaction);
        List<PrivacyPolicy> missing = missing(stored, known);
        missing.forEach(policy -> requireNewest(policy, stored));
        List<StoredPolicy> all = new ArrayList<>(stored);
        missing.forEach(policy -> all.add(document(policy, known.hashOfBuilt(policy))));
        known.versions(all);
        for (int i = stored.size(); i < all.size(); i++) {
            if (store.publish(transaction, all.get(i)) == Publication.CONFLICT) {
                throw changed(missing.get(i - stored.size()));
            }
        }
        return all;
    }

    /** A version that starts before another one would change what was in force in between. */
    private static void requireNewest(PrivacyPolicy policy, List<StoredPolicy> stored) {
        for (StoredPolicy each : stored) {
            if (policy.effectiveFrom().isBefore(each.effectiveFrom())) {
                throw new RefusedException(
                        "POLICY_BACKDATED",
                        "Version \"" + policy.version() + "\" of the policy starts before the stored version \""
                                + each.version() + "\": let it start after " + each.effectiveFrom());
            }
        }
    }

    private StoredPolicy document(PrivacyPolicy policy, ContentHash hash) {
        Instant start = policy.effectiveFrom();
        return new StoredPolicy(policy.version(), start, hash, written(policy), clock.instant());
    }

    /** What is published stays for ever, so it has to be known before that other nodes can read it. */
    private static String written(PrivacyPolicy policy) {
        String document = PolicyDocument.write(policy);
        try {
            if (!PolicyDocument.readPublished(document).equals(policy)) {
                throw unreadable(policy, "it says something else when it is read back");
            }
        } catch (InvalidPolicyException e) {
            throw unreadable(policy, e.findings().get(0).toString());
        }
        return document;
    }

    private static RefusedException unreadable(PrivacyPolicy policy, String why) {
        return new RefusedException(
                "POLICY_UNREADABLE",
                "Version \"" + policy.version()
                        + "\" of the policy cannot be kept as a document that other nodes read; " + why);
    }
}
