package org.privacyrules.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.privacyrules.policy.Finding;

/** JSON as RFC 8259 has it: no comments, no trailing commas, no {@code NaN}. */
final class JsonTokens extends Tokens {

    /** The reader has limits of its own, which say where; these stand behind them. */
    static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(NodeReader.DEPTH + 2)
            .maxNumberLength(DocumentText.LIMIT)
            .maxStringLength(DocumentText.LIMIT)
            .maxNameLength(DocumentText.LIMIT)
            .build();

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(CONSTRAINTS)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private final DocumentText text;

    private JsonTokens(DocumentText text, JsonParser parser) {
        super(parser);
        this.text = text;
    }

    static JsonTokens of(DocumentText text) {
        try {
            return new JsonTokens(text, JSON.createParser(new StringReader(text.characters())));
        } catch (IOException e) {
            throw new UncheckedIOException("a StringReader does not fail", e);
        }
    }

    @Override
    Optional<Finding> forbidden(DocumentPath path) {
        return Optional.empty();
    }

    @Override
    Finding failure(DocumentPath path, Exception failure) {
        boolean ended = failure instanceof JsonEOFException || offset(failure) >= text.end();
        return (ended ? truncated(path) : syntax(path, "this is not JSON", remedy(offset(failure))))
                .at(placeOf(failure));
    }

    private static long offset(Exception failure) {
        if (!(failure instanceof JsonProcessingException located)) {
            return -1;
        }
        JsonLocation location = located.getLocation();
        return location == null ? -1 : location.getCharOffset();
    }

    private String remedy(long offset) {
        char found = offset < 0 ? ' ' : text.characters().charAt((int) offset);
        return switch (found) {
            case '/', '#' -> "JSON has no comments: remove it, or write the document in YAML";
            case '\'' -> "put names and texts in double quotes";
            case '\n', '\r' -> "a text ends on its line: close its quotes, and write a line end in it as \\n";
            default -> "check the commas, colons, quotes and brackets before this place";
        };
    }
}
