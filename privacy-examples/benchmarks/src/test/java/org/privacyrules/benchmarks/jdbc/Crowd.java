package org.privacyrules.benchmarks.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.privacyrules.PrivacyRules;
import org.privacyrules.contract.Fixture;
import org.privacyrules.fact.Fact;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.subject.SubjectId;

/**
 * Many subjects at once. A few are made through the library's front door, for a tenant of their own; the database copies their
 * rows. Of ten subjects six have given their consent, two have withdrawn it, one's has run out, and one never answered.
 */
final class Crowd {

    private static final String MODELS = "models";
    private static final String MODEL = """
            case when n % 10 < 6 then 'given' when n % 10 < 8 then 'withdrawn' when n % 10 < 9 then 'expired' else 'silent' end""";

    private final Product product;
    private final DataSource dataSource;
    private final String payload;

    private Crowd(Product product, DataSource dataSource, String payload) {
        this.product = product;
        this.dataSource = dataSource;
        this.payload = payload;
    }

    static Crowd prepare(Product product, DataSource dataSource) throws SQLException {
        SettableClock clock = new SettableClock(Fixture.START.plus(Duration.ofDays(1)));
        PrivacyRules rules = Fixture.rules(JdbcStorage.on(dataSource), MODELS, clock);
        for (String model : List.of("given", "withdrawn", "expired", "silent")) {
            rules.subjects().report(SubjectId.of(model), Fixture.VISITOR, new Fact.Began(Fixture.longAgo()));
        }
        give(rules, "expired", clock);
        clock.set(Bed.TODAY.minus(Duration.ofDays(2)));
        give(rules, "given", clock);
        give(rules, "withdrawn", clock);
        rules.consents().withdraw(SubjectId.of("withdrawn"), Bed.PURPOSE, Fixture.said());
        return new Crowd(product, dataSource, longestPayload(dataSource));
    }

    private static void give(PrivacyRules rules, String model, SettableClock clock) {
        String text = Fixture.shownText(rules, Bed.PURPOSE, clock);
        rules.consents().give(SubjectId.of(model), Bed.PURPOSE, Fixture.shown(text));
    }

    private static String longestPayload(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select payload from privacy_journal order by length(payload) desc limit 1")) {
            row.next();
            return row.getString(1);
        }
    }

    /** What the library stores of an event beside its columns. */
    String payload() {
        return payload;
    }

    /** The rows of the subjects with these numbers, first and last included. */
    void add(int from, int to, boolean events) throws SQLException {
        List<String> statements = new ArrayList<>(List.of(subjects(from, to), states(from, to), plainStates(from, to)));
        List<String> tables = new ArrayList<>(List.of("privacy_subject", "privacy_subject_state", "plain_state"));
        if (events) {
            statements.addAll(List.of(journal(from, to), plainEvents(from, to)));
            tables.addAll(List.of("privacy_journal", "plain_event"));
        }
        statements.addAll(product.settle(tables));
        Bed.execute(dataSource, statements);
    }

    private String subjects(int from, int to) throws SQLException {
        Map<String, String> columns = columns("privacy_subject");
        String models = " from " + product.numbers(from, to) + " join privacy_subject t on " + isModel("t", columns);
        columns.replaceAll(this::copiedOfSubject);
        return insert("privacy_subject", columns, models);
    }

    private String states(int from, int to) throws SQLException {
        Map<String, String> columns = columns("privacy_subject_state");
        String models =
                " from " + product.numbers(from, to) + " join privacy_subject_state t on " + isModel("t", columns);
        columns.replaceAll(this::copiedOfSubject);
        return insert("privacy_subject_state", columns, models);
    }

    private String journal(int from, int to) throws SQLException {
        Map<String, String> columns = columns("privacy_journal");
        String models = " from " + product.numbers(from, to) + " join privacy_subject s on "
                + isModel("s", columns("privacy_subject")) + " join privacy_journal t on t.ref = s.ref";
        columns.replaceAll((name, type) -> switch (name) {
            case "operation_id", "entry_id" -> product.identity(type, "'" + name + "'", "n", "t.seq");
            default -> copiedOfSubject(name, type);
        });
        return insert("privacy_journal", columns, models);
    }

    private String isModel(String table, Map<String, String> columns) {
        return table + ".tenant = " + product.typed("'" + MODELS + "'", columns.get("tenant")) + " and " + table
                + ".subject_key = " + product.typed(MODEL, columns.get("subject_key"));
    }

    private String copiedOfSubject(String name, String type) {
        return switch (name) {
            case "tenant" -> product.typed("'" + Bed.TENANT + "'", type);
            case "subject_key" -> product.typed(product.key(), type);
            case "ref" -> product.identity(type, "'ref'", "n");
            default -> "t." + name;
        };
    }

    private String insert(String table, Map<String, String> columns, String from) {
        return "insert into " + table + " (" + String.join(", ", columns.keySet()) + ") select "
                + String.join(", ", columns.values()) + from + " order by " + product.key();
    }

    private String plainStates(int from, int to) {
        return "insert into plain_state (subject_id, purpose, status, since, until, text_version) select "
                + product.key() + ", purpose, case when purpose <> 'tracking' then 'BEGAN' when n % 10 in (6, 7) then"
                + " 'WITHDRAWN' else 'GIVEN' end, " + moment("2026-01-02") + ", case when purpose = 'tracking' and"
                + " n % 10 = 8 then " + moment("2026-04-02") + " when purpose = 'tracking' and n % 10 < 6 then "
                + moment("2026-07-29") + " else " + moment("9999-12-31") + " end, 1 from "
                + product.numbers(from, to)
                + " cross join (select 'tracking' purpose union all select 'is-visitor') purposes"
                + " where n % 10 < 9 or purpose <> 'tracking' order by 1, 2";
    }

    private String plainEvents(int from, int to) {
        return "insert into plain_event (subject_id, operation_id, at, kind, policy_version, purpose, payload) select "
                + product.key() + ", " + product.identity("uuid", "n", "kind") + ", " + moment("2026-01-02")
                + ", kind, '1', 'tracking', '" + payload.replace("'", "''") + "' from " + product.numbers(from, to)
                + " cross join (select 'relation-began' kind union all select 'consent-given') kinds"
                + " where n % 10 < 9 or kind = 'relation-began' order by 1";
    }

    private static String moment(String day) {
        return "timestamp '" + day + " 00:00:00'";
    }

    /** Names and types, in the order of the table. */
    private Map<String, String> columns(String table) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet row = connection
                        .getMetaData()
                        .getColumns(connection.getCatalog(), connection.getSchema(), table, null)) {
            while (row.next()) {
                columns.put(
                        row.getString("COLUMN_NAME"), row.getString("TYPE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }
}
