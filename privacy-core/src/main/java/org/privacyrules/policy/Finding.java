package org.privacyrules.policy;

/**
 * One thing that is wrong with a policy.
 *
 * @param code a stable code in capitals, such as {@code UNKNOWN_CATEGORY}
 * @param path where, such as {@code purposes.invoicing.categories}
 * @param message what is wrong and the remedy
 */
public record Finding(String code, String path, String message) {

    @Override
    public String toString() {
        return path + ": " + message + " [" + code + "]";
    }
}
