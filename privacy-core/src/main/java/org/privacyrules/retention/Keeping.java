package org.privacyrules.retention;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.privacyrules.hold.Hold;
import org.privacyrules.policy.PrivacyPolicy;

/**
 * How long a category of a subject's data, or one datum of it, is kept, and why: what was true at {@link #decidedAt()}. Immutable.
 *
 * @param category which data
 * @param justifications one for each purpose that uses the category or did in an earlier version: those that stand first, the longest
 *     first among them
 * @param holds the legal holds on it (Art. 17(3)(e) GDPR): they suspend disposal and justify no use
 * @param restricted whether processing of the subject's data is restricted (Art. 18 GDPR): they are stored and not otherwise used
 * @param decidedAt when
 * @param policy the version in force then
 */
public record Keeping(
        String category,
        List<Justification> justifications,
        List<Hold> holds,
        boolean restricted,
        Instant decidedAt,
        PrivacyPolicy policy) {

    /** What becomes of it if nothing happens. */
    public enum Fate {
        /** A legal hold keeps it, whatever else ends. */
        HELD,
        /** The restriction of processing keeps it: the subject may need it, or have preferred that to erasure. */
        RESTRICTED,
        /** A purpose justifies it, and nothing ends that yet. */
        OPEN_ENDED,
        /** It is kept until {@link Keeping#dueFrom()}. */
        KEPT,
        /** Nothing justifies it any more, or nothing ever did. */
        DUE
    }

    public Keeping {
        justifications = List.copyOf(justifications);
        holds = List.copyOf(holds);
    }

    /**
     * The first instant at which it is due: when the last justification ends.
     *
     * @return empty while a hold, a restriction or a purpose without an end keeps it; {@link Instant#MIN} if nothing ever justified it
     */
    public Optional<Instant> dueFrom() {
        return Precedence.dueFrom(justifications, holds, restricted);
    }

    /**
     * From when it would be due without its holds and the restriction.
     *
     * @return empty while a purpose keeps it without an end
     */
    public Optional<Instant> dueFromWithoutHolds() {
        return Precedence.dueFrom(justifications, List.of(), false);
    }

    /**
     * What becomes of it.
     *
     * @return as of {@link #decidedAt()}
     */
    public Fate fate() {
        if (!holds.isEmpty()) {
            return Fate.HELD;
        }
        if (restricted) {
            return Fate.RESTRICTED;
        }
        return dueFrom()
                .map(due -> due.isAfter(decidedAt) ? Fate.KEPT : Fate.DUE)
                .orElse(Fate.OPEN_ENDED);
    }

    /**
     * Whether a purpose has ever justified it.
     *
     * @return false if nothing is known that would
     */
    public boolean everJustified() {
        return justifications.stream().anyMatch(each -> each.standing().hasBegun());
    }

    /**
     * The purposes for which it may still be kept, longest first.
     *
     * @return empty if it is due or only held
     */
    public List<Justification> standing() {
        return justifications.stream().filter(Justification::stands).toList();
    }

    /**
     * One line for a data protection officer, without personal data.
     *
     * @return for example {@code kept through 2032-12-31 for `invoicing` (legal obligation, Bokföringslagen 7 kap. 2 §)}
     */
    public String line() {
        return new KeepingWords(this).line();
    }

    /**
     * All of it for a data protection officer: every purpose, hold and event, without personal data.
     *
     * @return lines of plain text
     */
    public String explanation() {
        return new KeepingWords(this).explanation();
    }

    /** The zone in which days are told. */
    ZoneId zone() {
        return policy.zone();
    }

    /** The line. */
    @Override
    public String toString() {
        return line();
    }
}
