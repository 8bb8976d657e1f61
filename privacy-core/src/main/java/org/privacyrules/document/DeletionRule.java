package org.privacyrules.document;

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

/** How long one purpose keeps one category. */
record DeletionRule(DataCategory category, Purpose purpose, RetentionTerm term) {

    static List<DeletionRule> of(PrivacyPolicy policy) {
        return policy.categories().values().stream()
                .flatMap(category -> of(policy, category).stream())
                .toList();
    }

    static List<DeletionRule> of(PrivacyPolicy policy, DataCategory category) {
        return policy.purposes().values().stream()
                .flatMap(purpose -> Optional.ofNullable(purpose.retention().get(category.name())).stream()
                        .map(term -> new DeletionRule(category, purpose, term)))
                .toList();
    }

    /** The chains that the term chooses from; one if it does not choose. */
    List<FromEvent> chains() {
        return chains(term).toList();
    }

    private static Stream<FromEvent> chains(RetentionTerm term) {
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
