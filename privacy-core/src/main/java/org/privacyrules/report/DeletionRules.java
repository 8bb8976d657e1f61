package org.privacyrules.report;

import java.util.List;
import java.util.stream.Stream;
import org.privacyrules.policy.DataCategory;
import org.privacyrules.policy.PrivacyPolicy;

/** The deletion rules in words. */
final class DeletionRules {

    private final PrivacyPolicy policy;
    private final PolicyWords words;
    private final Grounds grounds;

    DeletionRules(PrivacyPolicy policy, PolicyWords words) {
        this.policy = policy;
        this.words = words;
        this.grounds = new Grounds(words);
    }

    String csv() {
        List<String> header = Stream.of("category", "data", "purpose", "rule", "event", "basis", "minimum", "age")
                .map(column -> words.text("deletion." + column))
                .toList();
        return RecordFields.csv(
                header, DeletionRule.of(policy).stream().map(this::row).toList());
    }

    private List<String> row(DeletionRule rule) {
        return List.of(
                rule.category().name(),
                use(rule),
                rule.purpose().name(),
                kept(rule),
                String.join("; ", rule.rule().events()),
                grounds.of(rule.purpose()),
                minimum(rule),
                age(rule.category()));
    }

    private String kept(DeletionRule rule) {
        String kept = words.kept(rule.rule());
        return rule.rule().locked() ? words.text("deletion.locked", "rule", kept) : kept;
    }

    String use(DeletionRule rule) {
        return words.text(
                "deletion.use",
                "category",
                words.title(rule.category().description()),
                "purpose",
                words.said(rule.purpose().description()));
    }

    String minimum(DeletionRule rule) {
        return rule.minimum().map(words::period).orElseGet(() -> words.text("deletion.none"));
    }

    private String age(DataCategory category) {
        return category.maximumAge().map(words::period).orElseGet(() -> words.text("deletion.none"));
    }

    Flow table(DataCategory category) {
        List<Phrase> header = Stream.of("purpose", "rule", "basis", "minimum")
                .map(column -> Phrase.of(words.text("deletion." + column)))
                .toList();
        return new Flow.Table(
                Phrase.of(words.text("deletion.rules.caption")),
                header,
                DeletionRule.of(policy, category).stream().map(this::cells).toList(),
                true);
    }

    private List<Phrase> cells(DeletionRule rule) {
        return List.of(
                Phrase.of(words.title(rule.purpose().description())),
                Phrase.of(PolicyWords.capital(kept(rule))),
                Phrase.of(PolicyWords.capital(grounds.of(rule.purpose()))),
                Phrase.of(PolicyWords.capital(minimum(rule))));
    }
}
