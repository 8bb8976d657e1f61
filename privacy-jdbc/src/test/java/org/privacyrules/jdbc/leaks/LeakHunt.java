package org.privacyrules.jdbc.leaks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.privacyrules.PrivacyRules;
import org.privacyrules.contract.Fixture;
import org.privacyrules.fact.Fact;
import org.privacyrules.failure.PrivacyException;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.jdbc.Stores;
import org.privacyrules.jdbc.leaks.Act.Host;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/** Calls everything on a database that fails in every way, and looks for the canary in whatever is said meanwhile. */
final class LeakHunt implements AutoCloseable {

    private static final int THREADS = 16;
    private static final int THIRDS = 3;
    private static final int FEW = 4;
    private static final String TENANT = "acme";

    private final Product product;
    private final TestDatabase database;
    private final Overheard overheard;
    private final DataSource watched;
    private final BiFunction<RuntimeException, List<SQLException>, Throwable> rethrown;
    private final SettableClock clock = new SettableClock(Fixture.START.plus(Duration.ofDays(10)));
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Queue<String> leaks = new ConcurrentLinkedQueue<>();
    private final Queue<String> foreign = new ConcurrentLinkedQueue<>();
    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger driversLeaks = new AtomicInteger();
    private final List<String> harmless = new ArrayList<>();
    private Host host;
    private int round;
    private int turn;

    /**
     * @param product on which database and driver
     * @param rethrown what a host gets when the library throws: the same, or a planted bug
     */
    LeakHunt(Product product, BiFunction<RuntimeException, List<SQLException>, Throwable> rethrown) {
        this.product = product;
        this.rethrown = rethrown;
        database = Stores.withTables(product);
        overheard = new Overheard(database.dataSource());
        watched = overheard.dataSource();
        moveIn();
    }

    /** What was found where nothing may be. */
    List<String> leaks() {
        return leaks.stream().distinct().toList();
    }

    /** What was thrown that is none of the library's own exceptions. */
    List<String> foreign() {
        return foreign.stream().distinct().toList();
    }

    /** Ways to fail in which nothing failed. */
    List<String> harmless() {
        return harmless;
    }

    int failures() {
        return failures.get();
    }

    /** How often the driver's own exceptions told what ours did not. */
    int driversLeaks() {
        return driversLeaks.get();
    }

    /** All ways once, each with a third of what can be called; the next round takes the next third. */
    void round() {
        listen(() -> {
            Sabotage.of(product, round).forEach(this::suffer);
            sufferConnections();
            endSessions();
        });
        round++;
    }

    /** A few ways. */
    void beginning() {
        listen(() -> Sabotage.of(product, round).stream().limit(FEW).forEach(this::suffer));
    }

    private void listen(Runnable failing) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream caught = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Handler handler = new Listening();
        Logger root = Logger.getLogger("");
        CapturedLogs.tell(said::add);
        root.addHandler(handler);
        System.setOut(caught);
        System.setErr(caught);
        try {
            failing.run();
        } finally {
            System.setOut(out);
            System.setErr(err);
            root.removeHandler(handler);
            CapturedLogs.tellNobody();
        }
        said.add(printed.toString(StandardCharsets.UTF_8));
        said.forEach(line -> look("a log", line));
        said.clear();
    }

    private final class Listening extends Handler {

        Listening() {
            setLevel(Level.INFO);
        }

        @Override
        public void publish(LogRecord line) {
            said.add(line.getLoggerName()
                    + line.getMessage()
                    + Arrays.toString(line.getParameters())
                    + Said.textOf(line.getThrown()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private void suffer(Sabotage sabotage) {
        database.execute(sabotage.breaks().toArray(String[]::new));
        callAll(sabotage.name());
        database.execute(sabotage.mends().toArray(String[]::new));
    }

    private void moveIn() {
        JdbcStorage storage = JdbcStorage.on(watched);
        PrivacyRules rules = Fixture.rules(storage, TENANT, clock);
        host = new Host(rules, storage.forTenant(new Tenant(TENANT)), clock);
        rules.subjects().report(veteran(), Fixture.CUSTOMER, Fact.since(Fixture.longAgo()));
        for (Act act : List.of(Act.COUNTRY, Act.GIVE, Act.GIVE_TO_CONFIRM, Act.RESTRICT)) {
            act.by(host, veteran());
        }
        database.execute("update privacy_subject set seq = 29");
    }

    private static SubjectId veteran() {
        return Act.subject("veteran");
    }

    private void sufferConnections() {
        sufferConnection(
                "a closed connection", connection -> physical(connection).close());
        sufferConnection("a broken transaction", LeakHunt::breakTransaction);
        sufferConnection("a killed session", this::kill);
        sufferLock();
        if (product != Product.H2) {
            sufferConnection("a read-only session", this::onlyRead);
        }
    }

    /** H2 knows no such session. */
    private void onlyRead(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        product == Product.POSTGRESQL
                                ? "set session characteristics as transaction read only"
                                : "set session transaction read only");
            }
        }
    }

    /** What was set in sessions is not for the next round. */
    private void endSessions() {
        ((HikariDataSource) database.dataSource()).getHikariPoolMXBean().softEvictConnections();
    }

    private void sufferConnection(String name, Overheard.Mishap mishap) {
        overheard.beforeEachStatement(mishap);
        callAll(name);
        overheard.isWell();
    }

    private static Connection physical(Connection connection) throws SQLException {
        return connection.unwrap(Connection.class);
    }

    private static void breakTransaction(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select '" + Canary.WORD + "' from nowhere where x = cast('" + Canary.WORD + "' as int)");
        } catch (SQLException e) {
            // What it is for: on PostgreSQL the open transaction is aborted.
        }
    }

    private void kill(Connection connection) throws SQLException {
        String id = switch (product) {
            case POSTGRESQL -> "select pg_backend_pid()";
            case H2 -> "select session_id()";
            default -> "select connection_id()";
        };
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery(id)) {
            row.next();
            String session = row.getString(1);
            database.execute(
                    switch (product) {
                        case POSTGRESQL -> "select pg_terminate_backend(" + session + ")";
                        case H2 -> "call abort_session(" + session + ")";
                        default -> "kill " + session;
                    });
        }
    }

    /** The veteran's row is locked by somebody who does not let go. */
    private void sufferLock() {
        try (Connection holder = database.unpooled().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("update privacy_subject set seq = seq");
            sufferConnection("a lock", this::waitBriefly);
            holder.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void waitBriefly(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    switch (product) {
                        case POSTGRESQL -> "set lock_timeout = 20";
                        case H2 -> "set lock_timeout 20";
                        default -> "set innodb_lock_wait_timeout = 0";
                    });
        }
    }

    private void callAll(String way) {
        int before = failures.get();
        List<Future<?>> calls = new ArrayList<>();
        turn++;
        Act[] acts = Act.values();
        for (int i = 0; i < acts.length; i++) {
            Act act = acts[i];
            boolean known = act.isAlwaysCalled() || i % 2 == 0;
            SubjectId who = known ? veteran() : Act.subject("novice " + turn + act);
            if (act.isAlwaysCalled() || (i + turn) % THIRDS == 0) {
                calls.add(threads.submit(() -> call(way, act, who)));
            }
        }
        for (Future<?> each : calls) {
            try {
                each.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(way, e.getCause());
            }
        }
        Thread.getAllStackTraces().keySet().forEach(thread -> look("a thread's name", thread.getName()));
        if (failures.get() == before) {
            harmless.add(way);
        }
    }

    private void call(String way, Act act, SubjectId who) {
        overheard.last();
        try {
            look(act + " with " + way + " answered", Said.textOf(act.by(host, who)));
        } catch (RuntimeException e) {
            failures.incrementAndGet();
            List<SQLException> drivers = overheard.last();
            if (drivers.stream().anyMatch(own -> !Canary.in(Said.textOf(own)).isEmpty())) {
                driversLeaks.incrementAndGet();
            }
            if (!(e instanceof PrivacyException)) {
                foreign.add(act + " with " + way + " threw " + e.getClass().getName() + " at "
                        + List.of(e.getStackTrace()).stream().limit(3).toList());
            }
            look(act + " with " + way + " threw", Said.textOf(rethrown.apply(e, drivers)));
        }
    }

    private void look(String where, String text) {
        List<String> forms = Canary.in(text);
        if (!forms.isEmpty()) {
            int at = Math.max(0, text.toLowerCase(Locale.ROOT).indexOf(forms.get(0)));
            leaks.add(where + ": ..." + text.substring(Math.max(0, at - 100), Math.min(text.length(), at + 60)));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        database.close();
    }
}
