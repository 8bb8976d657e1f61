package org.privacyrules.examples.glesys;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Pattern;
import org.privacyrules.examples.glesys.Person.Address;

/** Invents people: the same number is the same person on every run. Numbers and domains are reserved ones. */
final class People {

    private static final Pattern NO_LETTER = Pattern.compile("[^a-z]+");
    private static final long SEED = 20180525;
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1945, 1, 1);
    private static final int BIRTH_DAYS = 20_000;

    private static final List<String> GIVEN = List.of(
            "Alva",
            "Astrid",
            "Axel",
            "Birgitta",
            "Björn",
            "Cecilia",
            "Disa",
            "Ebba",
            "Elsa",
            "Emil",
            "Freja",
            "Gustav",
            "Hanna",
            "Hugo",
            "Ingrid",
            "Karin",
            "Lars",
            "Linnéa",
            "Maja",
            "Mats",
            "Nils",
            "Olle",
            "Oskar",
            "Petra",
            "Ragnhild",
            "Saga",
            "Signe",
            "Stina",
            "Sven",
            "Tove",
            "Ulla",
            "Vera",
            "Viggo",
            "Åke",
            "Åsa",
            "Örjan");
    private static final List<String> FAMILY = List.of(
            "Almgren",
            "Berglund",
            "Björk",
            "Dahlin",
            "Ekström",
            "Forsberg",
            "Grahn",
            "Hedlund",
            "Holm",
            "Isaksson",
            "Kjellberg",
            "Lindqvist",
            "Ljung",
            "Malmsten",
            "Nordin",
            "Nyström",
            "Palm",
            "Rosén",
            "Sandell",
            "Sjögren",
            "Strand",
            "Sundin",
            "Söder",
            "Tegnér",
            "Vallin",
            "Wikström",
            "Åberg",
            "Öberg");
    private static final List<String> GIVEN_ABROAD = List.of(
            "Aino", "Anneke", "Bruno", "Clara", "Daan", "Élise", "Fiona", "Greta", "Henrik", "Ilaria", "Jonas", "Kaisa",
            "Luc", "Marta", "Niamh", "Pavel", "Rasmus", "Sofie");
    private static final List<String> FAMILY_ABROAD = List.of(
            "Ahonen",
            "Bakker",
            "Conti",
            "Dupont",
            "Fischer",
            "Hansen",
            "Jensen",
            "Kowalska",
            "Moreau",
            "Murphy",
            "Novák",
            "Olsen",
            "Schulz",
            "Virtanen");
    private static final List<String> TOWNS = List.of(
            "Falkenberg", "Göteborg", "Kiruna", "Lund", "Malmö", "Skövde", "Stockholm", "Umeå", "Uppsala", "Visby");
    private static final List<String> ABROAD = List.of("NO", "DK", "FI", "DE", "FR", "NL", "IE");
    private static final List<String> DOMAINS =
            List.of("example.com", "example.org", "example.net", "mail.example", "post.example");

    private People() {}

    static Person person(int number) {
        SplittableRandom random = random(number);
        boolean swedish = random.nextInt(100) < 82;
        String key = new UUID(random.nextLong(), random.nextLong()).toString();
        String given = pick(swedish ? GIVEN : GIVEN_ABROAD, random);
        String family = pick(swedish ? FAMILY : FAMILY_ABROAD, random);
        return new Person(
                number,
                key,
                given,
                family,
                swedish ? Optional.of(personalNumber(number)) : Optional.empty(),
                email(given, family, number, pick(DOMAINS, random)),
                swedish ? Optional.of(phone(random)) : Optional.empty(),
                swedish ? atHome(random) : abroad(random));
    }

    static SplittableRandom random(int number) {
        return new SplittableRandom(SEED + number * 0x9E3779B97F4A7C15L);
    }

    static <T> T pick(List<T> choices, SplittableRandom random) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Each number up to 80,000 gets one of its own: 7919 is prime, so the days repeat only after all were used. */
    private static String personalNumber(int number) {
        LocalDate bornOn = FIRST_BIRTH.plusDays(number * 7919L % BIRTH_DAYS);
        return PersonalNumber.of(bornOn, number / BIRTH_DAYS % 4);
    }

    private static String email(String given, String family, int number, String domain) {
        return ascii(given) + "." + ascii(family) + number + "@" + domain;
    }

    private static String ascii(String name) {
        String decomposed = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return NO_LETTER.matcher(decomposed).replaceAll("");
    }

    /** From the numbers that the Swedish telecom authority keeps free for books and films. */
    private static String phone(SplittableRandom random) {
        return "+46 70 1740" + (605 + random.nextInt(95));
    }

    private static Address atHome(SplittableRandom random) {
        String postalCode = String.format(Locale.ROOT, "%03d %02d", 100 + random.nextInt(880), random.nextInt(100));
        return new Address("Exempelgatan " + (1 + random.nextInt(200)), postalCode, pick(TOWNS, random), "SE");
    }

    private static Address abroad(SplittableRandom random) {
        String postalCode = String.valueOf(10_000 + random.nextInt(80_000));
        return new Address(
                "Sample Street " + (1 + random.nextInt(200)), postalCode, "Sampletown", pick(ABROAD, random));
    }
}
