package org.privacyrules.jdbc.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.privacyrules.failure.StorageException;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.jdbc.SchemaScripts;
import org.privacyrules.jdbc.faults.BreakingLine.Afterwards;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/**
 * The line to the database breaks before or after each packet of a command, its commit among them: the caller gets the answer, or
 * is told that it is unknown and can find out. How many cuts: the system property {@code privacy.faults.cuts}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CommitCutTest {

    private static final int CUTS = Integer.getInteger("privacy.faults.cuts", 100);
    private static final int SHOWN = 5;

    /** The first two are one statement each on PostgreSQL and MariaDB. */
    private static final List<UseCase> COMMANDS =
            List.of(UseCase.WITHDRAW, UseCase.OBJECT, UseCase.LIFT, UseCase.REPORT_MANY, UseCase.MERGE);

    private final Map<Told, Integer> told = new EnumMap<>(Told.class);
    private TestDatabase database;
    private BreakingLine line;
    private Scene sound;
    private Scene cut;

    /** What a caller was told, and what was true. */
    private enum Told {
        ANSWERED,
        NOT_DONE,
        UNKNOWN_AND_DONE,
        UNKNOWN_AND_NOT_DONE
    }

    abstract Product product();

    /** What to add to the URL to give up on a silent server soon. */
    abstract String impatient();

    @BeforeAll
    void open() throws IOException {
        database = TestDatabase.create(product());
        SchemaScripts.forDatabase(database.unpooled()).apply(database.unpooled());
        line = new BreakingLine(database, impatient());
        sound = Scene.on(JdbcStorage.on(database.dataSource()));
        cut = sound.over(JdbcStorage.on(line.dataSource()));
    }

    @AfterAll
    void close() throws SQLException {
        line.close();
        database.close();
    }

    @Test
    void no_cut_loses_doubles_or_lies() throws SQLException {
        List<String> complaints = new ArrayList<>();
        told.clear();
        int cuts = 0;
        for (int i = 0; i < COMMANDS.size() || cuts < CUTS; i++) {
            UseCase useCase = COMMANDS.get(i % COMMANDS.size());
            cuts += cutAll(useCase, true, complaints) + cutAll(useCase, false, complaints);
        }
        assertTrue(
                complaints.isEmpty(),
                () -> complaints.size() + " complaints\n"
                        + complaints.stream().limit(SHOWN).collect(Collectors.joining("\n")));
        assertEquals(List.of(Told.values()), List.copyOf(told.keySet()), () -> "too little was seen: " + told);
    }

    /** Cuts at each packet, and lets the line stay down at each of a single statement, else at every other one; gives how often. */
    private int cutAll(UseCase useCase, boolean before, List<String> complaints) throws SQLException {
        boolean both = COMMANDS.indexOf(useCase) < 2;
        int cuts = 0;
        for (int packet = 1; ; packet++) {
            boolean odd = (packet + (before ? 1 : 0)) % 2 == 1;
            for (Afterwards then : List.of(Afterwards.UP, Afterwards.REFUSES)) {
                if (both || odd == (then == Afterwards.REFUSES)) {
                    if (!cut(useCase, before, packet, then, CrashPoints.Caller.SOUND, complaints)) {
                        return cuts;
                    }
                    cuts++;
                }
            }
        }
    }

    private boolean cut(
            UseCase useCase,
            boolean before,
            int packet,
            Afterwards afterwards,
            CrashPoints.Caller caller,
            List<String> complaints)
            throws SQLException {
        String key = UUID.randomUUID().toString();
        OperationId operation = OperationId.random();
        useCase.prepare(sound, key);
        Optional<StorageException> thrown = Optional.empty();
        Object answer = "none";
        line.arm(before, packet, afterwards);
        try {
            answer = caller.call(useCase, cut, operation, key);
        } catch (StorageException e) {
            thrown = Optional.of(e);
        }
        boolean wasCut = line.isCut();
        line.heal();
        String where = useCase + (before ? " before " : " after ") + packet + ", then " + afterwards + ": ";
        found(useCase, key, operation, thrown, answer).forEach(each -> complaints.add(where + each));
        return wasCut;
    }

    private List<String> found(
            UseCase useCase, String key, OperationId operation, Optional<StorageException> thrown, Object answer) {
        List<String> found = new ArrayList<>();
        boolean recorded = sound.rules().recorded(SubjectId.of(key), operation).isPresent();
        int stored = useCase.stored(sound, key) - useCase.prepared();
        boolean unknown = thrown.filter(e -> e.code().equals("COMMIT_UNKNOWN")).isPresent();
        told.merge(told(thrown.isPresent(), unknown, recorded), 1, Integer::sum);
        if (recorded != stored > 0) {
            found.add("recorded says " + recorded + " and " + stored + " are stored");
        }
        if (thrown.isEmpty() && !recorded) {
            found.add("answered and not recorded");
        }
        if (thrown.isPresent() && !unknown && recorded) {
            found.add("\"nothing was done\" and recorded");
        }
        if (unknown && !thrown.get().operationId().equals(Optional.of(operation.value()))) {
            found.add("the operation is not told");
        }
        if (answer instanceof Recorded given && given.repeated() && useCase != UseCase.MERGE) {
            found.add("the first is called a repetition");
        }
        useCase.perform(sound, operation, key);
        int afterwards = useCase.stored(sound, key) - useCase.prepared();
        useCase.perform(sound, operation, key);
        if ((recorded && stored != afterwards) || afterwards != useCase.stored(sound, key) - useCase.prepared()) {
            found.add("stored " + stored + ", and after a repetition " + afterwards);
        }
        if (COMMANDS.indexOf(useCase) < 3 && afterwards != 1) {
            found.add("done " + afterwards + " times");
        }
        useCase.subjects(key).forEach(subject -> sound.requireSound(subject, found));
        return found;
    }

    private static Told told(boolean thrown, boolean unknown, boolean recorded) {
        if (unknown) {
            return recorded ? Told.UNKNOWN_AND_DONE : Told.UNKNOWN_AND_NOT_DONE;
        }
        return thrown ? Told.NOT_DONE : Told.ANSWERED;
    }

    /** The second try finds nobody: that does not say what came of the first. */
    @Test
    void a_database_that_is_silent_after_the_commit_leaves_it_unknown() throws SQLException {
        String key = UUID.randomUUID().toString();
        OperationId operation = OperationId.random();
        line.arm(false, 1, Afterwards.SILENT);
        StorageException unknown =
                assertThrows(StorageException.class, () -> UseCase.OBJECT.perform(cut, operation, key));
        line.heal();
        assertEquals("COMMIT_UNKNOWN", unknown.code());
        assertEquals(Optional.of(operation.value()), unknown.operationId());
        assertTrue(sound.rules().recorded(SubjectId.of(key), operation).isPresent());
    }

    @Test
    void a_caller_who_repeats_under_a_new_id_is_found() throws SQLException {
        List<String> complaints = new ArrayList<>();
        cut(
                UseCase.WITHDRAW,
                false,
                1,
                Afterwards.REFUSES,
                (useCase, scene, operation, key) -> {
                    try {
                        return useCase.perform(scene, operation, key);
                    } catch (StorageException e) {
                        line.heal();
                        return useCase.perform(scene, OperationId.random(), key);
                    }
                },
                complaints);
        assertTrue(complaints.toString().contains("done 2 times"), complaints::toString);
    }
}
