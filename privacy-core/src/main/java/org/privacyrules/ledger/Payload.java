package org.privacyrules.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.privacyrules.document.CanonicalJson;
import org.privacyrules.failure.PrivacyException;

/**
 * What an entry says beyond its columns: a flat map of names to strings, whose canonical form is JSON as RFC 8785 (JCS)
 * writes it for objects of strings: members sorted by UTF-16 code units, no white space, shortest escapes. Immutable.
 */
public final class Payload {

    /** The version of the canonical form, stored with each entry for ever. */
    public static final int FORMAT = 1;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final SortedMap<String, String> members;

    private Payload(SortedMap<String, String> members) {
        this.members = Collections.unmodifiableSortedMap(members);
    }

    /**
     * A payload.
     *
     * @param members names and values
     * @return the payload
     */
    public static Payload of(Map<String, String> members) {
        return new Payload(new TreeMap<>(members));
    }

    /**
     * Reads what {@link #canonical()} wrote.
     *
     * @param canonical JSON: one flat object of strings
     * @return the payload
     * @throws PrivacyException with code {@code CORRUPT_ENTRY} if it is anything else
     */
    public static Payload parse(String canonical) {
        SortedMap<String, String> members = new TreeMap<>();
        try (JsonParser parser = JSON.createParser(canonical)) {
            expect(parser.nextToken() == JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                expect(parser.nextToken() == JsonToken.VALUE_STRING);
                members.put(name, parser.getText());
            }
            expect(parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null);
        } catch (IOException e) {
            throw corrupt();
        }
        return new Payload(members);
    }

    private static void expect(boolean asWritten) {
        if (!asWritten) {
            throw corrupt();
        }
    }

    private static PrivacyException corrupt() {
        return new PrivacyException(
                "CORRUPT_ENTRY", "A journal entry's payload is not what this library writes: restore it from a backup");
    }

    /**
     * The canonical form.
     *
     * @return JSON
     */
    public String canonical() {
        return CanonicalJson.of(members);
    }

    /**
     * What it says something about.
     *
     * @return the names of its values, sorted
     */
    public Set<String> names() {
        return members.keySet();
    }

    /**
     * A value.
     *
     * @param name its name
     * @return empty if there is none
     */
    public Optional<String> text(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /**
     * A value that must be there.
     *
     * @param name its name
     * @return the value
     * @throws PrivacyException with code {@code CORRUPT_ENTRY} if it is not
     */
    public String require(String name) {
        return text(name).orElseThrow(Payload::corrupt);
    }

    /**
     * A value that is an instant.
     *
     * @param name its name
     * @return empty if there is none
     * @throws PrivacyException with code {@code CORRUPT_ENTRY} if it is not an instant
     */
    public Optional<Instant> instant(String name) {
        try {
            return text(name).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw corrupt();
        }
    }

    /**
     * A value that is a number and must be there.
     *
     * @param name its name
     * @return the number
     * @throws PrivacyException with code {@code CORRUPT_ENTRY} if it is not
     */
    public int number(String name) {
        try {
            return Integer.parseInt(require(name));
        } catch (NumberFormatException e) {
            throw corrupt();
        }
    }

    /**
     * A value that is the name of a constant and must be there.
     *
     * @param name its name
     * @param type the constants
     * @param <T> their type
     * @return the constant
     * @throws PrivacyException with code {@code CORRUPT_ENTRY} if it is not
     */
    public <T extends Enum<T>> T constant(String name, Class<T> type) {
        try {
            return Enum.valueOf(type, require(name));
        } catch (IllegalArgumentException e) {
            throw corrupt();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload that && members.equals(that.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    /** The names alone: values may be personal data. */
    @Override
    public String toString() {
        return "Payload" + members.keySet();
    }
}
