package org.privacyrules.subject;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The identity of one command on one subject. A command that is repeated with the same id changes nothing and returns the
 * first answer, so a caller who does not know whether a command arrived repeats it.
 *
 * @param value any UUID
 */
public record OperationId(UUID value) {

    /**
     * A new id.
     *
     * @return a random id
     */
    public static OperationId random() {
        return new OperationId(UUID.randomUUID());
    }

    /**
     * The id that belongs to a record of another system: the same source and key give the same id, for ever.
     *
     * @param source the other system, such as {@code "crm-2019"}
     * @param key the key of the record in that system
     * @return an id of UUID version 8, made of a SHA-256
     */
    public static OperationId derived(String source, String key) {
        MessageDigest sha256;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        byte[] sourceBytes = source.getBytes(StandardCharsets.UTF_8);
        sha256.update(
                ByteBuffer.allocate(Integer.BYTES).putInt(sourceBytes.length).flip());
        sha256.update(sourceBytes);
        ByteBuffer digest = ByteBuffer.wrap(sha256.digest(key.getBytes(StandardCharsets.UTF_8)));
        long high = (digest.getLong() & ~0xF000L) | 0x8000L;
        long low = (digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new OperationId(new UUID(high, low));
    }

    /**
     * The id of a step of this operation.
     *
     * @param step the step's name
     * @return an id derived from this one
     */
    public OperationId step(String step) {
        return derived(value.toString(), step);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
