package org.privacyrules.jdbc.mixups;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
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
import org.privacyrules.fact.FactEvent;
import org.privacyrules.fact.FactStore;
import org.privacyrules.hold.HoldStore;
import org.privacyrules.hold.RestrictionEvent;
import org.privacyrules.hold.RestrictionStore;
import org.privacyrules.ledger.Journal;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.ledger.StoredEntry;
import org.privacyrules.storage.Transaction;
import org.privacyrules.storage.Transactions;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/** A storage that takes whom it meets for the first one it has met who is the same by a careless comparison: the planted bug. */
record LooseStorage(Storage sound, BiPredicate<String, String> same) implements Storage {

    @Override
    public TenantStorage forTenant(Tenant tenant) {
        return new Loose(sound.forTenant(tenant), same, new ConcurrentHashMap<>(), new ArrayList<>());
    }

    private record Loose(
            TenantStorage sound, BiPredicate<String, String> same, Map<SubjectId, SubjectId> taken, List<SubjectId> met)
            implements TenantStorage {

        private SubjectId of(SubjectId subject) {
            return taken.computeIfAbsent(subject, unseen -> {
                SubjectId first = met.stream()
                        .filter(other -> same.test(subject.reveal(), other.reveal()))
                        .findFirst()
                        .orElse(subject);
                met.add(first);
                return first;
            });
        }

        private JournalEntry of(JournalEntry entry) {
            return new JournalEntry(
                    entry.id(),
                    entry.operation(),
                    of(entry.subject()),
                    entry.at(),
                    entry.kind(),
                    entry.policyVersion(),
                    entry.purpose(),
                    entry.payload());
        }

        @Override
        public Transactions transactions() {
            return sound.transactions();
        }

        @Override
        public FactStore facts() {
            return (open, event) -> sound.facts().record(open, FactEvent.read(of(event.entry())));
        }

        @Override
        public RestrictionStore restrictions() {
            return (open, event) -> sound.restrictions().record(open, RestrictionEvent.read(of(event.entry())));
        }

        @Override
        public HoldStore holds() {
            return sound.holds();
        }

        @Override
        public DisposalStore disposals() {
            return sound.disposals();
        }

        @Override
        public ConsentStore consents() {
            return new ConsentStore() {
                @Override
                public Recorded record(Transaction open, ConsentEvent event) {
                    StoredEntry entry =
                            new StoredEntry(of(event.entry()), 0, event.entry().at());
                    return sound.consents().record(open, ConsentEvent.read(entry));
                }

                @Override
                public Recorded merge(Transaction open, VisitorMerge merge) {
                    return sound.consents()
                            .merge(
                                    open,
                                    new VisitorMerge(
                                            merge.operation(),
                                            of(merge.visitor()),
                                            of(merge.account()),
                                            merge.at(),
                                            merge.policyVersion(),
                                            merge.evidence()));
                }
            };
        }

        @Override
        public KnownSubjects knownSubjects() {
            KnownSubjects known = sound.knownSubjects();
            return new KnownSubjects() {
                @Override
                public KnownSubject find(SubjectId subject) {
                    return known.find(of(subject));
                }

                @Override
                public List<KnownSubject> findAll(List<SubjectId> subjects, Aspects aspects) {
                    return known.findAll(subjects.stream().map(Loose.this::of).toList(), aspects);
                }

                @Override
                public List<Listed> list(Aspects aspects, Optional<SubjectId> after) {
                    return known.list(aspects, after);
                }

                @Override
                public int chunkSize() {
                    return known.chunkSize();
                }
            };
        }

        @Override
        public Journal journal() {
            Journal journal = sound.journal();
            return new Journal() {
                @Override
                public List<StoredEntry> entries(SubjectId subject, Instant upTo) {
                    return journal.entries(of(subject), upTo);
                }

                @Override
                public List<StoredEntry> latest(SubjectId subject, int limit) {
                    return journal.latest(of(subject), limit);
                }

                @Override
                public Optional<Recorded> find(SubjectId subject, OperationId operation) {
                    return journal.find(of(subject), operation);
                }
            };
        }

        @Override
        public PolicyStore policies() {
            return sound.policies();
        }
    }
}
