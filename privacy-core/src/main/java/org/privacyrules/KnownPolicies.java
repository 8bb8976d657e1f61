package org.privacyrules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.privacyrules.document.PolicyDocument;
import org.privacyrules.document.StoredPolicy;
import org.privacyrules.failure.PrivacyException;
import org.privacyrules.failure.RefusedException;
import org.privacyrules.policy.ContentHash;
import org.privacyrules.policy.InvalidPolicyException;
import org.privacyrules.policy.PolicyVersions;
import org.privacyrules.policy.PrivacyPolicy;

/**
 * The policies behind stored documents. Each is read once and is the same object from then on, so that what was arranged for it
 * stays; one that the host has built is taken as it is. Not thread-safe.
 */
final class KnownPolicies {

    private final Map<Content, PrivacyPolicy> known = new HashMap<>();

    private final Map<String, ContentHash> built = new HashMap<>();

    private record Content(String version, ContentHash hash) {}

    KnownPolicies(List<PrivacyPolicy> versions) {
        for (PrivacyPolicy policy : versions) {
            ContentHash hash = PolicyDocument.hash(policy);
            built.put(policy.version(), hash);
            known.put(new Content(policy.version(), hash), policy);
        }
    }

    /** The hash of a version that the host has built, which is taken once. */
    ContentHash hashOfBuilt(PrivacyPolicy version) {
        return Objects.requireNonNull(built.get(version.version()), version.version());
    }

    PolicyVersions versions(List<StoredPolicy> stored) {
        return PolicyVersions.of(stored.stream().map(this::policy).toList());
    }

    private PrivacyPolicy policy(StoredPolicy stored) {
        return known.computeIfAbsent(new Content(stored.version(), stored.hash()), unknown -> read(stored));
    }

    private PrivacyPolicy read(StoredPolicy stored) {
        PrivacyPolicy policy = parse(stored);
        boolean sound = policy.version().equals(stored.version())
                && policy.effectiveFrom().equals(stored.effectiveFrom())
                && PolicyDocument.hash(policy).equals(stored.hash());
        if (!sound) {
            throw new PrivacyException(
                    "CORRUPT_POLICY",
                    "The stored version \"" + stored.version()
                            + "\" of the policy is not what was published: restore its row");
        }
        return policy;
    }

    private static PrivacyPolicy parse(StoredPolicy stored) {
        try {
            return PolicyDocument.readPublished(stored.document());
        } catch (InvalidPolicyException e) {
            throw new RefusedException(
                    "POLICY_FORMAT_UNKNOWN",
                    "The stored version \"" + stored.version()
                            + "\" of the policy cannot be read by this library: a newer one wrote it, so update; "
                            + e.findings().get(0));
        }
    }
}
