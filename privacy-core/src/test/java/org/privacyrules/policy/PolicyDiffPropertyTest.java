package org.privacyrules.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.policy.PolicyChange.Materiality;

/** The laws of the diff for all pairs of policies. */
class PolicyDiffPropertyTest {

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
        assertEquals(java.util.Set.of(), reordered.outdatedConsents());
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

    @Property
    @Mission("M3")
    @Gdpr("5(2)")
    void every_single_mutation_yields_exactly_the_expected_path(@ForAll("policies") PrivacyPolicy policy) {
        Map<String, PrivacyPolicy> mutations = RandomPolicies.mutations(policy);
        Map<String, List<String>> expected = new TreeMap<>();
        Map<String, List<String>> found = new TreeMap<>();
        mutations.forEach((path, mutated) -> {
            PolicyDiff diff = PolicyDiff.between(policy, mutated);
            expected.put(path, List.of(path));
            found.put(path, paths(diff));
            PolicyChange change = diff.changes().get(0);
            assertNotEquals(change.before(), change.after(), path);
            assertTrue(change.why().length() > 10, path);
        });
        assertEquals(expected, found);
    }

    @Property
    void the_text_does_not_depend_on_the_order_in_which_a_policy_was_told(
            @ForAll("policies") PrivacyPolicy one, @ForAll("policies") PrivacyPolicy other, @ForAll Random random) {
        String text = PolicyDiff.between(one, other).text();
        assertEquals(
                text,
                PolicyDiff.between(RandomPolicies.reordered(one, random), RandomPolicies.reordered(other, random))
                        .text());
        PolicyDiff.between(one, other).changes().forEach(change -> assertTrue(text.contains(change.path())));
    }

    @Property
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
