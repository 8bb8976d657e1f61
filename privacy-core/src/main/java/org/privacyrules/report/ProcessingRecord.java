package org.privacyrules.report;

import java.time.LocalDate;
import java.util.Locale;
import org.privacyrules.policy.PrivacyPolicy;

/**
 * The record of processing activities, as controller and as processor (Art. 30(1)-(2) GDPR), with the lawful bases besides.
 * Immutable. What the law orders only "where possible" and the policy does not say is marked as not stated.
 *
 * <p>The same policy, day, language and texts give the same bytes on every machine. Unlike a notice it is also made of a
 * policy with warnings.
 */
public final class ProcessingRecord {

    private final PrivacyPolicy policy;
    private final LocalDate day;
    private final Locale locale;
    private final DocumentTexts texts;

    private ProcessingRecord(PrivacyPolicy policy, LocalDate day, Locale locale, DocumentTexts texts) {
        this.policy = policy;
        this.day = day;
        this.locale = locale;
        this.texts = texts;
    }

    /**
     * The record in the policy's first language, as of the first day of the policy.
     *
     * @param policy the policy, with or without warnings
     * @return a record
     */
    public static ProcessingRecord of(PrivacyPolicy policy) {
        Locale first = Locale.forLanguageTag(policy.languages().get(0));
        return new ProcessingRecord(policy, policy.firstDay(), first, DocumentTexts.standard());
    }

    /**
     * This record with the officer and the decisions on third countries of another day.
     *
     * @param date in the policy's zone
     * @return a new record
     */
    public ProcessingRecord on(LocalDate date) {
        return new ProcessingRecord(policy, date, locale, texts);
    }

    /**
     * This record in another language.
     *
     * @param reader the reader's locale; where the policy does not speak that language, its first is used
     * @return a new record
     */
    public ProcessingRecord forLocale(Locale reader) {
        return new ProcessingRecord(policy, day, reader, texts);
    }

    /**
     * This record in other words.
     *
     * @param words the library's texts with some replaced
     * @return a new record
     */
    public ProcessingRecord withTexts(DocumentTexts words) {
        return new ProcessingRecord(policy, day, locale, words);
    }

    /**
     * Both parts as GitHub flavoured Markdown.
     *
     * @return lines that end with a line feed
     */
    public String markdown() {
        return MarkdownPage.of(page());
    }

    /**
     * Both parts as one HTML file that loads nothing and runs nothing.
     *
     * @return lines that end with a line feed, to be sent as UTF-8
     */
    public String html() {
        return HtmlPage.of(page());
    }

    /**
     * The part as controller, one row a purpose.
     *
     * @return CSV after RFC 4180, to be written as UTF-8
     */
    public String csv() {
        RecordFields fields = fields();
        return RecordFields.csv(
                fields.purposeHeader(),
                policy.purposes().values().stream().map(fields::row).toList());
    }

    /**
     * The part as processor, one row an activity.
     *
     * @return CSV after RFC 4180, to be written as UTF-8; the header alone if nothing is done on behalf of others
     */
    public String csvAsProcessor() {
        RecordFields fields = fields();
        return RecordFields.csv(
                fields.activityHeader(),
                policy.onBehalf().values().stream().map(fields::row).toList());
    }

    private RecordFields fields() {
        return new RecordFields(policy, day, PolicyWords.of(policy, locale, texts));
    }

    private Page page() {
        return new RecordPage(policy, PolicyWords.of(policy, locale, texts), fields()).page();
    }
}
