package org.privacyrules.policy;

import java.time.Period;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.privacyrules.calendar.Periods;
import org.privacyrules.policy.LawfulBasis.LegalObligation;

/** How long data may and must be kept. */
final class RetentionRules {

    private static final String STORAGE_LIMITATION = "Art. 5(1)(e) and 13(2)(a) GDPR";

    private final PolicyDraft draft;
    private final Findings findings;
    private final Set<String> events;
    private final Set<String> kinds;
    private final Map<String, Period> maximumAges = new HashMap<>();

    RetentionRules(PolicyDraft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
        events = PolicyRules.names(draft.events(), RetentionEvent::name);
        kinds = PolicyRules.names(draft.subjectKinds(), SubjectKind::name);
        draft.categories()
                .forEach(category -> category.maximumAge().ifPresent(age -> maximumAges.put(category.name(), age)));
    }

    void apply() {
        draft.events().forEach(this::event);
        draft.purposes().forEach(this::purpose);
    }

    private void event(RetentionEvent event) {
        String path = "events." + event.name();
        findings.described(path, event.description());
        findings.declared(
                path + ".endOf", "subject kind", event.endOf().stream().toList(), kinds);
    }

    private void purpose(PurposeDraft purpose) {
        String path = purpose.path() + ".retention";
        Map<String, RetentionRule> retention = purpose.retention();
        if (purpose.openEnded()) {
            findings.error(
                    "OPEN_ENDED_RETENTION",
                    path,
                    "\"as long as necessary\" is no period, and nothing ever ends it",
                    "name the event and the time after it",
                    STORAGE_LIMITATION);
        } else if (!retention.keySet().containsAll(purpose.categories())) {
            Set<String> without = new TreeSet<>(purpose.categories());
            without.removeAll(retention.keySet());
            findings.error(
                    "PURPOSE_WITHOUT_RETENTION",
                    path,
                    "nothing says how long it keeps " + String.join(", ", without),
                    "name the event and the time after it (kept)",
                    STORAGE_LIMITATION);
        }
        Set<String> named = new TreeSet<>();
        retention.values().forEach(rule -> named.addAll(rule.events()));
        findings.declared(path, "event", named, events);
        findings.declared(
                path, "category", new TreeSet<>(purpose.ruleByCategory().keySet()), purpose.categories());
        variants(path, retention.values());
        statutoryMinimum(purpose).ifPresent(minimum -> minimum(path, purpose, retention, minimum));
    }

    private void variants(String path, Collection<RetentionRule> rules) {
        Set<String> countries = new TreeSet<>();
        Set<String> subjectKinds = new TreeSet<>();
        rules.stream().flatMap(rule -> rule.variants().stream()).forEach(variant -> {
            countries.addAll(variant.countries());
            subjectKinds.addAll(variant.subjectKinds());
        });
        countries.forEach(country -> findings.country(path, country));
        findings.declared(path, "subject kind", subjectKinds, kinds);
    }

    private static Optional<Period> statutoryMinimum(PurposeDraft purpose) {
        return purpose.basis()
                .filter(LegalObligation.class::isInstance)
                .flatMap(basis -> ((LegalObligation) basis).minimum());
    }

    private void minimum(String path, PurposeDraft purpose, Map<String, RetentionRule> retention, Period minimum) {
        List<String> tooEarly = retention.entrySet().stream()
                .filter(entry -> entry.getValue().terms().stream().anyMatch(term -> term.canEndBefore(minimum)))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!tooEarly.isEmpty()) {
            below(
                    path,
                    "its term for " + String.join(", ", tooEarly) + " can end before " + EnglishWords.of(minimum),
                    "lengthen it");
        }
        purpose.categories().stream()
                .filter(category ->
                        maximumAges.containsKey(category) && Periods.canBeLonger(minimum, maximumAges.get(category)))
                .sorted()
                .forEach(category -> below(
                        "categories." + category + ".maximumAge",
                        "it ends before the " + EnglishWords.of(minimum) + " for which the law orders `"
                                + purpose.name() + "` to keep it",
                        "lengthen it, or let the purpose use another category"));
    }

    private void below(String path, String problem, String remedy) {
        findings.error("MAXIMUM_BELOW_MINIMUM", path, problem, remedy, "Art. 6(1)(c) and 17(3)(b) GDPR");
    }
}
