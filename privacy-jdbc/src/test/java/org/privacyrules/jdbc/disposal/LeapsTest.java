package org.privacyrules.jdbc.disposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.privacyrules.PrivacyRules;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.disposal.SweepLimits;
import org.privacyrules.disposal.SweepReport;
import org.privacyrules.disposal.SweepReport.Outcome;
import org.privacyrules.failure.RefusedException;
import org.privacyrules.jdbc.JdbcPersonalData;
import org.privacyrules.jdbc.servers.TestDatabase.Product;
import org.privacyrules.policy.PolicyBuilder;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.Permit;

/**
 * Clocks that leap and policies that somebody has mistyped: nothing goes by them before somebody was asked. Other numbers with the system
 * properties {@code privacy.disposal.leaps} and {@code privacy.disposal.policies}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LeapsTest {

    private static final Duration STEP = Duration.ofDays(40);
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Map<String, String> EVENTS =
            Map.of("log", "logged-in", "invoices", "invoice-issued", "case", "case-closed");

    private DisposalScene scene;
    private int rows;

    abstract Product product();

    @BeforeAll
    final void open() {
        scene = new DisposalScene(product());
        scene.clear("log_row", "invoices_row", "case_row");
        for (String category : EVENTS.keySet()) {
            scene.execute("create table " + category
                    + "_row (id integer primary key, customer varchar(40) not null, at_day date not null)");
        }
    }

    @AfterAll
    final void close() {
        scene.close();
    }

    @BeforeEach
    final void clear() {
        scene.clear();
        EVENTS.keySet().forEach(category -> scene.execute("delete from " + category + "_row"));
    }

    private int times(String property, int onH2, int onServers) {
        return Integer.getInteger(property, product() == Product.H2 ? onH2 : onServers);
    }

    private JdbcPersonalData.Builder mapping() {
        JdbcPersonalData.Builder builder = scene.mapping();
        EVENTS.forEach((category, event) -> builder.table(
                scene.name(category + "_row"),
                t -> t.named(category)
                        .subject(scene.name("customer"))
                        .event(event, scene.name("at_day"))
                        .rows(category)));
        return builder;
    }

    private void insert(String category, LocalDate day) {
        scene.execute("insert into " + category + "_row values (" + rows++ + ", 'anna', '" + day + "')");
    }

    private List<String> left(String category) {
        return scene.read("select at_day from " + category + "_row order by id");
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, DisposalScene.STOCKHOLM);
    }

    /** 1 hour to 50 years, each magnitude as likely as another, also back. */
    private static Duration leap(Random random) {
        double hours = Math.exp(random.nextDouble() * Math.log(50 * 365.25 * 24));
        return Duration.ofMinutes((long) (60 * hours)).multipliedBy(random.nextInt(3) == 0 ? -1 : 1);
    }

    private List<String> leaps(SweepLimits limits, int count) {
        Random random = new Random(11);
        List<String> complaints = new ArrayList<>();
        PrivacyRules rules = scene.rules(mapping());
        assertEquals(Outcome.FINISHED, rules.disposals().sweep(limits).outcome());
        Instant last = scene.clock.instant();
        int stops = 0;
        int went = 0;
        for (int i = 0; i < count; i++) {
            if (left("log").size() > 6) {
                scene.execute("delete from log_row");
            }
            insert("log", day(last).minusDays(35));
            insert("log", day(last).plusDays(random.nextInt(60)));
            Duration leap = leap(random);
            Instant now = last.plus(leap);
            scene.clock.set(now);
            List<String> before = left("log");
            boolean stopped = isStopped(rules, limits);
            List<String> gone = new ArrayList<>(before);
            left("log").forEach(gone::remove);
            boolean beyond = leap.compareTo(STEP) > 0 || leap.compareTo(TOLERANCE.negated()) < 0;
            if (beyond && !gone.isEmpty()) {
                complaints.add(leap + ": " + gone.size() + " rows went");
            }
            if (gone.stream().anyMatch(day -> !LocalDate.parse(day).plusDays(30).isBefore(day(now)))) {
                complaints.add(leap + ": a row went that was not due");
            }
            if (!stopped && !beyond) {
                last = now;
            }
            stops += stopped ? 1 : 0;
            went += gone.size();
        }
        assertTrue(!complaints.isEmpty() || (stops > 0 && went > 0), stops + " stops, and " + went + " rows went");
        return complaints;
    }

    private static boolean isStopped(PrivacyRules rules, SweepLimits limits) {
        try {
            return rules.disposals().sweep(limits).outcome() == Outcome.STOPPED;
        } catch (RefusedException e) {
            assertEquals("NO_POLICY_IN_FORCE", e.code());
            return true;
        }
    }

    private static SweepLimits careful() {
        return SweepLimits.ofMinutes(1).askingAbove(2, 10);
    }

    @Test
    void nothing_goes_by_a_clock_that_has_leapt() {
        assertEquals(List.of(), leaps(careful(), times("privacy.disposal.leaps", 200, 20)));
    }

    @Test
    void a_brake_for_the_clock_that_is_off_is_found() {
        assertFalse(leaps(careful().withMaxStep(Duration.ofDays(100_000)), 20).isEmpty());
    }

    /** Its terms in days, by category. */
    private static PrivacyPolicy policy(String version, LocalDate start, Map<String, Integer> terms) {
        PolicyBuilder builder = PrivacyPolicy.builder()
                .version(version)
                .zone(DisposalScene.STOCKHOLM)
                .effectiveFrom(start)
                .shorteningGrace(Period.ofDays(1))
                .subjectKind("customer", "somebody with a contract");
        EVENTS.forEach((category, event) -> {
            builder.event(event, "it happened")
                    .category(category, c -> c.describedAs("data").attributes("data"));
            if (terms.containsKey(category)) {
                builder.purpose(
                        "for-" + category,
                        p -> p.describedAs("to do it")
                                .legitimateInterests("it", "LIA-1")
                                .carriedBy("customer")
                                .uses(category)
                                .kept(RetentionTerm.from(event).plus(Period.ofDays(terms.get(category)))));
            }
        });
        return builder.build();
    }

    private List<String> mistyped(int count, BiFunction<PrivacyRules, SweepReport, SweepReport> host) {
        Map<String, Integer> terms = new TreeMap<>(Map.of("log", 400, "invoices", 2500, "case", 730));
        terms.forEach((category, days) -> {
            for (int part = 0; part < 5; part++) {
                insert(category, DisposalScene.TODAY.minusDays((long) days * part / 6));
            }
        });
        int stops = 0;
        List<String> complaints = new ArrayList<>();
        for (int i = 0; i < count && complaints.isEmpty(); i++) {
            Random random = new Random(i);
            scene.clear();
            PrivacyPolicy sound = policy("1", LocalDate.of(2010, 1, 1), terms);
            assertEquals(
                    Outcome.FINISHED,
                    scene.rules(mapping(), sound).disposals().sweep(careful()).outcome());
            Map<String, Integer> wrong = new TreeMap<>(terms);
            String category = List.copyOf(terms.keySet()).get(random.nextInt(3));
            if (random.nextInt(4) == 0) {
                wrong.remove(category);
            } else {
                wrong.computeIfPresent(category, (name, days) -> Math.max(1, days / (10 + random.nextInt(391))));
            }
            PrivacyRules rules = scene.rules(mapping(), sound, policy("2", DisposalScene.TODAY.plusDays(1), wrong));
            scene.clock.set(DisposalScene.noon(DisposalScene.TODAY.plusDays(5)));
            SweepReport report = host.apply(rules, rules.disposals().sweep(careful()));
            stops += report.outcome() == Outcome.STOPPED ? 1 : 0;
            for (String each : terms.keySet()) {
                if (left(each).size() != 5) {
                    complaints.add("policy " + i + " with " + wrong + " let go of what version 1 keeps");
                }
            }
        }
        assertTrue(!complaints.isEmpty() || stops > count / 2, () -> "the brake hardly ever stopped");
        return complaints;
    }

    @Test
    void nothing_goes_by_a_policy_that_somebody_has_mistyped() {
        assertEquals(List.of(), mistyped(times("privacy.disposal.policies", 120, 10), (rules, report) -> report));
    }

    @Test
    void a_host_that_approves_whatever_stops_is_found() {
        assertFalse(mistyped(
                        10,
                        (rules, report) -> report.outcome() != Outcome.STOPPED
                                ? report
                                : rules.disposals()
                                        .sweep(careful()
                                                .approving(
                                                        report.plan().id(),
                                                        scene.permits.give(
                                                                Permit.Action.APPROVE_SWEEP,
                                                                Actor.staff("7"),
                                                                "whatever"))))
                .isEmpty());
    }
}
