package org.privacyrules.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.policy.RetentionRule.Variant;

/** Which of two retention rules keeps longer, for each person to whom they can apply. */
final class RuleOrder {

    /** For the people of all countries that no variant names. */
    private static final String ELSEWHERE = "";

    private final RetentionRule one;
    private final RetentionRule other;

    private RuleOrder(RetentionRule one, RetentionRule other) {
        this.one = one;
        this.other = other;
    }

    /**
     * Whether a rule keeps nobody's data longer than another, whenever the events happen.
     *
     * @return false if it can keep somebody's longer, and also if the two cannot be compared
     */
    static boolean neverLater(RetentionRule one, RetentionRule other) {
        return new RuleOrder(one, other).neverLater();
    }

    private record Terms(List<RetentionTerm> ones, List<RetentionTerm> others) {

        private boolean neverLater() {
            RetentionTerm last = others.size() == 1 ? others.get(0) : new RetentionTerm.LatestOf(others);
            return ones.stream().allMatch(term -> TermOrder.neverLater(term, last));
        }
    }

    private boolean neverLater() {
        List<Set<String>> people = kinds();
        return countries()
                .flatMap(country -> people.stream().map(kinds -> terms(country, kinds)))
                .distinct()
                .allMatch(Terms::neverLater);
    }

    private Terms terms(String country, Set<String> kinds) {
        Optional<String> known = Optional.of(country);
        return new Terms(one.termsFor(known, kinds), other.termsFor(known, kinds));
    }

    private Stream<String> countries() {
        return Stream.concat(Stream.of(ELSEWHERE), unlike(Variant::countries).stream());
    }

    /**
     * No relation, one, and two. More need not be looked at: one may bring the term that is compared, another the first variant
     * of the other rule and so end its own term. Whatever comes then only adds to what it is compared with.
     */
    private List<Set<String>> kinds() {
        List<String> names = unlike(Variant::subjectKinds);
        Stream<Set<String>> upToTwo =
                names.stream().flatMap(name -> names.stream().map(second -> new TreeSet<>(List.of(name, second))));
        return Stream.concat(Stream.of(Set.<String>of()), upToTwo).distinct().toList();
    }

    /** Of the names that all variants take for the same, one. */
    private List<String> unlike(Function<Variant, Set<String>> namesOf) {
        List<Set<String>> named = Stream.of(one, other)
                .flatMap(rule -> rule.variants().stream())
                .map(namesOf)
                .toList();
        Map<List<Boolean>, String> firsts = new LinkedHashMap<>();
        named.stream()
                .flatMap(Set::stream)
                .sorted()
                .forEach(name -> firsts.putIfAbsent(
                        named.stream().map(names -> names.contains(name)).toList(), name));
        return List.copyOf(firsts.values());
    }
}
