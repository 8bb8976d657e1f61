package org.privacyrules.disposal;

import java.time.Instant;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/**
 * Data outside the storage's database that are to be disposed of.
 *
 * @param source the name of the {@link PersonalData}
 * @param subject whose data
 * @param category which data
 * @param operation the same for every try of the same disposal: an idempotency key
 * @param status how it stands
 * @param dueFrom since when the data are due
 * @param attempts how often it was tried
 * @param nextTry when it may be tried next
 */
public record DisposalTask(
        String source,
        SubjectId subject,
        String category,
        OperationId operation,
        Status status,
        Instant dueFrom,
        int attempts,
        Instant nextTry) {

    /** How a task stands. */
    public enum Status {
        /** It is written in the journal that the data go. */
        ANNOUNCED,
        /** The source has taken it on and has yet to confirm. */
        DONE,
        /** The source has confirmed that the data are gone. */
        CONFIRMED,
        /** It was tried too often: somebody must look. */
        PARKED
    }

    DisposalTask with(Status now, int tries, Instant next) {
        return new DisposalTask(source, subject, category, operation, now, dueFrom, tries, next);
    }

    /** Without the subject. */
    @Override
    public String toString() {
        return "DisposalTask(" + source + ", " + category + ", " + status + ")";
    }
}
