package org.privacyrules.jdbc.faults;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.privacyrules.failure.PrivacyException;
import org.privacyrules.failure.StorageException;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.jdbc.SchemaScripts;
import org.privacyrules.jdbc.faults.CrashPoint.Fault;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/** Lets a use case break at every driver call that it makes, before it and after it, and looks at what is left. */
final class CrashPoints implements AutoCloseable {

    private static final int SOME = 10;
    private static final List<Fault> FAULTS = List.of(Fault.values());

    private final CountedLine line;
    private final Scene sound;
    private final Scene broken;
    private final Caller caller;
    private int subjects;
    private int points;

    /** Who calls a use case, and may have a bug. */
    @FunctionalInterface
    interface Caller {

        Caller SOUND = UseCase::perform;

        Object call(UseCase useCase, Scene scene, OperationId operation, String key);
    }

    CrashPoints(TestDatabase database, Caller caller, String... swallowed) {
        SchemaScripts.forDatabase(database.unpooled()).apply(database.unpooled());
        this.line = new CountedLine(database, swallowed);
        this.caller = caller;
        this.sound = Scene.on(JdbcStorage.on(database.dataSource()));
        this.broken = sound.over(JdbcStorage.on(line.dataSource()));
    }

    /** How many points were tried. */
    int points() {
        return points;
    }

    /**
     * Tries every point.
     *
     * @param all whether each fault is tried at each call, and not one at each of some {@value #SOME} calls in turn
     * @param most after how many complaints to stop
     * @return what is wrong
     */
    List<String> complaints(UseCase useCase, boolean all, int most) throws SQLException {
        List<String> complaints = new ArrayList<>();
        Run whole = run(useCase, null);
        line.complaints().forEach(each -> complaints.add(useCase + " without a fault: " + each));
        int step = all ? 1 : Math.max(1, whole.calls() / SOME);
        int first = List.of(UseCase.values()).indexOf(useCase);
        for (int call = 1 + first % step; call <= whole.calls() && complaints.size() < most; call += step) {
            for (int i = 0; i < FAULTS.size(); i++) {
                int turn = (call / step + first + i) % FAULTS.size();
                if (all || turn == 0) {
                    check(useCase, new CrashPoint(call, true, FAULTS.get(i)), whole, complaints);
                }
                if (all || turn == FAULTS.size() / 2) {
                    check(useCase, new CrashPoint(call, false, FAULTS.get(i)), whole, complaints);
                }
            }
        }
        return complaints;
    }

    /** What came of it. */
    private record Run(
            String key,
            OperationId operation,
            Object answer,
            @Nullable Throwable thrown,
            int before,
            int after,
            int calls) {

        int stored() {
            return after - before;
        }
    }

    private Run run(UseCase useCase, @Nullable CrashPoint point) {
        String key = "s-" + ++subjects;
        OperationId operation = OperationId.random();
        useCase.prepare(sound, key);
        int before = useCase.prepared();
        Object answer = "none";
        Throwable thrown = null;
        line.arm(point);
        try {
            answer = caller.call(useCase, broken, operation, key);
        } catch (PrivacyException | Planted.Unchecked | Planted.Fatal e) {
            thrown = e;
        }
        int calls = line.calls();
        line.arm(null);
        return new Run(key, operation, answer, thrown, before, useCase.stored(sound, key), calls);
    }

    private void check(UseCase useCase, CrashPoint point, Run whole, List<String> complaints) throws SQLException {
        points++;
        Run run = run(useCase, point);
        List<String> found = new ArrayList<>(line.complaints());
        if (run.calls() < point.call()) {
            found.add("the point was not reached");
        }
        checkStored(run, whole, found);
        checkAnswer(useCase, run, whole, found);
        Object again = useCase.perform(sound, run.operation(), run.key());
        int afterwards = useCase.stored(sound, run.key()) - run.before();
        if (afterwards != whole.stored()) {
            found.add("a repetition leaves " + afterwards + " of " + whole.stored());
        }
        if (run.answer() instanceof Recorded recorded && !recorded.again().equals(again)) {
            found.add("a repetition answers something else");
        }
        for (SubjectId subject : useCase.subjects(run.key())) {
            sound.requireSound(subject, found);
        }
        found.forEach(each -> complaints.add(useCase + " " + point + " " + run.thrown() + ": " + each));
    }

    private static void checkStored(Run run, Run whole, List<String> found) {
        if (run.stored() != 0 && run.stored() != whole.stored()) {
            found.add("stored " + run.stored() + " of " + whole.stored());
        }
        if (run.thrown() == null && run.stored() != whole.stored()) {
            found.add("answered and not stored");
        }
        if (run.thrown() instanceof StorageException e && !e.code().equals("COMMIT_UNKNOWN") && run.stored() != 0) {
            found.add("\"nothing was done\" and stored");
        }
        if (run.thrown() instanceof PrivacyException && !(run.thrown() instanceof StorageException)) {
            found.add("blames the caller");
        }
    }

    private static void checkAnswer(UseCase useCase, Run run, Run whole, List<String> found) {
        boolean wrong = run.thrown() == null
                && (run.answer() instanceof Recorded recorded
                        // A merge that is run again makes its entries again.
                        ? recorded.repeated() && useCase != UseCase.MERGE
                        : !run.answer().equals(whole.answer()));
        if (wrong) {
            found.add("answers " + run.answer());
        }
    }

    @Override
    public void close() throws SQLException {
        line.close();
    }
}
