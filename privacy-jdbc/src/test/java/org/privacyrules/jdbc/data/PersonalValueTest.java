package org.privacyrules.jdbc.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that look like people's, and values that only seem to. */
class PersonalValueTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 17);

    private static Set<PersonalValue> among(String... values) {
        return PersonalValue.among(List.of(values), TODAY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "anna@example.org;EMAIL",
                "write to <anna.b+x@mail.example.se>, please;EMAIL",
                "mailto:anna@example.org;EMAIL",
                "811218-9876;SWEDISH_NUMBER",
                "198112189876;SWEDISH_NUMBER",
                "8112189876;SWEDISH_NUMBER",
                "number 811218-9876 called;SWEDISH_NUMBER",
                "19811278-9873;SWEDISH_NUMBER",
                "192.0.2.1;IP",
                "192.0.2.1/32;IP",
                "from 192.0.2.1, twice;IP",
                "2001:db8::1;IP",
                "2001:0db8:0000:0000:0000:0000:0000:0001;IP",
                "::ffff:192.0.2.1;IP",
                "SE4550000000058398257466;IBAN",
                "SE45 5000 0000 0583 9825 7466;IBAN",
                "4111111111111111;CARD",
                "4111-1111-1111-1111;CARD",
                "+46701740605;PHONE",
                "0046 70 174 06 05;PHONE",
                "070-174 06 05;PHONE",
                "(08) 123 45 67;PHONE"
            })
    void values_that_look_like_peoples(String value, PersonalValue kind) {
        assertEquals(Set.of(kind), among(value), value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@",
                "a@b",
                "1.2.3",
                "256.1.1.1",
                "12:30:45",
                "00:1b:44:11:3a:b7",
                "a::b::",
                "1",
                "1234567",
                "2026-05-17",
                "20260517-1234",
                "811218-9875",
                "556036-0793",
                "SE4550000000058398257467",
                "4111111111111112",
                "0.5",
                "::",
                "550e8400-e29b-41d4-a716-446655440000",
                "Stockholm"
            })
    void values_that_only_seem_to(String value) {
        assertEquals(Set.of(), among(value), value);
    }

    @Test
    void one_address_among_many_values_is_enough_and_one_number_is_not() {
        String[] values = new String[100];
        Arrays.fill(values, "fine");
        values[7] = "4111111111111111";
        assertEquals(Set.of(), among(values));
        values[8] = "anna@example.org";
        assertEquals(Set.of(PersonalValue.EMAIL), among(values));
    }
}
