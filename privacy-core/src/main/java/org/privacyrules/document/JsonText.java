package org.privacyrules.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.privacyrules.document.Node.Kind;

/** Writes one tree as JSON. */
final class JsonText {

    private static final JsonFactory JSON = new JsonFactory();

    private final StringWriter written = new StringWriter();
    private final JsonGenerator generator;
    private final boolean sorted;

    private JsonText(boolean sorted) {
        this.sorted = sorted;
        try {
            generator = JSON.createGenerator(written);
        } catch (IOException e) {
            throw impossible(e);
        }
    }

    static JsonText canonical() {
        JsonText text = new JsonText(true);
        text.generator.setCharacterEscapes(CanonicalEscapes.INSTANCE);
        return text;
    }

    /** For people: in the tree's own order, two spaces a level, a line end at the end. */
    static String pretty(Node root) {
        JsonText text = new JsonText(false);
        text.generator.setPrettyPrinter(printer());
        text.generator.setCharacterEscapes(LineEndEscapes.INSTANCE);
        text.node(root);
        return text + "\n";
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(new Separators(
                        Separators.DEFAULT_ROOT_VALUE_SEPARATOR,
                        ':',
                        Separators.Spacing.AFTER,
                        ',',
                        Separators.Spacing.NONE,
                        "",
                        ',',
                        Separators.Spacing.NONE,
                        ""))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
    }

    void node(Node root) {
        try {
            write(root);
        } catch (IOException e) {
            throw impossible(e);
        }
    }

    void texts(Map<String, String> members) {
        try {
            generator.writeStartObject();
            for (Map.Entry<String, String> member : new TreeMap<>(members).entrySet()) {
                generator.writeStringField(member.getKey(), member.getValue());
            }
            generator.writeEndObject();
        } catch (IOException e) {
            throw impossible(e);
        }
    }

    private static UncheckedIOException impossible(IOException e) {
        return new UncheckedIOException("a StringWriter does not fail", e);
    }

    private void write(Node node) throws IOException {
        if (node instanceof Node.Mapping mapping) {
            write(mapping);
        } else if (node instanceof Node.Elements list) {
            generator.writeStartArray();
            for (Node element : list.elements()) {
                write(element);
            }
            generator.writeEndArray();
        } else if (node instanceof Node.Scalar scalar) {
            write(scalar);
        }
    }

    private void write(Node.Mapping mapping) throws IOException {
        Map<String, Node.Member> members = sorted ? new TreeMap<>(mapping.members()) : mapping.members();
        generator.writeStartObject();
        for (Map.Entry<String, Node.Member> member : members.entrySet()) {
            generator.writeFieldName(member.getKey());
            write(member.getValue().value());
        }
        generator.writeEndObject();
    }

    private void write(Node.Scalar scalar) throws IOException {
        if (scalar.kind() == Kind.TEXT) {
            generator.writeString(scalar.text());
        } else {
            generator.writeRawValue(sorted && scalar.text().equals("-0") ? "0" : scalar.text());
        }
    }

    /** What is written, complete. The generator is closed, which gives its buffers back to be used again. */
    @Override
    public String toString() {
        try {
            generator.close();
        } catch (IOException e) {
            throw impossible(e);
        }
        return written.toString();
    }
}
