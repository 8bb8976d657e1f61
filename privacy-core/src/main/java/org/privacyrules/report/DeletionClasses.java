package org.privacyrules.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.calendar.RetentionTerm.EarliestOf;
import org.privacyrules.calendar.RetentionTerm.FromEvent;
import org.privacyrules.calendar.TermStep;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.RetentionRule;

/**
 * The classes of DIN 66398: a start event and a time after it. They stand one below the other and not as a grid, which most
 * policies would leave almost empty.
 */
final class DeletionClasses {

    private final PrivacyPolicy policy;
    private final PolicyWords words;
    private final DeletionRules rules;

    DeletionClasses(PrivacyPolicy policy, PolicyWords words) {
        this.policy = policy;
        this.words = words;
        this.rules = new DeletionRules(policy, words);
    }

    Flow table() {
        List<Phrase> header = Stream.of("event", "time", "data")
                .map(column -> Phrase.of(words.text("deletion." + column)))
                .toList();
        List<List<Phrase>> rows = new ArrayList<>();
        Map<FromEvent, List<String>> classes = classes();
        for (String event : policy.events().keySet()) {
            classes.keySet().stream()
                    .filter(chain -> chain.event().equals(event))
                    .sorted(Comparator.comparingLong(DeletionClasses::length))
                    .forEach(chain -> rows.add(row(chain, classes.getOrDefault(chain, List.of()))));
        }
        return new Flow.Table(Phrase.of(words.text("deletion.classes.caption")), header, rows, true);
    }

    private Map<FromEvent, List<String>> classes() {
        Map<FromEvent, List<String>> classes = new LinkedHashMap<>();
        for (DeletionRule rule : DeletionRule.of(policy)) {
            String use = rules.use(rule);
            add(classes, rule.rule().term(), use);
            for (RetentionRule.Variant variant : rule.rule().variants()) {
                String people = words.people(variant);
                add(classes, variant.term(), words.text("deletion.variant", "use", use, "people", people));
            }
        }
        return classes;
    }

    private void add(Map<FromEvent, List<String>> classes, RetentionTerm term, String use) {
        DeletionRule.chains(term)
                .forEach(chain -> classes.computeIfAbsent(chain, started -> new ArrayList<>())
                        .add(chosen(term, use)));
    }

    private String chosen(RetentionTerm term, String use) {
        if (term instanceof FromEvent) {
            return use;
        }
        return words.text(term instanceof EarliestOf ? "deletion.first" : "deletion.last", "use", use);
    }

    /** In days, for the order alone: nobody is told it. */
    private static long length(FromEvent chain) {
        return chain.steps().stream()
                .filter(TermStep.Plus.class::isInstance)
                .mapToLong(step ->
                        LocalDate.EPOCH.plus(((TermStep.Plus) step).period()).toEpochDay())
                .sum();
    }

    private List<Phrase> row(FromEvent chain, List<String> uses) {
        List<Inline> lines = new ArrayList<>();
        for (String use : uses) {
            if (!lines.isEmpty()) {
                lines.add(new Inline.Break());
            }
            lines.add(new Inline.Text(use));
        }
        return List.of(
                Phrase.of(PolicyWords.capital(words.event(chain.event()))),
                Phrase.of(PolicyWords.capital(words.rule(chain))),
                new Phrase(lines));
    }
}
