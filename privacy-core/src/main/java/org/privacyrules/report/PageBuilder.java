package org.privacyrules.report;

import java.util.ArrayList;
import java.util.List;

/** Builds one page from top to bottom. Not thread-safe. */
final class PageBuilder {

    private static final int DEEPEST = 4;

    private final String title;
    private final PageLanguage language;
    private final Anchors anchors = new Anchors();
    private final List<Block> blocks = new ArrayList<>();
    private Phrase lead = Phrase.NOTHING;
    private Phrase footer = Phrase.NOTHING;
    private int level = 1;

    PageBuilder(String title, PageLanguage language) {
        this.title = title;
        this.language = language;
    }

    /** The line under the title. */
    PageBuilder lead(Phrase words) {
        lead = words;
        return this;
    }

    PageBuilder footer(Phrase words) {
        footer = words;
        return this;
    }

    /** A heading whose anchor follows from its words, so that it stays the same as long as they do. */
    PageBuilder heading(int depth, String words) {
        return heading(depth, anchors.derived(words), Phrase.of(words));
    }

    /** A heading whose anchor stays the same in every language. */
    PageBuilder heading(int depth, String words, String anchor) {
        return heading(depth, anchors.given(anchor), Phrase.of(words));
    }

    private PageBuilder heading(int depth, String anchor, Phrase words) {
        if (depth < 2 || depth > DEEPEST || depth > level + 1) {
            throw new IllegalArgumentException("a heading has level 2 to 4 and leaves out none");
        }
        level = depth;
        blocks.add(new Block.Heading(depth, anchor, words));
        return this;
    }

    PageBuilder add(Flow... more) {
        blocks.addAll(List.of(more));
        return this;
    }

    Page build() {
        return new Page(title, language, lead, blocks, footer);
    }
}
