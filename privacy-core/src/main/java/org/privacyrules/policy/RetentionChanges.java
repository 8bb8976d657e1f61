package org.privacyrules.policy;

import static org.privacyrules.policy.Verdict.editorial;
import static org.privacyrules.policy.Verdict.material;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.policy.Changes.Kind;

/** How long a purpose keeps each category. */
final class RetentionChanges {

    private static final Verdict ADDED =
            material("It also keeps these data, for a time of which people are told (Art. 13(2)(a) GDPR)");
    private static final Verdict REMOVED = editorial("It no longer keeps these data (Art. 5(1)(e) GDPR)");
    private static final Verdict NOT_LONGER = editorial("The data are kept no longer than before (Art. 5(1)(e) GDPR)");
    private static final Verdict LONGER =
            material("The data can be kept longer than people were told" + " (Art. 5(1)(e) and 13(2)(a) GDPR)");

    private final Changes changes;

    /** A policy has few terms, each of them for many purposes and categories. */
    private final Map<Replaced, Verdict> judged = new HashMap<>();

    private record Replaced(RetentionTerm before, RetentionTerm after) {

        private Verdict verdict() {
            return TermOrder.neverLater(after, before) ? NOT_LONGER : LONGER;
        }
    }

    RetentionChanges(Changes changes) {
        this.changes = changes;
    }

    void compare(String path, Map<String, RetentionTerm> before, Map<String, RetentionTerm> after) {
        changes.named(path, before, after, new Kind<>(Words::of, ADDED, REMOVED, this::term));
    }

    private void term(String path, RetentionTerm before, RetentionTerm after) {
        changes.compare(
                path,
                before,
                after,
                Words::of,
                (was, becomes) -> judged.computeIfAbsent(new Replaced(was, becomes), Replaced::verdict));
    }

    /** Categories with the same term are told together. */
    static String words(Map<String, RetentionTerm> retention) {
        Map<RetentionTerm, Set<String>> byTerm = new LinkedHashMap<>();
        retention.forEach((category, term) ->
                byTerm.computeIfAbsent(term, unused -> new TreeSet<>()).add(category));
        return byTerm.entrySet().stream()
                .map(each -> "keeps " + Words.sorted(each.getValue()) + " " + Words.of(each.getKey()))
                .collect(Collectors.joining("; "));
    }
}
