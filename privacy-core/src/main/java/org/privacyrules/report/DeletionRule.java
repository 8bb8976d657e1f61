package org.privacyrules.report;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.calendar.RetentionTerm.EarliestOf;
import org.privacyrules.calendar.RetentionTerm.FromEvent;
import org.privacyrules.calendar.RetentionTerm.LatestOf;
import org.privacyrules.policy.DataCategory;
import org.privacyrules.policy.LawfulBasis;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.Purpose;
import org.privacyrules.policy.RetentionRule;

/** How long one purpose keeps one category. */
record DeletionRule(DataCategory category, Purpose purpose, RetentionRule rule) {

    static List<DeletionRule> of(PrivacyPolicy policy) {
        return policy.categories().values().stream()
                .flatMap(category -> of(policy, category).stream())
                .toList();
    }

    static List<DeletionRule> of(PrivacyPolicy policy, DataCategory category) {
        return policy.purposes().values().stream()
                .flatMap(purpose -> Optional.ofNullable(purpose.retention().get(category.name())).stream()
                        .map(rule -> new DeletionRule(category, purpose, rule)))
                .toList();
    }

    /** The chains that a term chooses from; one if it does not choose. */
    static Stream<FromEvent> chains(RetentionTerm term) {
        if (term instanceof EarliestOf earliest) {
            return earliest.terms().stream().flatMap(DeletionRule::chains);
        } else if (term instanceof LatestOf latest) {
            return latest.terms().stream().flatMap(DeletionRule::chains);
        }
        return Stream.of((FromEvent) term);
    }

    Optional<Period> minimum() {
        return purpose.basis() instanceof LawfulBasis.LegalObligation obligation
                ? obligation.minimum()
                : Optional.empty();
    }
}
