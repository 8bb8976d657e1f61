package org.privacyrules.policy;

import static org.privacyrules.policy.Verdict.editorial;
import static org.privacyrules.policy.Verdict.material;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.privacyrules.policy.Changes.Kind;
import org.privacyrules.policy.RetentionRule.Variant;

/** How long a purpose keeps each category. */
final class RetentionChanges {

    private static final Verdict ADDED =
            material("It also keeps these data, for a time of which people are told (Art. 13(2)(a) GDPR)");
    private static final Verdict REMOVED = editorial("It no longer keeps these data (Art. 5(1)(e) GDPR)");
    private static final Verdict NOT_LONGER = editorial("The data are kept no longer than before (Art. 5(1)(e) GDPR)");
    private static final Verdict LONGER =
            material("The data can be kept longer than people were told (Art. 5(1)(e) and 13(2)(a) GDPR)");
    private static final Verdict LOCKED =
            editorial("Later versions may only lengthen it: nothing is kept longer by that alone");
    private static final Verdict UNLOCKED =
            editorial("Later versions may shorten it again: nothing is kept longer by that (Art. 5(1)(e) GDPR)");

    private final Changes changes;

    /** A policy has few rules, each of them for many purposes and categories. */
    private final Map<Replaced, Boolean> neverLonger = new HashMap<>();

    private record Replaced(RetentionRule before, RetentionRule after) {

        private boolean isNeverLonger() {
            return RuleOrder.neverLater(after, before);
        }
    }

    RetentionChanges(Changes changes) {
        this.changes = changes;
    }

    void compare(String path, Map<String, RetentionRule> before, Map<String, RetentionRule> after) {
        changes.named(path, before, after, new Kind<>(RetentionChanges::words, ADDED, REMOVED, this::rule));
    }

    private void rule(String path, RetentionRule before, RetentionRule after) {
        changes.compare(
                path + ".term", before.term(), after.term(), EnglishWords::of, (was, becomes) -> term(before, after));
        changes.compare(
                path + ".variants",
                before.variants(),
                after.variants(),
                RetentionChanges::words,
                (was, becomes) -> variants(before, after));
        changes.compare(
                path + ".locked",
                before.locked(),
                after.locked(),
                locked -> locked ? "locked" : "not locked",
                (was, becomes) -> becomes ? LOCKED : UNLOCKED);
    }

    private Verdict term(RetentionRule before, RetentionRule after) {
        return isNeverLonger(before, after) || TermOrder.neverLater(after.term(), before.term()) ? NOT_LONGER : LONGER;
    }

    /** As if nothing but the variants had changed, since a longer term is told as a change of its own. */
    private Verdict variants(RetentionRule before, RetentionRule after) {
        RetentionRule onlyVariants = new RetentionRule(before.term(), after.variants(), before.locked());
        return isNeverLonger(before, after) || isNeverLonger(before, onlyVariants) ? NOT_LONGER : LONGER;
    }

    private boolean isNeverLonger(RetentionRule before, RetentionRule after) {
        return neverLonger.computeIfAbsent(new Replaced(before, after), Replaced::isNeverLonger);
    }

    /** Categories with the same rule are told together. */
    static String words(Map<String, RetentionRule> retention) {
        Map<RetentionRule, Set<String>> byRule = new LinkedHashMap<>();
        retention.forEach((category, rule) ->
                byRule.computeIfAbsent(rule, unused -> new TreeSet<>()).add(category));
        return byRule.entrySet().stream()
                .map(each -> "keeps " + EnglishWords.sorted(each.getValue()) + " " + words(each.getKey()))
                .collect(Collectors.joining("; "));
    }

    private static String words(RetentionRule rule) {
        return EnglishWords.of(rule.term())
                + EnglishWords.labelled(", ", words(rule.variants()))
                + (rule.locked() ? ", locked" : "");
    }

    private static String words(List<Variant> variants) {
        return EnglishWords.joined(variants.stream().map(RetentionChanges::words));
    }

    private static String words(Variant variant) {
        return EnglishWords.labelled("in ", variant.countries())
                + (variant.countries().isEmpty() || variant.subjectKinds().isEmpty() ? "" : " ")
                + EnglishWords.labelled("as ", variant.subjectKinds()) + " " + EnglishWords.of(variant.term());
    }
}
