package org.privacyrules.policy;

import java.util.Optional;
import org.privacyrules.failure.InvalidInputException;

/** What a version has locked, the next one may only lengthen. */
final class LockedRules {

    private final PrivacyPolicy earlier;
    private final PrivacyPolicy later;

    LockedRules(PrivacyPolicy earlier, PrivacyPolicy later) {
        this.earlier = earlier;
        this.later = later;
    }

    /**
     * Nothing, if all locked rules are kept.
     *
     * @throws InvalidInputException naming the first that is not
     */
    void requireKept() {
        earlier.purposes()
                .values()
                .forEach(purpose -> purpose.retention().forEach((category, rule) -> {
                    if (rule.locked()) {
                        requireKept(purpose.name(), category, rule);
                    }
                }));
    }

    private void requireKept(String purpose, String category, RetentionRule rule) {
        Optional<RetentionRule> next = Optional.ofNullable(later.purposes().get(purpose))
                .flatMap(known -> Optional.ofNullable(known.retention().get(category)));
        if (next.isEmpty()) {
            throw refused(purpose, category, "drops");
        }
        if (!next.get().locked()) {
            throw refused(purpose, category, "unlocks");
        }
        if (!RuleOrder.neverLater(rule, next.get())) {
            throw refused(purpose, category, "can shorten");
        }
    }

    private InvalidInputException refused(String purpose, String category, String breach) {
        return new InvalidInputException(
                "policy: version \"" + later.version() + "\" " + breach + " the rule by which \""
                        + purpose + "\" keeps \"" + category + "\", which version \"" + earlier.version()
                        + "\" has locked: keep it locked, with that term or a longer one from the same event");
    }
}
