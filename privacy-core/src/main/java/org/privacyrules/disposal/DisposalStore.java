package org.privacyrules.disposal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.Payload;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.ledger.StoredEntry;
import org.privacyrules.storage.Transaction;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/** What disposal remembers: its journal entries, its last plan and sweep, and what was announced elsewhere: a port of one tenant's
 * storage. Thread-safe. */
public interface DisposalStore {

    /**
     * Writes an entry that leaves no state of its subject.
     *
     * @param transaction the adapter's open transaction
     * @param entry what to record
     * @return where it stands; the first answer if the operation was recorded before
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    Recorded record(Transaction transaction, JournalEntry entry);

    /**
     * What was recorded under an operation id, for work that runs again because its answer was lost.
     *
     * @param transaction the adapter's open transaction
     * @param subject whom the operation concerned
     * @param operation its id
     * @return empty if it is not recorded
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    Optional<StoredEntry> recorded(Transaction transaction, SubjectId subject, OperationId operation);

    /**
     * The subjects whose processing is restricted (Art. 18 GDPR).
     *
     * @param transaction the adapter's open transaction
     * @return in no order
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    List<SubjectId> restricted(Transaction transaction);

    /**
     * A note by its name.
     *
     * @param name such as {@code plan}
     * @return empty if there is none
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    Optional<Payload> note(String name);

    /**
     * Writes a note in the place of the one of that name.
     *
     * @param transaction the adapter's open transaction
     * @param name 1 to 64 characters
     * @param note the note
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    void note(Transaction transaction, String name, Payload note);

    /**
     * What was announced to a source for a subject and a category.
     *
     * @param source the source's name
     * @param subject whose data
     * @param category which data
     * @return empty if nothing was
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    Optional<DisposalTask> task(String source, SubjectId subject, String category);

    /**
     * The tasks that may be tried.
     *
     * @param source the source's name
     * @param at those whose next try is not later
     * @param limit how many at most
     * @return the longest waiting first
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    List<DisposalTask> openTasks(String source, Instant at, int limit);

    /**
     * How many tasks there are.
     *
     * @param source the source's name
     * @return by how they stand
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    Map<DisposalTask.Status, Long> taskCounts(String source);

    /**
     * Writes a task in the place of the one of the same source, subject and category.
     *
     * @param transaction the adapter's open transaction
     * @param task the task
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    void put(Transaction transaction, DisposalTask task);
}
