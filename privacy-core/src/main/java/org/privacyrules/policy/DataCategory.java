package org.privacyrules.policy;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.privacyrules.calendar.Periods;

/**
 * A kind of data about a person. Immutable; made by {@link PrivacyPolicy#builder}.
 *
 * @param name the name by which code asks, such as {@code contact-details}
 * @param description the category in words that a data subject understands
 * @param attributes what belongs to it, such as {@code e-mail address}
 * @param sensitivity which additional conditions the law sets
 * @param identifiability how easily the data lead to a person (recital 26 GDPR)
 * @param source where the data come from (Art. 14(2)(f), 15(1)(g) GDPR)
 * @param sourceDetail which source, and whether it is public, if it is not the person
 * @param provision whether the person must provide them (Art. 13(2)(e) GDPR)
 * @param refusal what happens if the person does not provide them; empty: what follows from the provision
 * @param justification why a national number is needed (Art. 87), or which law allows criminal data (Art. 10)
 * @param countries only subjects of these countries (ISO 3166-1 alpha-2); empty: of all
 * @param subjectKinds only subjects in one of these relations; empty: in all
 * @param maximumAge how old the data may become, whatever else holds; empty: no such limit
 */
public record DataCategory(
        String name,
        LocalText description,
        List<LocalText> attributes,
        Sensitivity sensitivity,
        Identifiability identifiability,
        Source source,
        LocalText sourceDetail,
        Provision provision,
        LocalText refusal,
        LocalText justification,
        Set<String> countries,
        Set<String> subjectKinds,
        Optional<Period> maximumAge) {

    private static final int LONGEST_YEARS = 1000;

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
        subjectKinds = Set.copyOf(subjectKinds);
        maximumAge.ifPresent(age -> Periods.requireLength("maximum age", age, LONGEST_YEARS));
    }
}
