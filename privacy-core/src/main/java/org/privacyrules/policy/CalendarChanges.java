package org.privacyrules.policy;

import static org.privacyrules.policy.Verdict.editorial;
import static org.privacyrules.policy.Verdict.material;

import java.time.MonthDay;
import java.time.Period;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.privacyrules.calendar.FiscalYears;
import org.privacyrules.calendar.Periods;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.calendar.RetentionTerm.EarliestOf;
import org.privacyrules.calendar.RetentionTerm.FromEvent;
import org.privacyrules.calendar.RetentionTerm.LatestOf;
import org.privacyrules.calendar.TermStep;

/** By which years and days terms are counted, and how long a shorter term waits. */
final class CalendarChanges {

    private static final Verdict OTHER_YEARS = material(
            "Terms that count fiscal years end on other days, so that data can be kept longer than people were told"
                    + " (Art. 5(1)(e) and 13(2)(a) GDPR)");
    private static final Verdict YEARS_NOT_COUNTED = editorial("No term counts fiscal years");
    private static final Verdict OTHER_WORKING_DAYS = editorial(
            "Terms and deadlines that count working days end some days earlier or later: raise it if some end much"
                    + " later");
    private static final Verdict LONGER_GRACE =
            material("What a shorter term lets go is kept longer (Art. 5(1)(e) GDPR)");
    private static final Verdict SHORTER_GRACE = editorial("What a shorter term lets go is kept no longer than before");

    private final Changes changes;

    CalendarChanges(Changes changes) {
        this.changes = changes;
    }

    void compare(PrivacyPolicy before, PrivacyPolicy after) {
        Verdict years = countsFiscalYears(before) || countsFiscalYears(after) ? OTHER_YEARS : YEARS_NOT_COUNTED;
        changes.compare(
                "fiscalYears.regularEnd",
                before.fiscalYears().regularEnd(),
                after.fiscalYears().regularEnd(),
                CalendarChanges::words,
                (was, becomes) -> years);
        changes.compare(
                "fiscalYears.declared",
                before.fiscalYears().declared(),
                after.fiscalYears().declared(),
                CalendarChanges::words,
                (was, becomes) -> years);
        changes.compare(
                "workingDays",
                before.workingDays(),
                after.workingDays(),
                Function.identity(),
                (was, becomes) -> OTHER_WORKING_DAYS);
        changes.compare(
                "shorteningGrace",
                before.shorteningGrace(),
                after.shorteningGrace(),
                EnglishWords::of,
                CalendarChanges::grace);
    }

    private static String words(MonthDay end) {
        return "end on " + end.toString().substring(2);
    }

    private static String words(List<FiscalYears.Year> declared) {
        return EnglishWords.joined(declared.stream().map(year -> year.first() + " to " + year.last()));
    }

    private static Verdict grace(Period before, Period after) {
        return Periods.canBeLonger(after, before) ? LONGER_GRACE : SHORTER_GRACE;
    }

    private static boolean countsFiscalYears(PrivacyPolicy policy) {
        return policy.purposes().values().stream()
                .flatMap(purpose -> purpose.retention().values().stream())
                .flatMap(rule -> rule.terms().stream())
                .anyMatch(CalendarChanges::countsFiscalYears);
    }

    private static boolean countsFiscalYears(RetentionTerm term) {
        return chains(term).anyMatch(chain -> chain.steps().contains(new TermStep.EndOfFiscalYear()));
    }

    private static Stream<FromEvent> chains(RetentionTerm term) {
        if (term instanceof EarliestOf earliest) {
            return earliest.terms().stream().flatMap(CalendarChanges::chains);
        } else if (term instanceof LatestOf latest) {
            return latest.terms().stream().flatMap(CalendarChanges::chains);
        }
        return Stream.of((FromEvent) term);
    }
}
