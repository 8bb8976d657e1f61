package org.privacyrules.disposal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.privacyrules.disposal.DisposalPlan.Planned;
import org.privacyrules.disposal.SweepReport.Reason;
import org.privacyrules.disposal.SweepReport.Stop;

/** Finds in a plan what somebody should look at before it is carried out. */
final class Brake {

    /** What clocks of several nodes may differ by. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final SweepLimits limits;
    private final Optional<DisposalPlan> baseline;
    private final Optional<Instant> lastClock;

    Brake(SweepLimits limits, Optional<DisposalPlan> baseline, Optional<Instant> lastClock) {
        this.limits = limits;
        this.baseline = baseline;
        this.lastClock = lastClock;
    }

    List<Stop> stops(DisposalPlan plan, Instant now) {
        List<Stop> stops = new ArrayList<>();
        lastClock.ifPresent(last -> clock(stops, last, now));
        for (Planned planned : plan.data()) {
            amount(stops, planned, plan);
            shortened(stops, planned);
        }
        return stops;
    }

    private void clock(List<Stop> stops, Instant last, Instant now) {
        if (now.isBefore(last.minus(TOLERANCE))) {
            stops.add(new Stop(
                    Reason.CLOCK_BEHIND,
                    "the clock says " + now + ", and said " + last + " when a sweep began last: set it right"));
        }
        if (now.isAfter(last.plus(limits.maxStep()))) {
            stops.add(new Stop(
                    Reason.CLOCK_AHEAD,
                    "the clock says " + now + ", and said " + last + " when a sweep began last, which is more than "
                            + limits.maxStep().toDays() + " days ago: look whether it is right"));
        }
    }

    private void amount(List<Stop> stops, Planned planned, DisposalPlan plan) {
        String name = planned.data().name();
        long due = planned.tally().due();
        if (due > allowed(name, plan)) {
            long foreseen =
                    baseline.map(note -> note.foreseen(name, plan.today())).orElse(0L);
            stops.add(
                    baseline.flatMap(last -> last.of(name)).isEmpty()
                            ? new Stop(
                                    Reason.FIRST_SWEEP,
                                    name + ": " + due
                                            + " rows are due, and no sweep has finished yet that knew of such data: look at the plan")
                            : new Stop(
                                    Reason.MORE_THAN_FORESEEN,
                                    name + ": " + due + " rows are due, and " + foreseen
                                            + " were foreseen: look what has happened"));
        }
    }

    private void shortened(List<Stop> stops, Planned planned) {
        if (planned.tally().newlyDue() > 0) {
            stops.add(new Stop(
                    Reason.RULE_SHORTENED,
                    planned.data().name() + ": " + planned.tally().newlyDue()
                            + " rows are due that version "
                            + baseline.map(DisposalPlan::policyVersion).orElse("?")
                            + " of the policy would keep"));
        }
    }

    /** How much goes without asking. */
    long allowed(String name, DisposalPlan plan) {
        long foreseen = baseline.map(note -> note.foreseen(name, plan.today())).orElse(0L);
        return Math.max(limits.unasked(), (long) Math.min(foreseen * limits.factor(), Long.MAX_VALUE / 2.0));
    }
}
