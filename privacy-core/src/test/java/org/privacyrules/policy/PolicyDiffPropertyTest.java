package org.privacyrules.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.policy.PolicyChange.Materiality;
import org.privacyrules.policy.RandomPolicies.Changed;

/** The laws of the diff for all pairs of policies. */
class PolicyDiffPropertyTest {

    /** Each try mutates a policy in some hundreds of places. */
    private static final int FEWER = 40;

    @Provide
    Arbitrary<PrivacyPolicy> policies() {
        return Arbitraries.randomValue(RandomPolicies::one);
    }

    private static List<String> paths(PolicyDiff diff) {
        return diff.changes().stream().map(PolicyChange::path).toList();
    }

    @Property
    @Mission("M3")
    void the_diff_of_a_policy_with_itself_is_empty(@ForAll("policies") PrivacyPolicy policy, @ForAll Random random) {
        assertEquals(List.of(), PolicyDiff.between(policy, policy).changes());
        PolicyDiff reordered = PolicyDiff.between(policy, RandomPolicies.reordered(policy, random));
        assertEquals(List.of(), reordered.changes(), "whatever the order in which it was told");
        assertEquals(Set.of(), reordered.outdatedConsents());
    }

    @Property(tries = FEWER)
    @Mission("M3")
    @Gdpr("5(2)")
    void nothing_changes_exactly_if_two_versions_are_equal_but_for_their_names(
            @ForAll("policies") PrivacyPolicy one, @ForAll("policies") PrivacyPolicy other, @ForAll Random random) {
        Stream<PrivacyPolicy> close = RandomPolicies.mutations(one).stream().map(Changed::policy);
        Stream<PrivacyPolicy> others = Stream.of(one, other, RandomPolicies.reordered(one, random));
        Stream.concat(others, close).forEach(second -> {
            PrivacyPolicy later = RandomPolicies.renamed(second, "later");
            boolean equal = one.equals(RandomPolicies.renamed(later, one.version()));
            assertEquals(equal, PolicyDiff.between(one, later).changes().isEmpty());
        });
    }

    @Property
    void both_directions_name_the_same_paths(
            @ForAll("policies") PrivacyPolicy one, @ForAll("policies") PrivacyPolicy other) {
        PolicyDiff there = PolicyDiff.between(one, other);
        PolicyDiff back = PolicyDiff.between(other, one);
        assertEquals(paths(there), paths(back));
        assertEquals(paths(there).size(), new HashSet<>(paths(there)).size(), "each path once");
        assertEquals(
                there.changes().stream().map(PolicyChange::before).toList(),
                back.changes().stream().map(PolicyChange::after).toList());
        assertEquals(there.outdatedConsents(), back.outdatedConsents());
    }

    @Property(tries = FEWER)
    @Mission("M3")
    @Gdpr("5(2)")
    void every_single_mutation_yields_exactly_the_expected_path(@ForAll("policies") PrivacyPolicy policy) {
        for (Changed mutation : RandomPolicies.mutations(policy)) {
            PolicyDiff diff = PolicyDiff.between(policy, mutation.policy());
            assertEquals(List.of(mutation.path()), paths(diff));
            PolicyChange change = diff.changes().get(0);
            assertNotEquals(change.before(), change.after(), mutation.path());
            assertTrue(change.why().length() > 10, mutation.path());
        }
    }

    @Example
    @Mission("M3")
    void the_mutations_change_every_component_of_every_record_of_the_vocabulary() {
        Set<String> touched = new TreeSet<>();
        for (int seed = 0; seed < FEWER; seed++) {
            PrivacyPolicy policy = RandomPolicies.one(new Random(seed));
            Mutation.of(PolicyContent.of(policy)).forEach(mutation -> touched.addAll(mutation.touched()));
        }
        assertEquals(new TreeSet<>(Records.components(PolicyContent.class)), touched);
    }

    @Example
    @Mission("M3")
    void the_content_that_is_mutated_is_all_that_a_policy_says() {
        Set<String> besides = Set.of("version", "firstDay", "findings", "hashCode", "toString");
        Set<String> says = Stream.of(PrivacyPolicy.class.getDeclaredMethods())
                .filter(method -> java.lang.reflect.Modifier.isPublic(method.getModifiers()))
                .filter(method -> !java.lang.reflect.Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() == 0 && !besides.contains(method.getName()))
                .map(method -> method.getName().replace("isWithout", "without"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> content = Stream.of(PolicyContent.class.getRecordComponents())
                .map(java.lang.reflect.RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(says, content);
    }

    @Property(tries = FEWER)
    void a_policy_says_what_its_content_says(@ForAll("policies") PrivacyPolicy policy) {
        assertEquals(policy, PolicyContent.of(policy).policy(policy.version()));
        for (Mutation mutation : Mutation.of(PolicyContent.of(policy))) {
            assertEquals(mutation.value(), PolicyContent.of(((PolicyContent) mutation.value()).policy("version")));
        }
    }

    @Property(tries = 100)
    void the_text_does_not_depend_on_the_order_in_which_a_policy_was_told(
            @ForAll("policies") PrivacyPolicy one, @ForAll("policies") PrivacyPolicy other, @ForAll Random random) {
        String text = PolicyDiff.between(one, other).text();
        assertEquals(
                text,
                PolicyDiff.between(RandomPolicies.reordered(one, random), RandomPolicies.reordered(other, random))
                        .text());
        PolicyDiff.between(one, other).changes().forEach(change -> assertTrue(text.contains(change.path())));
    }

    @Property(tries = 100)
    @Gdpr("5(2)")
    void a_judgement_touches_its_own_change_only(
            @ForAll("policies") PrivacyPolicy one, @ForAll("policies") PrivacyPolicy other) {
        PolicyDiff diff = PolicyDiff.between(one, other);
        for (String path : paths(diff)) {
            for (Materiality wanted : Materiality.values()) {
                PolicyDiff judged =
                        wanted == Materiality.MATERIAL ? diff.raising(path, "why") : diff.lowering(path, "why");
                for (int i = 0; i < diff.changes().size(); i++) {
                    PolicyChange before = diff.changes().get(i);
                    PolicyChange after = judged.changes().get(i);
                    boolean turned = before.path().equals(path) && before.materiality() != wanted;
                    assertEquals(turned ? before.with(wanted, "why") : before, after);
                }
                assertEquals(diff.outdatedConsents(), judged.outdatedConsents());
            }
        }
    }
}
