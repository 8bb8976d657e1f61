package org.privacyrules.decision;

import java.util.List;
import java.util.Optional;
import org.privacyrules.subject.SubjectId;

/**
 * Reads what is known of subjects: a port of one tenant's storage. Every read sees all commands that were answered before it
 * began, on whichever node; nothing is cached. Thread-safe.
 */
public interface KnownSubjects {

    /**
     * All that is known of one subject, in one round trip.
     *
     * @param subject who
     * @return {@link KnownSubject#NOTHING} if nothing is known
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    KnownSubject find(SubjectId subject);

    /**
     * Some aspects of many subjects, in one round trip.
     *
     * @param subjects at most {@link #chunkSize()}
     * @param aspects which aspects
     * @return one for each subject, in the same order; each has the aspects and may have more
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    List<KnownSubject> findAll(List<SubjectId> subjects, Aspects aspects);

    /**
     * The next subjects of whom some aspect is known, in the order of {@link SubjectId}, in one round trip.
     *
     * @param aspects which aspects
     * @param after the last subject of the previous page, empty for the first page
     * @return in ascending order; empty only after the last subject
     * @throws org.privacyrules.failure.StorageException if the storage failed
     */
    List<Listed> list(Aspects aspects, Optional<SubjectId> after);

    /**
     * How many subjects the storage reads best in one statement.
     *
     * @return at least 1
     */
    int chunkSize();

    /**
     * A subject in a listing.
     *
     * @param subject who
     * @param known the aspects asked for, possibly more
     */
    record Listed(SubjectId subject, KnownSubject known) {}
}
