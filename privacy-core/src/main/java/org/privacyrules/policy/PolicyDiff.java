package org.privacyrules.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.policy.PolicyChange.Materiality;

/**
 * What changes from one version of a policy to another, and which changes people must be told of. Immutable.
 *
 * <p>A change is material if somebody's position becomes worse by it or if the law wants it told: new purposes, data,
 * recipients, third countries and groups of people, another controller, basis or question, longer retention, weaker rights,
 * lost protection. What ends or narrows processing, what is told more exactly, and corrected words are editorial. Words alone
 * cannot show that their meaning changed: a host that knows better raises a change. It lowers one only with a reason, which
 * is kept.
 *
 * <p>Some words are all that people are told of something: the interest pursued, the source of data, what a refusal means, how
 * a machine decides. They are material as soon as they say nothing of the earlier text in any language; else they are another
 * translation.
 *
 * <p>The versions' own names are not compared, and neither is the order in which a policy was told.
 */
public final class PolicyDiff {

    private static final int LISTED_AT_MOST = 12;

    private final PrivacyPolicy before;
    private final PrivacyPolicy after;
    private final List<PolicyChange> changes;

    private PolicyDiff(PrivacyPolicy before, PrivacyPolicy after, List<PolicyChange> changes) {
        this.before = before;
        this.after = after;
        this.changes = List.copyOf(changes);
    }

    /**
     * Compares two versions.
     *
     * @param before the earlier version
     * @param after the later version
     * @return what changes, empty if nothing does
     */
    public static PolicyDiff between(PrivacyPolicy before, PrivacyPolicy after) {
        return new PolicyDiff(before, after, new PolicyComparison(before, after).changes());
    }

    /**
     * The earlier version.
     *
     * @return as given
     */
    public PrivacyPolicy before() {
        return before;
    }

    /**
     * The later version.
     *
     * @return as given
     */
    public PrivacyPolicy after() {
        return after;
    }

    /**
     * All changes.
     *
     * @return start, zone and languages; fiscal years, working days and grace; parties; rights; security and automated decisions; subject kinds, events,
     *     categories, recipients, purposes, what is done on behalf of others and other policies, each by name; within one of
     *     them in the order of its accessors, with a text's languages by tag; unmodifiable
     */
    public List<PolicyChange> changes() {
        return changes;
    }

    /**
     * The changes that people must be told of.
     *
     * @return in the order of {@link #changes()}, unmodifiable
     */
    public List<PolicyChange> material() {
        return changes.stream().filter(PolicyChange::isMaterial).toList();
    }

    /**
     * The purposes whose consents become outdated, because the text has another version: everybody who consented must be
     * asked again. Follows from the versions alone: to raise or lower a change does not alter it.
     *
     * @return names, sorted, unmodifiable; a purpose that is new, gone or on another basis has no consents to renew
     */
    public Set<String> outdatedConsents() {
        Set<String> outdated = new TreeSet<>();
        before.purposes().forEach((name, purpose) -> {
            Purpose later = after.purposes().get(name);
            if (later != null && ConsentChanges.isOtherQuestion(purpose, later)) {
                outdated.add(name);
            }
        });
        return java.util.Collections.unmodifiableSet(outdated);
    }

    /**
     * Makes a change material: the host knows that people should be told. A change that is material stays as it is.
     *
     * @param path the path of a change
     * @param reason why, kept in the change
     * @return a new diff
     * @throws InvalidInputException if nothing changes at that path, or the reason is blank
     */
    public PolicyDiff raising(String path, String reason) {
        return judged(path, Materiality.MATERIAL, reason);
    }

    /**
     * Makes a change editorial, on the host's responsibility (Art. 5(2) GDPR). A change that is editorial stays as it is.
     *
     * @param path the path of a change
     * @param reason why people need not be told, kept in the change
     * @return a new diff
     * @throws InvalidInputException if nothing changes at that path, or the reason is blank
     */
    public PolicyDiff lowering(String path, String reason) {
        return judged(path, Materiality.EDITORIAL, reason);
    }

    private PolicyDiff judged(String path, Materiality materiality, String reason) {
        if (reason.isBlank()) {
            throw new InvalidInputException("policy diff: a change is raised or lowered for a reason, which is kept");
        }
        if (changes.stream().noneMatch(change -> change.path().equals(path))) {
            throw new InvalidInputException("policy diff: nothing changes at that path; " + changedPaths());
        }
        return new PolicyDiff(
                before,
                after,
                changes.stream()
                        .map(change -> change.path().equals(path) && change.materiality() != materiality
                                ? change.with(materiality, reason)
                                : change)
                        .toList());
    }

    private String changedPaths() {
        if (changes.isEmpty()) {
            return "the versions are the same";
        }
        String first =
                changes.stream().map(PolicyChange::path).limit(LISTED_AT_MOST).collect(Collectors.joining(", "));
        int more = changes.size() - LISTED_AT_MOST;
        return "changed are " + first + (more > 0 ? " and " + more + " more" : "");
    }

    /**
     * The changes for people to read: material ones first, then editorial ones, then the consents that become outdated.
     *
     * @return Markdown; the same text for the same two versions
     */
    public String text() {
        List<String> blocks = new ArrayList<>();
        blocks.add("# Policy " + plain(before.version()) + " → " + plain(after.version()));
        if (changes.isEmpty()) {
            blocks.add("Nothing changes.");
        }
        blocks.addAll(section("Material changes: people are told before", PolicyChange::isMaterial));
        blocks.addAll(section("Editorial changes", change -> !change.isMaterial()));
        Set<String> outdated = outdatedConsents();
        if (!outdated.isEmpty()) {
            blocks.add("## Outdated consents: people are asked again");
            blocks.add(outdated.stream().map(name -> "- " + code(name)).collect(Collectors.joining("\n")));
        }
        return String.join("\n\n", blocks) + "\n";
    }

    private List<String> section(String title, Predicate<PolicyChange> belongs) {
        String items = changes.stream().filter(belongs).map(PolicyDiff::item).collect(Collectors.joining("\n"));
        return items.isEmpty() ? List.of() : List.of("## " + title, items);
    }

    private static String item(PolicyChange change) {
        String what;
        if (change.before().isEmpty()) {
            what = "new: " + plain(change.after());
        } else if (change.after().isEmpty()) {
            what = "gone: " + plain(change.before());
        } else {
            what = plain(change.before()) + " → " + plain(change.after());
        }
        String judged = (change.isMaterial() ? "Raised: " : "Lowered: ") + plain(change.hostsReason());
        return "- " + code(change.path()) + ": " + what + "\n  - " + plainButCode(change.why())
                + (change.hostsReason().isEmpty() ? "" : "\n  - " + judged);
    }

    private static String code(String name) {
        return "`" + name.replaceAll("[`\\s]+", " ") + "`";
    }

    /** Words of the policy on one line, with no mark that Markdown would take for its own. */
    private static String plain(String words) {
        return plainButCode(words).replace("`", "\\`");
    }

    private static String plainButCode(String words) {
        return words.strip().replaceAll("\\s+", " ").replaceAll("[\\\\*_\\[\\]<>#|]", "\\\\$0");
    }

    @Override
    public String toString() {
        return "policy diff " + before.version() + " to " + after.version() + ": " + changes.size() + " changes, "
                + material().size() + " material";
    }
}
