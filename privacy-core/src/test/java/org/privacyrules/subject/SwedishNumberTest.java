package org.privacyrules.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.subject.SwedishNumber.Kind;

/**
 * Swedish numbers. The persons' are fictitious: the Tax Agency gives the serials 238, 239, 980 and 981 to nobody, and
 * 191212121212 is the customary example. The organisations' are public.
 */
class SwedishNumberTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    /** Text, kind and the form to store; a dash where there is none. */
    private static final String VECTORS = """
            199001012385   PERSONAL     199001012385  serial 238
            900101-2385    PERSONAL     199001012385  the same person
            199001012393   PERSONAL     199001012393  serial 239
            199001012386   -            -             wrong check digit
            640823-3234    PERSONAL     196408233234  the worked example: sum 36, check digit 4
            191212121212   PERSONAL     191212121212  Tolvan
            121212+1212    PERSONAL     191212121212  Tolvan
            121212-1212    PERSONAL     201212121212  the separator tells the century
            900101+9802    PERSONAL     189001019802  the century before the last
            000101+9801    PERSONAL     190001019801  turn of the century
            000229-2399    PERSONAL     200002292399  leap day
            000229+2399    -            -             1900 was no leap year
            202402292383   PERSONAL     202402292383  leap day
            260101-2384    PERSONAL     202601012384  this year
            270101-2383    PERSONAL     192701012383  turns a hundred next year
            260101+2384    PERSONAL     192601012384  turns a hundred this year
            261231-2385    -            -             a day in the future is not taken for one of 1926
            150916-0006    -            -             serial 000
            701063-2391    COORDINATION 197010632391  day 3
            900161-2382    COORDINATION 199001612382  day 1
            202601612381   COORDINATION 202601612381  day 1
            202201612393   COORDINATION 202201612393  day 1
            700428-9895    -            -             the check digit would be 3
            420566-9899    -            -             the check digit would be 0
            20000101-T220  INTERIM      20000101T220  T counts as 1
            20000101A220   -            -             A is no letter of an interim number
            556647-9241    ORGANISATION 5566479241    a limited company
            556016-0680    ORGANISATION 5560160680    a limited company
            165560160680   ORGANISATION 5560160680    the form of twelve digits
            212000-0142    ORGANISATION 2120000142    a municipality
            556036-0793    ORGANISATION 5560360793    a limited company
            556016-0681    -            -             wrong check digit
            857209-0606    ORGANISATION 8572090606    not a person born in a month 72
            802005-1952    ORGANISATION 8020051952    not a person born in a month 20
            """;

    private static Optional<SwedishNumber> parse(String text) {
        return SwedishNumber.parse(text, TODAY);
    }

    /** As the statute describes it, and not as the code computes it. */
    private static String checked(String nine) {
        int sum = IntStream.range(0, 9)
                .mapToObj(i -> Integer.toString((nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1)))
                .flatMapToInt(String::chars)
                .map(digit -> digit - '0')
                .sum();
        return nine + (10 - sum % 10) % 10;
    }

    @Provide
    Arbitrary<LocalDate> birthDates() {
        return Dates.dates().between(LocalDate.of(TODAY.getYear() - 199, 1, 1), TODAY);
    }

    @Provide
    Arbitrary<String> serials() {
        return Arbitraries.of("238", "239", "980", "981");
    }

    @Provide
    Arbitrary<String> organisations() {
        return Combinators.combine(
                        Arbitraries.integers().between(10, 99),
                        Arbitraries.integers().between(20, 99),
                        Arbitraries.integers().between(0, 99_999))
                .as((group, month, rest) -> checked(String.format(Locale.ROOT, "%d%d%05d", group, month, rest)));
    }

    @Provide
    Arbitrary<String> nearlyNumbers() {
        return Arbitraries.strings().withChars("0123456789-+ T٣").ofMinLength(9).ofMaxLength(14);
    }

    private static String tenDigits(LocalDate day, String serial, int raised) {
        return checked(String.format(
                Locale.ROOT,
                "%02d%02d%02d%s",
                day.getYear() % 100,
                day.getMonthValue(),
                day.getDayOfMonth() + raised,
                serial));
    }

    @Example
    @Mission("M5")
    @Gdpr("87")
    void the_examples_of_the_agencies_are_told_apart() {
        VECTORS.lines().map(line -> line.split("\\s+", 4)).forEach(vector -> {
            String because = vector[0] + ": " + vector[3];
            Optional<SwedishNumber> number = parse(vector[0]);
            assertEquals(
                    vector[1], number.map(SwedishNumber::kind).map(Kind::name).orElse("-"), because);
            assertEquals(vector[2], number.map(SwedishNumber::reveal).orElse("-"), because);
        });
        assertEquals(34, VECTORS.lines().count(), "all examples were read");
    }

    @Example
    void what_is_written_otherwise_is_no_number() {
        for (String text : new String[] {
            "",
            "-",
            "19090527 1474",
            " 900101-2385",
            "900101-2385\n",
            "900101--2385",
            "90010-12385",
            "1990-01-01-2385",
            "SE556647924101",
            "99001012385",
            "900101-238٥",
            "９００１０１2385",
            "20000101-t220",
            "219001012385",
            "179001012385",
            "165560160680-",
            "195566479241",
            "556647+9241",
            "16556647+9241",
            "900001-2386",
            "901301-2381",
            "900100-2386",
            "900132-2388",
            "900160-2383",
            "900192-2385",
            "556647-T248",
            "900161-T236",
            "056016-0681"
        }) {
            assertEquals(Optional.empty(), parse(text), text);
        }
    }

    @Example
    void a_separator_between_eight_and_four_digits_agrees_with_the_century() {
        assertEquals(parse("199001012385"), parse("19900101-2385"));
        assertEquals(parse("189001019802"), parse("18900101+9802"));
        assertEquals(parse("189001019802"), parse("18900101-9802"), "as most systems write it");
        assertEquals(Optional.empty(), parse("19900101+2385"));
        assertEquals(parse("556016-0680"), parse("16556016-0680"));
    }

    @Example
    void the_year_of_the_hundredth_birthday_changes_the_separator_and_not_the_day() {
        assertEquals(
                "192701012383",
                SwedishNumber.parse("270101-2383", LocalDate.of(2026, 12, 31))
                        .orElseThrow()
                        .reveal());
        assertEquals(
                "202701012383",
                SwedishNumber.parse("270101-2383", LocalDate.of(2027, 1, 1))
                        .orElseThrow()
                        .reveal());
        assertEquals(
                "192612312385",
                SwedishNumber.parse("261231+2385", LocalDate.of(2026, 1, 1))
                        .orElseThrow()
                        .reveal());
        assertEquals(
                "202612312385",
                SwedishNumber.parse("261231-2385", LocalDate.of(2026, 12, 31))
                        .orElseThrow()
                        .reveal(),
                "on the day itself");
    }

    @Example
    @Gdpr("87")
    void a_number_does_not_print_itself() {
        SwedishNumber tolvan = parse("191212121212").orElseThrow();
        assertEquals("SwedishNumber(PERSONAL, hidden)", tolvan.toString());
        assertFalse(Optional.of(tolvan).toString().contains("1212"));
    }

    @Example
    void numbers_are_equal_however_they_were_written() {
        assertEquals(parse("121212+1212"), parse("191212121212"));
        assertEquals(parse("121212+1212").hashCode(), parse("191212121212").hashCode());
        assertNotEquals(parse("121212+1212"), parse("121212-1212"));
        assertNotEquals(parse("121212+1212").orElseThrow(), (Object) "191212121212");
    }

    @Property
    void a_person_is_the_same_in_the_short_and_the_long_form(
            @ForAll("birthDates") LocalDate day, @ForAll("serials") String serial, @ForAll boolean coordination) {
        String ten = tenDigits(day, serial, coordination ? 60 : 0);
        String separator = day.getYear() <= TODAY.getYear() - 100 ? "+" : "-";
        SwedishNumber number =
                parse(ten.substring(0, 6) + separator + ten.substring(6)).orElseThrow();
        assertEquals(coordination ? Kind.COORDINATION : Kind.PERSONAL, number.kind());
        assertEquals(day.getYear() / 100 + ten, number.reveal());
        assertEquals(Optional.of(number), parse(number.reveal()));
    }

    @Property
    @Mission("M5")
    void one_wrong_digit_of_a_persons_number_is_always_found(
            @ForAll("birthDates") LocalDate day,
            @ForAll("serials") String serial,
            @ForAll @IntRange(max = 9) int place,
            @ForAll @IntRange(min = 1, max = 9) int off) {
        String ten = tenDigits(day, serial, 0);
        assertEquals(Optional.empty(), parse(day.getYear() / 100 + misread(ten, place, off)));
        assertEquals(Optional.empty(), parse(misread(ten, place, off)));
    }

    @Property
    void one_wrong_digit_of_an_organisations_number_is_always_found(
            @ForAll("organisations") String ten,
            @ForAll @IntRange(max = 9) int place,
            @ForAll @IntRange(min = 1, max = 9) int off) {
        assertEquals(Kind.ORGANISATION, parse(ten).orElseThrow().kind());
        assertEquals(parse(ten), parse("16" + ten));
        assertEquals(Optional.empty(), parse(misread(ten, place, off)));
    }

    private static String misread(String digits, int place, int off) {
        char wrong = (char) ('0' + (digits.charAt(place) - '0' + off) % 10);
        return digits.substring(0, place) + wrong + digits.substring(place + 1);
    }

    @Property
    void any_text_is_read_without_an_exception(@ForAll String text, @ForAll("nearlyNumbers") String nearly) {
        assertEquals(Optional.empty(), parse(text));
        parse(nearly).ifPresent(number -> assertEquals(Optional.of(number), parse(number.reveal())));
    }
}
