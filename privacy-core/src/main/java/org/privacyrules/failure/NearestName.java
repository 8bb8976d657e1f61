package org.privacyrules.failure;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What somebody probably meant who wrote a name that does not exist. */
public final class NearestName {

    private static final int LENGTH = 100;

    private NearestName() {}

    /**
     * The declared name that is the fewest letters away. Costs the product of the lengths for each name of about the same
     * length.
     *
     * @param name the name that does not exist
     * @param declared the names that do
     * @return empty if more than a third of the letters are wrong, or the name is longer than 100 characters
     */
    public static Optional<String> of(String name, Collection<String> declared) {
        if (name.length() > LENGTH) {
            return Optional.empty();
        }
        int tolerated = Math.max(1, name.length() / 3);
        return declared.stream()
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= tolerated)
                .filter(candidate -> distance(name, candidate) <= tolerated)
                .min(Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Levenshtein distance with two rows. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substituted, Math.min(previous[j], current[j - 1]) + 1);
            }
            int[] swap = previous;
            previous = current;
            current = swap;
        }
        return previous[b.length()];
    }
}
