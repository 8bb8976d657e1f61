package org.privacyrules;

import org.privacyrules.failure.RefusedException;
import org.privacyrules.policy.ContentHash;
import org.privacyrules.policy.PrivacyPolicy;

/** Writes what nobody can read: enough for versions that are offered. The order of sets, so the hash, is that of one JVM. */
final class NoCodec implements PolicyCodec {

    @Override
    public String write(PrivacyPolicy policy) {
        return String.join(
                "\n",
                policy.version(),
                policy.effectiveFrom().toString(),
                policy.zone().getId(),
                policy.subjectKinds().values().toString(),
                policy.categories().values().toString(),
                policy.recipients().values().toString(),
                policy.purposes().values().toString());
    }

    @Override
    public PrivacyPolicy read(String document) {
        throw new RefusedException("POLICY_FORMAT_UNKNOWN", "this library reads no documents yet: offer the version");
    }

    @Override
    public ContentHash hash(PrivacyPolicy policy) {
        return ContentHash.of(write(policy));
    }
}
