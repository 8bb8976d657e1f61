package org.privacyrules.report;

import java.util.List;

/** One text that is rendered several ways. Immutable; {@link PageBuilder} makes it. */
record Page(String title, PageLanguage language, Phrase lead, List<Block> blocks, Phrase footer) {

    private static final int WORTH_A_LIST = 3;

    Page {
        title = PlainText.of(title);
        blocks = List.copyOf(blocks);
    }

    /** The headings of level 2 that say something; empty if they are so few that a table of contents helps nobody. */
    List<Block.Heading> contents() {
        List<Block.Heading> sections = blocks.stream()
                .filter(Block.Heading.class::isInstance)
                .map(Block.Heading.class::cast)
                .filter(heading -> heading.level() == 2 && !heading.words().isBlank())
                .toList();
        return sections.size() < WORTH_A_LIST ? List.of() : sections;
    }
}
