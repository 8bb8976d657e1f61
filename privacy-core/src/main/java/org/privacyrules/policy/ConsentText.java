package org.privacyrules.policy;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.privacyrules.failure.InvalidInputException;

/**
 * The question that a person is asked, in each language. Its version is raised when its meaning changes: a consent to
 * another version is outdated. A corrected spelling keeps the version.
 *
 * @param version 1 or more
 * @param languages the text by language tag (BCP 47, such as {@code sv}); at least one
 */
public record ConsentText(int version, Map<String, String> languages) {

    public ConsentText {
        if (version < 1) {
            throw new InvalidInputException("consent text: the version starts at 1");
        }
        if (languages.isEmpty()) {
            throw new InvalidInputException("consent text: at least one language is required");
        }
        languages = new LocalText(languages).languages();
    }

    /**
     * A text in one language.
     *
     * @param version 1 or more
     * @param language a BCP 47 tag
     * @param text the question
     * @return the text
     */
    public static ConsentText of(int version, String language, String text) {
        return new ConsentText(version, Map.of(language, text));
    }

    /**
     * This text with one more language.
     *
     * @param language a BCP 47 tag
     * @param text the question
     * @return a new text of the same version
     */
    public ConsentText and(String language, String text) {
        Map<String, String> more = new TreeMap<>(languages);
        more.put(language, text);
        return new ConsentText(version, more);
    }

    /**
     * The text to show to a person.
     *
     * @param locale the person's locale
     * @return the text with that tag, else in that language, else the first one in the order of the tags
     */
    public String forLocale(Locale locale) {
        return new LocalText(languages).forLocale(locale);
    }

    /**
     * Whether a hash is that of one of the languages.
     *
     * @param hash the hash of the text that was shown
     * @return true if it was shown in one of these languages
     */
    public boolean contains(ContentHash hash) {
        return languages.values().stream().map(ContentHash::of).anyMatch(hash::equals);
    }

    @Override
    public String toString() {
        return "consent text " + version + languages.keySet().stream().collect(Collectors.joining(", ", " (", ")"));
    }
}
