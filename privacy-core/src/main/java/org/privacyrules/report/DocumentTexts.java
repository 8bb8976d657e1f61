package org.privacyrules.report;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.UnknownNameException;

/**
 * The words that documents say around those of a policy, by language and key. Immutable. A host replaces single ones; their
 * keys are stable and stand in {@code texts_en.properties} and {@code texts_sv.properties} beside this class.
 *
 * <p>{@code {name}} in a text is where the policy's own words go.
 */
public final class DocumentTexts {

    private static final DocumentTexts STANDARD = new DocumentTexts(Map.of());

    private final Map<PageLanguage, Map<String, String>> replaced;

    private DocumentTexts(Map<PageLanguage, Map<String, String>> replaced) {
        this.replaced = replaced;
    }

    /**
     * The texts of this library, in English and Swedish.
     *
     * @return none replaced
     */
    public static DocumentTexts standard() {
        return STANDARD;
    }

    /**
     * These texts with some replaced.
     *
     * @param language English or Swedish
     * @param texts by key; each names the places for the policy's words that the standard text names, since what the law
     *     orders to be told must not fall out
     * @return new texts
     * @throws UnknownNameException with code {@code UNKNOWN_TEXT} and the nearest key
     * @throws InvalidInputException if there are no texts in the language, or a text is blank or has other places
     */
    public DocumentTexts replacing(Locale language, Map<String, String> texts) {
        PageLanguage known = language(language);
        Map<String, String> standard = StandardTexts.of(known);
        Map<String, String> more = new TreeMap<>(replaced.getOrDefault(known, Map.of()));
        new TreeMap<>(texts).forEach((key, text) -> {
            if (!standard.containsKey(key)) {
                throw UnknownNameException.of("text", key, standard.keySet());
            }
            require(key, standard.get(key), text);
            more.put(key, text);
        });
        Map<PageLanguage, Map<String, String>> all = new EnumMap<>(PageLanguage.class);
        all.putAll(replaced);
        all.put(known, more);
        return new DocumentTexts(all);
    }

    private static void require(String key, String standard, String text) {
        if (text.isBlank() || !LanguageTexts.places(text).equals(LanguageTexts.places(standard))) {
            throw new InvalidInputException("text " + key + ": not blank, and with the places "
                    + LanguageTexts.places(standard) + ", each in braces");
        }
    }

    LanguageTexts words(PageLanguage language) {
        Map<String, String> texts = new TreeMap<>(StandardTexts.of(language));
        texts.putAll(replaced.getOrDefault(language, Map.of()));
        return new LanguageTexts(texts);
    }

    static PageLanguage language(Locale locale) {
        return PageLanguage.of(locale)
                .orElseThrow(() ->
                        new InvalidInputException("documents: there are texts in English (en) and Swedish (sv), not in "
                                + locale.toLanguageTag()));
    }
}
