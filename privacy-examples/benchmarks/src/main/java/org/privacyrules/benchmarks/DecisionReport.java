package org.privacyrules.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures library and floor in alternating forks and prints one table. System properties: {@code pairs}, how many forks of
 * each (5); {@code report}, where the table goes as Markdown.
 */
public final class DecisionReport {

    private static final int HOT = 1_024;
    private static final double TIME_GOAL = 1.5;
    private static final double BYTES_GOAL = 96;
    private static final double GROWTH_GOAL = 1.2;

    private static final double SHARED_SESSION_GOAL = 2;
    private static final double NEW_SESSION_GOAL = 4;

    /** The profile {@code peers} compiles it. */
    private static final boolean WITH_DROOLS = DecisionReport.class.getResource("DroolsBenchmark.class") != null;

    private final int pairs;
    private final Map<Fork, List<Measured>> results = new LinkedHashMap<>();

    /** What one fork measures. */
    private record Fork(String benchmark, int rules, int questions) {}

    private record Measured(double nanos, double bytes) {}

    private DecisionReport(int pairs) {
        this.pairs = pairs;
    }

    /**
     * Runs all forks: about ten minutes with five pairs, twice that with Drools.
     *
     * @param args none
     */
    public static void main(String[] args) throws RunnerException, IOException {
        DecisionReport report = new DecisionReport(Integer.getInteger("pairs", 5));
        report.measure();
        String table = report.table();
        System.out.println(table);
        Path file = Path.of(System.getProperty("report", "target/decisions.md"));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, table);
    }

    private void measure() throws RunnerException {
        for (int pair = 0; pair < pairs; pair++) {
            for (Fork fork : inOrder(pair)) {
                Measured measured = measure(fork);
                results.computeIfAbsent(fork, unseen -> new ArrayList<>()).add(measured);
                System.err.printf(
                        Locale.ROOT,
                        "pair %d of %d: %s, %d rules, %d questions: %.0f ns, %.0f B%n",
                        pair + 1,
                        pairs,
                        fork.benchmark(),
                        fork.rules(),
                        fork.questions(),
                        measured.nanos(),
                        measured.bytes());
            }
        }
    }

    /** Every second pair goes the other way round, so that a machine that slows down slows all alike. */
    private static List<Fork> inOrder(int pair) {
        List<Fork> forks = new ArrayList<>();
        for (int questions : List.of(HOT, Engines.COLD)) {
            forks.add(floor(questions));
            forks.add(library(200, questions));
            forks.add(library(2000, questions));
            if (WITH_DROOLS) {
                forks.add(drools("sharedSession", questions));
                forks.add(drools("newSession", questions));
            }
        }
        if (pair % 2 == 1) {
            Collections.reverse(forks);
        }
        return forks;
    }

    private static Fork floor(int questions) {
        return new Fork("DecisionBenchmark.floor", 200, questions);
    }

    private static Fork library(int rules, int questions) {
        return new Fork("DecisionBenchmark.library", rules, questions);
    }

    private static Fork drools(String session, int questions) {
        return new Fork("DroolsBenchmark." + session, 200, questions);
    }

    private List<Measured> measured(Fork fork) {
        return results.getOrDefault(fork, List.of());
    }

    private static Measured measure(Fork fork) throws RunnerException {
        Options options = new OptionsBuilder()
                .include("\\." + fork.benchmark() + "$")
                .param("rules", Integer.toString(fork.rules()))
                .param("questions", Integer.toString(fork.questions()))
                .addProfiler(GCProfiler.class)
                .forks(1)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        RunResult result = new Runner(options).runSingle();
        return new Measured(
                result.getPrimaryResult().getScore(),
                Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                        .getScore());
    }

    private String table() {
        StringBuilder table = new StringBuilder();
        row(table, "What", "Other", "Library", "Ratio (lowest to highest pair)", "Goal", "Reached");
        row(table, "---", "---", "---", "---", "---", "---");
        for (int questions : List.of(HOT, Engines.COLD)) {
            time(table, questions);
        }
        bytes(table);
        for (int questions : List.of(HOT, Engines.COLD)) {
            growth(table, questions);
        }
        if (WITH_DROOLS) {
            for (int questions : List.of(HOT, Engines.COLD)) {
                drools(table, "shared session", drools("sharedSession", questions), SHARED_SESSION_GOAL);
                drools(table, "new session", drools("newSession", questions), NEW_SESSION_GOAL);
            }
        }
        return table.toString();
    }

    private void time(StringBuilder table, int questions) {
        List<Double> ratios = ratios(library(200, questions), floor(questions));
        row(
                table,
                "floor: one decision, " + temperature(questions),
                nanos(floor(questions)),
                nanos(library(200, questions)),
                range(ratios),
                number("<= %.1fx", TIME_GOAL),
                reached(median(ratios) <= TIME_GOAL));
    }

    private void bytes(StringBuilder table) {
        double floor = median(bytesOf(floor(Engines.COLD)));
        double library = median(bytesOf(library(200, Engines.COLD)));
        row(
                table,
                "floor: allocated by one decision, cold",
                number("%.0f B", floor),
                number("%.0f B", library),
                number("%.2fx", library / floor),
                number("<= %.0f B", BYTES_GOAL),
                reached(library <= BYTES_GOAL));
    }

    private void growth(StringBuilder table, int questions) {
        List<Double> ratios = ratios(library(2000, questions), library(200, questions));
        row(
                table,
                "2,000 rules beside 200, " + temperature(questions),
                nanos(library(200, questions)),
                nanos(library(2000, questions)),
                range(ratios),
                number("<= %.1fx", GROWTH_GOAL),
                reached(median(ratios) <= GROWTH_GOAL));
    }

    private void drools(StringBuilder table, String session, Fork drools, double goal) {
        Fork library = library(200, drools.questions());
        List<Double> ratios = ratios(drools, library);
        row(
                table,
                "Drools beside it, " + session + ", " + temperature(drools.questions()),
                nanos(drools),
                nanos(library),
                range(ratios),
                number(">= %.0fx", goal),
                reached(median(ratios) >= goal));
    }

    private static void row(StringBuilder table, String... cells) {
        table.append(String.format(Locale.ROOT, "| %-58s | %9s | %9s | %30s | %9s | %7s |%n", (Object[]) cells));
    }

    private static String temperature(int questions) {
        return String.format(Locale.ROOT, "%s (%,d questions)", questions == HOT ? "hot" : "cold", questions);
    }

    private String nanos(Fork fork) {
        return number(
                "%.0f ns", median(measured(fork).stream().map(Measured::nanos).toList()));
    }

    private List<Double> bytesOf(Fork fork) {
        return measured(fork).stream().map(Measured::bytes).toList();
    }

    private List<Double> ratios(Fork one, Fork other) {
        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            ratios.add(
                    measured(one).get(pair).nanos() / measured(other).get(pair).nanos());
        }
        return ratios;
    }

    private static String range(List<Double> ratios) {
        List<Double> sorted = ratios.stream().sorted().toList();
        return String.format(
                Locale.ROOT, "%.2fx (%.2f to %.2f)", median(ratios), sorted.get(0), sorted.get(sorted.size() - 1));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static String reached(boolean yes) {
        return yes ? "yes" : "no";
    }
}
