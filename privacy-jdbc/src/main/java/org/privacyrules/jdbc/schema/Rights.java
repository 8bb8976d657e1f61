package org.privacyrules.jdbc.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.privacyrules.jdbc.schema.SchemaScript.Table;
import org.privacyrules.jdbc.sql.Dialect;
import org.privacyrules.jdbc.sql.JdbcFailure;

/** What a service's database user may do. */
public final class Rights {

    /** What each table needs, by name as the scripts have them. Journal and versions are never changed, and nothing is deleted. */
    public static final Map<String, List<String>> NEEDED = Map.ofEntries(
            Map.entry("privacy_schema", List.of("select")),
            Map.entry("privacy_subject", List.of("select", "insert", "update")),
            Map.entry("privacy_journal", List.of("select", "insert")),
            Map.entry("privacy_subject_state", List.of("select", "insert", "update")),
            Map.entry("privacy_ledger_pending", List.of("insert")),
            Map.entry("privacy_policy_guard", List.of("select", "insert", "update")),
            Map.entry("privacy_policy_version", List.of("select", "insert")),
            Map.entry("privacy_gate", List.of("select", "insert", "update")),
            Map.entry("privacy_hold", List.of("select", "insert", "update")),
            Map.entry("privacy_disposal_note", List.of("select", "insert", "update")),
            Map.entry("privacy_disposal_task", List.of("select", "insert", "update")));

    private static final Set<String> ABSENT_CLASSES = Set.of("42", "3D", "3F");
    private static final int H2_SCHEMA_ABSENT = 90079;

    private final Connection connection;
    private final Dialect dialect;

    Rights(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** What the database says to a right on a table. */
    enum Answer {
        GRANTED,
        DENIED,
        ABSENT
    }

    public static List<String> on(String table) {
        return NEEDED.getOrDefault(table, List.of());
    }

    static String grant(Dialect dialect, String table, Collection<String> rights, String user) {
        return "grant " + String.join(", ", rights) + " on " + dialect.named(table) + " to " + user;
    }

    /** Asks with a statement that touches no row, because what a role may do is known to the database alone. */
    Answer ask(Table table, String right, Collection<String> columns) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(dialect.named(question(right, columns).formatted(table.name())));
            return Answer.GRANTED;
        } catch (SQLException e) {
            return answer(e);
        } finally {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        }
    }

    private static String question(String right, Collection<String> columns) {
        return switch (right) {
            case "select" -> "select 1 from %s where 1 = 0";
            case "insert" ->
                "insert into %s (" + String.join(", ", columns) + ") select "
                        + String.join(", ", Collections.nCopies(columns.size(), "null"))
                        + " from (select 1 one) nothing where 1 = 0";
            case "update" -> "update %s set " + columns.iterator().next() + " = null where 1 = 0";
            default -> throw new IllegalStateException(right);
        };
    }

    private static Answer answer(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (JdbcFailure.of(e) == JdbcFailure.FORBIDDEN) {
            return Answer.DENIED;
        }
        boolean absent = state.length() > 2 && ABSENT_CLASSES.contains(state.substring(0, 2));
        if (absent || e.getErrorCode() == H2_SCHEMA_ABSENT) {
            return Answer.ABSENT;
        }
        throw JdbcFailure.of(Ground.CHECK, e);
    }
}
