package org.privacyrules.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.RefusedException;

/** The versions of one controller's policy in time. Immutable. */
public final class PolicyVersions {

    private final List<PrivacyPolicy> newestFirst;

    private PolicyVersions(List<PrivacyPolicy> newestFirst) {
        this.newestFirst = newestFirst;
    }

    /**
     * The versions of one controller.
     *
     * @param versions at least one, in any order; each with its own name and start
     * @return the versions
     * @throws InvalidInputException if there is none, two share a name or a start, the version of a consent
     *     text falls, or a version shortens, drops or unlocks a retention rule that the one before it has locked
     */
    public static PolicyVersions of(List<PrivacyPolicy> versions) {
        if (versions.isEmpty()) {
            throw new InvalidInputException("policy: at least one version is required");
        }
        Set<String> names = new HashSet<>();
        Set<Instant> starts = new HashSet<>();
        for (PrivacyPolicy policy : versions) {
            if (!names.add(policy.version())) {
                throw new InvalidInputException("policy: version \"" + policy.version() + "\" is there twice");
            }
            if (!starts.add(policy.effectiveFrom())) {
                throw new InvalidInputException(
                        "policy: version \"" + policy.version() + "\" starts at the same instant as another");
            }
        }
        List<PrivacyPolicy> newestFirst = versions.stream()
                .sorted(Comparator.comparing(PrivacyPolicy::effectiveFrom).reversed())
                .toList();
        requireGrowingTexts(newestFirst);
        for (int i = 1; i < newestFirst.size(); i++) {
            new LockedRules(newestFirst.get(i), newestFirst.get(i - 1)).requireKept();
        }
        return new PolicyVersions(newestFirst);
    }

    /** A text version that comes back would revive the consents that it once had made outdated. */
    private static void requireGrowingTexts(List<PrivacyPolicy> newestFirst) {
        Map<String, Integer> later = new HashMap<>();
        for (PrivacyPolicy policy : newestFirst) {
            policy.purposes()
                    .forEach((name, purpose) -> purpose.consentTerms().ifPresent(terms -> {
                        int version = terms.text().version();
                        if (version > later.getOrDefault(name, version)) {
                            throw new InvalidInputException("policy: the consent text of \"" + name + "\" has version "
                                    + version + " in policy \"" + policy.version()
                                    + "\" and a lower one later: raise it instead");
                        }
                        later.merge(name, version, Math::min);
                    }));
        }
    }

    /**
     * All versions.
     *
     * @return in the order in which they start
     */
    public List<PrivacyPolicy> oldestFirst() {
        List<PrivacyPolicy> versions = new ArrayList<>(newestFirst);
        Collections.reverse(versions);
        return versions;
    }

    /**
     * The version in force at an instant.
     *
     * @param instant the instant
     * @return the version that started last
     * @throws RefusedException with code {@code NO_POLICY_IN_FORCE} before the first version
     */
    public PrivacyPolicy inForceAt(Instant instant) {
        for (PrivacyPolicy policy : newestFirst) {
            if (!instant.isBefore(policy.effectiveFrom())) {
                return policy;
            }
        }
        throw new RefusedException(
                "NO_POLICY_IN_FORCE",
                "No version of the policy was in force at " + instant + ": the first starts at "
                        + newestFirst.get(newestFirst.size() - 1).effectiveFrom());
    }

    /**
     * The newest declaration of a purpose that was ever declared up to an instant, so that a purpose which left the policy
     * can still be withdrawn from.
     *
     * @param name the purpose
     * @param instant versions that start later are ignored
     * @return empty if no version up to then declared it
     */
    public Optional<Purpose> lastDeclared(String name, Instant instant) {
        return startedBy(instant)
                .flatMap(policy -> Optional.ofNullable(policy.purposes().get(name)).stream())
                .findFirst();
    }

    /**
     * Whether a purpose rests on consent, or did in an earlier version, so that there may be a consent to withdraw.
     *
     * @param name the purpose
     * @param instant versions that start later are ignored
     * @return true if any version up to then declared it so
     */
    public boolean everRestedOnConsent(String name, Instant instant) {
        return startedBy(instant)
                .flatMap(policy -> Optional.ofNullable(policy.purposes().get(name)).stream())
                .anyMatch(purpose -> purpose.consentTerms().isPresent());
    }

    private Stream<PrivacyPolicy> startedBy(Instant instant) {
        return newestFirst.stream().filter(policy -> !instant.isBefore(policy.effectiveFrom()));
    }

    /**
     * The names of all purposes that were declared up to an instant.
     *
     * @param instant versions that start later are ignored
     * @return sorted
     */
    public Set<String> purposeNames(Instant instant) {
        Set<String> names = new TreeSet<>();
        startedBy(instant).forEach(policy -> names.addAll(policy.purposes().keySet()));
        return names;
    }

    /**
     * The names of all subject kinds that were declared up to an instant, so that a relation of a kind which left the policy
     * can still end.
     *
     * @param instant versions that start later are ignored
     * @return sorted
     */
    public Set<String> subjectKindNames(Instant instant) {
        Set<String> names = new TreeSet<>();
        startedBy(instant).forEach(policy -> names.addAll(policy.subjectKinds().keySet()));
        return names;
    }

    /**
     * The names of all categories that were declared up to an instant: data of one that has left the policy may still be there.
     *
     * @param instant versions that start later are ignored
     * @return sorted
     */
    public Set<String> categoryNames(Instant instant) {
        Set<String> names = new TreeSet<>();
        startedBy(instant).forEach(policy -> names.addAll(policy.categories().keySet()));
        return names;
    }

    /**
     * Which version of a purpose's consent text has this hash.
     *
     * @param purpose the purpose
     * @param hash the hash of the text that was shown
     * @return empty if no version of the policy has that text
     */
    public OptionalInt textVersion(String purpose, ContentHash hash) {
        return newestFirst.stream()
                .flatMap(policy -> Optional.ofNullable(policy.purposes().get(purpose)).stream())
                .flatMap(declared -> declared.consentTerms().stream())
                .map(ConsentTerms::text)
                .filter(text -> text.contains(hash))
                .mapToInt(ConsentText::version)
                .findFirst();
    }
}
