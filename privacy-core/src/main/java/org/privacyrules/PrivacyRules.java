package org.privacyrules;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.privacyrules.calendar.WorkingDays;
import org.privacyrules.consent.Consents;
import org.privacyrules.decision.Decisions;
import org.privacyrules.disposal.Disposals;
import org.privacyrules.disposal.PersonalData;
import org.privacyrules.disposal.PersonalTables;
import org.privacyrules.fact.Subjects;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.hold.Holds;
import org.privacyrules.hold.Restrictions;
import org.privacyrules.ledger.Journal;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.policy.PolicyVersions;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.retention.Retention;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.Permits;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/**
 * The privacy rules of one tenant: the front door. Thread-safe; make one per tenant and keep it. It starts no threads and needs
 * no closing. In force is what is stored: {@link #reloadPolicies()} takes over what other nodes have published.
 */
public final class PrivacyRules {

    private final Tenant tenant;
    private final PublishedPolicies policies;
    private final Clock clock;
    private final Journal journal;
    private final Subjects subjects;
    private final Consents consents;
    private final Decisions decisions;
    private final Retention retention;
    private final Holds holds;
    private final Restrictions restrictions;
    private final Disposals disposals;

    private PrivacyRules(Tenant tenant, PublishedPolicies policies, TenantStorage storage, Builder given) {
        this.tenant = tenant;
        this.policies = policies;
        this.clock = given.clock;
        this.journal = storage.journal();
        this.subjects = new Subjects(policies, storage.facts(), storage.transactions(), clock);
        this.consents = new Consents(policies, storage.consents(), storage.transactions(), clock);
        this.decisions = new Decisions(policies, storage.knownSubjects(), storage.journal(), clock);
        this.holds = new Holds(policies, storage.holds(), storage.transactions(), given.permits, clock);
        this.restrictions = new Restrictions(policies, storage.restrictions(), storage.transactions(), clock);
        this.retention = new Retention(
                policies, given.workingDays, storage.knownSubjects(), storage.holds(), storage.journal(), clock);
        Disposals.Ports ports = new Disposals.Ports(
                policies,
                retention,
                given.tables.forTenant(tenant),
                storage.disposals(),
                storage.holds(),
                storage.knownSubjects(),
                storage.transactions(),
                storage.journal());
        this.disposals = new Disposals(ports, given.permits, given.sources, clock);
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
     * The versions of the policy that this node knows: those that were stored when it started or last reloaded.
     *
     * @return at least one
     */
    public PolicyVersions policies() {
        return policies.current();
    }

    /**
     * Takes over the versions that other nodes have published since this one started. Call it on a schedule of yours, more often
     * than the time between a publication and the start of the new version. Reads all stored versions in one round trip, their
     * documents too, and parses those that are new. Commands and decisions go on meanwhile, and each is made by one state of
     * the versions.
     *
     * @return whether there was a new version
     * @throws org.privacyrules.failure.RefusedException with code {@code POLICY_FORMAT_UNKNOWN} if a newer library has published
     *     a version, or {@code POLICY_CHANGED} if a known one is not stored as it was; this node goes on with what it knows
     * @throws org.privacyrules.failure.PrivacyException with code {@code CORRUPT_POLICY} if a stored version is damaged
     * @throws InvalidInputException if the stored versions do not go together
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    public boolean reloadPolicies() {
        return policies.reload();
    }

    /**
     * The policy in force now.
     *
     * @return by the clock
     * @throws org.privacyrules.failure.RefusedException with code {@code NO_POLICY_IN_FORCE} before the first version
     */
    public PrivacyPolicy policy() {
        return policies().inForceAt(clock.instant());
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

    /**
     * Keeps data from being destroyed while a legal matter needs them.
     *
     * @return the service
     */
    public Holds holds() {
        return holds;
    }

    /**
     * Restricts the processing of subjects' data.
     *
     * @return the service
     */
    public Restrictions restrictions() {
        return restrictions;
    }

    /**
     * Says what is kept, until when and why.
     *
     * @return the service
     */
    public Retention retention() {
        return retention;
    }

    /**
     * Lets go of what nothing justifies any more.
     *
     * @return the service
     */
    public Disposals disposals() {
        return disposals;
    }

    /**
     * What came of a command, for a caller who lost the connection before the answer and does not want to repeat it. One read,
     * behind a command of the subject that is still being written. Repeating the command with the same operation id is as safe,
     * and does it if it was not done.
     *
     * @param subject whom the command concerned; {@link SubjectId#NOBODY} for a hold on nobody in particular
     * @param operation its id, such as {@code StorageException.operationId()} tells
     * @return the answer that it got or would have got; empty if it is not recorded
     * @throws org.privacyrules.failure.StorageException if the storage failed: it is still unknown
     */
    public Optional<Recorded> recorded(SubjectId subject, OperationId operation) {
        return journal.find(subject, operation);
    }

    @Override
    public String toString() {
        return "privacy rules of " + tenant;
    }

    /** Collects what the rules need: a tenant, a storage, and the versions of the policy unless they are stored already. */
    public static final class Builder {

        private @Nullable Tenant tenant;
        private final List<PrivacyPolicy> versions = new ArrayList<>();
        private @Nullable Storage storage;
        private Clock clock = Clock.systemUTC();
        private Permits permits = Permits.create();
        private final Map<String, WorkingDays> workingDays = WorkingDays.named();
        private PersonalTables tables = PersonalTables.NONE;
        private final List<PersonalData> sources = new ArrayList<>();
        private boolean publishing;

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
         * Offers a version of the policy. Call it once for each version that this host was written for; in force are those that
         * are stored, whether they are offered or not. Earlier ones answer as-of questions, later ones wait for their start.
         *
         * @param version a version
         * @return this
         */
        public Builder policy(PrivacyPolicy version) {
            versions.add(version);
            return this;
        }

        /**
         * Lets {@link #build()} store the offered versions that are not stored yet, all in one transaction or none. From then on
         * they are in force, on every node that starts or reloads, and stay as they are.
         *
         * @return this
         */
        public Builder publishOnStart() {
            publishing = true;
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
         * Registers working days under a name by which policies ask for them, beside those of {@link WorkingDays#named()}.
         *
         * @param name such as {@code netherlands}
         * @param days such as {@code day -> !holidays.isHoliday(day)}; thread-safe
         * @return this
         */
        public Builder workingDays(String name, WorkingDays days) {
            workingDays.put(name, days);
            return this;
        }

        /**
         * Whose permits count for what must not happen by accident, such as to release a legal hold. The host makes one and keeps
         * it where only its administration comes to it.
         *
         * @param issuer the only one whose permits are taken; without one nothing of the kind is possible
         * @return this
         */
        public Builder permits(Permits issuer) {
            permits = issuer;
            return this;
        }

        /**
         * The host's own tables with personal data, of which disposal lets go.
         *
         * @param mapped such as a {@code JdbcPersonalData}; its tables must lie in the storage's database
         * @return this
         */
        public Builder personalData(PersonalTables mapped) {
            tables = mapped;
            return this;
        }

        /**
         * Personal data outside the storage's database, of which disposal lets go. Call it once for each source.
         *
         * @param source such as a search index or a partner
         * @return this
         */
        public Builder personalData(PersonalData source) {
            sources.add(source);
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
         * The rules, with all versions of the policy that are stored for the tenant. One round trip if nothing is to be published.
         *
         * @return rules that are ready
         * @throws InvalidInputException if something is missing, or the offered and the stored versions do not go together; the
         *     message names it
         * @throws org.privacyrules.failure.RefusedException with code {@code POLICY_NOT_PUBLISHED} if an offered version is not
         *     stored, or none is stored and none offered; {@code POLICY_CHANGED} if one is stored with another content;
         *     {@code POLICY_BACKDATED} if a new one starts before a stored one; {@code POLICY_UNREADABLE} if other nodes could
         *     not read a new one; {@code POLICY_FORMAT_UNKNOWN} if a newer library
         *     has stored one; {@code WORKING_DAYS_UNKNOWN} if a version counts by working days that are not registered. Nothing
         *     was published
         * @throws org.privacyrules.failure.PrivacyException with code {@code CORRUPT_POLICY} if a stored version is damaged
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
            versions.forEach(version -> Retention.requireWorkingDays(version, workingDays));
            TenantStorage ports = storage.forTenant(tenant);
            PolicyOffer offer = new PolicyOffer(List.copyOf(versions), publishing, clock);
            return new PrivacyRules(tenant, offer.settle(ports), ports, this);
        }
    }
}
