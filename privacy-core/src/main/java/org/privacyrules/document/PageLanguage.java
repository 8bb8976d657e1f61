package org.privacyrules.document;

/** A language in which a page's own few words are known. */
enum PageLanguage {
    ENGLISH("en", "Skip to the content", "On this page"),
    SWEDISH("sv", "Hoppa till innehållet", "På den här sidan");

    private final String tag;
    private final String skip;
    private final String contents;

    PageLanguage(String tag, String skip, String contents) {
        this.tag = tag;
        this.skip = skip;
        this.contents = contents;
    }

    /** As in BCP 47. */
    String tag() {
        return tag;
    }

    String skip() {
        return skip;
    }

    String contents() {
        return contents;
    }
}
