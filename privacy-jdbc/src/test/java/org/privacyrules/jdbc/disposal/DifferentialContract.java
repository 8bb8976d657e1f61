package org.privacyrules.jdbc.disposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.privacyrules.PrivacyRules;
import org.privacyrules.contract.AnyPast;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.disposal.DisposalPlan;
import org.privacyrules.disposal.SweepLimits;
import org.privacyrules.disposal.SweepReport;
import org.privacyrules.disposal.Tally;
import org.privacyrules.hold.HoldScope;
import org.privacyrules.hold.RestrictionEvent.Ground;
import org.privacyrules.jdbc.JdbcPersonalData;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.jdbc.Stores;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.retention.Keeping;
import org.privacyrules.retention.Keeping.Fate;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.SubjectId;

/**
 * What the pure rules say of each row is what the SQL did to it: for any policy, any past and any rows. Another number of worlds with the
 * system property {@code privacy.disposal.worlds}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DifferentialContract {

    private static final int WORLDS = Integer.getInteger("privacy.disposal.worlds", 12);
    private static final ZoneId WALL = ZoneId.of("America/New_York");

    private TestDatabase database;
    private JdbcStorage storage;

    abstract Product product();

    @BeforeAll
    final void open() {
        database = Stores.withTables(product());
        storage = JdbcStorage.on(database.dataSource());
    }

    @AfterAll
    final void close() {
        database.close();
    }

    /** One row. */
    private record Datum(int id, SubjectId subject, Map<String, LocalDate> happened) {}

    @Test
    @Gdpr("5(1)(e)")
    void what_the_rules_say_of_each_row_is_what_a_sweep_does_to_it() throws SQLException {
        long gone = 0;
        int worlds = switch (product()) {
            case H2 -> 2 * WORLDS;
            case POSTGRESQL -> WORLDS;
            default -> Math.max(1, WORLDS / 3);
        };
        for (long seed = 0; seed < worlds; seed++) {
            gone += new World(seed).run();
        }
        assertTrue(gone > worlds, "nearly nothing was ever due");
    }

    private final class World {

        private final long seed;
        private final Random random;
        private final AnyPast past;
        private final Columns columns = new Columns(product());
        private final SettableClock clock;
        private final Instant now;
        private final Set<String> own;
        private final int keyKind;
        private final List<Datum> data = new ArrayList<>();
        private final List<SubjectId> subjects = new ArrayList<>();

        World(long seed) {
            this.seed = seed;
            random = new Random(seed);
            past = new AnyPast(seed);
            now = past.now();
            clock = new SettableClock(now);
            own = past.ownEvents();
            keyKind = random.nextInt(3);
        }

        private String column(String event) {
            return event.replace('-', '_');
        }

        private SubjectId subject(int number) {
            return SubjectId.of(
                    switch (keyKind) {
                        case 0 -> Integer.toString(1000 + number);
                        case 1 -> new UUID(seed, number).toString();
                        default ->
                            List.of("Anna", "anna", "anna ", "Änna", "änna", "0")
                                    .get(number % 6);
                    });
        }

        private void createTable() {
            String key = List.of("integer", columns.uuid(), "varchar(255)").get(keyKind);
            StringBuilder sql = new StringBuilder(
                    "create table datum (id integer primary key, owner " + key + ", note varchar(20)");
            for (String event : own) {
                sql.append(", ").append(column(event)).append(' ').append(type(event));
            }
            List<String> statements = new ArrayList<>(
                    List.of("drop table if exists datum", sql.append(")").toString()));
            if (random.nextBoolean()) {
                own.forEach(event ->
                        statements.add("create index on_" + column(event) + " on datum (" + column(event) + ")"));
            }
            if (random.nextBoolean()) {
                statements.add("create index by_owner on datum (owner)");
            }
            database.execute(statements.toArray(String[]::new));
        }

        /** By its name, so that each kind of date comes with each event in some world. */
        private String type(String event) {
            return switch (kind(event)) {
                case 0 -> "date";
                case 1 -> columns.instant();
                default -> columns.wall();
            };
        }

        private int kind(String event) {
            return Math.floorMod(event.hashCode() + seed, 3);
        }

        private Object stored(String event, LocalDate day) {
            var somewhen = day.atTime(random.nextInt(24), random.nextInt(60)).atZone(AnyPast.ZONE);
            return switch (kind(event)) {
                case 0 -> day;
                case 1 ->
                    columns.hasInstants()
                            ? somewhen.toOffsetDateTime()
                            : somewhen.withZoneSameInstant(WALL).toLocalDateTime();
                default -> somewhen.withZoneSameInstant(WALL).toLocalDateTime();
            };
        }

        private void fill() throws SQLException {
            try (Connection connection = database.dataSource().getConnection()) {
                connection.setAutoCommit(false);
                String marks = ", ?".repeat(own.size());
                String names = own.stream().map(event -> ", " + column(event)).reduce("", String::concat);
                try (PreparedStatement insert = connection.prepareStatement(
                        "insert into datum (id, owner, note" + names + ") values (?, ?, 'x'" + marks + ")")) {
                    for (int id = 0; id < 40; id++) {
                        Datum datum = new Datum(id, subjects.get(random.nextInt(6)), past.happened(own));
                        data.add(datum);
                        insert.setInt(1, id);
                        String key = datum.subject().reveal();
                        insert.setObject(
                                2, keyKind == 0 ? Integer.valueOf(key) : keyKind == 1 ? UUID.fromString(key) : key);
                        int column = 3;
                        for (String event : own) {
                            LocalDate day = datum.happened().get(event);
                            insert.setObject(column++, day == null ? null : stored(event, day));
                        }
                        insert.executeUpdate();
                    }
                }
                connection.commit();
                connection.setAutoCommit(true);
            }
        }

        private JdbcPersonalData mapping(boolean rows) {
            return JdbcPersonalData.on(storage)
                    .table(columns.name("datum"), t -> {
                        t.subject(columns.name("owner"));
                        for (String event : own) {
                            boolean wall = kind(event) == 2 || (kind(event) == 1 && !columns.hasInstants());
                            if (wall) {
                                t.event(event, WALL, columns.name(column(event)));
                            } else {
                                t.event(event, columns.name(column(event)));
                            }
                        }
                        if (rows) {
                            t.rows(AnyPast.CATEGORIES.toArray(String[]::new));
                        } else {
                            t.columns("data", c -> c.toNull(columns.name("note")));
                        }
                    })
                    .build();
        }

        private PrivacyRules rules(JdbcPersonalData mapping) {
            PrivacyRules.Builder builder = PrivacyRules.builder()
                    .tenant("world-" + seed)
                    .storage(storage)
                    .clock(clock)
                    .personalData(mapping)
                    .publishOnStart();
            past.versions.forEach(builder::policy);
            return builder.build();
        }

        long run() throws SQLException {
            for (int i = 0; i < 6; i++) {
                subjects.add(subject(i));
            }
            createTable();
            fill();
            boolean asRows = random.nextBoolean();
            PrivacyRules rules = rules(mapping(asRows));
            for (SubjectId subject : Set.copyOf(subjects)) {
                past.happenTo(rules, clock, subject, now);
            }
            clock.set(now);
            if (random.nextInt(3) == 0) {
                rules.restrictions().place(subjects.get(0), Ground.LEGAL_CLAIMS, Actor.staff("7"));
            }
            if (random.nextInt(3) == 0) {
                rules.holds()
                        .place(
                                "case",
                                HoldScope.of(subjects.get(1), "data"),
                                "a claim",
                                LocalDate.of(2030, 1, 1),
                                Actor.staff("7"));
            }
            return compare(rules, asRows ? AnyPast.CATEGORIES : List.of("data"), asRows);
        }

        private long compare(PrivacyRules rules, List<String> categories, boolean asRows) throws SQLException {
            Set<Integer> due = new TreeSet<>();
            long kept = 0;
            for (Datum datum : data) {
                List<Keeping> keepings = categories.stream()
                        .map(category -> rules.retention().of(datum.subject()).of(category, own, datum.happened()))
                        .toList();
                boolean everJustified = keepings.stream()
                        .allMatch(keeping -> keeping.justifications().stream()
                                .anyMatch(each -> each.standing().hasBegun()));
                boolean over = keepings.stream()
                        .allMatch(keeping -> keeping.dueFromWithoutHolds()
                                .filter(from -> !from.isAfter(now))
                                .isPresent());
                boolean free = keepings.stream()
                        .noneMatch(keeping -> keeping.fate() == Fate.HELD || keeping.fate() == Fate.RESTRICTED);
                if (over && everJustified && free) {
                    due.add(datum.id());
                }
                kept += over && everJustified && !free ? 1 : 0;
            }
            DisposalPlan plan = rules.disposals().plan();
            Tally tally = plan.data().get(0).tally();
            assertEquals(due.size(), tally.due(), () -> "world " + seed + ": " + plan.text());
            assertEquals(kept, tally.kept(), () -> "world " + seed + ": " + plan.text());
            SweepReport report =
                    rules.disposals().sweep(SweepLimits.ofMinutes(1).inChunks(7, Duration.ofSeconds(1)));
            assertEquals(SweepReport.Outcome.FINISHED, report.outcome(), () -> "world " + seed + ": " + report.stops());
            assertEquals(due, gone(asRows), () -> "world " + seed);
            assertEquals(0, rules.disposals().plan().due(), () -> "world " + seed);
            return due.size();
        }

        private Set<Integer> gone(boolean asRows) throws SQLException {
            Set<Integer> gone = new TreeSet<>();
            data.forEach(datum -> gone.add(datum.id()));
            Map<Integer, String> left = new TreeMap<>();
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select id, note from datum")) {
                while (row.next()) {
                    left.put(row.getInt(1), row.getString(2));
                }
            }
            left.forEach((id, note) -> {
                if (asRows || note != null) {
                    gone.remove(id);
                }
            });
            return gone;
        }
    }
}
