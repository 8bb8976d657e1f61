package org.privacyrules.jdbc.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.privacyrules.consent.ConsentStatus;
import org.privacyrules.failure.StorageException;
import org.privacyrules.hold.RestrictionEvent;
import org.privacyrules.hold.RestrictionEvent.Ground;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.jdbc.SchemaScripts;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/** What the database says when it does not do what it is asked: tried again where that helps, named where it does not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FailureStateTest {

    TestDatabase database;
    private final Failing failing = new Failing();
    private Scene sound;
    private Scene broken;

    abstract Product product();

    @BeforeAll
    void open() {
        database = TestDatabase.create(product());
        SchemaScripts.forDatabase(database.unpooled()).apply(database.unpooled());
        sound = Scene.on(JdbcStorage.on(database.dataSource()));
        broken = sound.over(JdbcStorage.on(Watched.of(database.dataSource(), failing)));
    }

    @AfterAll
    void close() {
        database.close();
    }

    /** Fails so many times when a statement that writes is about to be executed, or a connection is asked for. */
    private static final class Failing implements Watched.Watch {

        private final AtomicInteger left = new AtomicInteger();
        private final AtomicInteger tries = new AtomicInteger();
        private SQLException failure = new SQLException();
        private String call = "";

        void arm(String state, int code, String failingCall) {
            failure = new SQLException("planted", state, code);
            call = failingCall;
            tries.set(0);
            left.set(-1);
        }

        @Override
        public void before(String made, String sql) throws SQLException {
            boolean writes = made.startsWith("execute") && (sql.contains("insert into") || sql.contains("merge into"));
            if (left.get() != 0 && (made.equals(call) || (call.equals("execute") && writes))) {
                tries.incrementAndGet();
                left.decrementAndGet();
                throw failure;
            }
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @ParameterizedTest
    @CsvSource({
        "40001, 0, STORAGE_CONFLICT, 5",
        "40P01, 0, STORAGE_CONFLICT, 5",
        "40001, 1213, STORAGE_CONFLICT, 5",
        "55P03, 0, STORAGE_BUSY, 1",
        "57014, 0, STORAGE_BUSY, 1",
        "HY000, 1205, STORAGE_BUSY, 1",
        "53100, 0, STORAGE_FULL, 1",
        "HY000, 1021, STORAGE_FULL, 1",
        "HY000, 1114, STORAGE_FULL, 1",
        "57P01, 0, STORAGE_UNAVAILABLE, 5",
        "08006, 0, STORAGE_UNAVAILABLE, 5",
        "70100, 1927, STORAGE_UNAVAILABLE, 5",
        "25006, 0, STORAGE_READ_ONLY, 1",
        "HY000, 1290, STORAGE_READ_ONLY, 1",
        "42501, 0, STORAGE_FORBIDDEN, 1",
        "42000, 1142, STORAGE_FORBIDDEN, 1",
        "23514, 0, STORAGE_FAILED, 1"
    })
    void a_failure_is_tried_again_where_that_helps_and_named(String state, int code, String named, int tries) {
        for (UseCase useCase : List.of(UseCase.WITHDRAW, UseCase.GIVE_WITH_DOUBLE_OPT_IN, UseCase.REPORT_MANY)) {
            String key = key();
            useCase.prepare(sound, key);
            OperationId operation = OperationId.random();
            failing.arm(state, code, "execute");
            StorageException failure =
                    assertThrows(StorageException.class, () -> useCase.perform(broken, operation, key));
            boolean atOnce = product() != Product.H2 && useCase == UseCase.WITHDRAW;
            String expected = atOnce && named.equals("STORAGE_UNAVAILABLE") ? "COMMIT_UNKNOWN" : named;
            assertEquals(expected, failure.code());
            assertEquals(state, failure.sqlState());
            assertEquals(tries, failing.tries.get(), "tries");
            assertEquals(useCase.prepared(), useCase.stored(sound, key), "stored");
            if (tries > 1) {
                failing.left.set(1);
                useCase.perform(broken, operation, key);
                assertTrue(useCase.stored(sound, key) > useCase.prepared());
            }
            failing.left.set(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"08004, 1040", "53300, 0", "08001, 0", "28000, 0"})
    void a_database_that_takes_no_connection_is_asked_once(String state, int code) {
        failing.arm(state, code, "getConnection");
        String key = key();
        StorageException failure =
                assertThrows(StorageException.class, () -> UseCase.OBJECT.perform(broken, OperationId.random(), key));
        failing.left.set(0);
        assertEquals(state.equals("28000") ? "STORAGE_FAILED" : "STORAGE_UNAVAILABLE", failure.code());
        assertEquals(1, failing.tries.get());
        assertEquals(0, UseCase.OBJECT.stored(sound, key));
    }

    @Test
    void of_two_that_wait_for_each_other_both_are_done() {
        List<SubjectId> subjects = List.of(SubjectId.of(key()), SubjectId.of(key()));
        CyclicBarrier bothHaveOne = new CyclicBarrier(2);
        AtomicInteger runs = new AtomicInteger();
        List<RestrictionEvent> events = subjects.stream()
                .map(subject -> RestrictionEvent.placed(
                        OperationId.random(), subject, sound.clock().instant(), "1", Ground.UNLAWFUL, Actor.staff("7")))
                .toList();
        Threads.together(
                2,
                thread -> sound.store().transactions().inTransaction(transaction -> {
                    sound.store().restrictions().record(transaction, events.get(thread));
                    if (runs.incrementAndGet() <= 2) {
                        Threads.meet(bothHaveOne);
                    }
                    return sound.store().restrictions().record(transaction, events.get(1 - thread));
                }));
        assertTrue(runs.get() > 2, "nobody had to try again");
        for (SubjectId subject : subjects) {
            assertEquals(1, sound.history(subject).size());
            assertTrue(sound.store().knownSubjects().find(subject).restricted());
        }
    }

    /** Also if it is the first of its subject, of whom there is nothing yet to wait for. */
    @Test
    void who_asks_what_came_of_a_command_waits_while_it_is_being_written() {
        SubjectId subject = SubjectId.of(key());
        OperationId operation = OperationId.random();
        RestrictionEvent event = RestrictionEvent.placed(
                operation, subject, sound.clock().instant(), "1", Ground.UNLAWFUL, Actor.staff("7"));
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        List<Boolean> recorded = Threads.together(2, thread -> {
            if (thread == 0) {
                return sound.store().transactions().inTransaction(transaction -> {
                    boolean repeated = sound.store()
                            .restrictions()
                            .record(transaction, event)
                            .repeated();
                    written.countDown();
                    return Threads.isToldSoon(told) || !repeated;
                });
            }
            written.await();
            boolean found = sound.rules().recorded(subject, operation).isPresent();
            told.countDown();
            return found;
        });
        assertEquals(List.of(true, true), recorded);
    }

    /** With it a wait for a lock ends soon. */
    abstract String impatient();

    /** With it a statement that takes long ends soon. */
    abstract String hurried();

    /** What is said of a statement that commits by itself and was ended. */
    abstract String codeOfEnded();

    /** With it a session only reads. */
    abstract String reading();

    @Test
    void who_waits_too_long_for_a_lock_is_told_so() throws SQLException {
        assertNamed("STORAGE_BUSY", impatient(), true);
    }

    @Test
    void a_statement_that_takes_too_long_is_told_so() throws SQLException {
        assertNamed(codeOfEnded(), hurried(), true);
    }

    @Test
    void a_database_that_only_reads_is_told_so() throws SQLException {
        assertNamed("STORAGE_READ_ONLY", reading(), false);
    }

    private void assertNamed(String code, String setting, boolean locked) throws SQLException {
        AtomicBoolean set = new AtomicBoolean();
        Scene scene = sound.over(JdbcStorage.on(withSetting(set, setting)));
        set.set(true);
        for (UseCase useCase : List.of(UseCase.WITHDRAW, UseCase.DISMISS)) {
            String key = key();
            useCase.prepare(sound, key);
            UseCase.OBJECT.perform(sound, OperationId.random(), key);
            int before = useCase.stored(sound, key);
            OperationId operation = OperationId.random();
            StorageException failure;
            try (Connection other = database.unpooled().getConnection();
                    PreparedStatement lock = other.prepareStatement(
                            "select seq from privacy_subject where subject_key = ? for update")) {
                other.setAutoCommit(false);
                if (locked) {
                    lock.setBytes(1, SubjectId.of(key).toBytes());
                    lock.executeQuery().close();
                }
                failure = assertThrows(StorageException.class, () -> useCase.perform(scene, operation, key));
                other.rollback();
            }
            boolean atOnce = useCase == UseCase.WITHDRAW;
            assertEquals(atOnce ? code : code.replace("COMMIT_UNKNOWN", "STORAGE_BUSY"), failure.code());
            assertEquals(before, useCase.stored(sound, key));
            assertFalse(sound.rules().recorded(SubjectId.of(key), operation).isPresent());
            useCase.perform(sound, operation, key);
            assertEquals(before + 1, useCase.stored(sound, key));
        }
    }

    /** Whoever is always faster commits while the other one waits: at the pool's isolation that one would lose each time. */
    @Test
    void who_loses_on_a_serializable_pool_waits_the_next_time() throws SQLException {
        SubjectId subject = SubjectId.of(key());
        UseCase.OBJECT.perform(sound, OperationId.random(), subject.reveal());
        CountDownLatch ready = new CountDownLatch(1);
        AtomicBoolean done = new AtomicBoolean();
        try (HikariDataSource pool = serializable(1)) {
            Scene scene = sound.over(JdbcStorage.on(pool));
            Threads.together(2, thread -> {
                if (thread == 0) {
                    return touchAgainAndAgain(subject, ready, done);
                }
                ready.await();
                try {
                    return UseCase.OBJECT.perform(scene, OperationId.random(), subject.reveal());
                } finally {
                    done.set(true);
                }
            });
        }
        assertEquals(2, sound.history(subject).size());
    }

    private boolean touchAgainAndAgain(SubjectId subject, CountDownLatch ready, AtomicBoolean done)
            throws SQLException {
        try (Connection rival = database.unpooled().getConnection();
                PreparedStatement touch = rival.prepareStatement(
                        "update privacy_subject set recorded_at = recorded_at where subject_key = ?")) {
            rival.setAutoCommit(false);
            touch.setBytes(1, subject.toBytes());
            while (!done.get()) {
                touch.executeUpdate();
                ready.countDown();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                rival.commit();
            }
        }
        return true;
    }

    private HikariDataSource serializable(int connections) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.unpooled());
        config.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    @Test
    void sixteen_at_once_on_one_subject_all_succeed_on_a_serializable_pool() throws SQLException {
        try (HikariDataSource pool = serializable(16)) {
            Scene scene = sound.over(JdbcStorage.on(pool));
            SubjectId subject = SubjectId.of(key());
            List<UseCase> commands = List.of(UseCase.OBJECT, UseCase.GIVE, UseCase.REFUSE);
            List<Object> answers = Threads.together(
                    16,
                    thread -> IntStream.range(0, 5)
                            .mapToObj(i -> commands.get((thread + i) % commands.size())
                                    .perform(scene, OperationId.random(), subject.reveal()))
                            .toList());
            assertEquals(16, answers.size());
            assertEquals(16 * 5, sound.history(subject).size());
            List<String> complaints = new ArrayList<>();
            sound.requireSound(subject, complaints);
            assertEquals(List.of(), complaints);
            assertEquals(
                    ConsentStatus.OBJECTED,
                    scene.store()
                            .knownSubjects()
                            .find(subject)
                            .consent("product-news")
                            .status());
        }
    }

    private DataSource withSetting(AtomicBoolean set, String setting) {
        DataSource plain = database.unpooled();
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    Connection connection = plain.getConnection();
                    if (set.get()) {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute(setting);
                        }
                    }
                    return connection;
                });
    }
}
