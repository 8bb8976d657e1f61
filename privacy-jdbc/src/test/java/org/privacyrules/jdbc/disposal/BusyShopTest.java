package org.privacyrules.jdbc.disposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.privacyrules.PrivacyRules;
import org.privacyrules.disposal.PersonalTables;
import org.privacyrules.disposal.SweepReport.Outcome;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.jdbc.Stores;
import org.privacyrules.jdbc.disposal.SweptShop.Path;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;
import org.privacyrules.memory.SettableClock;

/**
 * A shop that works while its rows are swept, by two nodes at once: no transaction of the shop's fails, no row goes twice, and nobody says
 * that it has finished before nothing is left. How much it works: the system property {@code privacy.disposal.work}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BusyShopTest {

    private static final List<Path> PATHS = List.of(Path.values());

    private static final int WORK = Integer.getInteger("privacy.disposal.work", 60);
    private static final int HOSTS = 3;
    private static final int DUE = 150;
    private static final int HANG_SECONDS = 120;

    private TestDatabase database;
    private SweptShop shop;
    private JdbcStorage storage;
    private String tenant = "";

    abstract Product product();

    @BeforeAll
    final void open() {
        database = Stores.withTables(product());
        shop = SweptShop.in(database, Path.values());
        storage = JdbcStorage.on(database.dataSource());
    }

    @AfterAll
    final void close() {
        database.close();
    }

    @BeforeEach
    final void fill() {
        tenant = UUID.randomUUID().toString();
        shop.fill(DUE, SweptShop.START);
    }

    private PrivacyRules rules(PersonalTables tables) {
        return SweptShop.rules(storage, tables, tenant, new SettableClock(SweptShop.START));
    }

    private PrivacyRules sound() {
        return rules(SweptShop.witnessed(shop.mapping(storage)));
    }

    /** Something that a thread does. */
    private interface Act {
        List<String> run() throws Exception;
    }

    private static List<String> together(List<Act> acts) throws Exception {
        CyclicBarrier start = new CyclicBarrier(acts.size());
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        try {
            List<Future<List<String>>> running = new ArrayList<>();
            for (Act act : acts) {
                running.add(threads.submit(() -> {
                    start.await(HANG_SECONDS, TimeUnit.SECONDS);
                    return act.run();
                }));
            }
            List<String> all = new ArrayList<>();
            for (Future<List<String>> each : running) {
                all.addAll(each.get(HANG_SECONDS, TimeUnit.SECONDS));
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    /** A host's threads keep out of each other's way: each works on rows of its own, and only the sweep meets them. */
    private List<String> work(int host) throws SQLException {
        Random random = new Random(host);
        List<String> failures = new ArrayList<>();
        try (Connection connection = database.unpooled().getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            for (int i = 0; i < WORK; i++) {
                try (Statement statement = connection.createStatement()) {
                    for (String sql : transaction(host, i, random)) {
                        statement.execute(sql);
                    }
                    connection.commit();
                } catch (SQLException e) {
                    failures.add("a host's transaction failed: " + e.getSQLState() + " " + e.getMessage());
                    connection.rollback();
                }
            }
        }
        return failures;
    }

    private static List<String> transaction(int host, int number, Random random) {
        List<String> sql = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String table = PATHS.get(random.nextInt(PATHS.size())).table();
            // Backwards, against the order of the sweep.
            int id = HOSTS * (DUE - random.nextInt(2 * DUE / HOSTS)) + host;
            sql.add("update " + table + " set note = '192.168.17.5' where id = " + id);
            int fresh = 10_000 + HOSTS * (4 * number + i) + host;
            sql.add("insert into " + table + " values (" + fresh + ", 'new', '2026-01-0" + (1 + random.nextInt(9))
                    + "', '192.168.17.5', false)");
            if (number > 0 && i == 0) {
                sql.add("delete from " + table + " where id = " + (fresh - 4 * HOSTS));
            }
        }
        return sql;
    }

    private static List<String> sweepWhile(PrivacyRules rules, int times) {
        for (int i = 0; i < times; i++) {
            Outcome outcome = rules.disposals().sweep(SweptShop.chunksOf(20)).outcome();
            if (outcome != Outcome.FINISHED && outcome != Outcome.BUSY) {
                return List.of("a sweep ended as " + outcome);
            }
        }
        return List.of();
    }

    private List<String> busy(PrivacyRules rules) throws Exception {
        List<Act> acts = new ArrayList<>();
        Stream.iterate(0, host -> host + 1).limit(HOSTS).forEach(host -> acts.add(() -> work(host)));
        acts.add(() -> sweepWhile(rules, 4));
        return together(acts);
    }

    @Test
    void a_sweep_makes_no_transaction_of_the_host_fail() throws Exception {
        PrivacyRules rules = sound();
        assertEquals(List.of(), busy(rules));
        assertEquals(
                Outcome.FINISHED,
                rules.disposals().sweep(SweptShop.chunksOf(20)).outcome());
    }

    /** Two nodes that never wait for each other: the plan is made before they start. */
    private List<String> twoNodes(PersonalTables tables) throws Exception {
        rules(tables).disposals().plan();
        List<String> complaints = together(List.of(() -> node(tables), () -> node(tables)));
        complaints.addAll(shop.complaints(SweptShop.told(storage, tenant), true));
        return complaints;
    }

    private List<String> node(PersonalTables tables) {
        PrivacyRules rules = rules(tables);
        for (int i = 0; i < 20; i++) {
            if (rules.disposals().sweep(SweptShop.chunksOf(10)).outcome() == Outcome.FINISHED) {
                return shop.complaints(List.of(), true).stream()
                        .filter(each -> each.contains("were left"))
                        .toList();
            }
        }
        return List.of("a node never finished");
    }

    @Test
    void two_nodes_at_once_dispose_of_each_row_once_and_none_has_finished_early() throws Exception {
        assertEquals(List.of(), twoNodes(SweptShop.witnessed(shop.mapping(storage))));
    }

    /** The planted bug: a sweep that keeps its chunk locked while it touches rows of others that it had no need to lock. */
    @Test
    void a_sweep_that_locks_in_the_order_of_nobody_is_found() throws Exception {
        PersonalTables greedy = SweptShop.instead(
                SweptShop.witnessed(shop.mapping(storage)), (tables, transaction, due, kept, rows, gone) -> {
                    var chunk = tables.dispose(transaction, due, kept, rows, gone);
                    lockAll(Stores.connection(transaction));
                    return chunk;
                });
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < 5 && failures.isEmpty(); i++) {
            fill();
            failures.addAll(busyUnlessItLoses(rules(greedy)));
        }
        assertTrue(!failures.isEmpty(), "nobody has lost");
    }

    private List<String> busyUnlessItLoses(PrivacyRules rules) throws Exception {
        try {
            return busy(rules);
        } catch (ExecutionException e) {
            // Whoever loses a deadlock: here it was the sweep, again and again.
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static void lockAll(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            for (Path path : Path.values()) {
                statement
                        .executeQuery("select id from " + path.table() + " order by id for update")
                        .close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
