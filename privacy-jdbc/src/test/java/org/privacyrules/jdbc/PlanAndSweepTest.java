package org.privacyrules.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.privacyrules.PrivacyRules;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.disposal.SweepLimits;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.policy.PrivacyPolicy;

/** Plan and sweep ask for the same rows, to the letter. */
class PlanAndSweepTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 15);

    private static PrivacyPolicy policy() {
        return PrivacyPolicy.builder()
                .version("1")
                .zone(ZoneOffset.UTC)
                .effectiveFrom(LocalDate.of(2020, 1, 1))
                .subjectKind("customer", "somebody with a contract")
                .event("opened", "it was opened")
                .event("closed", "it was closed")
                .category("case", c -> c.describedAs("what you wrote").attributes("messages"))
                .purpose(
                        "support",
                        p -> p.describedAs("to help you")
                                .contract()
                                .carriedBy("customer")
                                .uses("case")
                                .kept(RetentionTerm.earliestOf(
                                        RetentionTerm.from("closed").plus(Period.ofYears(2)),
                                        RetentionTerm.from("opened").plus(Period.ofYears(5)))))
                .purpose(
                        "claims",
                        p -> p.describedAs("to answer claims")
                                .legalObligation("a law")
                                .carriedBy("customer")
                                .uses("case")
                                .kept(RetentionTerm.from("closed").plus(Period.ofYears(1))))
                .build();
    }

    private static String between(String text, String begin, String end) {
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }

    @Test
    void what_a_plan_counts_is_what_a_sweep_chooses() {
        try (TestDatabase database = Stores.withTables(Product.H2)) {
            database.execute(
                    "create table ticket (id integer primary key, customer varchar(40) not null, opened_on date, closed_on date)",
                    "insert into ticket values (1, 'anna', '2015-01-01', '2016-01-01'), (2, 'anna', '2025-01-01', null)");
            CountingDataSource counted = new CountingDataSource(database.dataSource());
            JdbcStorage storage = JdbcStorage.on(counted.dataSource());
            PrivacyRules rules = PrivacyRules.builder()
                    .tenant("shop")
                    .policy(policy())
                    .publishOnStart()
                    .storage(storage)
                    .clock(new SettableClock(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC)))
                    .personalData(JdbcPersonalData.on(storage)
                            .table(
                                    "TICKET",
                                    t -> t.subject("CUSTOMER")
                                            .event("opened", "OPENED_ON")
                                            .awaited("closed", "CLOSED_ON")
                                            .rows("case"))
                            .build())
                    .build();
            counted.sent();
            rules.disposals().plan();
            String plan = only(counted.sent(), "min(case");
            rules.disposals().sweep(SweepLimits.ofMinutes(1));
            List<String> sweep = counted.sent();
            String counts = between(plan, "count(case when ", " then 1 end)");
            assertEquals(counts, between(only(sweep, "order by"), " where ", " order by "));
            assertEquals(
                    "(t.\"ID\" in (?)) and " + counts, between(only(sweep, "skip locked"), " where ", " order by "));
        }
    }

    private static String only(List<String> sent, String part) {
        return sent.stream().filter(sql -> sql.contains(part)).findFirst().orElseThrow();
    }
}
