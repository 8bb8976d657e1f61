package org.privacyrules.disposal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.privacyrules.storage.Transaction;
import org.privacyrules.subject.SubjectId;

/**
 * The host's own tables with personal data, as one tenant's rules see them: a port of an adapter whose tables lie in the storage's
 * database. Plan and sweep get what is due from the same predicate. Thread-safe.
 */
public interface MappedTables {

    /**
     * All data that are mapped.
     *
     * @return in the order in which they are disposed of: what refers to others comes before them
     */
    List<MappedData> mapped();

    /**
     * Counts what is due, in one statement, which reads the table once and locks nothing.
     *
     * @param question what to count
     * @return the counts
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    Tally count(TallyQuestion question);

    /**
     * Whether anything is due that nothing keeps, also what others have locked.
     *
     * @param due which data
     * @param kept what holds and restrictions keep
     * @return true if a sweep has something left to do
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    boolean hasDue(DueData due, KeptSubjects kept);

    /**
     * Looks for rows that are due, locks nothing and waits for nobody. What is found is looked at again before it is disposed of, so
     * this need not be inside the gate of the holds.
     *
     * @param due which data
     * @param after where an earlier look ended; empty: from the first row
     * @param limit how many rows at most
     * @return rows, also such as others have locked or a hold keeps; possibly none although there is more to look at
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    FoundRows find(DueData due, Optional<FoundRows.Cursor> after, int limit);

    /**
     * Disposes of those rows that are still due. What others have locked is passed over.
     *
     * @param transaction that has entered the gate of the holds
     * @param due which data
     * @param kept what holds and restrictions keep, read inside the gate
     * @param rows some that were found
     * @param gone gets the key of each row that is disposed of, as bytes, in their order
     * @return what was done
     * @throws org.privacyrules.failure.StorageException if the storage failed; nothing was done then
     */
    Chunk dispose(
            Transaction transaction, DueData due, KeptSubjects kept, List<FoundRows.Row> rows, Consumer<byte[]> gone);

    /**
     * Looks for parts of a table that can be emptied as a whole, such as partitions in which every row is due. Locks nothing; they are
     * looked at again before they are emptied.
     *
     * @param due which data
     * @return their names; none where the host has not mapped that
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    default List<String> findWholes(DueData due) {
        return List.of();
    }

    /**
     * Empties a part of a table, if still every row in it is due and nothing keeps or locks any of them.
     *
     * @param transaction that has entered the gate of the holds
     * @param due which data
     * @param kept what holds and restrictions keep, read inside the gate
     * @param whole one that was found
     * @param limit how many rows at most
     * @param gone gets the key of each row; of no account if nothing was done
     * @return what was done; empty if nothing was
     * @throws org.privacyrules.failure.StorageException if the storage failed; nothing was done then
     */
    default Optional<Chunk> empty(
            Transaction transaction, DueData due, KeptSubjects kept, String whole, long limit, Consumer<byte[]> gone) {
        return Optional.empty();
    }

    /**
     * One row.
     *
     * @param data which data
     * @param key the values of its key, in the order of the mapping
     * @param zone in which days are told: the policy's
     * @return what the row says of each part; empty if there is no such row
     * @throws org.privacyrules.failure.InvalidInputException if the key does not fit
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    Optional<List<RowPart>> row(MappedData data, List<Object> key, ZoneId zone);

    /**
     * What could be mapped better, such as a column without an index.
     *
     * @return in words, for whoever runs the database
     */
    List<String> advice();

    /**
     * What a row says of one part.
     *
     * @param part which part
     * @param subject whose data it is; empty if the row does not tell
     * @param happened the days of its own events
     */
    record RowPart(MappedData.Part part, Optional<SubjectId> subject, Map<String, LocalDate> happened) {

        public RowPart {
            happened = Map.copyOf(happened);
        }
    }
}
