package org.privacyrules.jdbc.disposal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.privacyrules.PrivacyRules;
import org.privacyrules.disposal.SweepReport.Outcome;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.jdbc.JdbcPersonalData;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;
import org.privacyrules.memory.SettableClock;

/** Some tables that refer to each other by any delete rule, some of them mapped, and what a sweep did to them. */
final class AnySchema {

    private static final int MOST_TABLES = 8;

    /** What the mapping says of a table. */
    private enum Role {
        ROWS,
        COLUMNS,
        UNMAPPED,
        EXCLUDED,
        ALONG
    }

    /** One table refers to another. */
    private record Reference(int from, int number, int to, String rule) {

        boolean isActive() {
            return rule.equals("cascade") || rule.startsWith("set");
        }
    }

    /** One row, as it was or is. */
    private record Row(String customer, LocalDate day, String note, List<Integer> references) {

        boolean isDue() {
            return day.isBefore(DisposalScene.TODAY) && !customer.equals(SweptShop.HELD.reveal());
        }
    }

    private final TestDatabase database;
    private final JdbcStorage storage;
    private final Columns columns;
    private final boolean claimed;
    private final Random random;
    private final List<Role> roles = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private boolean refused;
    private int gone;

    /**
     * A schema.
     *
     * @param claimed whether the mapping says of every table that is not mapped that its rows may go along: the planted bug
     */
    AnySchema(TestDatabase database, JdbcStorage storage, long seed, boolean claimed) {
        this.database = database;
        this.storage = storage;
        this.claimed = claimed;
        columns = new Columns(database.product());
        random = new Random(seed);
        int tables = 4 + random.nextInt(MOST_TABLES - 3);
        for (int table = 0; table < tables; table++) {
            int dice = random.nextInt(10);
            roles.add(dice < 5 ? Role.ROWS : Role.values()[1 + dice % 4]);
        }
        for (int from = 0; from < tables; from++) {
            int count = random.nextInt(3);
            for (int number = 0; number < count; number++) {
                references.add(new Reference(from, number, random.nextInt(tables), rule()));
            }
        }
    }

    private String rule() {
        List<String> rules = new ArrayList<>(List.of("no action", "no action", "restrict", "cascade", "set null"));
        if (database.product() == Product.H2 || database.product() == Product.POSTGRESQL) {
            rules.add("set default");
        }
        return rules.get(random.nextInt(rules.size()));
    }

    boolean isRefused() {
        return refused;
    }

    int gone() {
        return gone;
    }

    /** Makes it, maps it, sweeps, and says what is wrong. */
    List<String> complaints() throws SQLException {
        create();
        PrivacyRules rules;
        try {
            rules = SweptShop.rules(
                    storage, mapping(), UUID.randomUUID().toString(), new SettableClock(SweptShop.START));
        } catch (InvalidInputException e) {
            refused = true;
            requireNamed(e.getMessage());
            return complaints;
        }
        List<Map<Integer, Row>> before = rows();
        Outcome outcome = rules.disposals().sweep(SweptShop.chunksOf(3)).outcome();
        if (outcome != Outcome.FINISHED) {
            complaints.add("the sweep ended as " + outcome);
        }
        compare(before, rows());
        return complaints;
    }

    private void create() {
        List<String> sql = new ArrayList<>();
        boolean mariaDb = database.product() == Product.MARIADB;
        if (mariaDb) {
            sql.add("set foreign_key_checks = 0");
        }
        for (int table = 0; table < MOST_TABLES; table++) {
            sql.add("drop table if exists t" + table + (mariaDb ? "" : " cascade"));
        }
        if (mariaDb) {
            sql.add("set foreign_key_checks = 1");
        }
        for (int table = 0; table < roles.size(); table++) {
            sql.add("create table t" + table + " (id integer primary key, customer varchar(40) not null,"
                    + " at_day date not null, note varchar(20), r0 integer default null, r1 integer default null)");
            sql.add("insert into t" + table + " values " + String.join(", ", values()));
        }
        for (Reference each : references) {
            sql.add("alter table t" + each.from() + " add constraint fk_" + each.from() + "_" + each.number()
                    + " foreign key (r" + each.number() + ") references t" + each.to() + " (id) on delete "
                    + each.rule());
            sql.add("update t" + each.from() + " set r" + each.number() + " = mod(id * "
                    + (1 + random.nextInt(5)) + " + " + random.nextInt(6) + ", 6) where mod(id, "
                    + (1 + random.nextInt(3)) + ") = 0");
        }
        database.execute(sql.toArray(String[]::new));
    }

    private List<String> values() {
        List<String> values = new ArrayList<>();
        for (int id = 0; id < 6; id++) {
            String customer = random.nextInt(5) == 0 ? SweptShop.HELD.reveal() : "c" + random.nextInt(3);
            LocalDate day = DisposalScene.TODAY.minusDays(random.nextInt(3) == 0 ? 0 : 60);
            values.add("(" + id + ", '" + customer + "', '" + day + "', 'x', null, null)");
        }
        return values;
    }

    private JdbcPersonalData mapping() {
        JdbcPersonalData.Builder builder = JdbcPersonalData.on(storage);
        for (int table = 0; table < roles.size(); table++) {
            String name = columns.name("t" + table);
            switch (roles.get(table)) {
                case ROWS, COLUMNS -> map(builder, name, roles.get(table));
                case ALONG -> builder.goesAlong(name, "nothing in it");
                case EXCLUDED -> exclude(builder, name);
                case UNMAPPED -> {
                    if (claimed) {
                        builder.goesAlong(name, "as somebody thinks");
                    }
                }
            }
        }
        return builder.build();
    }

    private void exclude(JdbcPersonalData.Builder builder, String name) {
        if (claimed) {
            builder.goesAlong(name, "as somebody thinks");
        } else {
            builder.exclude(name, "nothing in it");
        }
    }

    private void map(JdbcPersonalData.Builder builder, String name, Role role) {
        builder.table(name, t -> {
            t.subject(columns.name("customer")).event("logged-in", columns.name("at_day"));
            if (role == Role.ROWS) {
                t.rows("log");
            } else {
                t.columns("log", c -> c.toNull(columns.name("note")));
            }
        });
    }

    /** Whoever is refused must learn of which table. */
    private void requireNamed(String message) {
        boolean named = references.stream()
                .filter(Reference::isActive)
                .filter(each -> roles.get(each.from()) != Role.ROWS && roles.get(each.from()) != Role.COLUMNS)
                .anyMatch(each -> message.contains(columns.name("t" + each.from())));
        if (!named) {
            complaints.add("refused, and no table is named: " + message);
        }
    }

    private List<Map<Integer, Row>> rows() throws SQLException {
        List<Map<Integer, Row>> all = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (int table = 0; table < roles.size(); table++) {
                Map<Integer, Row> rows = new TreeMap<>();
                try (ResultSet row =
                        statement.executeQuery("select id, customer, at_day, note, r0, r1 from t" + table)) {
                    while (row.next()) {
                        rows.put(
                                row.getInt(1),
                                new Row(
                                        row.getString(2),
                                        row.getObject(3, LocalDate.class),
                                        String.valueOf(row.getString(4)),
                                        List.of(reference(row, 5), reference(row, 6))));
                    }
                }
                all.add(rows);
            }
        }
        return all;
    }

    private static int reference(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? -1 : value;
    }

    private void compare(List<Map<Integer, Row>> before, List<Map<Integer, Row>> after) {
        Set<String> lost = new HashSet<>();
        for (int table = 0; table < roles.size(); table++) {
            for (int id : new TreeSet<>(before.get(table).keySet())) {
                if (!after.get(table).containsKey(id)) {
                    lost.add(table + "/" + id);
                }
            }
        }
        gone = lost.size();
        for (int table = 0; table < roles.size(); table++) {
            int now = table;
            before.get(table)
                    .forEach((id, row) -> compare(now, id, row, after.get(now).get(id), lost));
        }
    }

    private void compare(int table, int id, Row was, @org.jspecify.annotations.Nullable Row is, Set<String> lost) {
        if (was.equals(is)) {
            return;
        }
        boolean right = switch (roles.get(table)) {
            case UNMAPPED, EXCLUDED -> false;
            case ROWS -> is == null && was.isDue();
            case COLUMNS ->
                is != null && was.isDue() && is.equals(new Row(was.customer(), was.day(), "null", was.references()));
            case ALONG ->
                references.stream()
                        .filter(each -> each.from() == table)
                        .anyMatch(each ->
                                lost.contains(each.to() + "/" + was.references().get(each.number())));
        };
        if (!right) {
            complaints.add("t" + table + " (" + roles.get(table) + "), row " + id + ": " + was + " became " + is
                    + " by " + references);
        }
    }
}
