package org.privacyrules.jdbc.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.privacyrules.Storage;
import org.privacyrules.coverage.Mission;
import org.privacyrules.jdbc.Stores;
import org.privacyrules.jdbc.disposal.SweptShop;
import org.privacyrules.jdbc.faults.CrashPoint.Fault;
import org.privacyrules.jdbc.faults.SweepCrashPoints.Whole;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/**
 * Whatever driver call of a sweep breaks: rows and journal agree, nothing held is gone, and a further sweep finishes. At some calls one
 * fault is tried before it and one after, and at some commits a lost answer; with the system property {@code privacy.faults.all} each at all.
 */
abstract class SweepCrashPointTest {

    private static final boolean ALL = Boolean.getBoolean("privacy.faults.all");
    private static final int SOME = 6;
    private static final int SHOWN = 12;

    abstract Product product();

    @Test
    @Mission("M6")
    void no_broken_call_of_a_sweep_parts_rows_from_the_journal() throws SQLException {
        try (TestDatabase database = Stores.withTables(product());
                SweepCrashPoints points = new SweepCrashPoints(database, UnaryOperator.identity())) {
            List<String> complaints = new ArrayList<>();
            Whole whole = points.whole();
            int step = ALL ? 1 : Math.max(1, whole.calls() / SOME);
            List<Fault> faults = SweepCrashPoints.faults();
            for (int call = 1; call <= whole.calls(); call += step) {
                for (int i = 0; i < faults.size(); i++) {
                    int turn = (call / step + i) % faults.size();
                    if (ALL || turn == 0) {
                        points.check(new CrashPoint(call, true, faults.get(i)), complaints);
                    }
                    if (ALL || turn == faults.size() / 2) {
                        points.check(new CrashPoint(call, false, faults.get(i)), complaints);
                    }
                }
            }
            for (int i = 0; i < whole.commits().size(); i += ALL ? 1 : 4) {
                points.check(new CrashPoint(whole.commits().get(i), false, Fault.LOST), complaints);
            }
            assertTrue(complaints.isEmpty(), () -> shown(complaints));
            assertTrue(points.points() >= SOME, "too few calls were found");
        }
    }

    @Test
    void a_sweep_that_does_not_look_whether_its_chunk_was_recorded_is_found() throws SQLException {
        UnaryOperator<Storage> forgetful = SweptShop::forgetful;
        try (TestDatabase database = Stores.withTables(product());
                SweepCrashPoints points = new SweepCrashPoints(database, forgetful)) {
            List<String> complaints = new ArrayList<>();
            for (int commit : points.whole().commits()) {
                if (complaints.isEmpty()) {
                    points.check(new CrashPoint(commit, false, Fault.LOST), complaints);
                }
            }
            assertTrue(
                    complaints.stream().anyMatch(each -> each.contains("rows, and the journal")),
                    () -> shown(complaints));
        }
    }

    private static String shown(List<String> complaints) {
        return complaints.size() + " complaints\n"
                + complaints.stream().limit(SHOWN).collect(Collectors.joining("\n"));
    }
}
