package org.privacyrules.benchmarks.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.privacyrules.PrivacyRules;
import org.privacyrules.benchmarks.jdbc.Recorder.Sent;
import org.privacyrules.consent.Evidence;
import org.privacyrules.contract.Fixture;
import org.privacyrules.jdbc.ConnectionSource;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.subject.SubjectId;

/** Consents given and withdrawn: beside an event and a state by hand, and beside the library's own statements. */
final class Appending {

    private static final String PLAIN = "plain";
    private static final String LIBRARY = "library";
    private static final String SAME = "same";
    private static final String LIBRARY_JOINED = "library joined";
    private static final String SAME_JOINED = "same joined";

    /** The connection on which the thread has a transaction open. */
    private static final ThreadLocal<Connection> HOST = new ThreadLocal<>();

    private final Bed bed;
    private final Scale scale;
    private final Report report;
    private final Evidence shown;
    private final PrivacyRules joined;

    /** The library's statements for a withdrawal and a consent. */
    private record Both(Replay withdrawal, Replay consent) {
        boolean isOneStatement() {
            return withdrawal.size() == 1 && consent.size() == 1;
        }

        void run(Connection connection, boolean gives, String key) throws SQLException {
            (gives ? consent : withdrawal).run(connection, key);
        }
    }

    Appending(Bed bed, Scale scale, Report report) {
        this.bed = bed;
        this.scale = scale;
        this.report = report;
        shown = Fixture.shown(Fixture.shownText(bed.rules, Bed.PURPOSE, new SettableClock(Bed.TODAY)));
        joined = Bed.rules(joining(bed.pool, () -> Optional.ofNullable(HOST.get())));
    }

    private static JdbcStorage joining(DataSource dataSource, ConnectionSource source) {
        return JdbcStorage.builder(dataSource).joining(source).build();
    }

    void measure() throws Exception {
        Both own = recordOwn();
        Both inHost = recordJoined();
        report.statements(bed.product.name() + ", command: plain", bed.product.append());
        for (int threads : List.of(1, 8)) {
            Load load = new Load(threads, scale.seconds());
            Rounds rounds = new Rounds()
                    .side(PLAIN, load, () -> bed.plain.append(bed.anyKey(), gives(), Bed.now()))
                    .side(LIBRARY, load, () -> command(bed.rules, gives(), bed.anyKey()))
                    .side(SAME, load, () -> replay(own, gives(), bed.anyKey()))
                    .side(LIBRARY_JOINED, load, () -> inHost(key -> command(joined, gives(), key)))
                    .side(SAME_JOINED, load, () -> inHost(key -> inHost.run(HOST.get(), gives(), key)))
                    .measure(scale.rounds());
            tell(rounds, threads + (threads == 1 ? " thread" : " threads"));
        }
    }

    private void tell(Rounds rounds, String threads) {
        String name = bed.product.name();
        report.rates(
                name + ", command beside event and state, " + threads,
                "commands",
                rounds,
                PLAIN,
                LIBRARY,
                Goal.atLeast(bed.product instanceof Postgres ? 0.8 : 0.75));
        report.rates(
                name + ", command beside its own statements, " + threads,
                "commands",
                rounds,
                SAME,
                LIBRARY,
                Goal.atLeast(0.9));
        report.rates(
                name + ", the same in the host's transaction, " + threads,
                "commands",
                rounds,
                SAME_JOINED,
                LIBRARY_JOINED,
                Goal.atLeast(0.9));
    }

    private static boolean gives() {
        return ThreadLocalRandom.current().nextBoolean();
    }

    private void command(PrivacyRules rules, boolean gives, String key) {
        SubjectId subject = SubjectId.of(key);
        if (gives) {
            rules.consents().give(subject, Bed.PURPOSE, shown);
        } else {
            rules.consents().withdraw(subject, Bed.PURPOSE, Fixture.said());
        }
    }

    private interface InHost {
        void run(String key) throws SQLException;
    }

    private void inHost(InHost work) throws SQLException {
        try (Connection connection = bed.pool.getConnection()) {
            connection.setAutoCommit(false);
            HOST.set(connection);
            try {
                work.run(bed.anyKey());
                connection.commit();
            } finally {
                HOST.remove();
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private void replay(Both statements, boolean gives, String key) throws SQLException {
        try (Connection connection = bed.pool.getConnection()) {
            statements.run(connection, gives, key);
        }
    }

    private Both recordOwn() {
        Recorder recorder = new Recorder();
        PrivacyRules recorded = Bed.rules(JdbcStorage.on(recorder.around((DataSource) bed.pool)));
        recorder.take();
        Both both = record(recorder, recorded);
        if (!both.isOneStatement()) {
            throw new IllegalStateException(
                    "A command is more than one statement: it cannot be replayed in auto-commit");
        }
        return both;
    }

    private Both recordJoined() throws SQLException {
        Recorder recorder = new Recorder();
        try (Connection connection = bed.pool.getConnection()) {
            connection.setAutoCommit(false);
            HOST.set(recorder.around(connection));
            Both both = record(recorder, joined);
            HOST.remove();
            connection.rollback();
            connection.setAutoCommit(true);
            return both;
        }
    }

    private Both record(Recorder recorder, PrivacyRules recorded) {
        return new Both(record(recorder, recorded, false), record(recorder, recorded, true));
    }

    private Replay record(Recorder recorder, PrivacyRules recorded, boolean gives) {
        command(recorded, gives, Bed.key(1));
        List<Sent> one = recorder.take();
        command(recorded, gives, Bed.key(2));
        report.statements(bed.product.name() + ", command: library, " + one.size() + " steps", text(one));
        return Replay.of(one, Bed.key(1), recorder.take());
    }

    static String text(List<Sent> sent) {
        return String.join(";\n", sent.stream().map(one -> one.sql().strip()).toList());
    }
}
