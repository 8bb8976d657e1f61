package org.privacyrules.contract;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.privacyrules.Storage;
import org.privacyrules.TenantStorage;
import org.privacyrules.consent.ConsentEvent;
import org.privacyrules.consent.ConsentStore;
import org.privacyrules.consent.VisitorMerge;
import org.privacyrules.decision.Aspects;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.decision.KnownSubjects;
import org.privacyrules.disposal.DisposalStore;
import org.privacyrules.document.PolicyStore;
import org.privacyrules.document.Publication;
import org.privacyrules.document.StoredPolicy;
import org.privacyrules.fact.FactEvent;
import org.privacyrules.fact.FactStore;
import org.privacyrules.hold.Hold;
import org.privacyrules.hold.HoldEvent;
import org.privacyrules.hold.HoldRelease;
import org.privacyrules.hold.HoldStore;
import org.privacyrules.hold.RestrictionStore;
import org.privacyrules.ledger.EntryId;
import org.privacyrules.ledger.Journal;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.ledger.StoredEntry;
import org.privacyrules.memory.MemoryStorage;
import org.privacyrules.storage.Transaction;
import org.privacyrules.storage.Transactions;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/** Memory storage with one planted fault, as adapters really have them. */
final class FaultyStorage implements Storage {

    /** What is wrong. */
    enum Fault {
        NONE,
        /** Reads are cached. */
        CACHES_READS,
        /** A repeated operation is a new one. */
        FORGETS_OPERATIONS,
        /** Keys are compared without regard to case. */
        FOLDS_CASE,
        /** Each write is committed by itself. */
        COMMITS_EACH_WRITE,
        /** A version that is published again replaces what was published. */
        OVERWRITES_POLICIES,
        /** A hold that is released takes the others with it. */
        RELEASES_ALL
    }

    private final Storage sound = MemoryStorage.create();
    private final Fault fault;
    private final Map<Tenant, TenantStorage> tenants = new ConcurrentHashMap<>();

    FaultyStorage(Fault fault) {
        this.fault = fault;
    }

    @Override
    public TenantStorage forTenant(Tenant tenant) {
        return tenants.computeIfAbsent(tenant, unseen -> new Faulty(sound.forTenant(tenant)));
    }

    private final class Faulty implements TenantStorage {

        private final TenantStorage sound;
        private final Map<SubjectId, KnownSubject> cache = new ConcurrentHashMap<>();
        private final Map<String, StoredPolicy> overwritten = new ConcurrentHashMap<>();

        Faulty(TenantStorage sound) {
            this.sound = sound;
        }

        private SubjectId key(SubjectId subject) {
            return fault == Fault.FOLDS_CASE ? SubjectId.of(subject.reveal().toLowerCase(Locale.ROOT)) : subject;
        }

        private JournalEntry entry(JournalEntry entry) {
            return new JournalEntry(
                    entry.id(),
                    fault == Fault.FORGETS_OPERATIONS ? OperationId.random() : entry.operation(),
                    key(entry.subject()),
                    entry.at(),
                    entry.kind(),
                    entry.policyVersion(),
                    entry.purpose(),
                    entry.payload());
        }

        private <T> T write(Transaction transaction, Function<Transaction, T> write) {
            return fault == Fault.COMMITS_EACH_WRITE
                    ? sound.transactions().inTransaction(write::apply)
                    : write.apply(transaction);
        }

        @Override
        public Transactions transactions() {
            return fault == Fault.COMMITS_EACH_WRITE ? this::withoutTransaction : sound.transactions();
        }

        private <T> T withoutTransaction(Transactions.Work<T> work) {
            return work.run(new Transaction() {});
        }

        @Override
        public FactStore facts() {
            return (transaction, event) ->
                    write(transaction, open -> sound.facts().record(open, FactEvent.read(entry(event.entry()))));
        }

        @Override
        public ConsentStore consents() {
            return new ConsentStore() {
                @Override
                public Recorded record(Transaction transaction, ConsentEvent event) {
                    return write(
                            transaction,
                            open -> sound.consents()
                                    .record(
                                            open,
                                            ConsentEvent.read(new StoredEntry(
                                                    entry(event.entry()),
                                                    0,
                                                    event.entry().at()))));
                }

                @Override
                public Recorded merge(Transaction transaction, VisitorMerge merge) {
                    return write(transaction, open -> sound.consents().merge(open, merge));
                }
            };
        }

        @Override
        public RestrictionStore restrictions() {
            return (transaction, event) ->
                    write(transaction, open -> sound.restrictions().record(open, event));
        }

        @Override
        public HoldStore holds() {
            return new HoldStore() {
                @Override
                public Recorded place(Transaction transaction, HoldEvent event) {
                    return write(transaction, open -> sound.holds().place(open, event));
                }

                @Override
                public Recorded release(Transaction transaction, HoldRelease release) {
                    return write(transaction, open -> {
                        if (fault == Fault.RELEASES_ALL) {
                            releaseOthers(open, release);
                        }
                        return sound.holds().release(open, release);
                    });
                }

                @Override
                public List<Hold> active() {
                    return sound.holds().active();
                }

                @Override
                public List<Hold> all() {
                    return sound.holds().all();
                }

                @Override
                public long enterGate(Transaction transaction) {
                    return write(transaction, open -> sound.holds().enterGate(open));
                }

                @Override
                public List<Hold> active(Transaction transaction) {
                    return write(transaction, open -> sound.holds().active(open));
                }
            };
        }

        private void releaseOthers(Transaction open, HoldRelease release) {
            sound.holds().active(open).stream()
                    .filter(hold -> !hold.id().equals(release.hold()))
                    .forEach(hold -> sound.holds()
                            .release(
                                    open,
                                    new HoldRelease(
                                            EntryId.at(release.at()),
                                            OperationId.random(),
                                            hold.id(),
                                            release.at(),
                                            release.policyVersion(),
                                            release.actor(),
                                            release.reason())));
        }

        @Override
        public DisposalStore disposals() {
            return sound.disposals();
        }

        @Override
        public KnownSubjects knownSubjects() {
            return new KnownSubjects() {
                @Override
                public KnownSubject find(SubjectId subject) {
                    return fault == Fault.CACHES_READS
                            ? cache.computeIfAbsent(key(subject), sound.knownSubjects()::find)
                            : sound.knownSubjects().find(key(subject));
                }

                @Override
                public List<KnownSubject> findAll(List<SubjectId> subjects, Aspects aspects) {
                    return subjects.stream().map(this::find).toList();
                }

                @Override
                public List<Listed> list(Aspects aspects, Optional<SubjectId> after) {
                    return sound.knownSubjects().list(aspects, after);
                }

                @Override
                public int chunkSize() {
                    return sound.knownSubjects().chunkSize();
                }
            };
        }

        @Override
        public Journal journal() {
            return new Journal() {
                @Override
                public List<StoredEntry> entries(SubjectId subject, Instant upTo) {
                    return sound.journal().entries(key(subject), upTo);
                }

                @Override
                public List<StoredEntry> latest(SubjectId subject, int limit) {
                    return sound.journal().latest(key(subject), limit);
                }

                @Override
                public Optional<Recorded> find(SubjectId subject, OperationId operation) {
                    return sound.journal().find(key(subject), operation);
                }
            };
        }

        @Override
        public PolicyStore policies() {
            return fault == Fault.OVERWRITES_POLICIES ? new Overwriting() : new Passing();
        }

        private final class Passing implements PolicyStore {

            @Override
            public List<StoredPolicy> all() {
                return sound.policies().all();
            }

            @Override
            public List<StoredPolicy> lockAll(Transaction transaction) {
                return write(transaction, open -> sound.policies().lockAll(open));
            }

            @Override
            public Publication publish(Transaction transaction, StoredPolicy policy) {
                return write(transaction, open -> sound.policies().publish(open, policy));
            }
        }

        private final class Overwriting implements PolicyStore {

            @Override
            public List<StoredPolicy> all() {
                return overwritten.values().stream()
                        .sorted(Comparator.comparing(StoredPolicy::effectiveFrom))
                        .toList();
            }

            @Override
            public List<StoredPolicy> lockAll(Transaction transaction) {
                return all();
            }

            @Override
            public Publication publish(Transaction transaction, StoredPolicy policy) {
                overwritten.put(policy.version(), policy);
                return Publication.STORED_NOW;
            }
        }
    }
}
