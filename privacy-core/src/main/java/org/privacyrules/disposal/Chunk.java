package org.privacyrules.disposal;

import java.util.List;
import java.util.Optional;

/**
 * What one chunk of a sweep did.
 *
 * @param keys the keys of the rows that were disposed of, as bytes, in order
 * @param range the first and the last of them in words; empty if they may be personal data
 * @param kept how many rows were due and are kept by a hold or a restriction
 */
@SuppressWarnings("ArrayRecordComponent") // read, never compared
public record Chunk(List<byte[]> keys, Optional<String> range, long kept) {

    /** Nothing was done. */
    static final Chunk NOTHING = new Chunk(List.of(), Optional.empty(), 0);

    public Chunk {
        keys = List.copyOf(keys);
    }
}
