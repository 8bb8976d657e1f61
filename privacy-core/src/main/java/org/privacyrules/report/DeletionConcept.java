package org.privacyrules.report;

import java.util.Locale;
import org.privacyrules.policy.PrivacyPolicy;

/**
 * When which data are deleted, as rules of DIN 66398 and ISO/IEC 27555: a start event and a time, grouped into classes.
 * Immutable.
 *
 * <p>The same policy, language and texts give the same bytes on every machine. It is also made of a policy with warnings.
 */
public final class DeletionConcept {

    private final PrivacyPolicy policy;
    private final Locale locale;
    private final DocumentTexts texts;

    private DeletionConcept(PrivacyPolicy policy, Locale locale, DocumentTexts texts) {
        this.policy = policy;
        this.locale = locale;
        this.texts = texts;
    }

    /**
     * The concept in the policy's first language.
     *
     * @param policy the policy, with or without warnings
     * @return a concept
     */
    public static DeletionConcept of(PrivacyPolicy policy) {
        Locale first = Locale.forLanguageTag(policy.languages().get(0));
        return new DeletionConcept(policy, first, DocumentTexts.standard());
    }

    /**
     * This concept in another language.
     *
     * @param reader the reader's locale; where the policy does not speak that language, its first is used
     * @return a new concept
     */
    public DeletionConcept forLocale(Locale reader) {
        return new DeletionConcept(policy, reader, texts);
    }

    /**
     * This concept in other words.
     *
     * @param words the library's texts with some replaced
     * @return a new concept
     */
    public DeletionConcept withTexts(DocumentTexts words) {
        return new DeletionConcept(policy, locale, words);
    }

    /**
     * Classes and rules as GitHub flavoured Markdown.
     *
     * @return lines that end with a line feed
     */
    public String markdown() {
        return MarkdownPage.of(page());
    }

    /**
     * Classes and rules as one HTML file that loads nothing and runs nothing.
     *
     * @return lines that end with a line feed, to be sent as UTF-8
     */
    public String html() {
        return HtmlPage.of(page());
    }

    /**
     * The rules, one row for each category and purpose.
     *
     * @return CSV after RFC 4180, to be written as UTF-8
     */
    public String csv() {
        return new DeletionRules(policy, words()).csv();
    }

    private PolicyWords words() {
        return PolicyWords.of(policy, locale, texts);
    }

    private Page page() {
        return new DeletionPage(policy, words()).page();
    }
}
