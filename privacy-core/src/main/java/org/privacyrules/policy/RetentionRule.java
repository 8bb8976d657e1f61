package org.privacyrules.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.failure.InvalidInputException;

/**
 * How long one purpose keeps one category: for a term, which may be another for people in some countries or relations.
 * Immutable.
 *
 * <p>If variants apply to a person, the one that keeps longest counts, and else the rule's own term. While the person's country
 * is not known, each variant that depends on it might apply: whatever keeps longest counts. The order of variants never
 * matters: rules that have the same ones are equal.
 *
 * <pre>{@code
 * RetentionRule.of(from("contract-ended").plus(Period.ofYears(1)))
 *     .inCountries(Set.of("DE"), from("contract-ended").plus(Period.ofYears(6)))
 *     .lock()
 * }</pre>
 *
 * @param term for whom no variant applies
 * @param variants in an order of their own, each once
 * @param locked whether a later version of the policy may only lengthen the rule: it may not shorten, drop or unlock it
 */
public record RetentionRule(RetentionTerm term, List<Variant> variants, boolean locked) {

    /** Those with one condition first, since the others read as exceptions to them. */
    private static final Comparator<Variant> ORDER = Comparator.comparing(Variant::hasBothConditions)
            .thenComparing(variant -> new TreeSet<>(variant.countries()).toString())
            .thenComparing(variant -> new TreeSet<>(variant.subjectKinds()).toString())
            .thenComparing(variant -> variant.term().toString());

    /**
     * Another term for people who live in one of its countries, if it names any, and who stand or stood in one of its relations, if
     * it names any.
     *
     * @param countries ISO 3166-1 alpha-2; empty: any
     * @param subjectKinds declared subject kinds; empty: any
     * @param term how long it keeps
     */
    public record Variant(Set<String> countries, Set<String> subjectKinds, RetentionTerm term) {

        public Variant {
            countries = Set.copyOf(countries);
            subjectKinds = Set.copyOf(subjectKinds);
            if (countries.isEmpty() && subjectKinds.isEmpty()) {
                throw new InvalidInputException(
                        "variant of a retention rule: for whom? Name countries or subject kinds");
            }
        }

        private boolean hasBothConditions() {
            return !countries.isEmpty() && !subjectKinds.isEmpty();
        }

        private boolean isForAnyOf(Set<String> kinds) {
            return subjectKinds.isEmpty() || subjectKinds.stream().anyMatch(kinds::contains);
        }

        private boolean isForAllIn(Optional<String> country) {
            return countries.isEmpty() || country.filter(countries::contains).isPresent();
        }
    }

    public RetentionRule {
        variants = variants.stream().distinct().sorted(ORDER).toList();
    }

    /**
     * A rule for everybody.
     *
     * @param term how long
     * @return a rule without variants, not locked
     */
    public static RetentionRule of(RetentionTerm term) {
        return new RetentionRule(term, List.of(), false);
    }

    /**
     * The same, with another term for people who live in some countries.
     *
     * @param countries ISO 3166-1 alpha-2, such as {@code DE}
     * @param other how long there
     * @return a new rule
     */
    public RetentionRule inCountries(Set<String> countries, RetentionTerm other) {
        return with(new Variant(countries, Set.of(), other));
    }

    /**
     * The same, with another term for people who stand or stood in some relations.
     *
     * @param subjectKinds declared subject kinds
     * @param other how long for them
     * @return a new rule
     */
    public RetentionRule forSubjects(Set<String> subjectKinds, RetentionTerm other) {
        return with(new Variant(Set.of(), subjectKinds, other));
    }

    /**
     * The same, with one more variant.
     *
     * @param variant for whom, and how long
     * @return a new rule
     */
    public RetentionRule with(Variant variant) {
        List<Variant> more = new ArrayList<>(variants);
        more.add(variant);
        return new RetentionRule(term, more, locked);
    }

    /**
     * The same, which later versions of the policy may only lengthen.
     *
     * @return a new rule
     */
    public RetentionRule lock() {
        return new RetentionRule(term, variants, true);
    }

    /**
     * All its terms.
     *
     * @return its own first, then those of its variants
     */
    public List<RetentionTerm> terms() {
        return Stream.concat(Stream.of(term), variants.stream().map(Variant::term))
                .toList();
    }

    /**
     * The events that it waits for.
     *
     * @return names, sorted
     */
    public Set<String> events() {
        Set<String> events = new TreeSet<>();
        terms().forEach(each -> events.addAll(each.events()));
        return events;
    }

    /**
     * The terms for one person. The one that ends last counts.
     *
     * @param country where the person lives; empty if that is not known
     * @param kinds the subject kinds in which the person stands or stood
     * @return at least one
     */
    public List<RetentionTerm> termsFor(Optional<String> country, Set<String> kinds) {
        List<RetentionTerm> terms = new ArrayList<>();
        boolean certain = false;
        for (Variant variant : variants) {
            boolean applies = variant.isForAllIn(country);
            if (variant.isForAnyOf(kinds) && (applies || country.isEmpty())) {
                terms.add(variant.term());
                certain |= applies;
            }
        }
        if (!certain) {
            terms.add(term);
        }
        return List.copyOf(terms);
    }
}
