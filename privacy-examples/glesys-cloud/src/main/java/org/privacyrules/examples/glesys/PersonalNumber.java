package org.privacyrules.examples.glesys;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Swedish personal numbers with the serials that the tax agency sets aside for tests: they belong to nobody. */
final class PersonalNumber {

    private static final DateTimeFormatter EIGHT_DIGITS = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String[] TEST_SERIALS = {"238", "239", "980", "981"};

    private PersonalNumber() {}

    /** Twelve digits, the last of them the check digit over the ten without the century. */
    static String of(LocalDate bornOn, int serial) {
        String digits = EIGHT_DIGITS.format(bornOn) + TEST_SERIALS[serial];
        return digits + Luhn.checkDigit(digits.substring(2));
    }
}
