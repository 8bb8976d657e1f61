package org.privacyrules.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.privacyrules.failure.InvalidInputException;

/**
 * The SHA-256 of a text in UTF-8, byte for byte: no normalisation, no trimming.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record ContentHash(String hex) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    public ContentHash {
        if (!SHAPE.matcher(hex).matches()) {
            throw new InvalidInputException("content hash: 64 lower-case hexadecimal digits are required");
        }
    }

    /**
     * The hash of a text.
     *
     * @param text the exact text
     * @return its hash
     */
    public static ContentHash of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new ContentHash(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
