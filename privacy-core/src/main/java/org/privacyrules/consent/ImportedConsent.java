package org.privacyrules.consent;

import java.time.Instant;
import java.util.Set;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.subject.SubjectId;

/**
 * An answer that another system recorded.
 *
 * @param sourceId the key of that record; with the evidence's source it makes the import idempotent
 * @param subject whose answer
 * @param purpose a purpose of the policy
 * @param status given, refused, withdrawn or objected
 * @param happenedAt when the subject answered
 * @param evidence its {@code source} names the other system; a given consent without the hash of a text that the policy
 *     knows is recorded as unproven and permits nothing
 */
public record ImportedConsent(
        String sourceId,
        SubjectId subject,
        String purpose,
        ConsentStatus status,
        Instant happenedAt,
        Evidence evidence) {

    private static final Set<ConsentStatus> IMPORTABLE =
            Set.of(ConsentStatus.GIVEN, ConsentStatus.REFUSED, ConsentStatus.WITHDRAWN, ConsentStatus.OBJECTED);

    public ImportedConsent {
        if (sourceId.isBlank()) {
            throw new InvalidInputException("imported consent: the source id must not be blank");
        }
        if (!IMPORTABLE.contains(status)) {
            throw new InvalidInputException(
                    "imported consent: status " + status + " cannot be imported, only " + IMPORTABLE);
        }
    }

    boolean isYes() {
        return status == ConsentStatus.GIVEN;
    }

    /** Without the source id, which may be personal data. */
    @Override
    public String toString() {
        return "ImportedConsent(" + purpose + " " + status + ")";
    }
}
