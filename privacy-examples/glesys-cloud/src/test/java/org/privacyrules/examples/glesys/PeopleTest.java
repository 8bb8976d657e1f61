package org.privacyrules.examples.glesys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The invented people look real and belong to nobody. */
class PeopleTest {

    private final List<Person> people =
            IntStream.range(0, 5_000).mapToObj(People::person).toList();

    @Test
    void check_digits_are_those_of_the_published_test_numbers() {
        assertEquals("199001012385", PersonalNumber.of(LocalDate.of(1990, 1, 1), 0));
        assertEquals("199001012393", PersonalNumber.of(LocalDate.of(1990, 1, 1), 1));
        assertEquals("189001019802", PersonalNumber.of(LocalDate.of(1890, 1, 1), 2));
        assertEquals(1, Luhn.checkDigit("556647924"));
    }

    @Test
    void nobody_shares_a_key_or_a_personal_number() {
        assertEquals(people.size(), people.stream().map(Person::key).distinct().count());
        List<String> numbers = people.stream()
                .map(Person::personalNumber)
                .flatMap(Optional::stream)
                .toList();
        assertEquals(numbers.size(), numbers.stream().distinct().count());
    }

    @Test
    void mail_goes_to_reserved_domains_only() {
        people.forEach(person -> assertTrue(
                person.email().matches("[a-z]+\\.[a-z]+[0-9]+@(example\\.(com|org|net)|(mail|post)\\.example)")));
    }

    @Test
    void the_same_number_is_the_same_person() {
        assertEquals(People.person(4711), People.person(4711));
    }

    @Test
    void only_people_in_sweden_have_a_personal_number() {
        people.forEach(person ->
                assertEquals(person.livesInSweden(), person.personalNumber().isPresent()));
    }
}
