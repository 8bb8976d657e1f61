package org.privacyrules.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.privacyrules.policy.PolicyPairs.NOTHING_MORE;
import static org.privacyrules.policy.PolicyPairs.drafts;
import static org.privacyrules.policy.PolicyPairs.only;
import static org.privacyrules.policy.PolicyPairs.purpose;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.privacyrules.calendar.FiscalYears;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;

/** By which years and days terms are counted, and how long a shorter term waits. */
class PolicyDiffCalendarTest {

    private static final FiscalYears BROKEN = FiscalYears.endingOn(MonthDay.of(4, 30));

    private static Consumer<PolicyBuilder> keeping(FiscalYears years, RetentionTerm term) {
        return draft -> {
            draft.fiscalYears(years);
            purpose(draft, p -> p.contract().kept(term));
        };
    }

    private static String change(RetentionTerm term, FiscalYears before, FiscalYears after) {
        return only(drafts(keeping(before, term), keeping(after, term)));
    }

    @Test
    @Mission("M3")
    @Gdpr("13(2)(a)")
    void other_fiscal_years_are_told_if_a_term_counts_them() {
        RetentionTerm counting = RetentionTerm.latestOf(
                RetentionTerm.from("closed"), RetentionTerm.from("ended").toEndOfFiscalYear());
        FiscalYears calendar = FiscalYears.calendarYears();
        FiscalYears longer = BROKEN.with(LocalDate.of(2024, 5, 1), LocalDate.of(2025, 12, 31));
        assertEquals("fiscalYears.regularEnd: material", change(counting, calendar, BROKEN));
        assertEquals("fiscalYears.declared: material", change(counting, BROKEN, longer));
        assertEquals("fiscalYears.regularEnd: editorial", change(RetentionTerm.from("ended"), calendar, BROKEN));
        assertEquals("fiscalYears.declared: editorial", change(RetentionTerm.from("ended"), longer, BROKEN));
    }

    @Test
    @Mission("M3")
    void other_working_days_are_editorial() {
        PolicyDiff diff = drafts(NOTHING_MORE, draft -> draft.workingDays("sweden"));
        assertEquals("workingDays: editorial", only(diff));
        assertEquals("monday-to-friday", diff.changes().get(0).before());
    }

    @Test
    @Mission("M3")
    @Gdpr("5(1)(e)")
    void a_longer_wait_before_a_shorter_term_counts_is_told() {
        Consumer<PolicyBuilder> none = draft -> draft.shorteningGrace(Period.ZERO);
        assertEquals("shorteningGrace: material", only(drafts(none, NOTHING_MORE)));
        assertEquals("shorteningGrace: editorial", only(drafts(NOTHING_MORE, none)));
    }
}
