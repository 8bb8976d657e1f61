package org.privacyrules.policy;

/**
 * Where services get the versions of the policy, once for each command and each decision, so that a node that has run for long
 * takes over what another one has published. Thread-safe.
 */
@FunctionalInterface
public interface PolicySource {

    /**
     * The versions that this node knows now.
     *
     * @return the same object until there is another version; a version that was known before is the same object in it. Cheap
     */
    PolicyVersions current();
}
