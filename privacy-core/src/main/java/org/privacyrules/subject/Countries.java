package org.privacyrules.subject;

import java.util.Locale;
import java.util.Set;

/** The countries of ISO 3166-1 alpha-2, as the Java platform lists them. */
public final class Countries {

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private Countries() {}

    /**
     * Whether a text is a country's code.
     *
     * @param code any text
     * @return true for two capitals such as {@code SE}; false for {@code UK}, which is {@code GB}
     */
    public static boolean contains(String code) {
        return CODES.contains(code);
    }
}
