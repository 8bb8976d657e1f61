package org.privacyrules.benchmarks.jdbc;

import java.util.List;

/** A sweep beside what an engineer writes by hand. */
final class Sweeping {

    private static final int FEW = 10;

    private final HostRows rows;
    private final Scale scale;
    private final Report report;

    Sweeping(Bed bed, Scale scale, Report report) throws Exception {
        this.scale = scale;
        this.report = report;
        rows = new HostRows(bed, scale.rows(), scale.aDay(), scale.chunk());
    }

    void measure() throws Exception {
        warmUp();
        Rounds plans = new Rounds()
                .side("plain", rows::countByHand)
                .side("library", rows::plan)
                .measure(scale.rounds());
        report.times("plan, to one scan with as many counts", plans, "plain", "library", Goal.atMost(2));
        Rounds deletes = new Rounds()
                .side("plain", () -> rows.byHand(true))
                .side("library", () -> rows.byLibrary(true, 1))
                .side("at once", rows::atOnce)
                .measure(scale.rounds());
        report.rates("sweep, rows deleted, to keyset chunks", "rows", deletes, "plain", "library", Goal.atLeast(0.8));
        report.rates(
                "sweep, rows deleted, to one big delete", "rows", deletes, "at once", "library", Goal.atLeast(0.35));
        chunks();
        Rounds updates = new Rounds()
                .side("plain", () -> rows.byHand(false))
                .side("library", () -> rows.byLibrary(false, 1))
                .measure(scale.rounds());
        report.rates(
                "sweep, columns emptied, to keyset chunks", "rows", updates, "plain", "library", Goal.atLeast(0.85));
    }

    /** So that nothing is measured before it is compiled. */
    private void warmUp() throws Exception {
        rows.byHand(true);
        rows.byLibrary(true, 1);
        rows.byHand(false);
        rows.byLibrary(false, 1);
        rows.plainChunks.clear();
        rows.libraryChunks.clear();
    }

    private void chunks() throws Exception {
        List<Double> library = List.copyOf(rows.libraryChunks);
        List<Double> plain = List.copyOf(rows.plainChunks);
        int few = Math.min(FEW, library.size());
        double first = Speed.median(library.subList(0, few));
        double last = Speed.median(library.subList(library.size() - few, library.size()));
        report.line(
                "time of a chunk, last ones to first ones",
                Report.micros(first),
                Report.micros(last),
                List.of(last / first),
                Goal.atMost(1.5));
        report.line(
                "time of a chunk, 99th percentile",
                Report.micros(percentile(plain)),
                Report.micros(percentile(library)),
                List.of(percentile(library) / percentile(plain)),
                Goal.atMost(1.5));
        Rounds nodes = new Rounds()
                .side("plain", () -> rows.byLibrary(true, 1))
                .side("library", () -> rows.byLibrary(true, 2))
                .measure(scale.rounds());
        report.rates("two nodes, to one node", "rows", nodes, "plain", "library", Goal.atLeast(0.75));
    }

    private static double percentile(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(sorted.size() * 0.99) - 1));
    }
}
