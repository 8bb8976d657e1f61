package org.privacyrules.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.privacyrules.policy.Finding;
import org.privacyrules.policy.Finding.Place;

/**
 * The tokens of one document, in whatever format. A parser is other people's code that meets hostile input: whatever it
 * throws becomes a refusal, and its message, which repeats the input, is dropped.
 */
abstract class Tokens {

    private final JsonParser parser;

    Tokens(JsonParser parser) {
        this.parser = parser;
    }

    /** Of the token that was read last, also of one that made the parser fail. */
    final JsonLocation location() {
        return parser.currentTokenLocation();
    }

    final @Nullable JsonToken next(DocumentPath path) throws Refusal {
        try {
            return parser.nextToken();
        } catch (IOException | RuntimeException e) {
            throw new Refusal(failure(path, e));
        }
    }

    final String text(DocumentPath path) throws Refusal {
        try {
            return parser.getText();
        } catch (IOException | RuntimeException e) {
            throw new Refusal(failure(path, e));
        }
    }

    Place place() {
        return place(location());
    }

    static Place place(JsonLocation location) {
        return new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    /** What the format can say and a document may not. */
    abstract Optional<Finding> forbidden(DocumentPath path);

    abstract Finding failure(DocumentPath path, Exception failure);

    final Place placeOf(Exception failure) {
        return failure instanceof JsonProcessingException located && located.getLocation() != null
                ? place(located.getLocation())
                : place();
    }

    static Finding syntax(DocumentPath path, String problem, String remedy) {
        return Finding.error("DOCUMENT_SYNTAX", path.toString(), problem, remedy, "");
    }

    static Finding truncated(DocumentPath path) {
        return Finding.error(
                "DOCUMENT_TRUNCATED",
                path.toString(),
                "the document ends in the middle",
                "close what is open at its end, or fetch the whole document",
                "");
    }
}
