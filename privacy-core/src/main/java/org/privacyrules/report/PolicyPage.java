package org.privacyrules.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.privacyrules.policy.PrivacyPolicy;

/**
 * A page about what becomes of a policy, for the parts of this library that know: built from top to bottom, in one of the policy's
 * languages. All words are plain text, whoever wrote them; a line feed in a cell or a meaning begins a new line. Not thread-safe.
 */
public final class PolicyPage {

    private final PrivacyPolicy policy;
    private final PolicyWords words;
    private final PageBuilder page;

    private PolicyPage(PrivacyPolicy policy, PolicyWords words, String title) {
        this.policy = policy;
        this.words = words;
        page = new PageBuilder(words.text(title), words.language());
    }

    /**
     * One bar of a chart.
     *
     * @param label what stands before it, at most some ten letters
     * @param first how long its first part is
     * @param second how long the part behind that is
     * @param words what stands behind it, such as the sum
     */
    public record Bar(String label, long first, long second, String words) {}

    /**
     * An empty page.
     *
     * @param policy whose words it takes
     * @param wanted the reader's locale; where the policy does not speak that language, its first is used
     * @param texts the library's words
     * @param title the key of the title
     * @return a page
     * @throws org.privacyrules.failure.InvalidInputException if there are no texts in the language
     */
    public static PolicyPage of(PrivacyPolicy policy, Locale wanted, DocumentTexts texts, String title) {
        return new PolicyPage(policy, PolicyWords.of(policy, wanted, texts), title);
    }

    /**
     * A text of the library.
     *
     * @param key its key
     * @param filled names of places, each followed by what goes there
     * @return the text
     */
    public String text(String key, String... filled) {
        return words.text(key, filled);
    }

    /**
     * The text of one value.
     *
     * @param group how the keys of all values begin
     * @param value which one
     * @return the text
     */
    public String text(String group, Enum<?> value) {
        return words.text(group, value);
    }

    /**
     * Names joined as in a sentence.
     *
     * @param names which
     * @return such as {@code a, b and c}
     */
    public String listed(Collection<String> names) {
        return words.listed(List.copyOf(names));
    }

    /**
     * A number with its thousands apart.
     *
     * @param number any
     * @return such as {@code 12,345}
     */
    public String number(long number) {
        return String.format(words.language().locale(), "%,d", number);
    }

    /**
     * A day.
     *
     * @param day any
     * @return such as {@code 1 December 2026}
     */
    public String date(LocalDate day) {
        return words.date(day);
    }

    /**
     * A day where there is little room.
     *
     * @param day any
     * @return such as {@code 1 Dec 2026}
     */
    public String shortDate(LocalDate day) {
        return day.getDayOfMonth() + " " + month(day);
    }

    /**
     * A month where there is little room.
     *
     * @param day in it
     * @return such as {@code Dec 2026}
     */
    public String month(LocalDate day) {
        return DateTimeFormatter.ofPattern("MMM uuuu", words.language().locale())
                .format(day)
                .replace(".", "");
    }

    /**
     * A time in the policy's zone.
     *
     * @param instant any
     * @return such as {@code 1 December 2026, 08:15}
     */
    public String time(Instant instant) {
        ZonedDateTime there = instant.atZone(policy.zone());
        return words.date(there.toLocalDate()) + ", "
                + DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(there);
    }

    /**
     * A time span.
     *
     * @param period any
     * @return such as {@code 3 months}
     */
    public String period(Period period) {
        return words.period(period);
    }

    /**
     * What the policy calls a category.
     *
     * @param name of a category
     * @return its description; the name if this version has no such category
     */
    public String category(String name) {
        return Optional.ofNullable(policy.categories().get(name))
                .map(category -> words.title(category.description()))
                .orElse(name);
    }

    /**
     * What the policy calls a purpose.
     *
     * @param name of a purpose
     * @return its description; the name if this version has no such purpose
     */
    public String purpose(String name) {
        return Optional.ofNullable(policy.purposes().get(name))
                .map(purpose -> words.title(purpose.description()))
                .orElse(name);
    }

    /**
     * What the policy calls an event.
     *
     * @param name of an event
     * @return its description as a clause; the name if this version has no such event
     */
    public String event(String name) {
        return words.event(name);
    }

    /**
     * The line under the title.
     *
     * @param line any
     * @return this
     */
    public PolicyPage lead(String line) {
        page.lead(Phrase.of(line));
        return this;
    }

    /**
     * The last line.
     *
     * @param line any
     * @return this
     */
    public PolicyPage footer(String line) {
        page.footer(Phrase.of(line));
        return this;
    }

    /**
     * Begins a section.
     *
     * @param title any
     * @param anchor the same in every language
     * @return this
     */
    public PolicyPage section(String title, String anchor) {
        page.heading(2, title, anchor);
        return this;
    }

    /**
     * Begins a part of a section.
     *
     * @param title any
     * @return this
     */
    public PolicyPage part(String title) {
        page.heading(3, title);
        return this;
    }

    /**
     * A paragraph.
     *
     * @param line any
     * @return this
     */
    public PolicyPage paragraph(String line) {
        page.add(Flow.paragraph(line));
        return this;
    }

    /**
     * A paragraph that must not be overlooked.
     *
     * @param line any
     * @return this
     */
    public PolicyPage warning(String line) {
        page.add(Flow.paragraph(new Inline.Strong(line)));
        return this;
    }

    /**
     * A list.
     *
     * @param items in any number
     * @return this
     */
    public PolicyPage bullets(List<String> items) {
        if (!items.isEmpty()) {
            page.add(Flow.bullets(items));
        }
        return this;
    }

    /**
     * Terms with what they mean.
     *
     * @param pairs a term and its meaning each
     * @return this
     */
    public PolicyPage definitions(List<List<String>> pairs) {
        page.add(new Flow.Definitions(pairs.stream()
                .map(pair -> Flow.definition(pair.get(0), new Flow.Paragraph(lines(pair.get(1)))))
                .toList()));
        return this;
    }

    /**
     * A table; the first cell of each row names the row.
     *
     * @param caption what it tells
     * @param header one for each column
     * @param rows as many cells each as the header has
     * @param numbers which columns, counted from 0, hold numbers
     * @return this
     */
    public PolicyPage table(String caption, List<String> header, List<List<String>> rows, Set<Integer> numbers) {
        List<Phrase> columns = header.stream().map(PolicyPage::lines).toList();
        List<List<Phrase>> cells = rows.stream()
                .map(row -> row.stream().map(PolicyPage::lines).toList())
                .toList();
        page.add(new Flow.Table(Phrase.of(caption), columns, cells, true, numbers));
        return this;
    }

    /**
     * Bars one below the other. A table must say the same.
     *
     * @param caption what it tells
     * @param first what the first part of a bar means
     * @param second what the second part means
     * @param bars in any number
     * @return this
     */
    public PolicyPage chart(String caption, String first, String second, List<Bar> bars) {
        page.add(new Flow.Chart(
                Phrase.of(caption),
                first,
                second,
                bars.stream()
                        .map(bar -> new Flow.Bar(bar.label(), bar.first(), bar.second(), bar.words()))
                        .toList()));
        return this;
    }

    /**
     * For how long categories are kept and why: each purpose, with its rule and its lawful basis.
     *
     * @param names of categories; those that the policy does not declare are left out
     * @return this
     */
    public PolicyPage rules(Collection<String> names) {
        Grounds grounds = new Grounds(words);
        List<List<String>> rules = new ArrayList<>();
        for (String name : names) {
            Stream.ofNullable(policy.categories().get(name))
                    .flatMap(category -> DeletionRule.of(policy, category).stream())
                    .forEach(rule -> rules.add(List.of(
                            words.text(
                                    "deletion.use",
                                    "category",
                                    category(name),
                                    "purpose",
                                    words.said(rule.purpose().description())),
                            PolicyWords.sentence(words.until(rule.purpose(), rule.category())) + "\n"
                                    + PolicyWords.sentence(grounds.of(rule.purpose())))));
        }
        return rules.isEmpty() ? paragraph(words.text("disposal.rules.none")) : definitions(rules);
    }

    private static Phrase lines(String text) {
        List<Inline> parts = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (!parts.isEmpty()) {
                parts.add(new Inline.Break());
            }
            parts.add(new Inline.Text(line));
        }
        return new Phrase(parts);
    }

    /**
     * The page as one HTML file that loads nothing and runs nothing.
     *
     * @return lines that end with a line feed, to be sent as UTF-8
     */
    public String html() {
        return HtmlPage.of(page.build());
    }
}
