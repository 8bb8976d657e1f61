package org.privacyrules.retention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.policy.LawfulBasis;
import org.privacyrules.policy.Purpose;

/**
 * Why one purpose justifies keeping one category of a subject's data, or no longer does (Art. 5(1)(b) and (e) GDPR).
 *
 * @param purpose the purpose as the newest version that knows it declares it
 * @param category which data
 * @param standing whether it stands, or why not
 * @param since from when it was justified; empty if it never was, or if that is not known
 * @param until the first instant at which it no longer is; empty while nothing ends it, and if it never began
 * @param terms those of the retention rule that apply to the subject: the longest counts
 * @param awaited the events that the terms wait for and that have not happened, sorted
 */
public record Justification(
        Purpose purpose,
        String category,
        Standing standing,
        Optional<Instant> since,
        Optional<Instant> until,
        List<RetentionTerm> terms,
        List<String> awaited) {

    /**
     * Whether a law orders to keep the data: no withdrawal, objection or greatest age shortens that (Art. 17(3)(b) GDPR).
     *
     * @return true for a legal obligation
     */
    public boolean isDuty() {
        return isDuty(purpose);
    }

    static boolean isDuty(Purpose purpose) {
        return purpose.basis() instanceof LawfulBasis.LegalObligation;
    }

    /**
     * Whether it justifies keeping.
     *
     * @return true if it stands
     */
    public boolean stands() {
        return standing == Standing.STANDS;
    }
}
