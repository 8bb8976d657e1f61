package org.privacyrules.report;

/** What stands by itself in the body of a page. Only {@link PageBuilder} makes headings: it keeps their order and their anchors. */
sealed interface Block permits Block.Heading, Flow {

    /** The title of a section, from level 2 (the page's own title is level 1) to level 4. */
    record Heading(int level, String anchor, Phrase words) implements Block {}
}
