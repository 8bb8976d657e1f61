package org.privacyrules.document;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.privacyrules.subject.Countries;

/**
 * How a text must look.
 *
 * @param one what one such text is called, such as {@code a period such as P7Y}
 * @param many what several are called
 * @param pattern of the whole text, in what Java's and ECMA-262's notations share
 * @param meaning what the pattern cannot tell, asked only of what matches it
 * @param takesNumber whether a number will do, its digits kept as they were written: a version such as {@code 1.10}
 */
record TextForm(String one, String many, Pattern pattern, Predicate<String> meaning, boolean takesNumber) {

    static final TextForm ANY = matching("a text", "texts", "[\\s\\S]*");

    static final TextForm FILLED = new TextForm(
            "a text that is not blank",
            "texts that are not blank",
            Pattern.compile("[\\s\\S]*\\S[\\s\\S]*"),
            text -> !text.isBlank(),
            false);

    /** A name that somebody else gave, such as a version: {@code 1.10} and {@code 1.1} are two. */
    static final TextForm LABEL =
            new TextForm("a text or a number", "texts or numbers", FILLED.pattern, FILLED.meaning, true);

    static final TextForm PERIOD = parsed(
            "a period such as P7Y or P1Y6M",
            "periods such as P7Y or P1Y6M",
            "P(?=[0-9])([0-9]{1,4}Y)?([0-9]{1,4}M)?([0-9]{1,4}W)?([0-9]{1,4}D)?",
            Period::parse);

    static final TextForm DATE = parsed(
            "a date such as 2018-05-25", "dates such as 2018-05-25", "[0-9]{4}-[0-9]{2}-[0-9]{2}", LocalDate::parse);

    static final TextForm MONTH_DAY = parsed(
            "a month and day such as 12-31",
            "months and days such as 12-31",
            "[0-9]{2}-[0-9]{2}",
            text -> MonthDay.parse("--" + text));

    static final TextForm DATE_OR_INSTANT = parsed(
            "a date such as 2018-05-25 or an instant such as 2018-05-25T00:00:00Z",
            "dates such as 2018-05-25 or instants such as 2018-05-25T00:00:00Z",
            "[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z)?",
            text -> {
                if (text.endsWith("Z")) {
                    Instant.parse(text);
                } else {
                    LocalDate.parse(text);
                }
            });

    static final TextForm ZONE = parsed(
            "a time zone such as Europe/Stockholm",
            "time zones such as Europe/Stockholm",
            "[A-Za-z+-][A-Za-z0-9_+/:-]{0,63}",
            ZoneId::of);

    static final TextForm COUNTRY = new TextForm(
            "a country of ISO 3166-1 such as SE",
            "countries of ISO 3166-1 such as SE",
            Pattern.compile("[A-Z]{2}"),
            Countries::contains,
            false);

    static final TextForm LANGUAGE = parsed(
            "a language tag of BCP 47 such as sv or sv-SE",
            "language tags of BCP 47 such as sv or sv-SE",
            "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,6}",
            text -> new Locale.Builder().setLanguageTag(text).build());

    static TextForm matching(String one, String many, String pattern) {
        return new TextForm(one, many, Pattern.compile(pattern), text -> true, false);
    }

    private static TextForm parsed(String one, String many, String pattern, Consumer<String> parser) {
        return new TextForm(one, many, Pattern.compile(pattern), text -> parses(text, parser), false);
    }

    private static boolean parses(String text, Consumer<String> parser) {
        try {
            parser.accept(text);
            return true;
        } catch (DateTimeException | IllformedLocaleException e) {
            return false;
        }
    }

    /** This form, or one of a few words. */
    TextForm or(String... words) {
        String alternatives = String.join("|", words);
        return new TextForm(
                one + " or one of " + String.join(", ", words),
                many + " or words of " + String.join(", ", words),
                Pattern.compile("(?:" + alternatives + ")|(?:" + pattern + ")"),
                text -> List.of(words).contains(text) || meaning.test(text),
                takesNumber);
    }

    boolean accepts(String text) {
        return pattern.matcher(text).matches() && meaning.test(text);
    }
}
