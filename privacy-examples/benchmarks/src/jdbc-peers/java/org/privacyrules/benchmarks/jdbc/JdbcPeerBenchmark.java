package org.privacyrules.benchmarks.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.privacyrules.consent.Evidence;
import org.privacyrules.contract.Fixture;
import org.privacyrules.jdbc.servers.PostgresServer;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.subject.SubjectId;

/**
 * Measures WSO2's consent management on the same durable PostgreSQL, and both in a race. System properties: {@code jdbc.schema},
 * WSO2's script for PostgreSQL; {@code report}; those of {@link Scale}.
 */
public final class JdbcPeerBenchmark {

    private static final String PEER = "peer";
    private static final String LIBRARY = "library";
    private static final int THREADS = 8;
    private static final int RACES = 20;

    private final Scale scale = Scale.ofProperties();
    private final Report report = new Report("The adapter beside WSO2's consent management 2.9.0", "peer", System.err::println);
    private final Bed bed;
    private final Receipts receipts;
    private final Evidence shown;

    private interface Giving {
        void give(String subject) throws Exception;
    }

    private JdbcPeerBenchmark(Bed bed, Receipts receipts) {
        this.bed = bed;
        this.receipts = receipts;
        shown = Fixture.shown(Fixture.shownText(bed.rules, Bed.PURPOSE, new SettableClock(Bed.TODAY)));
    }

    /**
     * Starts a server and measures.
     *
     * @param args none
     */
    public static void main(String[] args) throws Exception {
        Path schema = Path.of(System.getProperty("jdbc.schema"));
        try (PostgresServer server = PostgresServer.startDurable("shared_buffers=2GB", "max_wal_size=8GB");
                Bed bed = new Bed(server);
                Receipts receipts = new Receipts(server, schema, THREADS + 2)) {
            JdbcPeerBenchmark benchmark = new JdbcPeerBenchmark(bed, receipts);
            benchmark.report.ground(JdbcBenchmark.machine() + ", PostgreSQL " + server.version());
            benchmark.measure(1_000, "");
            benchmark.measure(100_000, "");
            receipts.addMissingIndex();
            benchmark.measure(100_000, ", with the index that it lacks");
            benchmark.race();
            System.out.println(benchmark.report.table());
            benchmark.report.write(Path.of(System.getProperty("report", "target/jdbc-peers.md")));
        }
    }

    private void measure(int size, String how) throws Exception {
        bed.grow(size, true);
        receipts.grow(size);
        Load load = new Load(1, scale.seconds());
        String at = Report.number(", %,.0f receipts", size) + how;
        tell(
                "give" + at,
                new Rounds()
                        .side(PEER, load, () -> receipts.add(receipts.anyKey()))
                        .side(LIBRARY, load, () -> give(bed.anyKey())));
        tell(
                "state" + at,
                new Rounds()
                        .side(PEER, load, () -> receipts.isActive(receipts.anyKey()))
                        .side(LIBRARY, load, () -> bed.rules
                                .decisions()
                                .check(SubjectId.of(bed.anyKey()), Bed.PURPOSE)
                                .permitted()));
        tell(
                "withdraw" + at,
                new Rounds()
                        .side(PEER, load, () -> receipts.revoke(receipts.anyKey()))
                        .side(LIBRARY, load, () -> bed.rules
                                .consents()
                                .withdraw(SubjectId.of(bed.anyKey()), Bed.PURPOSE, Fixture.said())));
    }

    private void tell(String what, Rounds rounds) throws Exception {
        report.times(what, rounds.measure(scale.rounds()), PEER, LIBRARY, Goal.NONE);
    }

    private void give(String subject) {
        bed.rules.consents().give(SubjectId.of(subject), Bed.PURPOSE, shown);
    }

    /** Eight threads give one subject's consent at once. */
    private void race() throws Exception {
        int severalThere = 0;
        int severalHere = 0;
        for (int round = 0; round < RACES; round++) {
            String subject = "racing-" + round;
            atOnce(subject, receipts::add);
            atOnce(subject, this::give);
            severalThere += receipts.active(subject) > 1 ? 1 : 0;
            severalHere += states(subject) > 1 ? 1 : 0;
        }
        report.ground("of " + RACES + " races of " + THREADS + " threads, several active receipts: " + severalThere
                + ", several states in the library: " + severalHere);
    }

    private static void atOnce(String subject, Giving giving) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(executor.submit(() -> {
                    start.await();
                    giving.give(subject);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private int states(String subject) throws SQLException {
        try (Connection connection = bed.pool.getConnection();
                PreparedStatement statement = connection.prepareStatement("select count(*) from privacy_subject_state"
                        + " where subject_key = convert_to(?, 'UTF8') and aspect = 'p:" + Bed.PURPOSE + "'")) {
            statement.setString(1, subject);
            try (ResultSet count = statement.executeQuery()) {
                count.next();
                return count.getInt(1);
            }
        }
    }
}
