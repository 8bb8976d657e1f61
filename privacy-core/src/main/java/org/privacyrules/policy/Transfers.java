package org.privacyrules.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where data may go without more: the European Economic Area, and countries that a decision of the Commission calls adequate
 * (Art. 44-45 GDPR), as dated data. What is not listed needs a safeguard, which is the careful side to err on.
 */
public final class Transfers {

    private static final Set<String> EEA = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
            "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK");

    /** Parts of Finland and France with codes of their own, where Union law applies (Art. 355(1) and (4) TFEU). */
    private static final Set<String> PARTS = Set.of("AX", "GF", "GP", "MF", "MQ", "RE", "YT");

    /** The United Kingdom was treated as a member state to the end of the transition period. */
    private static final Map<String, LocalDate> LEFT = Map.of("GB", LocalDate.of(2020, 12, 31));

    private static final Map<String, List<Dated<Scope>>> ADEQUATE = Stream.of(
                    decision("AD", Scope.COUNTRY, "2010-10-19"),
                    decision("AR", Scope.COUNTRY, "2003-06-30"),
                    decision("CA", Scope.SOME_RECIPIENTS, "2001-12-20"),
                    decision("CH", Scope.COUNTRY, "2000-07-26"),
                    decision("FO", Scope.COUNTRY, "2010-03-05"),
                    decision("GB", Scope.COUNTRY, "2021-01-01"),
                    decision("GG", Scope.COUNTRY, "2003-11-21"),
                    decision("IL", Scope.COUNTRY, "2011-01-31"),
                    decision("IM", Scope.COUNTRY, "2004-04-28"),
                    decision("JE", Scope.COUNTRY, "2008-05-08"),
                    decision("JP", Scope.SOME_RECIPIENTS, "2019-01-23"),
                    decision("KR", Scope.SOME_RECIPIENTS, "2021-12-17"),
                    decision("NZ", Scope.COUNTRY, "2012-12-19"),
                    until("US", Scope.SOME_RECIPIENTS, "2000-07-26", "2015-10-05"),
                    until("US", Scope.SOME_RECIPIENTS, "2016-07-12", "2020-07-15"),
                    decision("US", Scope.SOME_RECIPIENTS, "2023-07-10"),
                    decision("UY", Scope.COUNTRY, "2012-08-21"))
            .collect(Collectors.groupingBy(
                    Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));

    /** Whom a decision covers. */
    public enum Scope {
        /** Every recipient in the country. */
        COUNTRY,
        /** Some recipients, such as the participants of a framework: the policy says that this one is among them. */
        SOME_RECIPIENTS
    }

    private Transfers() {}

    private static Map.Entry<String, Dated<Scope>> decision(String country, Scope scope, String since) {
        return Map.entry(country, Dated.always(scope).since(LocalDate.parse(since)));
    }

    private static Map.Entry<String, Dated<Scope>> until(String country, Scope scope, String since, String lastDay) {
        return Map.entry(
                country, Dated.always(scope).since(LocalDate.parse(since)).through(LocalDate.parse(lastDay)));
    }

    /**
     * Whether a country is outside the European Economic Area.
     *
     * @param country ISO 3166-1 alpha-2
     * @param day the day
     * @return true if what goes there is a transfer to a third country
     */
    public static boolean isThirdCountry(String country, LocalDate day) {
        LocalDate last = LEFT.get(country);
        return !EEA.contains(country) && !PARTS.contains(country) && (last == null || day.isAfter(last));
    }

    /**
     * The decision of the Commission on a country.
     *
     * @param country ISO 3166-1 alpha-2
     * @param day the day
     * @return whom it covers, empty if there is none on that day
     */
    public static Optional<Scope> adequacy(String country, LocalDate day) {
        return Dated.on(ADEQUATE.getOrDefault(country, List.of()), day);
    }

    /**
     * Whether data may go to a recipient.
     *
     * @param recipient with its country and, if it has one, its safeguard
     * @param day the day
     * @return true inside the area, under a decision that covers the recipient, or with another safeguard
     */
    public static boolean isCovered(Recipient recipient, LocalDate day) {
        Optional<Safeguard.Kind> safeguard = recipient.safeguard().map(Safeguard::kind);
        if (!isThirdCountry(recipient.country(), day)
                || safeguard
                        .filter(kind -> kind != Safeguard.Kind.ADEQUACY_DECISION)
                        .isPresent()) {
            return true;
        }
        Optional<Scope> decision = adequacy(recipient.country(), day);
        return decision.filter(scope -> scope == Scope.COUNTRY || safeguard.isPresent())
                .isPresent();
    }
}
