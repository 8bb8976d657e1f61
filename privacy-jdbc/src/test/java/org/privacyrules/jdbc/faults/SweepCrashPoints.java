package org.privacyrules.jdbc.faults;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.privacyrules.PrivacyRules;
import org.privacyrules.Storage;
import org.privacyrules.disposal.SweepReport;
import org.privacyrules.disposal.SweepReport.Outcome;
import org.privacyrules.failure.PrivacyException;
import org.privacyrules.failure.StorageException;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.jdbc.disposal.SweptShop;
import org.privacyrules.jdbc.disposal.SweptShop.Path;
import org.privacyrules.jdbc.faults.CrashPoint.Fault;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.subject.OperationId;

/** Lets a sweep break at every driver call that it makes, before it and after it, and compares rows with the journal. */
final class SweepCrashPoints implements AutoCloseable {

    private static final int DUE = 4;
    private static final int CHUNK = 3;

    /** After so many sweeps another tenant sweeps, whose journal is short. */
    private static final int SWEEPS_OF_A_TENANT = 15;

    private final CountedLine line;
    private final SweptShop shop;
    private final Storage soundStorage;
    private final Storage brokenStorage;
    private final JdbcStorage sound;
    private final JdbcStorage broken;
    private final Set<OperationId> known = new HashSet<>();
    private SettableClock clock = new SettableClock(SweptShop.START);
    private String tenant = "";
    private @Nullable PrivacyRules soundRules;
    private @Nullable PrivacyRules brokenRules;
    private int sweeps;
    private int points;

    SweepCrashPoints(TestDatabase database, UnaryOperator<Storage> kind) {
        shop = SweptShop.in(database, Path.ROW, Path.EMPTIED, Path.CHANGED);
        line = new CountedLine(database);
        sound = JdbcStorage.on(database.dataSource());
        broken = JdbcStorage.on(line.dataSource());
        soundStorage = sound;
        brokenStorage = kind.apply(broken);
    }

    /** How many points were tried. */
    int points() {
        return points;
    }

    private void renew() {
        if (sweeps++ % SWEEPS_OF_A_TENANT == 0) {
            tenant = UUID.randomUUID().toString();
            clock = new SettableClock(SweptShop.START);
            soundRules = SweptShop.rules(soundStorage, SweptShop.witnessed(shop.mapping(sound)), tenant, clock);
            brokenRules = SweptShop.rules(brokenStorage, SweptShop.witnessed(shop.mapping(broken)), tenant, clock);
            sweep(soundRules);
        }
        // On another day it makes another plan.
        clock.advance(Duration.ofDays(1));
        shop.fill(DUE, clock.instant());
        told().forEach(entry -> known.add(entry.operation()));
    }

    private List<JournalEntry> told() {
        return SweptShop.told(sound, tenant).stream()
                .filter(entry -> !known.contains(entry.operation()))
                .toList();
    }

    private static SweepReport sweep(PrivacyRules rules) {
        return rules.disposals().sweep(SweptShop.chunksOf(CHUNK));
    }

    /** What came of it. */
    private record Run(
            @Nullable SweepReport report, @Nullable Throwable thrown, int calls, List<Integer> commits) {}

    private Run run(@Nullable CrashPoint point) {
        renew();
        SweepReport report = null;
        Throwable thrown = null;
        line.arm(point);
        try {
            report = sweep(Objects.requireNonNull(brokenRules));
        } catch (PrivacyException | Planted.Unchecked | Planted.Fatal e) {
            thrown = e;
        }
        Run run = new Run(report, thrown, line.calls(), line.commits());
        line.arm(null);
        return run;
    }

    /**
     * What a whole sweep calls.
     *
     * @param calls how many calls it makes
     * @param commits which of them are commits
     */
    record Whole(int calls, List<Integer> commits) {}

    Whole whole() throws SQLException {
        Run unused = run(null);
        List<String> complaints = new ArrayList<>();
        Run whole = run(null);
        check(whole, "without a fault", complaints);
        if (!complaints.isEmpty()) {
            throw new AssertionError(complaints.toString());
        }
        return new Whole(whole.calls(), whole.commits());
    }

    /** Tries one point. */
    void check(CrashPoint point, List<String> complaints) throws SQLException {
        points++;
        Run run = run(point);
        if (run.calls() < point.call()) {
            complaints.add(point + ": the point was not reached");
        }
        check(run, point.toString(), complaints);
    }

    private void check(Run run, String what, List<String> complaints) throws SQLException {
        List<String> found = new ArrayList<>(line.complaints());
        SweepReport report = run.report();
        boolean finished = report != null && report.outcome() == Outcome.FINISHED;
        if (report != null && !finished) {
            found.add("ended as " + report.outcome());
        }
        if (run.thrown() instanceof PrivacyException && !(run.thrown() instanceof StorageException)) {
            found.add("blames the caller");
        }
        List<JournalEntry> told = told();
        found.addAll(shop.complaints(told, finished));
        if (report != null && finished) {
            long count = told.stream()
                    .mapToLong(entry -> entry.payload().number("count"))
                    .sum();
            if (count != report.rows()) {
                found.add("it reports " + report.rows() + " rows, and the journal " + count);
            }
        }
        SweepReport further = sweep(Objects.requireNonNull(soundRules));
        if (further.outcome() != Outcome.FINISHED) {
            found.add("a further sweep ended as " + further.outcome());
        }
        found.addAll(shop.complaints(told(), true));
        found.forEach(each -> complaints.add(what + " " + run.thrown() + ": " + each));
    }

    static List<Fault> faults() {
        return List.of(Fault.values());
    }

    @Override
    public void close() throws SQLException {
        line.close();
    }
}
