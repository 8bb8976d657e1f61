package org.privacyrules;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacyrules.consent.Consents;
import org.privacyrules.decision.Decisions;
import org.privacyrules.fact.Subjects;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.policy.PolicyVersions;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.subject.Tenant;

/**
 * The privacy rules of one tenant: the front door. Immutable and thread-safe; make one per tenant and keep it. It starts no
 * threads and needs no closing.
 */
public final class PrivacyRules {

    private final Tenant tenant;
    private final PolicyVersions policies;
    private final Clock clock;
    private final Subjects subjects;
    private final Consents consents;
    private final Decisions decisions;

    private PrivacyRules(Tenant tenant, PolicyVersions policies, TenantStorage storage, Clock clock) {
        this.tenant = tenant;
        this.policies = policies;
        this.clock = clock;
        this.subjects = new Subjects(() -> policies, storage.facts(), storage.transactions(), clock);
        this.consents = new Consents(() -> policies, storage.consents(), storage.transactions(), clock);
        this.decisions = new Decisions(() -> policies, storage.knownSubjects(), storage.journal(), clock);
    }

    /**
     * Starts the rules of a tenant.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Whose rules these are.
     *
     * @return the tenant
     */
    public Tenant tenant() {
        return tenant;
    }

    /**
     * The versions of the policy.
     *
     * @return at least one
     */
    public PolicyVersions policies() {
        return policies;
    }

    /**
     * The policy in force now.
     *
     * @return by the clock
     * @throws org.privacyrules.failure.RefusedException with code {@code NO_POLICY_IN_FORCE} before the first version
     */
    public PrivacyPolicy policy() {
        return policies.inForceAt(clock.instant());
    }

    /**
     * Reports what is known of a subject.
     *
     * @return the service
     */
    public Subjects subjects() {
        return subjects;
    }

    /**
     * Records what subjects say.
     *
     * @return the service
     */
    public Consents consents() {
        return consents;
    }

    /**
     * Answers whether a use is permitted.
     *
     * @return the service
     */
    public Decisions decisions() {
        return decisions;
    }

    @Override
    public String toString() {
        return "privacy rules of " + tenant;
    }

    /** Collects what the rules need: a tenant, at least one version of the policy, and a storage. */
    public static final class Builder {

        private @Nullable Tenant tenant;
        private final List<PrivacyPolicy> versions = new ArrayList<>();
        private @Nullable Storage storage;
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        /**
         * Whose rules these are.
         *
         * @param name 1 to 64 characters of {@code a-z A-Z 0-9 . _ -}
         * @return this
         */
        public Builder tenant(String name) {
            tenant = new Tenant(name);
            return this;
        }

        /**
         * A version of the policy. Call it once for each version: earlier ones answer as-of questions, later ones wait for
         * their start.
         *
         * @param version a version
         * @return this
         */
        public Builder policy(PrivacyPolicy version) {
            versions.add(version);
            return this;
        }

        /**
         * Where everything is kept.
         *
         * @param where such as {@code MemoryStorage.create()} or {@code JdbcStorage.on(dataSource)}
         * @return this
         */
        public Builder storage(Storage where) {
            storage = where;
            return this;
        }

        /**
         * The only source of time.
         *
         * @param source the system's clock unless told
         * @return this
         */
        public Builder clock(Clock source) {
            clock = source;
            return this;
        }

        /**
         * The rules.
         *
         * @return rules that are ready
         * @throws InvalidInputException if something is missing; the message names it
         * @throws org.privacyrules.failure.StorageException if the storage is not ready
         */
        public PrivacyRules build() {
            if (tenant == null) {
                throw new InvalidInputException("PrivacyRules: name the tenant, such as .tenant(\"my-company\")");
            }
            if (storage == null) {
                throw new InvalidInputException(
                        "PrivacyRules: say where to keep things, such as .storage(MemoryStorage.create())");
            }
            return new PrivacyRules(tenant, PolicyVersions.of(versions), storage.forTenant(tenant), clock);
        }
    }
}
