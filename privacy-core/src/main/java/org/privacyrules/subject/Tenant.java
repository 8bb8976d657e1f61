package org.privacyrules.subject;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.privacyrules.failure.InvalidInputException;

/**
 * The controller whose rules these are (Art. 4(7) GDPR). Several tenants may share one schema; nothing of one is visible to
 * another.
 *
 * @param name 1 to 64 characters of {@code a-z A-Z 0-9 . _ -}
 */
public record Tenant(String name) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public Tenant {
        if (!SHAPE.matcher(name).matches()) {
            throw new InvalidInputException("tenant: 1 to 64 characters of a-z A-Z 0-9 . _ - are allowed");
        }
    }

    /**
     * The name as bytes, as a storage adapter writes it: no collation can make two of them equal.
     *
     * @return a new array
     */
    public byte[] toBytes() {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return name;
    }
}
