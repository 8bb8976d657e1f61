package org.privacyrules.jdbc.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.privacyrules.failure.StorageException;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.jdbc.SchemaScripts;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/** Nobody who has a connection waits for another one of the same pool. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PoolTest {

    private static final int SOON_MILLIS = 500;
    private static final int LONG_MILLIS = 30_000;
    private static final ThreadLocal<Connection> CURRENT = new ThreadLocal<>();

    private TestDatabase database;
    private Scene sound;

    abstract Product product();

    @BeforeAll
    void open() {
        database = TestDatabase.create(product());
        SchemaScripts.forDatabase(database.unpooled()).apply(database.unpooled());
        sound = Scene.on(JdbcStorage.on(database.unpooled()));
    }

    @AfterAll
    void close() {
        database.close();
    }

    private HikariDataSource pool(int connections, int timeoutMillis) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.unpooled());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(timeoutMillis);
        return new HikariDataSource(config);
    }

    @Test
    void sixteen_threads_do_everything_on_two_connections() {
        try (HikariDataSource two = pool(2, LONG_MILLIS)) {
            Scene scene = sound.over(JdbcStorage.on(two));
            Threads.together(16, thread -> {
                for (UseCase useCase : UseCase.values()) {
                    doOnce(useCase, scene);
                }
                return true;
            });
        }
    }

    private static void doOnce(UseCase useCase, Scene scene) {
        String key = UUID.randomUUID().toString();
        useCase.prepare(scene, key);
        useCase.perform(scene, OperationId.random(), key);
    }

    private void inHostTransactions(HikariDataSource hosts, HikariDataSource beside, int rounds) {
        Scene scene = sound.over(JdbcStorage.builder(hosts)
                .joining(() -> Optional.ofNullable(CURRENT.get()))
                .readingBeside(beside)
                .build());
        CyclicBarrier allHaveOne = new CyclicBarrier(4);
        List<List<String>> keys = Threads.together(4, thread -> {
            List<String> done = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                done.add(inHostTransaction(hosts, scene, allHaveOne));
            }
            return done;
        });
        keys.stream()
                .flatMap(List::stream)
                .forEach(key -> assertEquals(2, sound.history(SubjectId.of(key)).size()));
    }

    private String inHostTransaction(HikariDataSource hosts, Scene scene, CyclicBarrier allHaveOne)
            throws SQLException {
        String key = UUID.randomUUID().toString();
        try (Connection connection = hosts.getConnection()) {
            connection.setAutoCommit(false);
            CURRENT.set(connection);
            Threads.meet(allHaveOne);
            UseCase.OBJECT.perform(scene, OperationId.random(), key);
            UseCase.LIFT.perform(scene, OperationId.random(), key);
            UseCase.CHECK.perform(scene, OperationId.random(), key);
            UseCase.PERMITTED_LIST.perform(scene, OperationId.random(), key);
            assertTrue(scene.rules()
                    .recorded(SubjectId.of(key), OperationId.random())
                    .isEmpty());
            connection.commit();
        } finally {
            CURRENT.remove();
        }
        return key;
    }

    @Test
    void hosts_that_use_their_whole_pool_decide_beside_it() {
        try (HikariDataSource hosts = pool(4, LONG_MILLIS);
                HikariDataSource beside = pool(1, LONG_MILLIS)) {
            inHostTransactions(hosts, beside, 5);
        }
    }

    private static boolean isStarved(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return thrown instanceof StorageException e
                ? e.operation().equals("connect")
                : cause != null && isStarved(cause);
    }

    @Test
    void hosts_that_decide_on_the_pool_of_their_transactions_starve_and_are_found() {
        try (HikariDataSource hosts = pool(4, SOON_MILLIS)) {
            AssertionError starved = assertThrows(AssertionError.class, () -> inHostTransactions(hosts, hosts, 1));
            assertTrue(isStarved(starved), starved::toString);
        }
    }
}
