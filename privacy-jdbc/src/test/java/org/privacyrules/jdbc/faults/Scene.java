package org.privacyrules.jdbc.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.privacyrules.PrivacyRules;
import org.privacyrules.Storage;
import org.privacyrules.TenantStorage;
import org.privacyrules.contract.Fixture;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.document.StoredPolicy;
import org.privacyrules.ledger.StoredEntry;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/** The front door and the ports of one tenant over one storage, at one instant. */
record Scene(
        Storage storage, Tenant tenant, SettableClock clock, PrivacyRules rules, List<StoredPolicy> published) {

    private static final Instant ALWAYS = Instant.parse("9998-01-01T00:00:00Z");

    /** A tenant of its own. */
    static Scene on(Storage storage) {
        Tenant tenant = new Tenant("t-" + UUID.randomUUID());
        SettableClock clock = new SettableClock(Fixture.START.plus(Duration.ofDays(10)));
        PrivacyRules rules = Fixture.rules(storage, tenant.name(), clock);
        return new Scene(
                storage, tenant, clock, rules, storage.forTenant(tenant).policies().all());
    }

    /** The same tenant over another storage of the same database. */
    Scene over(Storage other) {
        return new Scene(other, tenant, clock, Fixture.rules(other, tenant.name(), clock), published);
    }

    /** The same for another tenant. */
    Scene ofTenant(String name) {
        return new Scene(storage, new Tenant(name), clock, Fixture.rules(storage, name, clock), published);
    }

    TenantStorage store() {
        return storage.forTenant(tenant);
    }

    List<StoredEntry> history(SubjectId subject) {
        return store().journal().entries(subject, ALWAYS);
    }

    /** What every store must keep of a subject. */
    void requireSound(SubjectId subject, List<String> complaints) {
        List<StoredEntry> history = history(subject);
        Set<OperationId> operations = new HashSet<>();
        StoredEntry previous = null;
        for (StoredEntry stored : history) {
            if (!operations.add(stored.entry().operation())) {
                complaints.add("an operation is there twice");
            }
            if (previous != null
                    && (stored.sequence() <= previous.sequence()
                            || stored.recordedAt().isBefore(previous.recordedAt()))) {
                complaints.add("the sequence does not grow, or time goes back");
            }
            previous = stored;
        }
        if (!KnownSubject.after(history).equals(store().knownSubjects().find(subject))) {
            complaints.add("the state is not the fold of the journal");
        }
    }
}
