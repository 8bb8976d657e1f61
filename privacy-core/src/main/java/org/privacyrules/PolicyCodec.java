package org.privacyrules;

import org.privacyrules.policy.ContentHash;
import org.privacyrules.policy.PrivacyPolicy;

/** A version of the policy as the document that is stored. Thread-safe. */
interface PolicyCodec {

    String write(PrivacyPolicy policy);

    /**
     * The policy that was written.
     *
     * @throws org.privacyrules.failure.RefusedException with code {@code POLICY_FORMAT_UNKNOWN} if a newer library wrote it
     */
    PrivacyPolicy read(String document);

    /** The hash of all that a policy says: the same in every later version of this library, or old versions count as changed. */
    ContentHash hash(PrivacyPolicy policy);
}
