package org.privacyrules.disposal;

import java.util.Optional;

/**
 * What one chunk of a sweep did, beside the keys of the rows that are gone.
 *
 * @param range the first and the last of the keys in words; empty if they may be personal data
 * @param kept how many rows were due and are kept by a hold or a restriction
 */
public record Chunk(Optional<String> range, long kept) {

    /** Nothing was done. */
    static final Chunk NOTHING = new Chunk(Optional.empty(), 0);
}
