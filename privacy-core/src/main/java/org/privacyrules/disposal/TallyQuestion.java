package org.privacyrules.disposal;

import java.util.List;
import java.util.Optional;

/**
 * What to count of some data.
 *
 * @param now the rules that count now
 * @param later the rules at later instants, in their order; each is asked how many rows are due by then
 * @param before the rules now of the policy that counted when a sweep finished last, if they are others
 * @param kept what holds and restrictions keep
 */
public record TallyQuestion(DueData now, List<DueData> later, Optional<DueData> before, KeptSubjects kept) {

    public TallyQuestion {
        later = List.copyOf(later);
    }
}
