package org.privacyrules;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.privacyrules.failure.RefusedException;
import org.privacyrules.policy.ContentHash;
import org.privacyrules.policy.PrivacyPolicy;

/** A codec that reads the documents which it has written in this JVM, until there is one that reads all. */
public final class RememberedPolicies implements PolicyCodec {

    private static final Map<String, PrivacyPolicy> WRITTEN = new ConcurrentHashMap<>();

    private RememberedPolicies() {}

    /**
     * Lets a builder read what others have published.
     *
     * @param builder of a node
     * @return the builder
     */
    public static PrivacyRules.Builder on(PrivacyRules.Builder builder) {
        return builder.codec(new RememberedPolicies());
    }

    /**
     * The document of a policy.
     *
     * @param policy a version
     * @return what a node stores
     */
    public static String document(PrivacyPolicy policy) {
        return new RememberedPolicies().write(policy);
    }

    @Override
    public String write(PrivacyPolicy policy) {
        String document = policy.version() + " " + policy.effectiveFrom() + " " + policy.purposes();
        WRITTEN.putIfAbsent(document, policy);
        return document;
    }

    @Override
    public PrivacyPolicy read(String document) {
        PrivacyPolicy policy = WRITTEN.get(document);
        if (policy == null) {
            throw new RefusedException("POLICY_FORMAT_UNKNOWN", "update the library");
        }
        return policy;
    }

    @Override
    public ContentHash hash(PrivacyPolicy policy) {
        return ContentHash.of(write(policy));
    }
}
