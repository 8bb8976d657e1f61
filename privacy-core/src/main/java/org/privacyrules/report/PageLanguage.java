package org.privacyrules.report;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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

    Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** Whatever the country or script of the locale. */
    static Optional<PageLanguage> of(Locale locale) {
        return Stream.of(values())
                .filter(language -> language.tag.equals(locale.getLanguage()))
                .findFirst();
    }

    String skip() {
        return skip;
    }

    String contents() {
        return contents;
    }
}
