package org.privacyrules.jdbc.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.privacyrules.failure.StorageException;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.jdbc.SchemaScripts;
import org.privacyrules.jdbc.servers.DatabaseServer;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/**
 * A server is killed while four threads write: what was acknowledged is there when it is back. How often: the system property
 * {@code privacy.faults.crashes}. The kernel lives on, so this says nothing of a disk that forgets.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServerCrashTest {

    private static final int CRASHES = Integer.getInteger("privacy.faults.crashes", 3);
    private static final int WRITERS = 4;
    private static final int ACKNOWLEDGED = 100;
    private static final int MOST_TO_LOSE_ONE = 10;

    private DatabaseServer server;

    abstract DatabaseServer start();

    /** Lets a database acknowledge what it has not written yet. */
    abstract void makeForgetful(TestDatabase database);

    @BeforeAll
    void open() {
        server = start();
    }

    @AfterAll
    void close() {
        server.close();
    }

    private TestDatabase withTables() {
        TestDatabase database = TestDatabase.createOn(server);
        SchemaScripts.forDatabase(database.unpooled()).apply(database.unpooled());
        return database;
    }

    @Test
    void a_killed_server_has_lost_nothing_that_was_acknowledged() {
        TestDatabase database = withTables();
        for (int i = 0; i < CRASHES; i++) {
            assertEquals(List.of(), lostByCrash(database));
        }
    }

    @Test
    void a_server_that_acknowledges_before_it_writes_is_found() {
        TestDatabase database = withTables();
        List<String> lost = List.of();
        for (int i = 0; i < MOST_TO_LOSE_ONE && lost.isEmpty(); i++) {
            makeForgetful(database);
            lost = lostByCrash(database);
        }
        assertTrue(!lost.isEmpty(), "nothing was lost");
    }

    private List<String> lostByCrash(TestDatabase database) {
        Map<String, OperationId> acknowledged = new ConcurrentHashMap<>();
        Scene scene;
        try (HikariDataSource pool = pool(database)) {
            scene = Scene.on(JdbcStorage.on(pool));
            crash(scene, acknowledged);
        }
        server.restart();
        try (HikariDataSource pool = pool(database)) {
            return complaints(scene.over(JdbcStorage.on(pool)), acknowledged);
        }
    }

    private static HikariDataSource pool(TestDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.unpooled());
        config.setMaximumPoolSize(WRITERS);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(500);
        config.setValidationTimeout(250);
        return new HikariDataSource(config);
    }

    private void crash(Scene scene, Map<String, OperationId> acknowledged) {
        CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED);
        Threads.together(WRITERS + 1, thread -> {
            if (thread < WRITERS) {
                writeUntilItFails(scene, acknowledged, enough);
            } else {
                assertTrue(enough.await(60, TimeUnit.SECONDS), "too little was written");
                server.kill();
            }
            return true;
        });
    }

    private static List<String> complaints(Scene back, Map<String, OperationId> acknowledged) {
        List<String> complaints = new ArrayList<>();
        acknowledged.forEach((key, operation) -> {
            SubjectId subject = SubjectId.of(key);
            if (back.history(subject).stream()
                    .noneMatch(stored -> stored.entry().operation().equals(operation))) {
                complaints.add("lost");
            }
            back.requireSound(subject, complaints);
        });
        return complaints;
    }

    private static void writeUntilItFails(Scene scene, Map<String, OperationId> acknowledged, CountDownLatch enough) {
        List<UseCase> commands = List.of(UseCase.OBJECT, UseCase.GIVE_WITH_DOUBLE_OPT_IN);
        try {
            for (int i = 0; ; i++) {
                String key = UUID.randomUUID().toString();
                OperationId operation = OperationId.random();
                commands.get(i % commands.size()).perform(scene, operation, key);
                acknowledged.put(key, operation);
                enough.countDown();
            }
        } catch (StorageException e) {
            // The server is gone.
        }
    }
}
