package org.privacyrules.policy;

import java.util.Iterator;
import java.util.List;
import org.privacyrules.calendar.Periods;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.calendar.RetentionTerm.EarliestOf;
import org.privacyrules.calendar.RetentionTerm.FromEvent;
import org.privacyrules.calendar.RetentionTerm.LatestOf;
import org.privacyrules.calendar.TermStep;

/** Which of two retention terms ends first, as far as it can be said before the events have happened. */
final class TermOrder {

    private TermOrder() {}

    /**
     * Whether a term ends no later than another, whenever the events happen.
     *
     * @return false if it can end later, and also if the two cannot be compared
     */
    static boolean neverLater(RetentionTerm one, RetentionTerm other) {
        if (one instanceof LatestOf latest) {
            return latest.terms().stream().allMatch(term -> neverLater(term, other));
        }
        if (other instanceof EarliestOf earliest) {
            return earliest.terms().stream().allMatch(term -> neverLater(one, term));
        }
        return one.equals(other) || within(one, other);
    }

    private static boolean within(RetentionTerm one, RetentionTerm other) {
        if (one instanceof EarliestOf earliest && earliest.terms().stream().anyMatch(term -> neverLater(term, other))) {
            return true;
        }
        if (other instanceof LatestOf latest) {
            return latest.terms().stream().anyMatch(term -> neverLater(one, term));
        }
        return one instanceof FromEvent chain
                && other instanceof FromEvent longer
                && chain.event().equals(longer.event())
                && steps(chain.steps(), longer.steps());
    }

    /** A step never leads back, and a later day never to an earlier one: steps that are left out only shorten a chain. */
    private static boolean steps(List<TermStep> steps, List<TermStep> longer) {
        Iterator<TermStep> rest = longer.iterator();
        for (TermStep step : steps) {
            boolean found = false;
            while (!found && rest.hasNext()) {
                found = neverLater(step, rest.next());
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private static boolean neverLater(TermStep one, TermStep other) {
        if (one instanceof TermStep.Plus plus && other instanceof TermStep.Plus more) {
            return !Periods.canBeLonger(plus.period(), more.period());
        }
        return one.equals(other);
    }
}
