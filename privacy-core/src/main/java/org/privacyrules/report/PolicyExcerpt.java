package org.privacyrules.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.privacyrules.policy.DataCategory;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.Purpose;
import org.privacyrules.policy.Recipient;
import org.privacyrules.policy.SubjectKind;

/** What of a policy concerns people in some relations, always in the policy's order: sets have none that stays. */
final class PolicyExcerpt {

    private final PrivacyPolicy policy;
    private final List<SubjectKind> kinds;
    private final List<Purpose> purposes;
    private final Map<String, String> anchors = new HashMap<>();

    private PolicyExcerpt(PrivacyPolicy policy, Predicate<SubjectKind> concerned) {
        this.policy = policy;
        this.kinds = policy.subjectKinds().values().stream().filter(concerned).toList();
        this.purposes = policy.purposes().values().stream()
                .filter(purpose -> kinds.stream().anyMatch(kind -> concerns(purpose, kind)))
                .toList();
        Anchors unique = new Anchors();
        policy.purposes().keySet().forEach(name -> anchors.put(name, unique.derived("purpose-" + name)));
    }

    static PolicyExcerpt of(PrivacyPolicy policy) {
        return new PolicyExcerpt(policy, kind -> true);
    }

    static PolicyExcerpt of(PrivacyPolicy policy, Set<String> kinds) {
        return kinds.isEmpty() ? of(policy) : new PolicyExcerpt(policy, kind -> kinds.contains(kind.name()));
    }

    private static boolean concerns(Purpose purpose, SubjectKind kind) {
        return purpose.carriedBy().contains(kind.name());
    }

    List<SubjectKind> kinds() {
        return kinds;
    }

    List<SubjectKind> kinds(Purpose purpose) {
        return kinds.stream().filter(kind -> concerns(purpose, kind)).toList();
    }

    List<Purpose> purposes() {
        return purposes;
    }

    List<Purpose> purposes(Predicate<Purpose> which) {
        return purposes.stream().filter(which).toList();
    }

    List<Purpose> purposes(SubjectKind kind) {
        return purposes(purpose -> concerns(purpose, kind));
    }

    List<Purpose> purposes(DataCategory category) {
        return purposes(purpose -> purpose.categories().contains(category.name()));
    }

    List<Purpose> purposes(Recipient recipient) {
        return purposes(purpose -> purpose.recipients().contains(recipient.name()));
    }

    /** Those that some purpose uses and whose own condition lets them be about one of these people. */
    List<DataCategory> categories() {
        return policy.categories().values().stream()
                .filter(this::canConcern)
                .filter(category -> !purposes(category).isEmpty())
                .toList();
    }

    List<DataCategory> categories(Purpose purpose) {
        return categories().stream()
                .filter(category -> purpose.categories().contains(category.name()))
                .toList();
    }

    private boolean canConcern(DataCategory category) {
        return category.subjectKinds().isEmpty()
                || kinds.stream().anyMatch(kind -> category.subjectKinds().contains(kind.name()));
    }

    List<Recipient> recipients() {
        return policy.recipients().values().stream()
                .filter(recipient -> !purposes(recipient).isEmpty())
                .toList();
    }

    List<Recipient> recipients(Collection<String> names) {
        return policy.recipients().values().stream()
                .filter(recipient -> names.contains(recipient.name()))
                .toList();
    }

    /** Where a page tells of a purpose. */
    String anchor(Purpose purpose) {
        return anchors.getOrDefault(purpose.name(), purpose.name());
    }
}
