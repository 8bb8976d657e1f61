package org.privacyrules.jdbc.data;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.privacyrules.subject.SwedishNumber;

/** What values look like, without a word of any of them. */
enum PersonalValue {
    EMAIL("e-mail addresses"),
    PHONE("telephone numbers"),
    SWEDISH_NUMBER("Swedish personal numbers"),
    IP("IP addresses"),
    IBAN("bank accounts (IBAN)"),
    CARD("card numbers");

    private static final Pattern BETWEEN_TOKENS = Pattern.compile("[\\s,;\"'(){}<>\\[\\]|=]+");
    private static final Pattern MAIL = Pattern.compile("[^@]{1,64}@[^@.]{1,63}(?:\\.[^@.]{1,63}){1,8}");
    private static final Pattern SEPARATED = Pattern.compile("(?:[0-9]{2})?[0-9]{6}[-+][0-9]{4}");
    private static final Pattern BYTE = Pattern.compile("25[0-5]|2[0-4][0-9]|1?[0-9]{1,2}");
    private static final Pattern WORDS =
            Pattern.compile("[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACCOUNT = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final Pattern CARD_DIGITS = Pattern.compile("[2-6][0-9]{12,18}");
    private static final Pattern INTERNATIONAL = Pattern.compile("(?:\\+|00)[1-9][0-9]{6,14}");
    private static final Pattern NATIONAL = Pattern.compile("0[1-9][0-9]{5,10}");
    private static final Pattern IN_NUMBERS = Pattern.compile("[\\s./()-]");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private final String words;

    PersonalValue(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** How sure one value makes us. */
    private enum Evidence {
        NONE,
        /** Numbers of other kinds look like this too: half of all values must. */
        WEAK,
        /** One is enough. */
        STRONG
    }

    static Set<PersonalValue> among(Collection<String> values, LocalDate today) {
        Map<PersonalValue, Integer> weak = new EnumMap<>(PersonalValue.class);
        Set<PersonalValue> found = EnumSet.noneOf(PersonalValue.class);
        for (String value : values) {
            for (PersonalValue kind : values()) {
                Evidence evidence = found.contains(kind) ? Evidence.NONE : kind.evidence(value, today);
                if (evidence == Evidence.STRONG) {
                    found.add(kind);
                } else if (evidence == Evidence.WEAK) {
                    weak.merge(kind, 1, Integer::sum);
                }
            }
        }
        weak.forEach((kind, times) -> {
            if (2 * times >= values.size()) {
                found.add(kind);
            }
        });
        return found;
    }

    private Evidence evidence(String value, LocalDate today) {
        String number = IN_NUMBERS.matcher(value).replaceAll("");
        return switch (this) {
            case EMAIL -> strongIf(anyToken(value, token -> MAIL.matcher(token).matches()));
            case IP -> strongIf(anyToken(value, PersonalValue::isIp));
            case IBAN -> strongIf(isIban(number) || anyToken(value, PersonalValue::isIban));
            case PHONE ->
                INTERNATIONAL.matcher(number).matches()
                        ? Evidence.STRONG
                        : NATIONAL.matcher(number).matches() ? Evidence.WEAK : Evidence.NONE;
            case CARD -> CARD_DIGITS.matcher(number).matches() && isLuhn(number) ? Evidence.WEAK : Evidence.NONE;
            case SWEDISH_NUMBER -> swedish(value.strip(), today);
        };
    }

    private static Evidence strongIf(boolean strong) {
        return strong ? Evidence.STRONG : Evidence.NONE;
    }

    private static boolean anyToken(String value, Predicate<String> test) {
        for (String token : BETWEEN_TOKENS.split(value, -1)) {
            if (test.test(token)) {
                return true;
            }
        }
        return false;
    }

    private static Evidence swedish(String value, LocalDate today) {
        boolean separated = anyToken(value, token -> SEPARATED.matcher(token).matches() && isOfPerson(token, today));
        if (separated) {
            return Evidence.STRONG;
        }
        return isOfPerson(value, today) ? Evidence.WEAK : Evidence.NONE;
    }

    private static boolean isOfPerson(String text, LocalDate today) {
        return SwedishNumber.parse(text, today)
                .filter(number -> number.kind() != SwedishNumber.Kind.ORGANISATION)
                .isPresent();
    }

    private static boolean isIp(String token) {
        int slash = token.indexOf('/');
        String whole = slash < 0 ? token : token.substring(0, slash);
        String address = whole.toLowerCase(Locale.ROOT).startsWith("::ffff:") ? whole.substring(7) : whole;
        List<String> bytes = List.of(address.split("\\.", -1));
        if (bytes.size() == 4
                && bytes.stream().allMatch(each -> BYTE.matcher(each).matches())) {
            return true;
        }
        int gap = address.indexOf("::");
        boolean full = gap < 0 && address.chars().filter(each -> each == ':').count() == 7;
        boolean cut = gap >= 0 && address.indexOf("::", gap + 1) < 0;
        return (full || cut) && address.length() > 4 && WORDS.matcher(address).matches();
    }

    private static boolean isIban(String text) {
        if (!ACCOUNT.matcher(text).matches()) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (text.substring(4) + text.substring(0, 4)).chars().forEach(each -> digits.append(Character.digit(each, 36)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue() == 1;
    }

    private static boolean isLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int product = i % 2 == 1 ? 2 * digit : digit;
            sum += product > 9 ? product - 9 : product;
        }
        return sum % 10 == 0;
    }
}
