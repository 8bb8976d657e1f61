package org.privacyrules.jdbc.history;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares what nodes were told with what the journal says in the end. Subjects are independent of each other, so each is
 * checked alone. It takes time in proportion to n log n, and finds only what is surely wrong: calls that overlapped may have
 * happened in either order, and a call without an answer may have happened or not.
 */
final class HistoryChecker {

    private HistoryChecker() {}

    /**
     * Looks for what cannot have been.
     *
     * @param calls of all nodes, in any order
     * @param journal all entries of all subjects, in any order
     * @return empty if every answer can have been true
     */
    static List<Violation> check(Collection<Call> calls, Collection<Entry> journal) {
        Map<String, List<Call>> callsOf = calls.stream().collect(groupingBy(Call::subject));
        Map<String, List<Entry>> entriesOf = journal.stream().collect(groupingBy(Entry::subject));
        Set<String> subjects = new TreeSet<>(callsOf.keySet());
        subjects.addAll(entriesOf.keySet());
        List<Violation> found = new ArrayList<>();
        for (String subject : subjects) {
            List<Call> own = callsOf.getOrDefault(subject, List.of());
            Timeline timeline = new Timeline(own, entriesOf.getOrDefault(subject, List.of()));
            found.addAll(CommandRules.check(timeline));
            found.addAll(OrderRules.check(timeline));
            found.addAll(ReadRules.check(timeline));
        }
        return found;
    }
}
