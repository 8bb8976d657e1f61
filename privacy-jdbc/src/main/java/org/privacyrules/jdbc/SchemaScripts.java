package org.privacyrules.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.StorageException;

/**
 * The statements that make the tables: hand them to the host's own migration tool, or let them be applied. They do not lie
 * where a migration tool would pick them up by itself. Immutable.
 *
 * <p>Each version of the tables has a script that leads from the one before; nothing is ever taken back. A library works with
 * tables of its own version and of newer ones.
 */
public final class SchemaScripts {

    /** The version of the tables that this library was written for. */
    public static final int VERSION = 2;

    private static final String APPLY = "apply the schema";
    private static final Pattern PARTITION = Pattern.compile("(?m)^-- (partition by hash \\(.*\\))$");

    /** What each table needs, by name as the scripts have them. Journal and versions are never changed, and nothing is deleted. */
    private static final Map<String, List<String>> RIGHTS = Map.of(
            "privacy_schema", List.of("select"),
            "privacy_subject", List.of("select", "insert", "update"),
            "privacy_journal", List.of("select", "insert"),
            "privacy_subject_state", List.of("select", "insert", "update"),
            "privacy_ledger_pending", List.of("insert"),
            "privacy_policy_guard", List.of("select", "insert", "update"),
            "privacy_policy_version", List.of("select", "insert"));

    private final Dialect dialect;
    private final int partitions;

    private SchemaScripts(Dialect dialect, int partitions) {
        this.dialect = dialect;
        this.partitions = partitions;
    }

    /**
     * The scripts for the database behind a data source.
     *
     * @param dataSource the database
     * @return its scripts, for the connection's own schema and the prefix {@code privacy_}
     * @throws StorageException with code {@code UNSUPPORTED_DATABASE} or {@code STORAGE_UNAVAILABLE}
     */
    public static SchemaScripts forDatabase(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return of(Dialect.of(connection, TableNames.DEFAULT));
        } catch (SQLException e) {
            throw JdbcFailure.of("read the schema", e);
        }
    }

    static SchemaScripts of(Dialect dialect) {
        return new SchemaScripts(dialect, 0);
    }

    /**
     * For tables in a schema; on MariaDB a database.
     *
     * @param name as the database's catalogue has it; it must be there
     * @return scripts for that schema
     */
    public SchemaScripts inSchema(String name) {
        return new SchemaScripts(dialect.with(dialect.names().inSchema(name)), partitions);
    }

    /**
     * For tables with another prefix.
     *
     * @param prefix 1 to 30 characters of {@code a-z 0-9 _}
     * @return scripts for that prefix
     */
    public SchemaScripts withPrefix(String prefix) {
        return new SchemaScripts(dialect.with(dialect.names().withPrefix(prefix)), partitions);
    }

    /**
     * For tables that are cut into hash partitions: subjects and their states by the subject's key, the journal by its reference.
     * Decide before the first use: tables are not cut later. PostgreSQL only.
     *
     * @param count 2 to 1024
     * @return scripts for partitioned tables
     * @throws InvalidInputException on another database, or for another count
     */
    public SchemaScripts partitionedBySubject(int count) {
        if (!dialect.hasHashPartitions()) {
            throw new InvalidInputException(
                    "partitionedBySubject: only PostgreSQL's tables can be cut into partitions");
        }
        if (count < 2 || count > 1024) {
            throw new InvalidInputException("partitionedBySubject: 2 to 1024 partitions are allowed");
        }
        return new SchemaScripts(dialect, count);
    }

    /**
     * The script for an empty schema.
     *
     * @return statements that end with semicolons, with comments
     */
    public String text() {
        return textFrom(0);
    }

    /**
     * The script that leads from an older version of the tables to this one.
     *
     * @param version what {@code select max(version) from privacy_schema} says; 1 if the tables are there and that one is not
     * @return statements that end with semicolons, with comments; empty if nothing is to be done
     */
    public String textFrom(int version) {
        return IntStream.rangeClosed(version + 1, VERSION)
                .mapToObj(this::script)
                .collect(Collectors.joining("\n"));
    }

    private String script(int version) {
        String resource = "schema/" + dialect.folder() + "/v" + version + ".sql";
        try (InputStream stream = Objects.requireNonNull(SchemaScripts.class.getResourceAsStream(resource), resource)) {
            return dialect.named(partitioned(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + resource, e);
        }
    }

    private String partitioned(String script) {
        if (partitions == 0) {
            return script;
        }
        StringBuilder text = new StringBuilder(PARTITION.matcher(script).replaceAll("$1"));
        SchemaScript.of(script).tables().keySet().stream()
                .filter(table -> cut(script, table))
                .forEach(table -> IntStream.range(0, partitions)
                        .forEach(i -> text.append(
                                "\ncreate table %s_p%d partition of %s for values with (modulus %d, remainder %d);"
                                        .formatted(table, i, table, partitions, i))));
        return text.append('\n').toString();
    }

    private static boolean cut(String script, String table) {
        String behind = script.substring(script.indexOf("create table " + table + " ("));
        return PARTITION.matcher(behind.substring(0, behind.indexOf(';'))).find();
    }

    /**
     * The rights that the service's database user needs, and no more: none of them makes, changes or deletes a table, none
     * deletes a row.
     *
     * @param user the database user or role, quoted if need be
     * @return statements that end with semicolons
     */
    public String grants(String user) {
        List<String> grants = new ArrayList<>(dialect.schemaGrants(user));
        new TreeSet<>(RIGHTS.keySet())
                .forEach(table -> grants.add("grant " + String.join(", ", RIGHTS.getOrDefault(table, List.of()))
                        + " on " + dialect.named(table) + " to " + user));
        return grants.stream().map(grant -> grant + ";\n").collect(Collectors.joining());
    }

    static Map<String, List<String>> rights() {
        return RIGHTS;
    }

    SchemaScript expected() {
        return SchemaScript.of(IntStream.rangeClosed(1, VERSION)
                .mapToObj(SchemaScripts.of(dialect.with(TableNames.DEFAULT))::script)
                .collect(Collectors.joining("\n")));
    }

    /**
     * Makes the tables, or leads them to this version; does nothing if they have it. Nodes that start together may all call it.
     * Where the database can (PostgreSQL), all of it is one transaction; elsewhere a script that failed half way is run again.
     *
     * @param dataSource the database; the user needs the right to create tables
     * @throws StorageException with code {@code SCHEMA_WRONG} if only some of the tables are there; nothing was done
     */
    public void apply(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                SchemaLock lock = dialect.lockSchema(connection);
                Statement statement = connection.createStatement()) {
            for (String sql : SchemaScript.statements(textFrom(installed(connection)))) {
                statement.execute(sql);
            }
            lock.commit();
        } catch (SQLException e) {
            throw JdbcFailure.of(APPLY, e);
        }
    }

    /** The version of the tables that are there, 0 if none is. */
    int installed(Connection connection) throws SQLException {
        TreeSet<String> there = new TreeSet<>(dialect.columns(connection).keySet());
        String versions = dialect.names().table("privacy_schema");
        if (there.contains(versions)) {
            return version(connection);
        }
        List<String> first =
                SchemaScript.of(SchemaScripts.of(dialect.with(TableNames.DEFAULT))
                                .script(1))
                        .tables()
                        .keySet()
                        .stream()
                        .map(dialect.names()::table)
                        .toList();
        there.retainAll(first);
        if (there.isEmpty()) {
            return 0;
        }
        if (there.containsAll(first)) {
            return 1;
        }
        throw new StorageException(
                "SCHEMA_WRONG",
                "only some of the tables are there (" + String.join(", ", there)
                        + "), nothing was done: remove them or make the others",
                APPLY,
                "",
                0);
    }

    private int version(Connection connection) {
        return JdbcCalls.query(
                        connection,
                        APPLY,
                        dialect.named("select max(version) version from privacy_schema"),
                        row -> row.getInt("version"))
                .get(0);
    }
}
