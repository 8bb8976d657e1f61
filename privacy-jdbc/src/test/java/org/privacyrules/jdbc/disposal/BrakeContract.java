package org.privacyrules.jdbc.disposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.privacyrules.PrivacyRules;
import org.privacyrules.disposal.SweepLimits;
import org.privacyrules.disposal.SweepReport;
import org.privacyrules.disposal.SweepReport.Outcome;
import org.privacyrules.disposal.SweepReport.Reason;
import org.privacyrules.failure.RefusedException;
import org.privacyrules.jdbc.JdbcPersonalData;
import org.privacyrules.jdbc.servers.TestDatabase.Product;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.Permit;
import org.privacyrules.subject.Permits;

/** Before a mistake becomes a loss, somebody is asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrakeContract {

    private DisposalScene scene;

    abstract Product product();

    @BeforeAll
    final void open() {
        scene = new DisposalScene(product());
    }

    @AfterAll
    final void close() {
        scene.close();
    }

    @BeforeEach
    final void logins() {
        scene.clear("login");
        scene.execute(
                "create table login (id integer primary key, customer varchar(40) not null, at_day date not null)");
    }

    private void insert(int from, int count, LocalDate day) {
        StringBuilder sql = new StringBuilder("insert into login values ");
        for (int i = from; i < from + count; i++) {
            sql.append(i == from ? "" : ", ").append("(" + i + ", 'anna', '" + day + "')");
        }
        scene.execute(sql.toString());
    }

    private JdbcPersonalData.Builder mapping() {
        return scene.mapping()
                .table(
                        scene.name("login"),
                        t -> t.named("login")
                                .subject(scene.name("customer"))
                                .event("logged-in", scene.name("at_day"))
                                .rows("log"));
    }

    private static SweepLimits careful() {
        return SweepLimits.ofMinutes(1).askingAbove(2, 10);
    }

    private static List<Reason> reasons(SweepReport report) {
        return report.stops().stream().map(SweepReport.Stop::reason).toList();
    }

    private int left() {
        return scene.read("select id from login").size();
    }

    private SweepReport approved(PrivacyRules rules, SweepReport stopped) {
        Permit permit = scene.permits.give(Permit.Action.APPROVE_SWEEP, Actor.staff("7"), "looked at it");
        return rules.disposals().sweep(careful().approving(stopped.plan().id(), permit));
    }

    @Test
    void a_first_sweep_of_much_stops_before_anything_is_touched_and_goes_on_once_approved() {
        insert(0, 50, LocalDate.of(2026, 1, 1));
        PrivacyRules rules = scene.rules(mapping());
        SweepReport stopped = rules.disposals().sweep(careful());
        assertEquals(Outcome.STOPPED, stopped.outcome());
        assertEquals(List.of(Reason.FIRST_SWEEP), reasons(stopped));
        assertEquals(50, left());
        assertTrue(rules.disposals().heartbeat().stopped());
        assertEquals(Outcome.STOPPED, rules.disposals().sweep(careful()).outcome());
        SweepReport report = approved(rules, stopped);
        assertEquals(Outcome.FINISHED, report.outcome());
        assertEquals(0, left());
    }

    @Test
    void an_approval_needs_a_permit_of_the_host_and_the_plan_of_now() {
        insert(0, 50, LocalDate.of(2026, 1, 1));
        PrivacyRules rules = scene.rules(mapping());
        SweepReport stopped = rules.disposals().sweep(careful());
        Permit forged = Permits.create().give(Permit.Action.APPROVE_SWEEP, Actor.staff("7"), "mine");
        SweepLimits limits = careful().approving(stopped.plan().id(), forged);
        assertEquals(
                "NOT_PERMITTED_BY_HOST",
                assertThrows(RefusedException.class, () -> rules.disposals().sweep(limits))
                        .code());
        rules.disposals().plan();
        assertEquals(Outcome.STOPPED, approved(rules, stopped).outcome());
        assertEquals(50, left());
    }

    @Test
    void what_was_foreseen_goes_and_far_more_than_that_stops() {
        insert(0, 8, LocalDate.of(2026, 1, 1));
        insert(100, 30, LocalDate.of(2026, 3, 10));
        PrivacyRules rules = scene.rules(mapping());
        assertEquals(Outcome.FINISHED, rules.disposals().sweep(careful()).outcome());
        scene.clock.set(DisposalScene.noon(LocalDate.of(2026, 4, 12)));
        assertEquals(Outcome.FINISHED, rules.disposals().sweep(careful()).outcome());
        assertEquals(0, left());
        insert(200, 100, LocalDate.of(2020, 1, 1));
        scene.clock.set(DisposalScene.noon(LocalDate.of(2026, 4, 13)));
        SweepReport stopped = rules.disposals().sweep(careful());
        assertEquals(List.of(Reason.MORE_THAN_FORESEEN), reasons(stopped));
        assertEquals(100, left());
    }

    @Test
    void more_than_the_plan_of_the_day_stops_in_the_middle() {
        insert(0, 8, LocalDate.of(2026, 1, 1));
        PrivacyRules rules = scene.rules(mapping());
        assertEquals(Outcome.FINISHED, rules.disposals().sweep(careful()).outcome());
        insert(1000, 900, LocalDate.of(2020, 1, 1));
        SweepReport stopped = rules.disposals().sweep(careful());
        assertEquals(Outcome.STOPPED, stopped.outcome());
        assertEquals(List.of(Reason.MORE_THAN_FORESEEN), reasons(stopped));
        int left = left();
        assertTrue(left > 850, () -> left + " are left");
        assertTrue(rules.disposals().heartbeat().stopped());
        SweepReport again = rules.disposals().sweep(careful());
        assertEquals(List.of(Reason.MORE_THAN_FORESEEN), reasons(again));
        assertEquals(left, left());
    }

    @Test
    void a_rule_that_was_shortened_stops_once_and_names_the_rows() {
        insert(0, 5, LocalDate.of(2026, 3, 1));
        PrivacyRules rules = scene.rules(mapping());
        assertEquals(Outcome.FINISHED, rules.disposals().sweep(careful()).outcome());
        PrivacyRules shortened = scene.rules(
                mapping(),
                DisposalScene.policy(),
                DisposalScene.shop("2", LocalDate.of(2026, 3, 16), Period.ofDays(3))
                        .build());
        assertEquals(Outcome.FINISHED, shortened.disposals().sweep(careful()).outcome());
        scene.clock.set(DisposalScene.noon(LocalDate.of(2026, 3, 20)));
        SweepReport stopped = shortened.disposals().sweep(careful());
        assertEquals(List.of(Reason.RULE_SHORTENED), reasons(stopped));
        assertTrue(stopped.stops().get(0).explanation().startsWith("login: 5 rows are due that version 1"));
        assertEquals(5, left());
        assertEquals(Outcome.FINISHED, approved(shortened, stopped).outcome());
        assertEquals(0, left());
    }

    @Test
    void a_clock_that_leaps_stops_whatever_is_due_and_a_small_step_does_not() {
        insert(0, 5, LocalDate.of(2026, 3, 1));
        PrivacyRules rules = scene.rules(mapping());
        assertEquals(Outcome.FINISHED, rules.disposals().sweep(careful()).outcome());
        for (Duration leap :
                List.of(Duration.ofDays(41), Duration.ofDays(365 * 50), Duration.ofHours(-1), Duration.ofDays(-9))) {
            scene.clock.set(DisposalScene.noon(DisposalScene.TODAY).plus(leap));
            SweepReport stopped = rules.disposals().sweep(careful());
            assertEquals(
                    List.of(leap.isNegative() ? Reason.CLOCK_BEHIND : Reason.CLOCK_AHEAD),
                    reasons(stopped),
                    leap::toString);
            assertEquals(5, left());
        }
        scene.clock.set(DisposalScene.noon(DisposalScene.TODAY).plus(Duration.ofDays(20)));
        assertEquals(Outcome.FINISHED, rules.disposals().sweep(careful()).outcome());
        assertEquals(0, left());
    }
}
