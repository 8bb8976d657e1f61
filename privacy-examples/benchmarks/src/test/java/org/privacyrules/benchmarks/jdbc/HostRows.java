package org.privacyrules.benchmarks.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.privacyrules.PrivacyRules;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.disposal.SweepLimits;
import org.privacyrules.disposal.SweepReport;
import org.privacyrules.hold.HoldScope;
import org.privacyrules.jdbc.JdbcPersonalData;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.SubjectId;

/**
 * A host's table with a day's rows behind the other, and what disposes of the oldest ones: by hand and by the library. Each measurement
 * takes the next day, so that nothing need be restored.
 */
final class HostRows {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final Period TERM = Period.ofDays(30);
    private static final int HOLDS = 200;

    private final Bed bed;
    private final int chunk;
    private final boolean postgres;
    private final SettableClock clock = new SettableClock(Instant.EPOCH);
    private final PrivacyRules deleting;
    private final PrivacyRules emptying;
    private LocalDate next = FIRST;

    /** How long each chunk took, in nanoseconds. */
    final List<Double> plainChunks = Collections.synchronizedList(new ArrayList<>());

    final List<Double> libraryChunks = Collections.synchronizedList(new ArrayList<>());

    HostRows(Bed bed, int rows, int aDay, int chunk) throws SQLException {
        this.bed = bed;
        this.chunk = chunk;
        postgres = bed.product instanceof Postgres;
        clock.set(noon(FIRST));
        List<String> statements = new ArrayList<>(List.of(
                "create table host_row (id bigint primary key, subject varchar(40) not null, at_day date not null,"
                        + " state smallint not null, ip varchar(45), agent varchar(120), note varchar(120)"
                        + (postgres ? ")" : ") engine = InnoDB"),
                "create table plain_sweep (id bigint primary key, at timestamp, rows_gone integer, root varchar(64))"));
        for (int from = 0; from < rows; from += 500_000) {
            int to = Math.min(rows, from + 500_000) - 1;
            String day = postgres
                    ? "date '" + FIRST + "' + n / " + aDay
                    : "date_add('" + FIRST + "', interval n div " + aDay + " day)";
            statements.add("insert into host_row select n, " + bed.product.key() + ", " + day
                    + ", 0, '192.0.2.17', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36',"
                    + " 'some words of nobody in particular that make the row as long as rows are, more or less so' from "
                    + bed.product.numbers(from, to));
        }
        statements.add("create index host_row_by_day on host_row (at_day, id)");
        statements.add("create index host_row_by_subject on host_row (subject)");
        statements.addAll(bed.product.settle(List.of("host_row")));
        Bed.execute(bed.pool, statements);
        JdbcStorage storage = JdbcStorage.on(bed.pool);
        deleting = rules("deleting", storage, mapped(storage, true));
        emptying = rules("emptying", storage, mapped(storage, false));
        for (int i = 0; i < HOLDS; i++) {
            for (PrivacyRules rules : List.of(deleting, emptying)) {
                rules.holds()
                        .place(
                                "case",
                                HoldScope.of(SubjectId.of(UUID.randomUUID().toString())),
                                "a claim",
                                LocalDate.of(2040, 1, 1),
                                Actor.staff("7"));
            }
        }
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    private PrivacyRules rules(String tenant, JdbcStorage storage, JdbcPersonalData tables) {
        return PrivacyRules.builder()
                .tenant(tenant)
                .policy(PrivacyPolicy.builder()
                        .version("1")
                        .effectiveFrom(LocalDate.of(2019, 1, 1))
                        .zone(ZoneOffset.UTC)
                        .subjectKind("customer", "somebody with a contract")
                        .event("recorded", "it was recorded")
                        .category("log", c -> c.describedAs("the log").attributes("address"))
                        .purpose(
                                "security",
                                p -> p.describedAs("to protect you")
                                        .legitimateInterests("security", "LIA-1")
                                        .carriedBy("customer")
                                        .uses("log")
                                        .kept(RetentionTerm.from("recorded").plus(TERM)))
                        .build())
                .publishOnStart()
                .storage(storage)
                .personalData(tables)
                .clock(clock)
                .build();
    }

    private static JdbcPersonalData mapped(JdbcStorage storage, boolean rows) {
        return JdbcPersonalData.on(storage)
                .table("host_row", t -> {
                    t.subject("subject").event("recorded", "at_day");
                    if (rows) {
                        t.rows("log");
                    } else {
                        t.columns("log", c -> c.toNull("ip", "agent").to("state", (short) 1));
                    }
                })
                .build();
    }

    /** The day that is due next. From then on it counts as gone. What went before was cleaned up, as between the sweeps of two days. */
    private LocalDate take() throws SQLException {
        Bed.execute(bed.pool, bed.product.settle(List.of("host_row")));
        LocalDate day = next;
        next = next.plusDays(1);
        return day;
    }

    private static Speed speed(long rows, long started) {
        long took = System.nanoTime() - started;
        return new Speed(rows * 1e9 / took, took);
    }

    /** As the library is used: the plan was made before. */
    Speed byLibrary(boolean rows, int nodes) throws SQLException, InterruptedException {
        PrivacyRules rules = rows ? deleting : emptying;
        LocalDate day = take();
        clock.set(noon(day.plus(TERM).plusDays(1)));
        long planned = rules.disposals().plan().due();
        List<SweepReport> reports = Collections.synchronizedList(new ArrayList<>());
        long started = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            Thread thread = new Thread(() -> reports.add(sweep(rules)));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        long gone = reports.stream().mapToLong(SweepReport::rows).sum();
        Speed speed = speed(gone, started);
        if (gone != planned
                || reports.size() != nodes
                || rules.disposals().plan().due() > 0) {
            throw new IllegalStateException(gone + " of " + planned + " rows went: " + reports);
        }
        return speed;
    }

    private SweepReport sweep(PrivacyRules rules) {
        long[] before = {0};
        SweepLimits limits = SweepLimits.ofMinutes(60)
                .inChunks(chunk, Duration.ofSeconds(60))
                .askingAbove(2, 1L << 40)
                .withMaxStep(Duration.ofDays(100_000));
        return rules.disposals().sweep(limits, (data, rows, all) -> {
            long now = System.nanoTime();
            if (before[0] > 0) {
                libraryChunks.add((double) (now - before[0]));
            }
            before[0] = now;
        });
    }

    /** Rows are found in the order of the index, looked at, and disposed of by their keys: one transaction a chunk. */
    Speed byHand(boolean rows) throws SQLException {
        LocalDate day = take();
        long started = System.nanoTime();
        long gone = 0;
        try (Connection connection = bed.pool.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            LocalDate lastDay = LocalDate.EPOCH;
            long lastId = -1;
            int found = chunk;
            while (found == chunk) {
                long before = System.nanoTime();
                List<Object> ids = new ArrayList<>();
                try (PreparedStatement choice = connection.prepareStatement(choice(rows))) {
                    choice.setObject(1, day);
                    choice.setObject(2, lastDay);
                    choice.setObject(3, postgres ? lastId : lastDay);
                    if (!postgres) {
                        choice.setObject(4, lastDay);
                        choice.setLong(5, lastId);
                    }
                    try (ResultSet row = choice.executeQuery()) {
                        while (row.next()) {
                            ids.add(row.getLong(1));
                            lastDay = row.getObject(2, LocalDate.class);
                            lastId = row.getLong(1);
                        }
                    }
                }
                found = ids.size();
                if (found > 0) {
                    gone += dispose(connection, rows, ids);
                    try (PreparedStatement log = connection.prepareStatement(
                            "insert into plain_sweep values (?, current_timestamp, ?, 'root')")) {
                        log.setLong(1, System.nanoTime());
                        log.setInt(2, found);
                        log.executeUpdate();
                    }
                }
                connection.commit();
                if (rows) {
                    plainChunks.add((double) (System.nanoTime() - before));
                }
            }
            connection.setAutoCommit(true);
        }
        return speed(gone, started);
    }

    private String choice(boolean rows) {
        String behind = postgres ? "(at_day, id) > (?, ?)" : "at_day >= ? and (at_day > ? or (at_day = ? and id > ?))";
        return "select id, at_day, subject from host_row where at_day <= ? and " + behind
                + (rows ? "" : " and state = 0") + " order by at_day, id limit " + chunk;
    }

    private long dispose(Connection connection, boolean rows, List<Object> ids) throws SQLException {
        String change = rows ? "delete from host_row" : "update host_row set ip = null, agent = null, state = 1";
        String which = postgres
                ? " where id = any (?)"
                : " where id in (" + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")";
        try (PreparedStatement statement = connection.prepareStatement(change + which)) {
            if (postgres) {
                statement.setArray(1, connection.createArrayOf("int8", ids.toArray()));
            } else {
                for (int i = 0; i < ids.size(); i++) {
                    statement.setObject(i + 1, ids.get(i));
                }
            }
            return statement.executeUpdate();
        }
    }

    /** One statement and one transaction for all. */
    Speed atOnce() throws SQLException {
        LocalDate day = take();
        long started = System.nanoTime();
        try (Connection connection = bed.pool.getConnection();
                PreparedStatement statement = connection.prepareStatement("delete from host_row where at_day <= ?")) {
            statement.setObject(1, day);
            return speed(statement.executeUpdate(), started);
        }
    }

    Speed plan() {
        clock.set(noon(next.plus(TERM)));
        long started = System.nanoTime();
        deleting.disposals().plan();
        return speed(1, started);
    }

    /** As many counts as a plan has. */
    Speed countByHand() throws SQLException {
        StringBuilder sql = new StringBuilder("select min(case when at_day <= ? then at_day end)");
        for (int i = 0; i < 15; i++) {
            sql.append(
                    postgres ? ", count(*) filter (where at_day <= ?)" : ", count(case when at_day <= ? then 1 end)");
        }
        long started = System.nanoTime();
        try (Connection connection = bed.pool.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(sql.append(" from host_row").toString())) {
            for (int i = 0; i < 16; i++) {
                statement.setObject(i + 1, next.minusDays(1).plusMonths(i));
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
            }
        }
        return speed(1, started);
    }
}
