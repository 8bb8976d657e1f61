package org.privacyrules.ledger;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * The identity of a journal entry: a time-ordered UUID (version 7, RFC 9562), so that new entries go to the right edge of an
 * index. The order of entries is their sequence, never this id.
 *
 * @param value the UUID
 */
public record EntryId(UUID value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * A new id.
     *
     * @param at when the entry is made
     * @return an id that sorts after those of earlier milliseconds
     */
    public static EntryId at(Instant at) {
        long high = (at.toEpochMilli() << 16) | 0x7000L | (RANDOM.nextInt() & 0x0FFFL);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new EntryId(new UUID(high, low));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
