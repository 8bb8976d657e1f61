package org.privacyrules.jdbc.history;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.privacyrules.jdbc.history.Call.Acknowledged;
import org.privacyrules.jdbc.history.Violation.Rule;

/** A command is in the journal once if it was acknowledged, at most once if nobody knows, and not at all if it failed. */
final class CommandRules {

    private final List<Violation> found = new ArrayList<>();
    private final Map<String, List<Call>> commands;
    private final Map<String, List<Entry>> entries;

    private CommandRules(Timeline timeline) {
        commands = timeline.commands();
        entries = timeline.entries().stream()
                .map(Timeline.Dated::entry)
                .collect(groupingBy(Entry::operation, TreeMap::new, Collectors.toList()));
    }

    static List<Violation> check(Timeline timeline) {
        CommandRules rules = new CommandRules(timeline);
        rules.commands.forEach(
                (operation, calls) -> rules.checkCommand(calls, rules.entries.getOrDefault(operation, List.of())));
        rules.entries.forEach(
                (operation, own) -> rules.checkEntries(own, rules.commands.getOrDefault(operation, List.of())));
        return rules.found;
    }

    private void checkCommand(List<Call> calls, List<Entry> own) {
        List<Call> acknowledged = calls.stream().filter(Call::isAcknowledged).toList();
        List<Call> first = calls.stream().filter(Call::claimsToBeFirst).toList();
        if (!acknowledged.isEmpty() && own.isEmpty()) {
            add(
                    Rule.ACKNOWLEDGED_IS_RECORDED,
                    "a command was acknowledged and is not in the journal",
                    acknowledged,
                    own);
        }
        if (first.size() > 1) {
            add(Rule.FIRST_ONLY_ONCE, "several calls were told that they, and no other, did the command", first, own);
        }
        if (!own.isEmpty() && calls.stream().noneMatch(Call::mayHaveHappened)) {
            add(Rule.FAILED_IS_NOT_RECORDED, "a command failed and is in the journal", calls, own);
        }
        for (Call call : acknowledged) {
            if (!own.isEmpty() && own.stream().noneMatch(entry -> isAnswer((Acknowledged) call.outcome(), entry))) {
                add(Rule.ANSWER_IS_THE_ENTRY, "the answer is not what the journal says", List.of(call), own);
            }
        }
    }

    private static boolean isAnswer(Acknowledged answer, Entry entry) {
        return answer.sequence() == entry.sequence() && answer.at().equals(entry.recordedAt());
    }

    private void checkEntries(List<Entry> own, List<Call> calls) {
        if (own.size() > 1) {
            add(Rule.RECORDED_ONCE, "a command is in the journal " + own.size() + " times", own, calls);
        }
        for (Entry entry : own) {
            if (calls.stream().noneMatch(call -> asksFor(call, entry))) {
                add(Rule.RECORDED_WAS_ASKED_FOR, "nobody asked for what is in the journal", List.of(entry), calls);
            }
        }
    }

    private static boolean asksFor(Call call, Entry entry) {
        return call.kind() == entry.kind() && call.purpose().equals(entry.purpose());
    }

    private void add(Rule rule, String words, List<? extends Record> first, List<? extends Record> second) {
        found.add(Violation.of(rule, words, first, second));
    }
}
