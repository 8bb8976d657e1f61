package org.privacyrules.policy;

import java.util.List;
import java.util.Set;

/**
 * A kind of data about a person. Immutable; made by {@link PrivacyPolicy#builder}.
 *
 * @param name the name by which code asks, such as {@code contact-details}
 * @param description the category in words that a data subject understands
 * @param attributes what belongs to it, such as {@code e-mail address}
 * @param sensitivity which additional conditions the law sets
 * @param identifiability how easily the data lead to a person (recital 26 GDPR)
 * @param source where the data come from (Art. 14(2)(f), 15(1)(g) GDPR)
 * @param provision whether the person must provide them (Art. 13(2)(e) GDPR)
 * @param countries only subjects of these countries (ISO 3166-1 alpha-2); empty: of all
 */
public record DataCategory(
        String name,
        String description,
        List<String> attributes,
        Sensitivity sensitivity,
        Identifiability identifiability,
        Source source,
        Provision provision,
        Set<String> countries) {

    /** Which additional conditions the law sets. */
    public enum Sensitivity {
        /** None. */
        ORDINARY,
        /** A national identification number (Art. 87 GDPR). */
        NATIONAL_ID,
        /** A special category (Art. 9 GDPR). */
        SPECIAL,
        /** Criminal convictions and offences (Art. 10 GDPR). */
        CRIMINAL
    }

    /** How easily data lead to a person. */
    public enum Identifiability {
        /** They name the person. */
        DIRECT,
        /** They lead to the person together with other data. */
        LINKABLE,
        /** They lead to nobody by any means reasonably likely to be used. */
        ANONYMOUS
    }

    /** Where data come from. */
    public enum Source {
        /** The person gave them. */
        PROVIDED,
        /** The controller observed them. */
        OBSERVED,
        /** Somebody else gave them. */
        THIRD_PARTY
    }

    /** Whether the person must provide data. */
    public enum Provision {
        /** The contract or the law needs them. */
        REQUIRED,
        /** The person may refuse. */
        VOLUNTARY
    }

    public DataCategory {
        attributes = List.copyOf(attributes);
        countries = Set.copyOf(countries);
    }
}
