package org.privacyrules.policy;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
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
     * @throws InvalidInputException if there is none, or two share a name or a start
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
        return new PolicyVersions(versions.stream()
                .sorted(Comparator.comparing(PrivacyPolicy::effectiveFrom).reversed())
                .toList());
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
     * The names of all purposes of all versions.
     *
     * @return sorted
     */
    public Set<String> purposeNames() {
        Set<String> names = new TreeSet<>();
        newestFirst.forEach(policy -> names.addAll(policy.purposes().keySet()));
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
