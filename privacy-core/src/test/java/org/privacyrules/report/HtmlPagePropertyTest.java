package org.privacyrules.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** Whatever a policy says, the page is the library's own markup around it. */
class HtmlPagePropertyTest {

    private static final Set<String> META = Set.of("charset", "http-equiv", "name", "content");

    private static final Map<String, Set<String>> VOCABULARY = Map.ofEntries(
            Map.entry("html", Set.of("lang")),
            Map.entry("head", Set.of()),
            Map.entry("meta", META),
            Map.entry("title", Set.of()),
            Map.entry("style", Set.of()),
            Map.entry("body", Set.of()),
            Map.entry("header", Set.of()),
            Map.entry("nav", Set.of("aria-labelledby")),
            Map.entry("main", Set.of("id", "tabindex")),
            Map.entry("footer", Set.of()),
            Map.entry("div", Set.of("class", "role", "aria-labelledby", "tabindex")),
            Map.entry("h1", Set.of()),
            Map.entry("h2", Set.of("id")),
            Map.entry("h3", Set.of("id")),
            Map.entry("p", Set.of("class")),
            Map.entry("ul", Set.of()),
            Map.entry("li", Set.of()),
            Map.entry("dl", Set.of()),
            Map.entry("dt", Set.of()),
            Map.entry("dd", Set.of()),
            Map.entry("table", Set.of("class")),
            Map.entry("caption", Set.of()),
            Map.entry("span", Set.of("id")),
            Map.entry("thead", Set.of()),
            Map.entry("tbody", Set.of()),
            Map.entry("tr", Set.of()),
            Map.entry("th", Set.of("scope", "class")),
            Map.entry("td", Set.of("class")),
            Map.entry("figure", Set.of()),
            Map.entry("figcaption", Set.of("id")),
            Map.entry("svg", Set.of("role", "aria-labelledby", "width", "height")),
            Map.entry("rect", Set.of("class", "x", "y", "width", "height")),
            Map.entry("line", Set.of("class", "x1", "x2", "y1", "y2")),
            Map.entry("text", Set.of("x", "y", "text-anchor")),
            Map.entry("details", Set.of()),
            Map.entry("summary", Set.of()),
            Map.entry("strong", Set.of()),
            Map.entry("code", Set.of()),
            Map.entry("bdi", Set.of()),
            Map.entry("br", Set.of()),
            Map.entry("a", Set.of("class", "href")));

    @Provide
    Arbitrary<Page> pages() {
        return AnyPage.any();
    }

    @Provide
    Arbitrary<String> texts() {
        return UntrustedText.any();
    }

    private static List<String> attributes(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            names.add(attributes.item(i).getNodeName());
        }
        return names;
    }

    @Property(tries = 300)
    void no_text_becomes_an_element_an_attribute_or_a_comment(@ForAll("pages") Page page) {
        String html = HtmlPage.of(page);
        for (Element element : ParsedHtml.of(html).all("*")) {
            Set<String> allowed = VOCABULARY.getOrDefault(element.getTagName(), Set.of());
            assertTrue(VOCABULARY.containsKey(element.getTagName()), element.getTagName());
            assertTrue(allowed.containsAll(attributes(element)), element.getTagName() + attributes(element));
        }
        assertTrue(!html.contains("<!--") && !html.contains("]]>"));
    }

    @Property(tries = 300)
    void every_link_leads_to_a_safe_target_and_every_id_is_there_once(@ForAll("pages") Page page) {
        ParsedHtml html = ParsedHtml.of(HtmlPage.of(page));
        for (Element link : html.all("a")) {
            assertTrue(link.getAttribute("href").matches("(?i)(https?://|mailto:|tel:|#)[^\\s\"<>]+"));
        }
        Set<String> ids = new HashSet<>();
        html.all("*").stream()
                .filter(element -> element.hasAttribute("id"))
                .forEach(element -> assertTrue(ids.add(element.getAttribute("id"))));
        html.all("*").stream()
                .filter(element -> element.hasAttribute("aria-labelledby"))
                .forEach(element -> assertTrue(ids.contains(element.getAttribute("aria-labelledby"))));
    }

    @Property(tries = 500)
    void what_is_read_is_what_was_written(@ForAll("texts") String text) {
        Phrase phrase = Phrase.of(new Inline.Text(text), new Inline.Break());
        Page page = new PageBuilder(text, PageLanguage.ENGLISH)
                .heading(2, text)
                .add(new Flow.Bullets(List.of(phrase)))
                .add(new Flow.Bullets(List.of(Phrase.of(new Inline.Strong(text)), Phrase.of(new Inline.Code(text)))))
                .add(new Flow.Table(phrase, List.of(phrase), List.of(List.of(phrase)), true))
                .add(new Flow.Layer(phrase, List.of(new Flow.Definitions(List.of(Flow.definition(text))))))
                .build();
        ParsedHtml html = ParsedHtml.of(HtmlPage.of(page));
        String shown = text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|\\p{Cs}", "\uFFFD")
                .replaceAll("\r\n?", "\n");
        for (String name : List.of("title", "h1", "h2", "li", "strong", "code", "span", "th", "summary", "dt")) {
            html.texts(name)
                    .forEach(found -> assertEquals(shown.isBlank() && name.equals("dt") ? "–" : shown, found, name));
        }
    }

    @Property(tries = 50)
    void the_same_page_gives_the_same_bytes(@ForAll("pages") Page page) {
        assertEquals(HtmlPage.of(page), HtmlPage.of(page));
    }
}
