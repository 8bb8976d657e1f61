package org.privacyrules.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.privacyrules.policy.Finding;

/** A document of a form of somebody else's is read as strictly as a policy. */
class DocumentFormTest {

    private static final DocumentForm FORM = DocumentForm.fields(
            DocumentForm.required("who", DocumentForm.text(), "Who it is."),
            DocumentForm.optional(
                    "values",
                    DocumentForm.names(
                            DocumentForm.either(DocumentForm.value(), DocumentForm.listOf(DocumentForm.value()))),
                    "Any."),
            DocumentForm.optional(
                    "time",
                    DocumentForm.fields(DocumentForm.optional("zone", DocumentForm.zone(), "Where."))
                            .orInShort(DocumentForm.trueOrFalse()),
                    "When."));

    private static String told(Finding finding) {
        return finding.code() + " " + finding.path() + " "
                + finding.place().orElseThrow().line();
    }

    private static DocumentPart under(DocumentPart root, String name) {
        return root.get("values").flatMap(values -> values.get(name)).orElseThrow();
    }

    @Test
    void values_keep_their_kinds() {
        DocumentPart root = FORM.readYaml(
                        "who: me\nvalues: { a: x, b: 3, c: 12345678901, d: 0.5, e: true, f: '3', g: [1, 2] }")
                .root()
                .orElseThrow();
        Map<String, DocumentPart> values = root.get("values").orElseThrow().members();
        assertEquals(List.of("a", "b", "c", "d", "e", "f", "g"), List.copyOf(values.keySet()));
        assertEquals(
                List.of("x", 3, 12345678901L, new BigDecimal("0.5"), true, "3"),
                values.values().stream().limit(6).map(DocumentPart::value).toList());
        assertEquals(
                List.of(1, 2),
                under(root, "g").elements().stream().map(DocumentPart::value).toList());
        assertEquals(
                List.of("x"),
                under(root, "a").elements().stream().map(DocumentPart::text).toList());
        assertTrue(root.hasNames() && !under(root, "g").hasNames());
    }

    @Test
    void a_short_form_stands_for_the_whole() {
        assertEquals(
                "true",
                FORM.readYaml("who: me\ntime: true")
                        .root()
                        .orElseThrow()
                        .get("time")
                        .orElseThrow()
                        .text());
        assertEquals(List.of(), FORM.readYaml("who: me\ntime: { zone: UTC }").findings());
    }

    @Test
    void what_is_wrong_is_found_at_its_place_and_nothing_is_given() {
        DocumentForm.Content content = FORM.readYaml("whom: me\ntime:\n  zone: Mars\nvalues: { a: null }");
        assertEquals(
                List.of(
                        "UNKNOWN_FIELD whom 1",
                        "INVALID_VALUE time.zone 3",
                        "MISSING_VALUE values.a 4",
                        "MISSING_FIELD who 1"),
                content.findings().stream().map(DocumentFormTest::told).toList());
        assertTrue(content.root().isEmpty());
    }

    @Test
    void a_value_that_is_missing_is_refused() {
        for (String missing : List.of("{ a: }", "{ a }", "{ a: null }", "{ a: '' }", "\n  a:\n")) {
            assertEquals(
                    1, FORM.readYaml("who: me\nvalues: " + missing).findings().size(), missing);
        }
    }

    @Test
    void a_reader_adds_findings_at_a_place() {
        DocumentPart root = FORM.readJson("{\"who\":\n \"me\"}").root().orElseThrow();
        Finding finding = root.get("who").orElseThrow().error("NOBODY", "nobody has that name", "write another");
        assertEquals("NOBODY who 2", told(finding));
        assertEquals("document part at who", root.get("who").orElseThrow().toString());
    }

    @Test
    void the_schema_says_the_same() {
        assertTrue(FORM.schema("Mine").contains("\"title\": \"Mine\""));
    }
}
