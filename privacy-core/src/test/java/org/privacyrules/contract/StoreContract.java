package org.privacyrules.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.privacyrules.PrivacyRules;
import org.privacyrules.Storage;
import org.privacyrules.TenantStorage;
import org.privacyrules.decision.Aspects;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.decision.KnownSubjects.Listed;
import org.privacyrules.fact.FactEvent;
import org.privacyrules.ledger.StoredEntry;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/** The ground of the contract suites: a tenant of its own for each test, and the store's invariants after it. */
public abstract class StoreContract {

    private static final Instant ALWAYS = Instant.parse("9998-01-01T00:00:00Z");

    private final Set<SubjectId> subjects = new LinkedHashSet<>();

    /** Where the test's time comes from. */
    protected final SettableClock clock = new SettableClock(Fixture.START.plus(Duration.ofDays(10)));

    /** The test's tenant. */
    protected final Tenant tenant = new Tenant(UUID.randomUUID().toString());

    /** Makes a suite. */
    protected StoreContract() {}

    /**
     * The storage under test; tests share it, each with a tenant of its own.
     *
     * @return the storage
     */
    protected abstract Storage storage();

    /**
     * The ports under test.
     *
     * @return those of the test's tenant
     */
    protected final TenantStorage store() {
        return storage().forTenant(tenant);
    }

    /**
     * The front door over the storage under test.
     *
     * @return new rules
     */
    protected final PrivacyRules rules() {
        return Fixture.rules(storage(), tenant.name(), clock);
    }

    /**
     * A subject whose invariants are checked when the test ends.
     *
     * @param key its key
     * @return the subject
     */
    protected final SubjectId subject(String key) {
        SubjectId subject = SubjectId.of(key);
        subjects.add(subject);
        return subject;
    }

    @BeforeEach
    final void forgetSubjects() {
        subjects.clear();
    }

    @AfterEach
    final void the_state_is_the_fold_of_the_journal() {
        for (SubjectId subject : subjects) {
            assertEquals(
                    KnownSubject.after(history(subject)),
                    store().knownSubjects().find(subject));
        }
    }

    @AfterEach
    final void sequences_grow_and_time_does_not_go_back() {
        for (SubjectId subject : subjects) {
            StoredEntry previous = null;
            for (StoredEntry stored : history(subject)) {
                if (previous != null) {
                    assertTrue(stored.sequence() > previous.sequence());
                    assertTrue(!stored.recordedAt().isBefore(previous.recordedAt()));
                }
                previous = stored;
            }
        }
    }

    @AfterEach
    final void no_operation_is_there_twice() {
        for (SubjectId subject : subjects) {
            List<StoredEntry> history = history(subject);
            assertEquals(
                    history.size(),
                    history.stream()
                            .map(stored -> stored.entry().operation())
                            .distinct()
                            .count());
        }
    }

    @AfterEach
    final void one_read_many_reads_and_listings_agree() {
        List<SubjectId> all = List.copyOf(subjects);
        if (all.isEmpty()) {
            return;
        }
        Aspects aspects = allAspects();
        List<KnownSubject> found =
                all.stream().map(store().knownSubjects()::find).toList();
        for (int from = 0; from < all.size(); from += store().knownSubjects().chunkSize()) {
            int to = Math.min(all.size(), from + store().knownSubjects().chunkSize());
            assertEquals(found.subList(from, to), store().knownSubjects().findAll(all.subList(from, to), aspects));
        }
        Set<SubjectId> known = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            if (!found.get(i).equals(KnownSubject.NOTHING)) {
                known.add(all.get(i));
            }
        }
        Set<SubjectId> listed = listing(aspects).stream().map(Listed::subject).collect(Collectors.toSet());
        assertTrue(listed.containsAll(known));
    }

    /**
     * Every page of a listing.
     *
     * @param aspects which aspects
     * @return all subjects that the storage lists
     */
    protected final List<Listed> listing(Aspects aspects) {
        List<Listed> all = new java.util.ArrayList<>();
        List<Listed> page = store().knownSubjects().list(aspects, Optional.empty());
        while (!page.isEmpty()) {
            all.addAll(page);
            page = store().knownSubjects()
                    .list(aspects, Optional.of(page.get(page.size() - 1).subject()));
        }
        return all;
    }

    /**
     * All aspects of the fixture's policy.
     *
     * @return facts, events and purposes
     */
    protected static Aspects allAspects() {
        return new Aspects(
                Set.of(Fixture.CUSTOMER, Fixture.VISITOR, FactEvent.COUNTRY, FactEvent.OF_AGE, FactEvent.NOTICE),
                Set.of("relation-ended", Fixture.CUSTOMER),
                Set.copyOf(Fixture.PURPOSES));
    }

    /**
     * Everything that was recorded of a subject.
     *
     * @param subject who
     * @return in the order of the sequence
     */
    protected final List<StoredEntry> history(SubjectId subject) {
        return store().journal().entries(subject, ALWAYS);
    }
}
