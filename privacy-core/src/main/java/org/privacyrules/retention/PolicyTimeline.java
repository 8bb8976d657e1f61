package org.privacyrules.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.privacyrules.calendar.TermCalendar;
import org.privacyrules.calendar.WorkingDays;
import org.privacyrules.policy.DataCategory;
import org.privacyrules.policy.PolicyVersions;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.Purpose;
import org.privacyrules.policy.RetentionRule;

/** The versions of a policy, arranged for retention: which purposes use a category, by which rule in each version. Immutable. */
final class PolicyTimeline {

    private final PolicyVersions versions;
    private final List<Version> oldestFirst;
    private final Map<String, List<Use>> uses = new TreeMap<>();
    private final Map<Purpose, Integer> numberedPurposes = new HashMap<>();
    private int rules;

    /**
     * A version.
     *
     * @param policy the version
     * @param calendar what its terms count by
     * @param lastDayOfGrace the last day through which it still keeps what it keeps for a shorter time than the version before
     */
    record Version(PrivacyPolicy policy, TermCalendar calendar, long lastDayOfGrace) {}

    /**
     * A rule of one version.
     *
     * @param rule the rule
     * @param calendar what its terms count by
     * @param number equal rules that count alike have the same
     */
    record NumberedRule(RetentionRule rule, TermCalendar calendar, int number) {}

    /** A purpose that uses a category in at least one version. */
    static final class Use {

        final String category;

        final List<@Nullable Purpose> purposes = new ArrayList<>();
        final List<@Nullable NumberedRule> rules = new ArrayList<>();

        /** Those of the purposes: the same one for each category that a version's purpose uses. */
        private final List<Integer> numbers = new ArrayList<>();

        private Use(String category) {
            this.category = category;
        }

        /** The newest of the first versions that has a purpose and a rule for the category; -1 if none has. */
        int newest(int started) {
            int newest = started - 1;
            while (newest >= 0 && rules.get(newest) == null) {
                newest--;
            }
            return newest;
        }

        Purpose purpose(int version) {
            return Objects.requireNonNull(purposes.get(version));
        }

        NumberedRule rule(int version) {
            return Objects.requireNonNull(rules.get(version));
        }

        int number(int version) {
            return numbers.get(version);
        }
    }

    PolicyTimeline(PolicyVersions versions, Map<String, WorkingDays> workingDays) {
        this.versions = versions;
        this.oldestFirst = versions.oldestFirst().stream()
                .map(policy -> version(policy, workingDays))
                .toList();
        Map<NumberedRule, NumberedRule> numbered = new HashMap<>();
        Map<String, Map<String, Use>> byCategory = new TreeMap<>();
        Set<String> names = new LinkedHashSet<>();
        oldestFirst.forEach(version -> names.addAll(version.policy().purposes().keySet()));
        for (String name : names) {
            for (Version version : oldestFirst) {
                Purpose purpose = version.policy().purposes().get(name);
                if (purpose != null) {
                    purpose.categories()
                            .forEach(category -> byCategory
                                    .computeIfAbsent(category, unseen -> new TreeMap<>())
                                    .computeIfAbsent(name, unseen -> new Use(category)));
                }
            }
        }
        byCategory.forEach((category, byPurpose) -> {
            byPurpose.forEach((name, use) -> fill(use, name, numbered));
            uses.put(category, List.copyOf(byPurpose.values()));
        });
        rules = numbered.size();
    }

    private static Version version(PrivacyPolicy policy, Map<String, WorkingDays> workingDays) {
        LocalDate start = LocalDate.ofInstant(policy.effectiveFrom(), policy.zone());
        return new Version(
                policy,
                new TermCalendar(policy.fiscalYears(), Retention.requireWorkingDays(policy, workingDays)),
                start.plus(policy.shorteningGrace()).toEpochDay() - (startsAtMidnight(policy, start) ? 1 : 0));
    }

    /** A day that has begun is not counted. */
    private static boolean startsAtMidnight(PrivacyPolicy policy, LocalDate start) {
        return policy.effectiveFrom().equals(start.atStartOfDay(policy.zone()).toInstant());
    }

    private void fill(Use use, String name, Map<NumberedRule, NumberedRule> numbered) {
        for (Version version : oldestFirst) {
            Purpose purpose = version.policy().purposes().get(name);
            use.numbers.add(
                    purpose == null
                            ? -1
                            : numberedPurposes.computeIfAbsent(purpose, unseen -> numberedPurposes.size()));
            RetentionRule rule = purpose == null ? null : purpose.retention().get(use.category);
            use.purposes.add(purpose);
            use.rules.add(rule == null ? null : numbered(rule, version.calendar(), numbered));
        }
    }

    private static NumberedRule numbered(
            RetentionRule rule, TermCalendar calendar, Map<NumberedRule, NumberedRule> numbered) {
        NumberedRule key = new NumberedRule(rule, calendar, 0);
        return numbered.computeIfAbsent(key, unseen -> new NumberedRule(rule, calendar, numbered.size()));
    }

    /** Whether these are the rules of those very versions. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(PolicyVersions current) {
        return versions == current;
    }

    List<Version> versions() {
        return oldestFirst;
    }

    /** How many versions have started. */
    int startedBy(Instant instant) {
        int started = 0;
        while (started < oldestFirst.size()
                && !instant.isBefore(oldestFirst.get(started).policy().effectiveFrom())) {
            started++;
        }
        return started;
    }

    int rules() {
        return rules;
    }

    int purposes() {
        return numberedPurposes.size();
    }

    /** The purposes that use a category in any version, by name. */
    List<Use> uses(String category) {
        return uses.getOrDefault(category, List.of());
    }

    Set<String> categories() {
        return uses.keySet();
    }

    /** The category as the newest of the first versions declares it; null if none does. */
    @Nullable
    DataCategory category(String name, int started) {
        for (int i = started - 1; i >= 0; i--) {
            DataCategory category = oldestFirst.get(i).policy().categories().get(name);
            if (category != null) {
                return category;
            }
        }
        return null;
    }
}
