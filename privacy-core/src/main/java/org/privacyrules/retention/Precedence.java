package org.privacyrules.retention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.privacyrules.hold.Hold;

/**
 * What counts when several rules speak of one datum: hold, then what a law orders, then withdrawal, objection and erasure, then the
 * greatest age. Among what is left the longest keeps. The order in which anything was configured does not count.
 */
final class Precedence {

    private Precedence() {}

    /**
     * When a greatest age and an answer of the subject end a purpose: never before a law lets go.
     *
     * @param duty whether a law orders to keep
     * @param term the end of the retention term, {@link End#NONE} while nothing ends it
     * @param answer when a withdrawal, objection or the like ended it, {@link End#NONE} if none did
     * @param greatestAge when the data are too old, {@link End#NONE} if there is no such limit or its beginning is not known
     */
    static End end(boolean duty, End term, End answer, End greatestAge) {
        return duty ? term : term.orEarlier(answer).orEarlier(greatestAge);
    }

    /**
     * From when a datum is due.
     *
     * @return empty while something keeps it without an end; {@link Instant#MIN} if nothing ever did
     */
    static Optional<Instant> dueFrom(List<Justification> justifications, List<Hold> holds, boolean restricted) {
        if (restricted || !holds.isEmpty()) {
            return Optional.empty();
        }
        Instant latest = Instant.MIN;
        for (Justification justification : justifications) {
            if (justification.standing().hasBegun()) {
                if (justification.until().isEmpty()) {
                    return Optional.empty();
                }
                Instant until = justification.until().get();
                latest = until.isAfter(latest) ? until : latest;
            }
        }
        return Optional.of(latest);
    }

    /**
     * An end with its reason; {@link Instant#MAX} is none.
     *
     * @param at the first instant behind it
     * @param why what is said once it is over
     */
    record End(Instant at, Standing why) {

        static final End NONE = new End(Instant.MAX, Standing.STANDS);

        /** Of two at once the first one is told. */
        private End orEarlier(End other) {
            return other.at.isBefore(at) ? other : this;
        }
    }
}
