package org.privacyrules.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/** Reads the journal: a port of one tenant's storage. Thread-safe. */
public interface Journal {

    /**
     * What was recorded of a subject up to an instant: every entry up to the last one that the host's clock did not put after
     * the instant, so that a clock that leapt ahead and came back hides nothing that was recorded since.
     *
     * @param subject who
     * @param upTo the last instant that counts
     * @return in the order of the sequence; one round trip, a subject's whole history in memory
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    List<StoredEntry> entries(SubjectId subject, Instant upTo);

    /**
     * What was recorded of a subject last. The tenant's own entries can be very many: this reads no more than asked for.
     *
     * @param subject who
     * @param limit how many at most, at least 1
     * @return the newest first, in the opposite order of the sequence; one round trip
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    List<StoredEntry> latest(SubjectId subject, int limit);

    /**
     * What came of a command, for a caller who lost the connection before the answer. Waits for a command of the subject that is
     * still being written.
     *
     * @param subject whom the command concerned
     * @param operation its id
     * @return the answer that it got or would have got; empty if it is not recorded
     * @throws org.privacyrules.failure.StorageException if the storage failed: it is still unknown
     */
    Optional<Recorded> find(SubjectId subject, OperationId operation);
}
