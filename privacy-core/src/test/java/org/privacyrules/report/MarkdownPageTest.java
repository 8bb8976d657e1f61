package org.privacyrules.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MarkdownPageTest {

    /** One step of reading: an escaped mark, a reference, or a character that is no mark. */
    private static final Pattern READ = Pattern.compile("\\\\([\\p{Punct}])|&#x([0-9A-F]+);|([^\\\\`*_\\[\\]<>#|&~$])");

    private static final Pattern OWN_MARKUP = Pattern.compile("<(/?strong|/?code|br|a id=\"[a-z0-9-]+\"|/a|!-- --)>");

    @Provide
    Arbitrary<String> texts() {
        return UntrustedText.any();
    }

    @Provide
    Arbitrary<Page> pages() {
        return AnyPage.any();
    }

    private static String read(String markdown) {
        StringBuilder text = new StringBuilder();
        Matcher step = READ.matcher(markdown);
        int at = 0;
        while (at < markdown.length()) {
            assertTrue(step.find(at) && step.start() == at, "a mark is not escaped: " + markdown.substring(at));
            if (step.group(1) != null) {
                text.append(step.group(1));
            } else if (step.group(2) != null) {
                text.appendCodePoint(Integer.parseInt(step.group(2), 16));
            } else {
                text.append(step.group(3));
            }
            at = step.end();
        }
        return text.toString();
    }

    private static String withoutEscapesAndCode(String markdown) {
        return markdown.replaceAll("\\\\\\p{Punct}|`[^`\n]*`", " ");
    }

    private static String line(Inline... parts) {
        return MarkdownText.line(Phrase.of(parts));
    }

    @Property(tries = 1000)
    void what_is_read_is_what_was_written(@ForAll("texts") String text) {
        String line = line(new Inline.Text(text));
        assertEquals(PlainText.of(text).replaceAll("\\s+", " ").replaceAll("\\A | \\z", ""), read(line));
    }

    @Property(tries = 1000)
    void no_line_of_text_begins_a_block_or_holds_a_bare_address(@ForAll("texts") String text) {
        String line = line(new Inline.Text(text));
        assertFalse(Pattern.compile("^(\\s|[-+*#>`~|<]|\\d+[.)])").matcher(line).find(), line);
        assertFalse(
                Pattern.compile("(?i)(?<!\\\\)://|www\\.|[\r\n]").matcher(line).find(), line);
    }

    @Property(tries = 1000)
    void no_text_makes_an_image_of_a_link(@ForAll("texts") String text) {
        String line = line(new Inline.Text(text), Inline.link("a", "https://example.org"));
        assertFalse(withoutEscapesAndCode(line).contains("!["), line);
    }

    @Property(tries = 300)
    void tags_are_the_renderers_own_and_every_line_is_a_block_of_its_own(@ForAll("pages") Page page) {
        String markdown = MarkdownPage.of(page);
        String unescaped = withoutEscapesAndCode(markdown);
        assertEquals("", OWN_MARKUP.matcher(unescaped).replaceAll("").replaceAll("[^<>]", ""), markdown);
        Matcher targets = Pattern.compile("]\\(([^)]*)\\)").matcher(unescaped);
        while (targets.find()) {
            assertTrue(targets.group(1).matches("(?i)(https?://|mailto:|tel:|#).+"), targets.group(1));
        }
        assertFalse(markdown.contains("\r") || markdown.contains("\n\n\n"), markdown);
    }

    @Property(tries = 300)
    void a_row_has_as_many_cells_as_its_table(@ForAll("pages") Page page) {
        MarkdownPage.of(page)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("| "))
                .forEach(row -> {
                    String withoutEscapes = withoutEscapesAndCode(row);
                    assertEquals(3, withoutEscapes.chars().filter(c -> c == '|').count(), row);
                });
    }

    @Example
    void marks_show_themselves() {
        assertEquals("1\\. a", line(new Inline.Text("1. a")));
        assertEquals("\\- a - b", line(new Inline.Text("- a - b")));
        assertEquals("\\# a \\| b", line(new Inline.Text("  # a | b")));
        assertEquals("\\<b\\>&#x202E;\\&amp;", line(new Inline.Text("<b>\u202e&amp;")));
        assertEquals("http\\://www\\.example.org a@b.c", line(new Inline.Text("http://www.example.org a@b.c")));
        assertEquals(
                "\\![a](https://x.y/\\(\\&lt;\\))", line(new Inline.Text("!"), Inline.link("a", "https://x.y/(&lt;)")));
        assertEquals("a", line(Inline.link("a", "javascript:x")));
    }

    @Example
    void weight_and_code_hold_whatever_words_they_have() {
        assertEquals("a**b**c", line(new Inline.Text("a"), new Inline.Strong("b"), new Inline.Text("c")));
        assertEquals(
                "a<strong>(b)</strong>c", line(new Inline.Text("a"), new Inline.Strong("(b)"), new Inline.Text("c")));
        assertEquals("**ab**", line(new Inline.Strong("a"), new Inline.Strong("b")));
        assertEquals("`a<b`", line(new Inline.Code("a<b")));
        assertEquals("`ab`", line(new Inline.Code("a"), new Inline.Text(""), new Inline.Code("b")));
        assertEquals("<code>a\\`\\|b</code>", line(new Inline.Code("a`|b")));
        assertEquals("<code> a </code>b", line(new Inline.Code(" a "), new Inline.Text("b")));
    }

    @Example
    void every_block_has_its_form() {
        Page page = new PageBuilder("Title", PageLanguage.ENGLISH)
                .lead(Phrase.of("Lead"))
                .heading(2, "Först", "first")
                .add(Flow.paragraph("One\ntwo"), Flow.bullets(List.of("a", "b")))
                .add(new Flow.Definitions(List.of(
                        Flow.definition("Term", Flow.paragraph("meaning")),
                        Flow.definition(" ", Flow.paragraph("nameless")),
                        Flow.definition("List", Flow.bullets(List.of("x"))))))
                .add(new Flow.Layer(
                        Phrase.of("Short"),
                        List.of(new Flow.Layer(Phrase.of("Shorter"), List.of(Flow.paragraph("Long"))))))
                .heading(2, "Second")
                .add(new Flow.Table(
                        Phrase.of("Caption"),
                        List.of(Phrase.of("A"), Phrase.of("B")),
                        List.of(List.of(Phrase.of("a|b"), Phrase.of(new Inline.Break()))),
                        true))
                .heading(2, "Third")
                .footer(Phrase.of("Foot"))
                .build();
        assertEquals("""
                # Title

                Lead

                - [Först](#first)
                - [Second](#second)
                - [Third](#third)

                ## <a id="first"></a>Först

                One two

                - a
                - b

                <!-- -->

                - **Term**: meaning
                - <strong>–</strong>: nameless
                - **List**

                  - x

                ### Short

                #### Shorter

                Long

                ## <a id="second"></a>Second

                **Caption**

                | A | B |
                | --- | --- |
                | **a\\|b** | <br> |

                ## <a id="third"></a>Third

                ---

                Foot
                """, MarkdownPage.of(page));
    }
}
