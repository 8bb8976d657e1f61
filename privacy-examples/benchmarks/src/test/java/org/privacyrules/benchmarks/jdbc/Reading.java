package org.privacyrules.benchmarks.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.privacyrules.PrivacyRules;
import org.privacyrules.benchmarks.jdbc.Recorder.Sent;
import org.privacyrules.decision.RefusalCount;
import org.privacyrules.decision.Use;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.subject.SubjectId;

/** Checks, candidates and listings beside what an engineer writes by hand. */
final class Reading {

    private static final String ONE_ROW = "one row";
    private static final String ALL_ROWS = "all rows";
    private static final String LIBRARY = "library";
    private static final String PLAIN = "plain";
    private static final String CHUNKS = "chunks";
    private static final String MERGE = "merge";

    private static final Use TRACKING = Use.of(Bed.PURPOSE);

    /** Of what takes long. */
    private static final int FEW_ROUNDS = 3;

    private final Bed bed;
    private final Scale scale;
    private final Report report;
    private final Map<Integer, Rounds> checks = new LinkedHashMap<>();

    Reading(Bed bed, Scale scale, Report report) {
        this.bed = bed;
        this.scale = scale;
        this.report = report;
    }

    private String name(String what) {
        return bed.product.name() + ", " + what;
    }

    void checkNow() throws Exception {
        if (checks.isEmpty()) {
            tellStatements();
        }
        requireSameAnswers();
        Load load = new Load(1, scale.seconds());
        Rounds rounds = new Rounds()
                .side(ONE_ROW, load, () -> bed.plain.oneRow(bed.anyKey(), Bed.now()))
                .side(ALL_ROWS, load, () -> bed.plain.allRows(bed.anyKey(), Bed.now()))
                .side(LIBRARY, load, () -> check(bed.anyKey()))
                .measure(scale.rounds());
        checks.put(bed.size(), rounds);
        String at = Report.number(" of %,.0f subjects", bed.size());
        report.times(name("check beside one row" + at), rounds, ONE_ROW, LIBRARY, Goal.atMost(1.15));
        report.times(name("check beside all rows of one" + at), rounds, ALL_ROWS, LIBRARY, Goal.NONE);
    }

    private boolean check(String key) {
        return bed.rules.decisions().check(SubjectId.of(key), Bed.PURPOSE).permitted();
    }

    private void requireSameAnswers() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            String key = Bed.key(1 + ThreadLocalRandom.current().nextInt(bed.size()));
            boolean permitted = check(key);
            if (bed.plain.oneRow(key, Bed.now()) != permitted || bed.plain.allRows(key, Bed.now()) != permitted) {
                throw new IllegalStateException("The library and the plain tables do not know the same");
            }
        }
    }

    /** How much slower a check becomes with more subjects, beside how much slower the lookup becomes. */
    void tellGrowth() {
        int first = checks.keySet().iterator().next();
        checks.forEach((size, rounds) -> {
            if (size > first) {
                double plain = growth(ONE_ROW, first, rounds);
                double library = growth(LIBRARY, first, rounds);
                report.line(
                        name(Report.number("growth of a check from %,.0f", first) + Report.number(" to %,.0f", size)),
                        Report.number("%.2fx", plain),
                        Report.number("%.2fx", library),
                        List.of(library / plain),
                        Goal.atMost(1.2));
            }
        });
    }

    private double growth(String side, int first, Rounds rounds) {
        return rounds.median(side, Speed::medianNanos) / checks.get(first).median(side, Speed::medianNanos);
    }

    void filterCandidates() throws Exception {
        List<String> candidates = anyKeys(Math.min(scale.candidates(), bed.size()));
        long expected = bed.plain.permitted(candidates, Bed.now());
        Rounds rounds = new Rounds()
                .side(PLAIN, () -> filter(candidates, expected, () -> bed.plain.permitted(candidates, Bed.now())))
                .side(LIBRARY, () -> filter(candidates, expected, () -> permitted(candidates)))
                .measure(scale.rounds());
        report.rates(
                name(Report.number("%,.0f candidates, with the reasons against", candidates.size())),
                "subjects",
                rounds,
                PLAIN,
                LIBRARY,
                Goal.atLeast(bed.product instanceof Postgres ? 0.8 : 0.65));
    }

    /** A million candidates in order: in chunks, or merged with the ordered listing. */
    void filterMany() throws Exception {
        List<String> sorted =
                anyKeys(Math.min(scale.many(), bed.size())).stream().sorted().toList();
        long expected = bed.plain.permitted(sorted, Bed.now());
        Rounds rounds = new Rounds()
                .side(PLAIN, () -> filter(sorted, expected, () -> bed.plain.permitted(sorted, Bed.now())))
                .side(CHUNKS, () -> filter(sorted, expected, () -> permitted(sorted)))
                .side(MERGE, () -> filter(sorted, expected, () -> merged(sorted)))
                .measure(Math.min(scale.rounds(), FEW_ROUNDS));
        String many = Report.number("%,.0f candidates", sorted.size());
        report.rates(name(many + ", chunks"), "subjects", rounds, PLAIN, CHUNKS, Goal.NONE);
        report.rates(
                name(many + ", merged with the listing, beside chunks"),
                "subjects",
                rounds,
                CHUNKS,
                MERGE,
                Goal.atLeast(5));
    }

    private Speed filter(List<String> candidates, long expected, Load.Pass pass) throws Exception {
        return Load.of(
                () -> {
                    if (pass.run() != expected) {
                        throw new IllegalStateException("The library and the plain tables do not permit the same");
                    }
                    return candidates.size();
                },
                System::nanoTime);
    }

    private long permitted(List<String> candidates) {
        RefusalCount refused = new RefusalCount();
        Stream<SubjectId> permitted = bed.rules.decisions().permitted(TRACKING, subjects(candidates), refused);
        return answered(candidates.size(), permitted, refused);
    }

    private long merged(List<String> sorted) {
        RefusalCount refused = new RefusalCount();
        Stream<SubjectId> permitted = bed.rules.decisions().permittedOfSorted(TRACKING, subjects(sorted), refused);
        return answered(sorted.size(), permitted, refused);
    }

    private static Stream<SubjectId> subjects(List<String> keys) {
        return keys.stream().map(SubjectId::of);
    }

    private static long answered(int candidates, Stream<SubjectId> permitted, RefusalCount refused) {
        long[] count = {0};
        permitted.forEach(subject -> count[0]++);
        if (count[0] + refused.total() != candidates) {
            throw new IllegalStateException("A candidate got no answer");
        }
        return count[0];
    }

    private List<String> anyKeys(int count) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 1; i <= bed.size(); i++) {
            numbers.add(i);
        }
        Collections.shuffle(numbers, new Random(1));
        return numbers.subList(0, count).stream().map(Bed::key).toList();
    }

    void list() throws Exception {
        Bed.execute(bed.pool, bed.product.plainListingIndex());
        Bed.execute(bed.pool, bed.product.settle(List.of("plain_state")));
        Rounds rounds = new Rounds()
                .side(PLAIN, () -> ListingRun.measure(bed, ListingRun.Side.PLAIN))
                .side(LIBRARY, () -> ListingRun.measure(bed, ListingRun.Side.LIBRARY))
                .measure(Math.min(scale.rounds(), FEW_ROUNDS));
        report.rates(
                name(Report.number("all permitted of %,.0f subjects, -Xmx32m", bed.size())),
                "subjects",
                rounds,
                PLAIN,
                LIBRARY,
                Goal.atLeast(0.85));
    }

    private void tellStatements() {
        Recorder recorder = new Recorder();
        PrivacyRules recorded = Bed.rules(JdbcStorage.on(recorder.around((DataSource) bed.pool)));
        recorder.take();
        recorded.decisions().check(SubjectId.of(bed.anyKey()), Bed.PURPOSE);
        tell("check", Plain.ONE_ROW + ";\n" + Plain.ALL_ROWS, recorder.take());
        recorded.decisions()
                .permitted(Bed.PURPOSE, Stream.of(SubjectId.of(bed.anyKey())))
                .forEach(subject -> {});
        tell("candidates", bed.product.permittedAmong(), recorder.take());
        recorded.decisions().permitted(Bed.PURPOSE).limit(1).forEach(subject -> {});
        tell("listing", Plain.LISTING, recorder.take());
    }

    private void tell(String what, String plain, List<Sent> library) {
        report.statements(name(what + ": plain"), plain);
        report.statements(name(what + ": library"), Appending.text(library));
    }
}
