package org.privacyrules.hold;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.FreeText;
import org.privacyrules.subject.OperationId;

/**
 * A legal hold: while it stands, nothing that it covers is destroyed, however due (Art. 17(3)(e) GDPR). It justifies keeping,
 * never using. Several holds may cover the same data; each ends by itself.
 *
 * @param id the operation that placed it
 * @param matter what the data are needed for: the name of a case, never a person's; 1 to 64 of {@code a-z A-Z 0-9 . _ / -} and
 *     blanks
 * @param scope what it keeps
 * @param reason why; kept here and nowhere else
 * @param placedBy who placed it
 * @param placedAt when
 * @param reviewOn on which day somebody looks whether it is still needed; it does not end by itself
 * @param released how it ended; empty while it stands
 */
public record Hold(
        OperationId id,
        String matter,
        HoldScope scope,
        FreeText reason,
        Actor placedBy,
        Instant placedAt,
        LocalDate reviewOn,
        Optional<Release> released) {

    private static final Pattern MATTER = Pattern.compile("[A-Za-z0-9._/-][A-Za-z0-9 ._/-]{0,63}");

    /** Every database can hold the days up to here. */
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /**
     * How a hold ended.
     *
     * @param at when
     * @param by who released it
     * @param reason why; kept here and nowhere else
     */
    public record Release(Instant at, Actor by, FreeText reason) {}

    public Hold {
        if (!MATTER.matcher(matter).matches() || matter.endsWith(" ")) {
            throw new InvalidInputException(
                    "matter: 1 to 64 characters of a-z A-Z 0-9 . _ / - are allowed, with blanks between them:"
                            + " the name of a case, not of a person");
        }
        if (reviewOn.getYear() < 1970 || reviewOn.isAfter(LAST_DAY)) {
            throw new InvalidInputException("review: a day between 1970 and 9999 is required");
        }
    }

    /**
     * Whether it stands.
     *
     * @return false once it is released
     */
    public boolean active() {
        return released.isEmpty();
    }

    /**
     * Whether it stood at an instant.
     *
     * @param instant the instant
     * @return true from its placing on until just before its release
     */
    public boolean stoodAt(Instant instant) {
        boolean ended =
                released.filter(release -> !instant.isBefore(release.at())).isPresent();
        return !placedAt.isAfter(instant) && !ended;
    }

    /**
     * The same, placed when its journal entry was recorded.
     *
     * @param instant that of the entry
     * @return the hold as it is to be stored
     */
    public Hold placedAt(Instant instant) {
        return new Hold(id, matter, scope, reason, placedBy, instant, reviewOn, released);
    }

    /**
     * The same, released.
     *
     * @param release how
     * @return the hold as it is to be stored
     */
    public Hold released(Release release) {
        return new Hold(id, matter, scope, reason, placedBy, placedAt, reviewOn, Optional.of(release));
    }

    /** As it stood before it was released. */
    Hold withoutRelease() {
        return new Hold(id, matter, scope, reason, placedBy, placedAt, reviewOn, Optional.empty());
    }

    /** The matter and the id: the rest may point at people. */
    @Override
    public String toString() {
        return "Hold(" + matter + ", " + id + (active() ? "" : ", released") + ")";
    }
}
