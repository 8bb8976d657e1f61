package org.privacyrules.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.privacyrules.policy.Finding;

/** A parser's own mistake is the document's. */
class TokensTest {

    private static final class Failing extends JsonParserDelegate {

        Failing(JsonParser parser) {
            super(parser);
        }

        @Override
        public JsonToken nextToken() throws IOException {
            if (super.nextToken() == JsonToken.START_ARRAY) {
                throw new IndexOutOfBoundsException("index secret");
            }
            return delegate.currentToken();
        }

        @Override
        public String getText() {
            throw new IllegalStateException("secret");
        }
    }

    private static List<String> read(String document) throws IOException {
        Tokens tokens = new Tokens(new Failing(new JsonFactory().createParser(document))) {

            @Override
            Optional<Finding> forbidden(DocumentPath path) {
                return Optional.empty();
            }

            @Override
            Finding failure(DocumentPath path, Exception failure) {
                return syntax(path, "this cannot be read", "mend it").at(placeOf(failure));
            }
        };
        return new NodeReader(tokens)
                .read().findings().stream().map(Finding::toString).toList();
    }

    @Test
    void whatever_a_parser_throws_is_a_finding_without_its_message() throws IOException {
        assertEquals(
                List.of("document (line 1, column 1): this cannot be read: mend it [DOCUMENT_SYNTAX]"), read("[1]"));
        assertEquals(
                List.of("document (line 1, column 1): this cannot be read: mend it [DOCUMENT_SYNTAX]"), read("\"x\""));
    }
}
