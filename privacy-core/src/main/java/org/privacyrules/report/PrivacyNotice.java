package org.privacyrules.report;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.UnknownNameException;
import org.privacyrules.policy.InvalidPolicyException;
import org.privacyrules.policy.PrivacyPolicy;

/**
 * What people are told of a policy: the notice of Art. 13 and 14 GDPR, with the right to object apart (Art. 21(4)) and in two
 * layers, what everybody should see and what one can open. Immutable.
 *
 * <p>The same policy, day, language and texts give the same bytes on every machine. A policy that does not say all that the
 * law orders gives no notice at all.
 */
public final class PrivacyNotice {

    private final PrivacyPolicy policy;
    private final LocalDate day;
    private final Locale locale;
    private final Set<String> kinds;
    private final DocumentTexts texts;

    private PrivacyNotice(PrivacyPolicy policy, LocalDate day, Locale locale, Set<String> kinds, DocumentTexts texts) {
        this.policy = policy;
        this.day = day;
        this.locale = locale;
        this.kinds = kinds;
        this.texts = texts;
    }

    /**
     * The notice for everybody, in the policy's first language, as of the first day of the policy.
     *
     * @param policy the policy
     * @return a notice
     * @throws InvalidPolicyException with each finding, if the policy has warnings or is silent on that day
     */
    public static PrivacyNotice of(PrivacyPolicy policy) {
        Locale first = Locale.forLanguageTag(policy.languages().get(0));
        return new PrivacyNotice(policy, policy.firstDay(), first, Set.of(), DocumentTexts.standard())
                .on(policy.firstDay());
    }

    /**
     * This notice with the officer, the authority and the decisions on third countries of another day.
     *
     * @param date in the policy's zone
     * @return a new notice
     * @throws InvalidInputException if the policy is not in force yet
     * @throws InvalidPolicyException if the policy names no authority of that day, or a transfer is not covered any more
     */
    public PrivacyNotice on(LocalDate date) {
        if (date.isBefore(policy.firstDay())) {
            throw new InvalidInputException("notice: the policy is in force from " + policy.firstDay() + " on");
        }
        NoticeGaps.refuse(policy, date);
        return new PrivacyNotice(policy, date, locale, kinds, texts);
    }

    /**
     * This notice in another language.
     *
     * @param reader the reader's locale; where the policy does not speak that language, its first is used
     * @return a new notice
     */
    public PrivacyNotice forLocale(Locale reader) {
        return new PrivacyNotice(policy, day, reader, kinds, texts);
    }

    /**
     * This notice with only what concerns some people, such as those who look at a page without an account.
     *
     * @param subjectKinds declared subject kinds; none: everybody
     * @return a new notice
     * @throws UnknownNameException with code {@code UNKNOWN_SUBJECT_KIND} and the nearest name
     */
    public PrivacyNotice concerning(String... subjectKinds) {
        Set<String> declared = policy.subjectKinds().keySet();
        for (String kind : subjectKinds) {
            if (!declared.contains(kind)) {
                throw UnknownNameException.of("subject kind", kind, declared);
            }
        }
        return new PrivacyNotice(policy, day, locale, new TreeSet<>(Set.of(subjectKinds)), texts);
    }

    /**
     * This notice in other words.
     *
     * @param words the library's texts with some replaced
     * @return a new notice
     */
    public PrivacyNotice withTexts(DocumentTexts words) {
        return new PrivacyNotice(policy, day, locale, kinds, words);
    }

    /**
     * The notice as GitHub flavoured Markdown.
     *
     * @return lines that end with a line feed
     * @throws InvalidInputException if there are no texts in the language
     */
    public String markdown() {
        return MarkdownPage.of(page());
    }

    /**
     * The notice as one HTML file that loads nothing and runs nothing.
     *
     * @return lines that end with a line feed, to be sent as UTF-8
     * @throws InvalidInputException if there are no texts in the language
     */
    public String html() {
        return HtmlPage.of(page());
    }

    Page page() {
        PolicyExcerpt excerpt = PolicyExcerpt.of(policy, kinds);
        PolicyWords words = PolicyWords.of(policy, locale, texts);
        return new NoticePage(new NoticeSource(policy, day, excerpt, !kinds.isEmpty(), words)).page();
    }
}
