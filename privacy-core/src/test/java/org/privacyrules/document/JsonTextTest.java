package org.privacyrules.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.privacyrules.document.Node.Kind;
import org.privacyrules.failure.InvalidInputException;

/** A tree is written so that it can be read again, and canonically so that it can be hashed. */
class JsonTextTest {

    @Provide
    Arbitrary<Node> trees() {
        return Arbitraries.randomValue(Trees::random);
    }

    private static Node read(String text, Format format) {
        Reading reading = DocumentReader.read(text, format);
        assertEquals(List.of(), reading.findings(), text);
        return Trees.withoutPlaces(reading.root().orElseThrow());
    }

    @Property
    void what_is_written_plainly_is_read_again_in_both_formats(@ForAll("trees") Node tree) {
        String written = JsonText.pretty(tree);
        assertEquals(tree, read(written, Format.JSON));
        assertEquals(written, JsonText.pretty(read(written, Format.JSON)), "in the same order");
    }

    @Property
    void json_is_yaml(@ForAll("trees") Node tree) {
        String written = JsonText.pretty(tree);
        assertEquals(written, JsonText.pretty(read(written, Format.YAML)));
    }

    @Property
    void the_canonical_form_does_not_depend_on_format_and_white_space(@ForAll("trees") Node tree) {
        String canonical;
        try {
            canonical = CanonicalJson.of(tree);
        } catch (InvalidInputException e) {
            return;
        }
        assertEquals(canonical, CanonicalJson.of(read(canonical, Format.JSON)));
        assertEquals(canonical, CanonicalJson.of(read(JsonText.pretty(tree), Format.YAML)));
    }

    @Example
    void plain_json_has_two_spaces_a_level() {
        Map<String, Node> values = new LinkedHashMap<>();
        values.put("b", Trees.list(Trees.number("1.10"), Trees.list(), Trees.word(Kind.NULL, "null")));
        values.put("a", Trees.mapping(Map.of()));
        assertEquals("""
                {
                  "b": [
                    1.10,
                    [],
                    null
                  ],
                  "a": {}
                }
                """, JsonText.pretty(Trees.mapping(values)));
    }

    @Example
    void the_canonical_form_is_that_of_rfc_8785() {
        assertEquals(
                "{\"a\":[true,\"€$\\u000f\\nA'B\\\"\\\\/\"],\"b\":1}",
                CanonicalJson.of(Trees.mapping(Map.of(
                        "b",
                        Trees.number("1"),
                        "a",
                        Trees.list(Trees.word(Kind.BOOLEAN, "true"), Trees.text("€$\u000f\nA'B\"\\/"))))));
        assertEquals(
                "{\"Unnormalized Unicode\":\"A\u030a\"}",
                CanonicalJson.of(read("{\"Unnormalized Unicode\":\"A\\u030a\"}", Format.JSON)));
        assertEquals(
                "[0,9007199254740991,-9007199254740991]",
                CanonicalJson.of(read("[-0, 9007199254740991, -9007199254740991]", Format.JSON)));
    }

    @Example
    void members_are_sorted_by_utf_16_code_units() {
        assertSorted("", "1", "10", "111", "A", "a");
        assertSorted("\n", "\r", "1", "</script>", "\u0080", "ö", "€", "😂", "\ufb33");
    }

    private static void assertSorted(String... names) {
        Map<String, Node> forward = new LinkedHashMap<>();
        Map<String, Node> backward = new LinkedHashMap<>();
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < names.length; i++) {
            forward.put(names[i], Trees.number("1"));
            backward.put(names[names.length - 1 - i], Trees.number("1"));
            String escaped = names[i].replace("\n", "\\n").replace("\r", "\\r");
            expected.append(i == 0 ? "{" : ",").append('"').append(escaped).append("\":1");
        }
        assertEquals(expected + "}", CanonicalJson.of(Trees.mapping(forward)));
        assertEquals(expected + "}", CanonicalJson.of(Trees.mapping(backward)));
    }

    @Example
    void what_has_no_canonical_form_is_refused() {
        List<Node> refused = List.of(
                Trees.text("\ud800"),
                Trees.text("\udc00x"),
                Trees.mapping(Map.of("\ud83d", Trees.number("1"))),
                Trees.number("9007199254740992"),
                Trees.number("-9007199254740992"),
                Trees.number("1.0"),
                Trees.number("1e2"),
                Trees.word(Kind.NULL, "null"));
        for (Node node : refused) {
            assertThrows(InvalidInputException.class, () -> CanonicalJson.of(Trees.list(node)));
        }
    }
}
