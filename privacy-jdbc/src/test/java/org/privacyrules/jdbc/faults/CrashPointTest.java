package org.privacyrules.jdbc.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.privacyrules.failure.StorageException;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;
import org.privacyrules.subject.OperationId;

/**
 * Whatever driver call of whatever use case breaks: it is done once or not at all, the caller is not told otherwise, and the
 * connection goes back as it came. At some calls one fault is tried before it and one after; with the system property {@code privacy.faults.all} each at all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CrashPointTest {

    private static final boolean ALL = Boolean.getBoolean("privacy.faults.all");
    private static final int SHOWN = 5;

    private TestDatabase database;
    private CrashPoints points;

    abstract Product product();

    @BeforeAll
    void open() {
        database = TestDatabase.create(product());
        points = new CrashPoints(database, CrashPoints.Caller.SOUND);
    }

    @AfterAll
    void close() throws SQLException {
        points.close();
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void no_broken_call_loses_doubles_or_halves(UseCase useCase) throws SQLException {
        int before = points.points();
        List<String> complaints = points.complaints(useCase, ALL, Integer.MAX_VALUE);
        assertTrue(complaints.isEmpty(), () -> shown(complaints));
        assertTrue(points.points() > before + 10, "too few calls were found");
    }

    private static String shown(List<String> complaints) {
        return complaints.size() + " complaints\n"
                + complaints.stream().limit(SHOWN).collect(Collectors.joining("\n"));
    }

    @Test
    void a_caller_who_repeats_under_a_new_id_is_found() throws SQLException {
        assertFound(UseCase.WITHDRAW, "leaves 2 of 1", this::repeatedAnew);
    }

    private Object repeatedAnew(UseCase useCase, Scene scene, OperationId operation, String key) {
        try {
            return useCase.perform(scene, operation, key);
        } catch (Planted.Unchecked e) {
            return useCase.perform(scene, OperationId.random(), key);
        }
    }

    @Test
    void a_caller_who_takes_a_failure_for_an_answer_is_found() throws SQLException {
        assertFound(UseCase.WITHDRAW, "answered and not stored", (useCase, scene, operation, key) -> {
            try {
                return useCase.perform(scene, operation, key);
            } catch (StorageException e) {
                return "done";
            }
        });
    }

    @Test
    void a_connection_that_commits_each_statement_is_found() throws SQLException {
        assertFound(
                UseCase.REPORT_MANY, "stored 1 of 2", CrashPoints.Caller.SOUND, "setAutoCommit", "commit", "rollback");
    }

    @Test
    void a_connection_that_is_not_given_back_is_found() throws SQLException {
        assertFound(UseCase.CHECK, "connections not given back", CrashPoints.Caller.SOUND, "close");
    }

    private void assertFound(UseCase useCase, String complaint, CrashPoints.Caller caller, String... swallowed)
            throws SQLException {
        try (CrashPoints planted = new CrashPoints(database, caller, swallowed)) {
            List<String> complaints = planted.complaints(useCase, useCase != UseCase.REPORT_MANY, 1);
            assertTrue(complaints.stream().anyMatch(each -> each.contains(complaint)), () -> shown(complaints));
        }
    }
}
