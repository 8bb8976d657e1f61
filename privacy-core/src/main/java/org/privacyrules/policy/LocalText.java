package org.privacyrules.policy;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.privacyrules.failure.InvalidInputException;

/**
 * A text for people, in one or more languages. Immutable. A text that names no language is in the policy's first language;
 * a policy that is built has only texts that name theirs.
 *
 * @param languages the text by language tag (BCP 47, such as {@code sv}); empty: nothing is said
 */
public record LocalText(Map<String, String> languages) {

    /** Nothing is said. */
    public static final LocalText NONE = new LocalText(Map.of());

    private static final String POLICYS_FIRST_LANGUAGE = "und";
    private static final int LONGEST = 20_000;

    public LocalText {
        languages.forEach(LocalText::require);
        languages = Collections.unmodifiableMap(new TreeMap<>(languages));
    }

    private static void require(String language, String text) {
        if (!Locale.forLanguageTag(language).toLanguageTag().equals(language)) {
            throw new InvalidInputException(
                    "text: \"" + language + "\" is no language tag (BCP 47), such as sv or en-GB");
        }
        if (text.isBlank() || text.length() > LONGEST) {
            throw new InvalidInputException("text: 1 to " + LONGEST + " characters, not all of them blank");
        }
    }

    /**
     * A text in the policy's first language.
     *
     * @param text the text; blank: nothing is said
     * @return the text
     */
    public static LocalText of(String text) {
        return text.isBlank() ? NONE : new LocalText(Map.of(POLICYS_FIRST_LANGUAGE, text));
    }

    /**
     * A text in one language.
     *
     * @param language a BCP 47 tag
     * @param text the text, not blank
     * @return the text
     */
    public static LocalText of(String language, String text) {
        return new LocalText(Map.of(language, text));
    }

    /**
     * This text in one more language.
     *
     * @param language a BCP 47 tag
     * @param text the text, not blank
     * @return a new text
     */
    public LocalText and(String language, String text) {
        Map<String, String> more = new TreeMap<>(languages);
        more.put(language, text);
        return new LocalText(more);
    }

    /**
     * Whether nothing is said.
     *
     * @return true if there is no language
     */
    public boolean isEmpty() {
        return languages.isEmpty();
    }

    /**
     * The text for a person.
     *
     * @param locale the person's locale
     * @return the text with that tag, else in that language, else the first one in the order of the tags; empty if nothing is
     *     said
     */
    public String forLocale(Locale locale) {
        return Stream.of(locale.toLanguageTag(), locale.getLanguage())
                .filter(languages::containsKey)
                .findFirst()
                .or(() -> languages.keySet().stream()
                        .filter(tag -> Locale.forLanguageTag(tag).getLanguage().equals(locale.getLanguage()))
                        .findFirst())
                .map(languages::get)
                .orElseGet(() -> languages.values().stream().findFirst().orElse(""));
    }

    /** This text, with its language named where it was not. */
    LocalText named(String firstLanguage) {
        String text = languages.get(POLICYS_FIRST_LANGUAGE);
        if (text == null) {
            return this;
        }
        Map<String, String> named = new TreeMap<>(languages);
        named.remove(POLICYS_FIRST_LANGUAGE);
        named.putIfAbsent(firstLanguage, text);
        return new LocalText(named);
    }

    Set<String> tags() {
        return languages.keySet();
    }

    @Override
    public String toString() {
        return languages.size() == 1 ? languages.values().iterator().next() : languages.toString();
    }
}
