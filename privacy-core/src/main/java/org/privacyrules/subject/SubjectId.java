package org.privacyrules.subject;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.privacyrules.failure.InvalidInputException;

/**
 * A data subject (Art. 4(1) GDPR): an opaque key of the host's, compared byte for byte.
 *
 * <p>Use a surrogate key, never an e-mail address or a personal number: the key is stored, and it must not change when the
 * person's data do. The key does not print itself; {@link #reveal()} shows it, and a reviewer can search for that word.
 *
 * <p>The natural order is that of the key's UTF-8 bytes, which is the order of every adapter's listings. Immutable.
 */
public final class SubjectId implements Comparable<SubjectId> {

    /** The longest key in UTF-8 bytes. */
    public static final int MAX_BYTES = 255;

    /**
     * Nobody: the key of a tenant's own entries in the journal, such as a hold on a category. It is no subject: nothing can be
     * known of it, no listing has it, and {@link #of} never gives it.
     */
    public static final SubjectId NOBODY = new SubjectId("");

    private final String key;

    private SubjectId(String key) {
        this.key = key;
    }

    /**
     * The subject with this key.
     *
     * @param key 1 to {@value #MAX_BYTES} bytes in UTF-8; any characters, not blank
     * @return the subject
     * @throws InvalidInputException if the key is blank, too long or not valid Unicode
     */
    public static SubjectId of(String key) {
        String broken = brokenRule(key);
        if (broken != null) {
            throw new InvalidInputException("subject key: " + broken);
        }
        return new SubjectId(key);
    }

    /**
     * Whether a text can be a subject's key.
     *
     * @param key any text
     * @return true if {@link #of} takes it
     */
    public static boolean isKey(String key) {
        return brokenRule(key) == null;
    }

    /** The rule that a text breaks as a key, null if it is one. */
    static @Nullable String brokenRule(String key) {
        if (key.isBlank()) {
            return "must not be blank";
        }
        if (isAscii(key) && key.length() <= MAX_BYTES) {
            return null;
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(key)) {
            return "contains half of a surrogate pair";
        }
        if (key.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return "at most " + MAX_BYTES + " bytes in UTF-8";
        }
        return null;
    }

    /**
     * The subject with this key in UTF-8, as a storage adapter reads it.
     *
     * @param key what {@link #toBytes()} gave
     * @return the subject
     * @throws InvalidInputException if the bytes are not a key
     */
    public static SubjectId ofBytes(byte[] key) {
        if (isAscii(key) && key.length <= MAX_BYTES) {
            String ascii = new String(key, StandardCharsets.ISO_8859_1);
            if (!ascii.isBlank()) {
                return new SubjectId(ascii);
            }
        }
        try {
            return of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(key))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new InvalidInputException("subject key: not valid UTF-8");
        }
    }

    /** Nearly all keys are, and millions of them are read at a time. */
    private static boolean isAscii(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(byte[] key) {
        for (byte b : key) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * This subject, where only a person will do.
     *
     * @return this
     * @throws InvalidInputException if this is {@link #NOBODY}
     */
    public SubjectId requireSomebody() {
        if (key.isEmpty()) {
            throw new InvalidInputException("subject: somebody is required, nobody is given");
        }
        return this;
    }

    /**
     * The key itself. Treat it as personal data.
     *
     * @return the key as given
     */
    public String reveal() {
        return key;
    }

    /**
     * The key in UTF-8, as a storage adapter writes it. Treat it as personal data.
     *
     * @return a new array
     */
    public byte[] toBytes() {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int compareTo(SubjectId other) {
        int common = Math.min(key.length(), other.key.length());
        for (int i = 0; i < common; i++) {
            char one = key.charAt(i);
            char two = other.key.charAt(i);
            if (one != two) {
                return Integer.compare(utf8Order(one), utf8Order(two));
            }
        }
        return Integer.compare(key.length(), other.key.length());
    }

    /** UTF-8 puts what UTF-16 writes as surrogate pairs behind everything else. */
    private static int utf8Order(char unit) {
        return Character.isSurrogate(unit) ? unit + 0x1_0000 : unit;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SubjectId that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /** Hides the key. */
    @Override
    public String toString() {
        return "SubjectId(hidden)";
    }
}
