package org.privacyrules.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.privacyrules.document.Format.JSON;
import static org.privacyrules.document.Format.YAML;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.privacyrules.policy.Finding;

/** Whatever is wrong with a document has a name and a place. */
class HostileDocumentTest {

    private static final int MANY = 1_000_000;
    private static final int LONG = NodeReader.TEXT_LENGTH + 1;

    /** One finding as code, line, column and path. */
    private static String told(Finding finding) {
        return finding.code()
                + finding.place()
                        .map(place -> " " + place.line() + ":" + place.column() + " ")
                        .orElse(" ")
                + finding.path();
    }

    private static List<String> told(String text, Format format) {
        return DocumentReader.read(text, format).findings().stream()
                .map(HostileDocumentTest::told)
                .toList();
    }

    private static void assertFound(String expected, String text, Format format) {
        assertEquals(List.of(expected), told(text, format), text.length() > 200 ? format.name() : text);
    }

    private static String codes(Reading reading) {
        return reading.findings().stream().map(Finding::code).collect(Collectors.joining(" "));
    }

    @Test
    void a_document_that_ends_in_the_middle_is_truncated() {
        String whole = "{\"a\": [1, true, \"x\", {\"b\": null}]}";
        for (int length = 1; length < whole.length(); length++) {
            Reading cut = DocumentReader.read(whole.substring(0, length), JSON);
            assertEquals("DOCUMENT_TRUNCATED", codes(cut), whole.substring(0, length));
            assertEquals(Optional.empty(), cut.root());
        }
        for (String cut : List.of("a: [1, 2", "a: {b", "a: \"x", "a: 'x\n\n", "{a: 1,")) {
            assertEquals("DOCUMENT_TRUNCATED", codes(DocumentReader.read(cut, YAML)), cut);
        }
    }

    @Test
    void an_error_of_syntax_has_its_place_and_is_the_last_finding() {
        assertFound("DOCUMENT_SYNTAX 2:8 document", "{\n \"a\": x}", JSON);
        assertFound("DOCUMENT_SYNTAX 1:9 document", "{\"a\": 1,}", JSON);
        assertFound("DOCUMENT_SYNTAX 1:7 document", "{\"a\": // why\n1}", JSON);
        assertFound("DOCUMENT_SYNTAX 1:10 document", "{\"a\": NaN}", JSON);
        assertFound("DOCUMENT_SYNTAX 1:8 document", "{\"a\": 01}", JSON);
        assertFound("DOCUMENT_SYNTAX 1:9 a", "{\"a\": \"x\ny\"}", JSON);
        assertFound("DOCUMENT_SYNTAX 1:2 document", "{1: 2}", JSON);
        assertFound("DOCUMENT_SYNTAX 2:1 a", "a:\n\t- b", YAML);
        assertFound("DOCUMENT_SYNTAX 1:5 document", "a: b: c", YAML);
        assertEquals(
                List.of("DUPLICATE_KEY 1:9 a", "DOCUMENT_SYNTAX 1:21 document"),
                told("{\"a\":1, \"a\":2, \"b\":x }", JSON));
    }

    @Test
    void the_remedy_fits_the_mistake() {
        assertTrue(DocumentReader.read("{\"a\": 1 // why\n}", JSON)
                .findings()
                .get(0)
                .remedy()
                .contains("no comments"));
        assertTrue(
                DocumentReader.read("{'a': 1}", JSON).findings().get(0).remedy().contains("double quotes"));
        assertTrue(DocumentReader.read("a:\n\t- b", YAML)
                .findings()
                .get(0)
                .remedy()
                .contains("tabs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
    void a_million_brackets_are_too_deep_in_both_formats(String opening) {
        for (Format format : Format.values()) {
            Reading deep = DocumentReader.read((opening + "\n").repeat(MANY / opening.length()), format);
            assertEquals("DOCUMENT_TOO_DEEP", codes(deep), format.name());
        }
    }

    @ParameterizedTest
    @CsvSource({"'- ',DOCUMENT_TOO_DEEP", "'? ',KEY_NOT_TEXT", "'{',KEY_NOT_TEXT", "'[{a: ',DOCUMENT_TOO_DEEP"})
    void many_openings_of_yaml_are_refused_at_the_limit(String opening, String code) {
        assertEquals(code, codes(DocumentReader.read(opening.repeat(YamlTokens.LINE_LENGTH / opening.length()), YAML)));
        String indented = IntStream.range(0, 1000)
                .mapToObj(depth -> " ".repeat(depth) + "a:\n")
                .collect(Collectors.joining());
        assertEquals("DOCUMENT_TOO_DEEP", codes(DocumentReader.read(indented, YAML)));
    }

    @Test
    void thirty_two_levels_are_read() {
        for (Format format : Format.values()) {
            String deep = "[".repeat(NodeReader.DEPTH) + "]".repeat(NodeReader.DEPTH);
            assertEquals("", codes(DocumentReader.read(deep, format)));
            assertEquals("DOCUMENT_TOO_DEEP", codes(DocumentReader.read("[" + deep + "]", format)));
        }
    }

    @Test
    void an_anchor_or_alias_is_refused_wherever_it_stands() {
        assertEquals(List.of("ALIAS_NOT_ALLOWED 1:4 a", "ALIAS_NOT_ALLOWED 2:4 b"), told("a: &x [1]\nb: *x", YAML));
        assertFound("ALIAS_NOT_ALLOWED 1:1 document", "&a k: v", YAML);
        assertEquals("ALIAS_NOT_ALLOWED", told("*a : v", YAML).get(0).substring(0, 17));
        assertFound("ALIAS_NOT_ALLOWED 1:5 [1]", "[a, *b]", YAML);
        assertFound("ALIAS_NOT_ALLOWED 1:5 \"<<\"", "<<: *base", YAML);
        assertEquals(Optional.empty(), DocumentReader.read("a: *x", YAML).root());
    }

    @Test
    void an_alias_bomb_is_never_expanded() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 100; i++) {
            bomb.append("a%d: &a%d [*a%d,*a%d,*a%d]%n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        Reading refused = DocumentReader.read(bomb.toString(), YAML);
        assertEquals(100 + 99 * 3, refused.findings().size());
        assertTrue(
                refused.findings().stream().allMatch(finding -> finding.code().equals("ALIAS_NOT_ALLOWED")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!javax.script.ScriptEngineManager [!!java.net.URL [\"http://localhost\"]]",
                "!!binary \"&&\"",
                "!!str 3",
                "! x",
                "!<tag:x> {a: 1}",
                "!!str k: v"
            })
    void a_tag_is_refused(String tagged) {
        Reading refused = DocumentReader.read(tagged, YAML);
        assertEquals("TAG_NOT_ALLOWED", refused.findings().get(0).code());
        assertEquals(
                "TAG_NOT_ALLOWED",
                DocumentReader.read("a: " + tagged.replace("k: ", ""), YAML)
                        .findings()
                        .get(0)
                        .code());
    }

    @Test
    void a_second_document_is_refused() {
        assertFound("SEVERAL_DOCUMENTS 3:1 document", "a: 1\n---\nb: 2", YAML);
        assertFound("SEVERAL_DOCUMENTS 1:4 document", "{} {}", JSON);
        assertEquals(List.of(), told("--- \na: 1\n...\n", YAML));
    }

    @Test
    void every_duplicate_name_is_found_however_it_is_written() {
        assertEquals(
                List.of("DUPLICATE_KEY 1:9 a", "DUPLICATE_KEY 1:21 a"),
                told("{\"a\":1, \"\\u0061\":2, \"a\":3}", JSON));
        assertEquals(
                List.of("DUPLICATE_KEY 2:1 a", "DUPLICATE_KEY 3:1 a", "DUPLICATE_KEY 5:3 b.c"),
                told("a: 1\n\"a\": 2\n'a': 3\nb: {c: 1,\n  c: 2}", YAML));
        Node root = DocumentReader.read("a: 1\na: 2", YAML).root().orElseThrow();
        assertEquals("1", ((Node.Scalar) ((Node.Mapping) root).get("a").orElseThrow()).text(), "the first one stays");
    }

    @Test
    void a_name_is_one_text() {
        assertFound("KEY_NOT_TEXT 1:3 document", "? [a]\n: b", YAML);
        assertFound("KEY_NOT_TEXT 1:5 a", "a: {{b: 1}: 2}", YAML);
        assertFound("KEY_NOT_TEXT 1:3 document", "? - a\n: b", YAML);
    }

    @ParameterizedTest
    @EnumSource
    void long_numbers_stay_texts_and_are_found(Format format) {
        assertEquals(List.of(), told("[1e999999999]", format));
        assertFound("VALUE_TOO_LONG 1:2 [0]", "[" + "9".repeat(LONG) + "]", format);
        assertFound("VALUE_TOO_LONG 1:2 [0]", "[0." + "9".repeat(LONG) + "e9]", format);
    }

    @Test
    void a_long_line_of_yaml_is_refused_before_it_is_read() {
        assertFound("LINE_TOO_LONG 2:131073 document", "a:\n" + "9".repeat(MANY), YAML);
        assertFound("VALUE_TOO_LONG 1:1 document", "9".repeat(MANY), JSON);
    }

    @ParameterizedTest
    @EnumSource
    void long_texts_and_names_are_found(Format format) {
        assertFound("VALUE_TOO_LONG 1:2 [0]", "[\"" + "x".repeat(LONG) + "\"]", format);
        String name = "x".repeat(300);
        assertFound("VALUE_TOO_LONG 1:2 document", "{\"" + name + "\": 1}", format);
        assertEquals("", codes(DocumentReader.read("[\"" + "x".repeat(NodeReader.TEXT_LENGTH) + "\"]", format)));
    }

    @ParameterizedTest
    @EnumSource
    void a_document_beyond_the_limit_is_not_read(Format format, @TempDir Path directory) throws Exception {
        String large = "\"" + "\n".repeat(DocumentText.LIMIT) + "\"";
        assertFound("DOCUMENT_TOO_LARGE document", large, format);
        ByteArrayInputStream endless = new ByteArrayInputStream(new byte[3 * DocumentText.LIMIT]);
        assertEquals("DOCUMENT_TOO_LARGE", codes(DocumentReader.read(endless, format)));
        assertEquals(2 * DocumentText.LIMIT - 1, endless.available(), "no more was read");
        Path file = directory.resolve("large." + format.name());
        Files.writeString(file, large);
        assertEquals("DOCUMENT_TOO_LARGE", codes(DocumentReader.read(file)));
    }

    @ParameterizedTest
    @EnumSource
    void too_many_values_and_too_many_findings_are_not_kept(Format format) {
        assertEquals("DOCUMENT_TOO_LARGE", codes(DocumentReader.read("[" + "0,\n".repeat(MANY), format)));
        Reading duplicates = DocumentReader.read("{" + "\"a\": 1,\n".repeat(100_000) + "\"a\": 1}", format);
        assertEquals(BoundedFindings.AT_MOST + 1, duplicates.findings().size());
        Finding last = duplicates.findings().get(BoundedFindings.AT_MOST);
        assertEquals("TOO_MANY_FINDINGS", last.code());
        assertTrue(last.problem().contains(String.valueOf(100_000 - BoundedFindings.AT_MOST)), last.problem());
    }

    @ParameterizedTest
    @EnumSource
    void an_empty_document_is_told(Format format) {
        for (String empty : List.of("", " \n", "\uFEFF")) {
            assertEquals("DOCUMENT_EMPTY", codes(DocumentReader.read(empty, format)));
        }
        assertEquals("DOCUMENT_EMPTY", codes(DocumentReader.read("# nothing\n", YAML)));
    }

    @ParameterizedTest
    @EnumSource
    void a_byte_order_mark_is_passed_over(Format format) {
        Reading marked = DocumentReader.read("\uFEFF{\"a\": \"b\"}".getBytes(StandardCharsets.UTF_8), format);
        assertEquals("", codes(marked));
        assertEquals(1, marked.root().orElseThrow().place().column());
    }

    @ParameterizedTest
    @EnumSource
    void bytes_that_are_not_utf_8_are_found(Format format) {
        byte[] latin = "{\"a\":\n \"\u00e5\"}".getBytes(StandardCharsets.ISO_8859_1);
        Finding found = DocumentReader.read(latin, format).findings().get(0);
        assertEquals("DOCUMENT_ENCODING 2:3 document", told(found));
        byte[] utf16 = "{\"a\": 1}".getBytes(StandardCharsets.UTF_16);
        assertEquals("DOCUMENT_ENCODING", codes(DocumentReader.read(utf16, format)));
        byte[] surrogate = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
        assertEquals("DOCUMENT_ENCODING", codes(DocumentReader.read(surrogate, format)));
        byte[] cut = {'"', (byte) 0xC3};
        assertEquals("DOCUMENT_ENCODING", codes(DocumentReader.read(cut, format)));
        byte[] overlong = {'"', (byte) 0xC0, (byte) 0x80, '"'};
        assertEquals("DOCUMENT_ENCODING", codes(DocumentReader.read(overlong, format)));
    }

    @ParameterizedTest
    @EnumSource
    void characters_that_cannot_be_shown_are_found_raw_and_escaped(Format format) {
        for (String character : List.of("\0", "\u001b", "\u007f", "\u009b", "\ud800", "\udc00", "\ufffe")) {
            assertFound("INVALID_CHARACTER 2:2 document", "[\n\"" + character + "\"]", format);
            String escaped = "\\u%04x".formatted((int) character.charAt(0));
            String found = String.join(" ", told("{\"a\": \"" + escaped + "\"}", format));
            assertTrue(found.startsWith("INVALID_CHARACTER 1:7 a"), escaped + " " + found);
            String inName = String.join(" ", told("{\"" + escaped + "\": 1}", format));
            assertTrue(inName.startsWith("INVALID_CHARACTER 1:2 "), escaped + " " + inName);
        }
        assertEquals(List.of(), told("[\"\\ud83d\\ude02 \ud83d\ude02 \\t\\n\"]", JSON));
        assertEquals(List.of(), told("[\"\ud83d\ude02 \\t\\n\"]", format));
    }

    @ParameterizedTest
    @EnumSource
    void line_ends_of_windows_count_once(Format format) {
        Reading windows = DocumentReader.read("{\"a\": 1,\r\n\r\n\"b\": 2,\r\n\"b\": 3}", format);
        assertEquals("DUPLICATE_KEY 4:1 b", told(windows.findings().get(0)));
    }

    @Test
    void a_file_that_is_not_there_is_told_without_its_folder() {
        Finding found =
                DocumentReader.read(Path.of("private", "such.yaml")).findings().get(0);
        assertEquals("DOCUMENT_UNREADABLE", found.code());
        assertTrue(found.toString().contains("such.yaml"));
        assertFalse(found.toString().contains("private"));
    }

    @Test
    void no_message_repeats_more_than_a_few_words_of_the_document() {
        String secret = "s".repeat(Excerpt.LENGTH + 1);
        List<String> documents = List.of(
                "{\"%s\": 1, \"%s\": 2}",
                "{\"a\": %s", "{\"%s", "[%s]", "\"%s\0\"", "%s: %s: x", "!%s a", "*%s", "{%s: {%s}}");
        for (String document : documents) {
            for (Format format : Format.values()) {
                DocumentReader.read(document.replace("%s", secret), format)
                        .findings()
                        .forEach(finding -> assertFalse(finding.toString().contains(secret), finding.toString()));
            }
        }
        assertEquals("\"a?b?c\"", Excerpt.of("a\nb\u202ec"));
        assertEquals(62, Excerpt.of("x".repeat(1000)).length());
    }
}
