package org.privacyrules.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PageTest {

    @Provide
    Arbitrary<String> texts() {
        return UntrustedText.any();
    }

    private static PageBuilder page() {
        return new PageBuilder("Title", PageLanguage.ENGLISH);
    }

    @Property(tries = 1000)
    void an_anchor_is_ascii_stable_and_unique(@ForAll("texts") String words) {
        Anchors anchors = new Anchors();
        String first = anchors.derived(words);
        assertTrue(first.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"), first);
        assertEquals(first, new Anchors().derived(words));
        assertEquals(first + "-2", anchors.derived(words));
        assertThrows(IllegalArgumentException.class, () -> anchors.given(first));
    }

    @Example
    void an_anchor_follows_from_the_words() {
        assertEquals("sa-har-lange-sparar-vi-art-5-1-e", new Anchors().derived("Så här länge sparar vi (Art. 5.1 e)"));
        assertEquals("section", new Anchors().derived("2026"));
        assertEquals("section", new Anchors().derived("隐私"));
        assertEquals("st-year", new Anchors().derived("1st year!"));
    }

    @Example
    void a_heading_leaves_out_no_level() {
        page().heading(2, "a").heading(3, "b").heading(4, "c").heading(2, "d");
        assertThrows(IllegalArgumentException.class, () -> page().heading(3, "a"));
        assertThrows(IllegalArgumentException.class, () -> page().heading(1, "a"));
        PageBuilder deep = page().heading(2, "a").heading(3, "b").heading(4, "c");
        assertThrows(IllegalArgumentException.class, () -> deep.heading(5, "d"));
    }

    @Example
    void an_anchor_that_is_given_is_kept() {
        assertThrows(IllegalArgumentException.class, () -> page().heading(2, "a", "Ä"));
        assertThrows(IllegalArgumentException.class, () -> page().heading(2, "a", "page_contents"));
        Page page = page().heading(2, "a", "x").heading(2, "x").heading(2, "y").build();
        assertEquals(
                List.of("x", "x-2", "y"),
                page.contents().stream().map(Block.Heading::anchor).toList());
    }

    @Example
    void a_row_is_as_wide_as_the_header() {
        Phrase cell = Phrase.of("a");
        assertThrows(
                IllegalArgumentException.class,
                () -> new Flow.Table(cell, List.of(cell), List.of(List.of(cell, cell)), false));
        assertThrows(IllegalArgumentException.class, () -> new Flow.Table(cell, List.of(), List.of(), false));
    }

    @Example
    void neighbours_of_the_same_kind_are_one_part() {
        assertEquals(Phrase.of("1."), Phrase.of(new Inline.Text("1"), new Inline.Text(".")));
        assertThrows(IllegalArgumentException.class, () -> new Inline.Link("a", "javascript:x"));
    }
}
