package org.privacyrules.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class HtmlPageTest {

    private static final String SAMPLE = HtmlPage.of(SamplePage.notice());

    private static String rendered(Inline... parts) {
        Page page = new PageBuilder("Title", PageLanguage.ENGLISH)
                .add(Flow.paragraph(parts))
                .build();
        return HtmlPage.of(page).replaceAll("(?s).*<main[^>]*>\n<p>(.*)</p>\n</main>.*", "$1");
    }

    @Test
    void the_page_loads_nothing_and_runs_nothing() {
        for (String forbidden :
                List.of("<script", "<link", "<img", "<iframe", "<form", "src=", "url(", "@import", "style=")) {
            assertFalse(SAMPLE.contains(forbidden), forbidden);
        }
    }

    @Test
    void the_security_policy_names_the_style_that_is_there() throws Exception {
        ParsedHtml html = ParsedHtml.of(SAMPLE);
        byte[] style = html.one("style").getTextContent().getBytes(StandardCharsets.UTF_8);
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style));
        String policy = html.all("meta").stream()
                .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .map(meta -> meta.getAttribute("content"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "default-src 'none'; style-src 'sha256-" + hash + "'; base-uri 'none'; form-action 'none'", policy);
        assertTrue(SAMPLE.contains("<style>" + PageStyle.CSS + "</style>"));
    }

    @Test
    void the_page_has_landmarks_a_language_and_a_way_past_the_contents() {
        ParsedHtml html = ParsedHtml.of(SAMPLE);
        for (String landmark : List.of("header", "nav", "main", "footer", "h1", "title")) {
            assertEquals(1, html.all(landmark).size(), landmark);
        }
        assertEquals(
                "sv",
                ParsedHtml.of(SAMPLE)
                        .one("body")
                        .getOwnerDocument()
                        .getDocumentElement()
                        .getAttribute("lang"));
        Element first = html.one("a");
        assertEquals("#" + html.one("main").getAttribute("id"), first.getAttribute("href"));
        assertEquals("Hoppa till innehållet", first.getTextContent());
    }

    @Test
    void the_contents_lead_to_every_section() {
        ParsedHtml html = ParsedHtml.of(SAMPLE);
        List<String> sections = html.all("h2").stream()
                .map(heading -> "#" + heading.getAttribute("id"))
                .filter(anchor -> !anchor.equals("#page_contents"))
                .toList();
        List<String> links = ParsedHtml.of(SAMPLE.replaceAll("(?s).*(<nav.*</nav>).*", "$1")).all("a").stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        assertEquals(sections, links);
        assertTrue(sections.size() >= 3);
    }

    @Test
    void headings_leave_out_no_level() {
        int level = 0;
        for (Element element : ParsedHtml.of(SAMPLE).all("*")) {
            if (element.getTagName().matches("h[1-6]")) {
                int next = element.getTagName().charAt(1) - '0';
                assertTrue(next <= level + 1, element.getTextContent());
                level = next;
            }
        }
    }

    @Test
    void a_wide_table_scrolls_by_keyboard_and_names_its_rows_and_columns() {
        Page page = new PageBuilder("Title", PageLanguage.ENGLISH)
                .add(new Flow.Table(
                        Phrase.of("Who receives"),
                        List.of(Phrase.of("Who"), Phrase.of("Where")),
                        List.of(List.of(Phrase.of("Post"), Phrase.of("Sweden"))),
                        true))
                .build();
        String html = HtmlPage.of(page).replaceAll("\n(?=<)", "");
        assertTrue(
                html.contains("<div class=\"table\" role=\"region\" aria-labelledby=\"table_1\" tabindex=\"0\"><table>"
                        + "<caption><span id=\"table_1\">Who receives</span></caption>"
                        + "<thead><tr><th scope=\"col\">Who</th><th scope=\"col\">Where</th></tr></thead>"
                        + "<tbody><tr><th scope=\"row\">Post</th><td>Sweden</td></tr></tbody></table></div>"));
    }

    @Test
    void words_that_turn_the_direction_turn_only_themselves() {
        assertEquals("<bdi>a\u202Eb</bdi>", rendered(new Inline.Text("a\u202Eb")));
        assertEquals("<strong><bdi>\u2066</bdi></strong>", rendered(new Inline.Strong("\u2066")));
        assertEquals("אב", rendered(new Inline.Text("אב")));
    }

    @Test
    void only_safe_targets_are_links() {
        for (String target : List.of(
                "https://example.org/a?b=c&d=e#f",
                "HTTP://example.org",
                "mailto:a@example.org",
                "tel:+46-8-123",
                "#top")) {
            assertTrue(rendered(Inline.link("w", target)).startsWith("<a href="), target);
        }
        for (String target : List.of(
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                " https://example.org",
                "https://exa mple.org",
                "https:///path",
                "https://x\"y",
                "https://x\u202Ey",
                "java\nscript:x",
                "data:text/html,x",
                "vbscript:x",
                "//example.org",
                "/path",
                "file:///etc",
                "tel:",
                "#",
                "#1",
                "")) {
            assertEquals("w", rendered(Inline.link("w", target)), target);
        }
    }

    @Test
    void an_address_that_is_shown_is_not_repeated_on_paper() {
        assertEquals(
                "<a class=\"bare\" href=\"mailto:a@example.org\">a@example.org</a>",
                rendered(Inline.link("a@example.org", "mailto:a@example.org")));
        assertEquals(
                "<a class=\"bare\" href=\"https://example.org\">https://example.org</a>",
                rendered(Inline.link(" ", "https://example.org")));
    }

    @Test
    void a_short_page_has_no_contents() {
        Page page = new PageBuilder("Title", PageLanguage.ENGLISH)
                .heading(2, "One")
                .heading(2, "Two")
                .build();
        assertFalse(HtmlPage.of(page).contains("<nav"));
    }
}
