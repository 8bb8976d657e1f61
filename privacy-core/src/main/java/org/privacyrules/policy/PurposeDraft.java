package org.privacyrules.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.privacyrules.policy.Purpose.Nature;

/** A purpose as it was told: anything may be missing, contradict itself, or be unlawful. */
record PurposeDraft(
        String name,
        LocalText description,
        List<LawfulBasis> bases,
        Nature nature,
        Set<String> carriedBy,
        Set<String> categories,
        Set<String> recipients,
        Optional<RetentionRule> rule,
        Map<String, RetentionRule> ruleByCategory,
        boolean openEnded,
        boolean asProcessor,
        Set<String> jointControllers,
        Optional<SpecialCondition> specialCondition,
        Optional<AutomatedDecision> automatedDecision) {

    String path() {
        return "purposes." + name;
    }

    /** The basis, if exactly one was told. */
    Optional<LawfulBasis> basis() {
        return bases.size() == 1 ? Optional.of(bases.get(0)) : Optional.empty();
    }

    boolean restsOnConsent() {
        return bases.stream().anyMatch(LawfulBasis.Consent.class::isInstance);
    }

    boolean isObjectable() {
        return bases.stream().anyMatch(basis -> Purpose.objectable(nature, basis));
    }

    /** The rule of each category that has one. */
    Map<String, RetentionRule> retention() {
        Map<String, RetentionRule> rules = new HashMap<>();
        rule.ifPresent(common -> categories.forEach(category -> rules.put(category, common)));
        rules.putAll(ruleByCategory);
        return rules;
    }

    Purpose build(String firstLanguage) {
        return new Purpose(
                name,
                description.named(firstLanguage),
                inLanguage(bases.get(0), firstLanguage),
                nature,
                carriedBy,
                categories,
                recipients,
                retention(),
                jointControllers,
                specialCondition,
                automatedDecision.map(decision -> new AutomatedDecision(
                        decision.logic().named(firstLanguage),
                        decision.consequences().named(firstLanguage))));
    }

    private static LawfulBasis inLanguage(LawfulBasis basis, String firstLanguage) {
        return basis instanceof LawfulBasis.LegitimateInterests interests
                ? new LawfulBasis.LegitimateInterests(interests.interest().named(firstLanguage), interests.assessment())
                : basis;
    }
}
