package org.privacyrules.disposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.report.DocumentTexts;
import org.privacyrules.subject.Actor;

/**
 * What is kept, due and gone, for a data protection officer. No subject is in it, and no free text but the policy's own. Immutable.
 *
 * @param at when it was made, by the host's clock
 * @param policy the version in force then
 * @param plan the plan that was made last; its counts are as old as it is
 * @param uncounted what was mapped since that plan
 * @param heartbeat whether disposal works
 * @param holds the legal holds that stand: first those that should be looked at soonest
 * @param past what was let go in the host's tables
 * @param elsewhere what became of data outside the database, one for each source
 * @param advice what could be mapped better, for whoever runs the database
 */
public record DisposalReport(
        Instant at,
        PrivacyPolicy policy,
        DisposalPlan plan,
        List<MappedData> uncounted,
        Heartbeat heartbeat,
        List<StandingHold> holds,
        Past past,
        List<Elsewhere> elsewhere,
        List<String> advice) {

    /**
     * A legal hold that stands, without the person whose data it keeps and without the reason.
     *
     * @param matter what the data are needed for
     * @param onePerson whether it keeps data of one person; else of everybody
     * @param category which data; empty: all of them
     * @param placedOn since when
     * @param reviewOn when somebody must look whether it is still needed
     */
    public record StandingHold(
            String matter, boolean onePerson, Optional<String> category, LocalDate placedOn, LocalDate reviewOn) {}

    /**
     * What the journal tells of the host's tables, the newest first.
     *
     * @param letGo summed by day and data
     * @param approvals of plans that the brake had stopped
     * @param complete whether that is all; else there is more that is older
     */
    public record Past(List<LetGo> letGo, List<Approval> approvals, boolean complete) {

        public Past {
            letGo = List.copyOf(letGo);
            approvals = List.copyOf(approvals);
        }
    }

    /**
     * What was let go of some data on one day.
     *
     * @param day in the policy's zone
     * @param data the name of the data
     * @param categories which categories were in them
     * @param rows how many rows
     * @param cutoffs by which days the rows' own events had to lie, such as {@code invoice-issued<=2016-12-31}
     * @param policyVersions by which versions of the policy
     */
    public record LetGo(
            LocalDate day,
            String data,
            Set<String> categories,
            long rows,
            Set<String> cutoffs,
            Set<String> policyVersions) {

        public LetGo {
            categories = Set.copyOf(categories);
            cutoffs = Set.copyOf(cutoffs);
            policyVersions = Set.copyOf(policyVersions);
        }
    }

    /**
     * That somebody approved a plan.
     *
     * @param day in the policy's zone
     * @param role in which role
     * @param policyVersion the version in force
     */
    public record Approval(LocalDate day, Actor.Role role, String policyVersion) {}

    /**
     * What became of data outside the database.
     *
     * @param source its name
     * @param categories which categories it keeps
     * @param confirmed how much the source has confirmed to be gone
     * @param waiting how much is not confirmed yet
     * @param parked how much was tried too often: somebody must look
     */
    public record Elsewhere(String source, Set<String> categories, long confirmed, long waiting, long parked) {

        public Elsewhere {
            categories = Set.copyOf(categories);
        }
    }

    public DisposalReport {
        uncounted = List.copyOf(uncounted);
        holds = List.copyOf(holds);
        elsewhere = List.copyOf(elsewhere);
        advice = List.copyOf(advice);
    }

    /**
     * The day of the report.
     *
     * @return in the policy's zone
     */
    public LocalDate today() {
        return LocalDate.ofInstant(at, policy.zone());
    }

    /**
     * The report as one HTML file that loads nothing and runs nothing.
     *
     * @param reader the reader's locale; where the policy does not speak that language, its first is used
     * @return lines that end with a line feed, to be sent as UTF-8
     * @throws org.privacyrules.failure.InvalidInputException if there are no texts in that language
     */
    public String html(Locale reader) {
        return html(reader, DocumentTexts.standard());
    }

    /**
     * The same in other words.
     *
     * @param reader the reader's locale
     * @param texts the library's texts with some replaced
     * @return HTML
     */
    public String html(Locale reader, DocumentTexts texts) {
        return new DisposalPage(this, reader, texts).html();
    }

    /** How much is due. */
    @Override
    public String toString() {
        return "DisposalReport(" + today() + ", " + plan.due() + " rows due)";
    }
}
