package org.privacyrules.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.subject.Countries;

/**
 * From which age a child may consent to an online service without a guardian (Art. 8(1) GDPR): 16, unless the child's
 * country has set another age between 13 and 16. The table is data with dates; a host replaces what the law has changed.
 * Immutable.
 */
public final class AgesOfConsent {

    /** The age where a country has set none. */
    public static final int DEFAULT_AGE = 16;

    private static final LocalDate GDPR = LocalDate.of(2018, 5, 25);

    private final Map<String, List<Rule>> byCountry;

    private record Rule(LocalDate validFrom, int age) {}

    private static final List<Rule> UNLISTED = List.of(new Rule(GDPR, DEFAULT_AGE));

    private AgesOfConsent(Map<String, List<Rule>> byCountry) {
        this.byCountry = byCountry;
    }

    /**
     * The table as known in November 2026. Check it before you rely on it for a country.
     *
     * @return the ages of the European Economic Area
     */
    public static AgesOfConsent europeanEconomicArea() {
        AgesOfConsent table = new AgesOfConsent(Map.of());
        for (String country : List.of("SE", "BE", "EE", "FI", "LV", "MT", "PT", "NO", "IS", "DK")) {
            table = table.with(country, GDPR, 13);
        }
        for (String country : List.of("AT", "BG", "CY", "ES", "IT", "LT")) {
            table = table.with(country, GDPR, 14);
        }
        for (String country : List.of("CZ", "FR", "GR", "SI")) {
            table = table.with(country, GDPR, 15);
        }
        return table.with("DK", LocalDate.of(2024, 1, 1), 15);
    }

    /**
     * This table with one more rule.
     *
     * @param country the child's country (ISO 3166-1 alpha-2)
     * @param validFrom from when the rule holds
     * @param age 13 to 16
     * @return a new table
     */
    public AgesOfConsent with(String country, LocalDate validFrom, int age) {
        if (age < 13 || age > 16) {
            throw new InvalidInputException("age of consent: Art. 8(1) GDPR allows 13 to 16");
        }
        if (!Countries.contains(country)) {
            throw new InvalidInputException("age of consent: two capitals of ISO 3166-1 are required, such as SE");
        }
        Map<String, List<Rule>> more = new HashMap<>(byCountry);
        List<Rule> before = validFrom.isAfter(GDPR) ? UNLISTED : List.of();
        List<Rule> rules = new ArrayList<>(more.getOrDefault(country, before));
        rules.removeIf(rule -> rule.validFrom().equals(validFrom));
        rules.add(new Rule(validFrom, age));
        rules.sort(Comparator.comparing(Rule::validFrom));
        more.put(country, List.copyOf(rules));
        return new AgesOfConsent(Map.copyOf(more));
    }

    /**
     * The first day from which a child may consent alone and stays able to, also where the age was raised or
     * lowered meanwhile.
     *
     * @param birthDate the child's date of birth; it is not stored, only the result is meant to be
     * @param country where the child lives; an unlisted one has the age {@value #DEFAULT_AGE}
     * @return the day; a child born on 29 February comes of age on 1 March of a common year
     */
    public LocalDate ofAgeFrom(LocalDate birthDate, String country) {
        List<Rule> rules = byCountry.getOrDefault(country, UNLISTED);
        LocalDate ofAge = LocalDate.MAX;
        LocalDate nextRuleFrom = LocalDate.MAX;
        for (int i = rules.size() - 1; i >= 0; i--) {
            LocalDate reached = birthday(birthDate, rules.get(i).age());
            LocalDate ruleFrom = i == 0 ? LocalDate.MIN : rules.get(i).validFrom();
            LocalDate able = reached.isAfter(ruleFrom) ? reached : ruleFrom;
            if (!able.isBefore(nextRuleFrom)) {
                break;
            }
            ofAge = able;
            nextRuleFrom = ruleFrom;
            if (able.isAfter(ruleFrom)) {
                break;
            }
        }
        return ofAge;
    }

    private static LocalDate birthday(LocalDate birthDate, int age) {
        LocalDate nominal = birthDate.plusYears(age);
        return nominal.getDayOfMonth() == birthDate.getDayOfMonth() ? nominal : nominal.plusDays(1);
    }
}
