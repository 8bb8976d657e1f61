package org.privacyrules.document;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.policy.ContentHash;

/**
 * A published version of a tenant's policy, as it is kept. Instants are cut to microseconds, which every database keeps.
 *
 * @param version its name, 1 to 64 characters; names are compared character by character
 * @param effectiveFrom from when it is in force
 * @param hash of its content, kept as given: the document may say the same content in another form
 * @param document the content as text, some megabytes at most
 * @param publishedAt what the publisher's clock said
 */
public record StoredPolicy(
        String version, Instant effectiveFrom, ContentHash hash, String document, Instant publishedAt) {

    private static final int LONGEST_NAME = 64;

    public StoredPolicy {
        if (version.isBlank() || version.length() > LONGEST_NAME) {
            throw new InvalidInputException("policy version: a name of 1 to 64 characters is required");
        }
        if (!isUnicode(version) || !isUnicode(document)) {
            throw new InvalidInputException("policy version: half a surrogate pair is no text");
        }
        effectiveFrom = effectiveFrom.truncatedTo(ChronoUnit.MICROS);
        publishedAt = publishedAt.truncatedTo(ChronoUnit.MICROS);
    }

    private static boolean isUnicode(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** Its name and start, without the document. */
    @Override
    public String toString() {
        return "policy " + version + " from " + effectiveFrom;
    }
}
