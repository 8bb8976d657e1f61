package org.privacyrules.examples.glesys;

/** The check digit of Swedish personal and organisation numbers. */
final class Luhn {

    private Luhn() {}

    static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weighted = Character.digit(digits.charAt(i), 10) * (i % 2 == 0 ? 2 : 1);
            sum += weighted / 10 + weighted % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
