package org.privacyrules.jdbc.schema;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.StorageException;
import org.privacyrules.jdbc.schema.Rights.Answer;
import org.privacyrules.jdbc.schema.SchemaScript.Table;
import org.privacyrules.jdbc.sql.Catalogue;
import org.privacyrules.jdbc.sql.Column;
import org.privacyrules.jdbc.sql.Dialect;
import org.privacyrules.jdbc.sql.JdbcCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a storage stands on, looked at once before it is used: product, tables, rights, durability. Nothing is written. */
public final class Ground {

    static final String CHECK = "check the database";

    /** A host sets the level by the class that it calls. */
    private static final Logger LOG = LoggerFactory.getLogger("org.privacyrules.jdbc.JdbcStorage");

    private final Connection connection;
    private final Dialect dialect;
    private final Catalogue catalogue;
    private final TableScripts scripts;

    public Ground(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
        this.catalogue = dialect.catalogue();
        this.scripts = TableScripts.of(dialect);
    }

    /**
     * Refuses what commands and decisions cannot stand on.
     *
     * @return the product, its version and what it does not promise
     */
    public String check() throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        StringBuilder product = new StringBuilder(dialect.product() + " " + metaData.getDatabaseProductVersion());
        for (String weakness : dialect.weaknesses(connection)) {
            LOG.warn("{}: {}", product, weakness);
            product.append(", ").append(weakness);
        }
        SchemaScript expected = scripts.expected();
        requireOpenSchema();
        Set<String> absent = requireRights(expected);
        SchemaCheck check = new SchemaCheck(connection, dialect, expected);
        if (check.has(TableScripts.VERSIONS)) {
            check.requireAsExpected(TableScripts.VERSIONS::equals);
        }
        requireNoneLost(absent);
        requireVersion();
        check.requireAsExpected(table -> true);
        requireAllRowsVisible(connection);
        return product.toString();
    }

    private void requireOpenSchema() {
        catalogue.closedSchema(connection).ifPresent(schema -> {
            throw forbidden(
                    List.of("grant usage on schema " + dialect.quoted(schema) + " to " + catalogue.user(connection)));
        });
    }

    private static StorageException forbidden(List<String> grants) {
        return refused(
                "STORAGE_FORBIDDEN",
                "the database user lacks a right. Let the tables' owner run:\n" + String.join(";\n", grants) + ";\n");
    }

    private static StorageException refused(String code, String problem) {
        return new StorageException(code, problem, CHECK, "", 0);
    }

    /** Returns the tables that are not there. */
    private Set<String> requireRights(SchemaScript expected) throws SQLException {
        Rights rights = new Rights(connection, dialect);
        Map<String, Map<String, Column>> found = catalogue.columns(connection);
        Set<String> absent = new LinkedHashSet<>();
        List<String> grants = new ArrayList<>();
        for (Table table : expected.tables().values()) {
            Map<String, Column> columns = found.getOrDefault(dialect.names().table(table.name()), Map.of());
            List<String> denied = denied(rights, table, columns);
            if (!denied.isEmpty()) {
                grants.add(Rights.grant(dialect, table.name(), denied, catalogue.user(connection)));
            } else if (columns.isEmpty()) {
                absent.add(table.name());
            }
        }
        if (absent.equals(expected.tables().keySet())) {
            throw refused(
                    "SCHEMA_MISSING",
                    "none of the tables is there: run the statements of " + scripts.call()
                            + ".text(), or call apply(dataSource) once");
        }
        if (!grants.isEmpty()) {
            throw forbidden(grants);
        }
        return absent;
    }

    /** A database may hide a table on which the user has no right. */
    private List<String> denied(Rights rights, Table table, Map<String, Column> columns) throws SQLException {
        if (columns.isEmpty()) {
            boolean hidden = rights.ask(table, "select", List.of()) == Answer.DENIED;
            return hidden ? Rights.on(table.name()) : List.of();
        }
        List<String> known =
                table.columns().keySet().stream().filter(columns::containsKey).toList();
        List<String> denied = new ArrayList<>();
        for (String right : Rights.on(table.name())) {
            if (!known.isEmpty() && rights.ask(table, right, known) == Answer.DENIED) {
                denied.add(right);
            }
        }
        if (denied.equals(List.of("select", "update")) && !catalogue.tellsUpdateFromSelect()) {
            denied.remove("update");
        }
        return denied;
    }

    /** What a newer version brings was not there to be lost. */
    private void requireNoneLost(Set<String> absent) {
        Set<String> made = absent.isEmpty()
                ? Set.of()
                : scripts.of(scripts.claimed(connection)).tables().keySet();
        List<String> lost = absent.stream().filter(made::contains).toList();
        if (!lost.isEmpty()) {
            throw refused(
                    "SCHEMA_MISSING",
                    "tables are not there. If they were lost, restore them; if not, let the others' owner run:\n"
                            + lost.stream()
                                    .flatMap(table -> scripts.statementsOn(table).stream())
                                    .map(statement -> statement + ";\n")
                                    .reduce("", String::concat));
        }
    }

    private void requireVersion() {
        int installed = scripts.installed(connection);
        if (installed == TableScripts.BEGUN) {
            throw refused("SCHEMA_WRONG", "the tables were begun and not finished: call apply(dataSource) again");
        }
        if (installed < TableScripts.VERSION) {
            throw refused(
                    "SCHEMA_WRONG",
                    "the tables have version " + installed + ", this library needs " + TableScripts.VERSION
                            + ": run the statements of " + scripts.call() + ".textFrom(" + installed
                            + "), or call apply(dataSource)");
        }
    }

    private void requireAllRowsVisible(Connection reading) {
        List<String> hiding = catalogue.tablesWithHiddenRows(reading);
        List<String> ours = Rights.NEEDED.keySet().stream()
                .filter(table -> hiding.contains(dialect.names().table(table)))
                .sorted()
                .toList();
        if (!ours.isEmpty()) {
            throw refused(
                    "STORAGE_FORBIDDEN",
                    "row level security can hide rows from this user. Let the tables' owner run:\n"
                            + ours.stream()
                                    .map(table ->
                                            "alter table " + dialect.named(table) + " disable row level security;\n")
                                    .reduce("", String::concat));
        }
    }

    /** Two data sources that look into two databases would answer as if nobody had ever withdrawn. */
    public void requireSameDatabase(DataSource beside) throws SQLException {
        try (Connection other = beside.getConnection()) {
            if (!Dialect.of(other, dialect.names()).product().equals(dialect.product())) {
                throw elsewhere();
            }
            dialect.weaknesses(other);
            requireAllRowsVisible(other);
            if (!databaseId(connection).equals(databaseId(other))) {
                throw elsewhere();
            }
        }
    }

    private static InvalidInputException elsewhere() {
        return new InvalidInputException("readingBeside: the data source looks into another database than the storage");
    }

    private UUID databaseId(Connection of) {
        if (!catalogue.columns(of).containsKey(dialect.names().table(TableScripts.VERSIONS))) {
            throw elsewhere();
        }
        return JdbcCalls.query(
                        of,
                        CHECK,
                        dialect.named("select database_id from privacy_schema order by version"),
                        row -> dialect.readUuid(row, "database_id"))
                .get(0);
    }
}
