package org.privacyrules.subject;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number that a Swedish authority gave to a person or an organisation: {@code personnummer}, {@code samordningsnummer} or
 * {@code organisationsnummer}. That it is well formed does not mean that it was given to anybody.
 *
 * <p>A person's number is personal data that Swedish law protects (Art. 87 GDPR; 3 kap. 10 § lagen (2018:218)), and so is
 * that of a sole trader, whose organisation number is the personal number. The number does not print itself;
 * {@link #reveal()} shows it. It offers no date of birth: the date in it may be a nearby day, or not be known. Immutable.
 */
public final class SwedishNumber {

    private static final Pattern SHAPE = Pattern.compile("(?:[0-9]{2})?[0-9]{6}[-+]?[0-9JKLMNRSTUWX][0-9]{3}");

    private static final String ORGANISATION_PREFIX = "16";
    private static final int OLDEST_YEAR = 1800;
    private static final int COORDINATION_DAYS = 60;

    private final Kind kind;
    private final String number;

    /** What a number is. */
    public enum Kind {
        /** {@code personnummer}: of a person in the population register. */
        PERSONAL,
        /** {@code samordningsnummer}: of a person who is not in the population register; the day is raised by 60. */
        COORDINATION,
        /** A provisional number of a hospital or a school, with a letter in the serial. No authority gives it. */
        INTERIM,
        /** {@code organisationsnummer}: of a company, an association, an authority, an estate. */
        ORGANISATION
    }

    private SwedishNumber(Kind kind, String number) {
        this.kind = kind;
        this.number = number;
    }

    /**
     * Reads a number as people write it.
     *
     * <p>A person's number is {@code YYMMDD-NNNC} or {@code YYYYMMDD-NNNC}, an organisation's is {@code NNNNNN-NNNC} or the
     * same after {@code 16}; the {@code -} may be left out. A person with a short number is under 100 years old at the end of
     * this year; from the year of the hundredth birthday on the separator is {@code +}. Nothing else is accepted, no spaces
     * and no digits but those of ASCII.
     *
     * @param text any text
     * @param today the day in Sweden; it decides the century of a short number, and a number of a later day is refused
     * @return the number; empty if the text is none
     */
    public static Optional<SwedishNumber> parse(String text, LocalDate today) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        int serial = text.length() - 4;
        char separator = text.charAt(serial - 1);
        int date = (separator == '-' || separator == '+' ? serial - 1 : serial) - 6;
        String century = text.substring(0, date);
        String digits = text.substring(date, date + 6) + text.substring(serial);
        if (!endsInItsCheckDigit(digits)) {
            return Optional.empty();
        }
        return digits.charAt(2) < '2'
                ? person(century, separator == '+', digits, today)
                : organisation(century, separator == '+', digits);
    }

    private static Optional<SwedishNumber> person(String century, boolean plus, String digits, LocalDate today) {
        Kind kind = kindOfPerson(digits);
        int base = plus ? today.getYear() - 100 : today.getYear();
        int twoDigitYear = twoDigits(digits, 0);
        int year = century.isEmpty()
                ? base - Math.floorMod(base - twoDigitYear, 100)
                : 100 * twoDigits(century, 0) + twoDigitYear;
        int month = twoDigits(digits, 2);
        int day = twoDigits(digits, 4) - (kind == Kind.COORDINATION ? COORDINATION_DAYS : 0);
        boolean given = year >= OLDEST_YEAR
                && year <= base
                && isDay(year, month, day)
                && !LocalDate.of(year, month, day).isAfter(today)
                && !digits.startsWith("000", 6);
        return given ? Optional.of(new SwedishNumber(kind, year / 100 + digits)) : Optional.empty();
    }

    private static Kind kindOfPerson(String digits) {
        if (!isDigit(digits.charAt(6))) {
            return Kind.INTERIM;
        }
        return twoDigits(digits, 4) > COORDINATION_DAYS ? Kind.COORDINATION : Kind.PERSONAL;
    }

    private static Optional<SwedishNumber> organisation(String prefix, boolean plus, String digits) {
        boolean given = (prefix.isEmpty() || prefix.equals(ORGANISATION_PREFIX))
                && !plus
                && digits.charAt(0) != '0'
                && isDigit(digits.charAt(6));
        return given ? Optional.of(new SwedishNumber(Kind.ORGANISATION, digits)) : Optional.empty();
    }

    private static boolean isDay(int year, int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }

    /** Luhn's algorithm over ten characters. The letter of an interim number counts as 1. */
    private static boolean endsInItsCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = isDigit(digits.charAt(i)) ? digits.charAt(i) - '0' : 1;
            int product = i % 2 == 0 ? 2 * digit : digit;
            sum += product > 9 ? product - 9 : product;
        }
        return sum % 10 == 0;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static int twoDigits(String digits, int from) {
        return 10 * (digits.charAt(from) - '0') + digits.charAt(from + 1) - '0';
    }

    /**
     * What the number is.
     *
     * @return its kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The number itself, in the one form to store and to compare. Treat it as personal data.
     *
     * @return twelve characters that begin with the century for a person, ten digits for an organisation; no separator
     */
    public String reveal() {
        return number;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SwedishNumber that && number.equals(that.number);
    }

    @Override
    public int hashCode() {
        return number.hashCode();
    }

    /** The kind alone. */
    @Override
    public String toString() {
        return "SwedishNumber(" + kind + ", hidden)";
    }
}
