package org.privacyrules.jdbc.holds;

import org.privacyrules.hold.HoldScope;
import org.privacyrules.subject.SubjectId;

/**
 * A row of the host's, which is due.
 *
 * @param number which, in its race
 * @param subject whose
 * @param category of which category
 */
record Item(int number, String subject, String category) {

    boolean isCoveredBy(HoldScope scope) {
        return scope.covers(SubjectId.of(subject), category);
    }
}
