package org.privacyrules.memory;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.privacyrules.decision.KnownSubject;
import org.privacyrules.disposal.DisposalStore;
import org.privacyrules.disposal.DisposalTask;
import org.privacyrules.disposal.DisposalTask.Status;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.Payload;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.ledger.StoredEntry;
import org.privacyrules.storage.Transaction;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/** What one tenant's disposal remembers. */
final class MemoryDisposals implements DisposalStore {

    private final Map<SubjectId, KnownSubject> known;
    private volatile Kept committed = Kept.NOTHING;

    MemoryDisposals(Map<SubjectId, KnownSubject> known) {
        this.known = known;
    }

    /** Of which task: there is one at a time. */
    record Key(String source, SubjectId subject, String category) {}

    /** Notes and tasks. Immutable. */
    record Kept(Map<String, Payload> notes, Map<Key, DisposalTask> tasks) {

        static final Kept NOTHING = new Kept(Map.of(), Map.of());

        Kept with(String name, Payload note) {
            return new Kept(added(notes, name, note), tasks);
        }

        Kept with(DisposalTask task) {
            return new Kept(notes, added(tasks, new Key(task.source(), task.subject(), task.category()), task));
        }

        private static <K, V> Map<K, V> added(Map<K, V> to, K key, V value) {
            Map<K, V> more = new HashMap<>(to);
            more.put(key, value);
            return Collections.unmodifiableMap(more);
        }
    }

    Kept committed() {
        return committed;
    }

    void commit(Kept changed) {
        committed = changed;
    }

    @Override
    public Recorded record(Transaction transaction, JournalEntry entry) {
        return ((MemoryTransaction) transaction).append(entry);
    }

    @Override
    public Optional<StoredEntry> recorded(Transaction transaction, SubjectId subject, OperationId operation) {
        return ((MemoryTransaction) transaction).find(subject, operation);
    }

    @Override
    public List<SubjectId> restricted(Transaction transaction) {
        return known.entrySet().stream()
                .filter(each -> each.getValue().restricted())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public Optional<Payload> note(String name) {
        return Optional.ofNullable(committed.notes().get(name));
    }

    @Override
    public void note(Transaction transaction, String name, Payload note) {
        ((MemoryTransaction) transaction).keep(name, note);
    }

    @Override
    public Optional<DisposalTask> task(String source, SubjectId subject, String category) {
        return Optional.ofNullable(committed.tasks().get(new Key(source, subject, category)));
    }

    @Override
    public List<DisposalTask> openTasks(String source, Instant at, int limit) {
        return committed.tasks().values().stream()
                .filter(task -> task.source().equals(source))
                .filter(task -> task.status() == Status.ANNOUNCED || task.status() == Status.DONE)
                .filter(task -> !task.nextTry().isAfter(at))
                .sorted(Comparator.comparing(DisposalTask::nextTry).thenComparing(DisposalTask::subject))
                .limit(limit)
                .toList();
    }

    @Override
    public Map<Status, Long> taskCounts(String source) {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        Function<DisposalTask, Status> status = DisposalTask::status;
        committed.tasks().values().stream()
                .filter(task -> task.source().equals(source))
                .map(status)
                .forEach(each -> counts.merge(each, 1L, Long::sum));
        return counts;
    }

    @Override
    public void put(Transaction transaction, DisposalTask task) {
        ((MemoryTransaction) transaction).keep(task);
    }
}
