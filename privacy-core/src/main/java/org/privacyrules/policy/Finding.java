package org.privacyrules.policy;

import java.util.Optional;

/**
 * One thing that is wrong with a policy, for the people who must mend it.
 *
 * @param code a stable code in capitals, such as {@code UNKNOWN_CATEGORY}
 * @param severity whether it stops the policy
 * @param path where in the policy, such as {@code purposes.invoicing.categories}
 * @param problem what is wrong, in one sentence
 * @param remedy what to do about it, in one sentence
 * @param article the rule that is broken, such as {@code Art. 6(1) GDPR}; empty if it is a rule of this library alone
 * @param place where in the document; empty if the policy was not read from one
 */
public record Finding(
        String code,
        Severity severity,
        String path,
        String problem,
        String remedy,
        String article,
        Optional<Place> place) {

    /** What a finding stops. */
    public enum Severity {
        /** The policy is not built. */
        ERROR,
        /** The policy decides, but it does not say all that the law orders: no notice is made of it. */
        WARNING
    }

    /**
     * A position in a document.
     *
     * @param line from 1
     * @param column from 1
     */
    public record Place(int line, int column) {

        @Override
        public String toString() {
            return "line " + line + ", column " + column;
        }
    }

    /**
     * A finding that stops the policy.
     *
     * @param code a stable code in capitals
     * @param path where in the policy
     * @param problem what is wrong
     * @param remedy what to do about it
     * @param article the rule that is broken, or empty
     * @return an error without a place
     */
    public static Finding error(String code, String path, String problem, String remedy, String article) {
        return new Finding(code, Severity.ERROR, path, problem, remedy, article, Optional.empty());
    }

    /**
     * A finding that stops the notice.
     *
     * @param code a stable code in capitals
     * @param path where in the policy
     * @param problem what is wrong
     * @param remedy what to do about it
     * @param article the rule that is broken, or empty
     * @return a warning without a place
     */
    public static Finding warning(String code, String path, String problem, String remedy, String article) {
        return new Finding(code, Severity.WARNING, path, problem, remedy, article, Optional.empty());
    }

    /**
     * This finding with its place in a document.
     *
     * @param position where
     * @return a new finding
     */
    public Finding at(Place position) {
        return new Finding(code, severity, path, problem, remedy, article, Optional.of(position));
    }

    /**
     * Whether the policy is not built because of it.
     *
     * @return true for {@link Severity#ERROR}
     */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public String toString() {
        return path + place.map(position -> " (" + position + ")").orElse("") + ": " + problem + ": " + remedy
                + (article.isEmpty() ? "" : " (" + article + ")") + " [" + code + "]";
    }
}
