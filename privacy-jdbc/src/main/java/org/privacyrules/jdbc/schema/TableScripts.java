package org.privacyrules.jdbc.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.StorageException;
import org.privacyrules.jdbc.sql.Dialect;
import org.privacyrules.jdbc.sql.JdbcCalls;
import org.privacyrules.jdbc.sql.JdbcFailure;
import org.privacyrules.jdbc.sql.SchemaLock;
import org.privacyrules.jdbc.sql.TableNames;

/**
 * The scripts of the tables, version by version, and how far a database has come with them.
 *
 * @param dialect the database, and where the tables lie
 * @param partitions into how many partitions tables are cut, 0 if they are not
 */
public record TableScripts(Dialect dialect, int partitions) {

    /** The version of the tables that this library was written for. */
    public static final int VERSION = 4;

    private static final String APPLY = "apply the schema";
    private static final Pattern PARTITION = Pattern.compile("(?m)^-- (partition by hash \\(.*\\))$");

    /** Nothing comes before a statement that makes this table: without a row it says that a script failed half way. */
    static final String VERSIONS = "privacy_schema";

    /** The version of tables whose script failed half way. */
    static final int BEGUN = -1;

    private static final Pattern CREATE = Pattern.compile("^create (table|index|unique index) (?!if )");

    public static TableScripts of(Dialect dialect) {
        return new TableScripts(dialect, 0);
    }

    public TableNames names() {
        return dialect.names();
    }

    /** The same for other tables. */
    public TableScripts of(TableNames other) {
        return new TableScripts(dialect.with(other), partitions);
    }

    /** The same for tables that are cut into hash partitions. */
    public TableScripts cutInto(int count) {
        if (!dialect.hasHashPartitions()) {
            throw new InvalidInputException(
                    "partitionedBySubject: only PostgreSQL's tables can be cut into partitions");
        }
        if (count < 2 || count > 1024) {
            throw new InvalidInputException("partitionedBySubject: 2 to 1024 partitions are allowed");
        }
        return new TableScripts(dialect, count);
    }

    /** The script that leads from an older version of the tables to this one. */
    public String from(int version) {
        return dialect.named(scriptFrom(version));
    }

    /** With the names of the scripts. */
    private String scriptFrom(int version) {
        if (version < 0) {
            throw new InvalidInputException("textFrom: a version is 0 or more");
        }
        return scripts(version, VERSION);
    }

    private String scripts(int from, int to) {
        return IntStream.rangeClosed(from + 1, to).mapToObj(this::script).collect(Collectors.joining("\n"));
    }

    private String script(int version) {
        String resource = dialect.folder() + "/v" + version + ".sql";
        try (InputStream stream = Objects.requireNonNull(TableScripts.class.getResourceAsStream(resource), resource)) {
            return partitioned(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + resource, e);
        }
    }

    private String partitioned(String script) {
        if (partitions == 0) {
            return script;
        }
        StringBuilder text = new StringBuilder(PARTITION.matcher(script).replaceAll("$1"));
        Arrays.stream(script.split(";"))
                .filter(statement -> PARTITION.matcher(statement).find())
                .flatMap(statement -> SchemaScript.of(statement).tables().keySet().stream())
                .forEach(table -> IntStream.range(0, partitions)
                        .forEach(i -> text.append(
                                "\ncreate table %s_p%d partition of %s for values with (modulus %d, remainder %d);"
                                        .formatted(table, i, table, partitions, i))));
        return text.append('\n').toString();
    }

    /** What the service's database user must be granted. */
    public String grants(String user, Optional<String> ownSchema) {
        Stream<String> schema = dialect.names().schema().or(() -> ownSchema).stream()
                .flatMap(name -> dialect.schemaGrants(name, user).stream());
        Stream<String> tables = new TreeSet<>(Rights.NEEDED.keySet())
                .stream().map(table -> Rights.grant(dialect, table, Rights.on(table), user));
        return Stream.concat(schema, tables).map(grant -> grant + ";\n").collect(Collectors.joining());
    }

    SchemaScript expected() {
        return SchemaScript.of(scriptFrom(0));
    }

    /** The statements that make a table, its indexes and its first row. */
    List<String> statementsOn(String table) {
        return SchemaScript.statements(scriptFrom(0)).stream()
                .filter(statement -> statement.contains(" " + table + " "))
                .map(statement -> dialect.named(statement.replaceAll("\\s+", " ")))
                .toList();
    }

    /** How a host comes to these scripts. */
    String call() {
        TableNames names = dialect.names();
        return "SchemaScripts.forDatabase(dataSource)"
                + names.schema().map(schema -> ".inSchema(\"" + schema + "\")").orElse("")
                + (names.prefix().equals(TableNames.DEFAULT_PREFIX) ? "" : ".withPrefix(\"" + names.prefix() + "\")");
    }

    /** Makes the tables, or leads them to this version. */
    public void apply(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                SchemaLock lock = dialect.lockSchema(connection);
                Statement statement = connection.createStatement()) {
            for (String sql : pending(installed(connection))) {
                statement.execute(sql);
            }
            lock.commit();
        } catch (SQLException e) {
            throw JdbcFailure.of(APPLY, e);
        }
    }

    private List<String> pending(int installed) {
        if (installed >= VERSION) {
            return List.of();
        }
        List<String> statements = new ArrayList<>(SchemaScript.statements(scriptFrom(Math.max(installed, 0))));
        statements.sort(Comparator.comparing(TableScripts::place));
        return statements.stream()
                .map(sql -> installed == BEGUN ? CREATE.matcher(sql).replaceFirst("create $1 if not exists ") : sql)
                .map(dialect::named)
                .toList();
    }

    /** The version's table comes first and what is written to it last, so that it tells of a script that failed half way. */
    private static int place(String sql) {
        if (SchemaScript.of(sql).tables().containsKey(VERSIONS)) {
            return 0;
        }
        return sql.contains(" " + VERSIONS + " ") ? 2 : 1;
    }

    /** The version of the tables that are there, 0 if none is, {@link #BEGUN} if a script failed half way. */
    int installed(Connection connection) {
        Set<String> there = dialect.catalogue().columns(connection).keySet();
        if (has(there, VERSIONS)) {
            int version = version(connection);
            requireAll(of(version), there);
            return version;
        }
        if (of(1).tables().keySet().stream().noneMatch(table -> has(there, table))) {
            return 0;
        }
        requireAll(of(1), there);
        return 1;
    }

    /** The version that the tables say they have, 1 if none says it. */
    int claimed(Connection connection) {
        boolean told = has(dialect.catalogue().columns(connection).keySet(), VERSIONS);
        return told ? version(connection) : 1;
    }

    /** What the scripts of a version and of those before it make. */
    public SchemaScript of(int version) {
        return SchemaScript.of(scripts(0, Math.min(version, VERSION)));
    }

    private boolean has(Set<String> there, String table) {
        return there.contains(dialect.names().table(table));
    }

    private void requireAll(SchemaScript script, Set<String> there) {
        List<String> absent = script.tables().keySet().stream()
                .filter(table -> !has(there, table))
                .map(dialect.names()::table)
                .toList();
        if (!absent.isEmpty()) {
            throw new StorageException(
                    "SCHEMA_WRONG",
                    "only some of the tables are there, nothing was done. Restore " + String.join(", ", absent)
                            + ", or remove the others if none was ever used",
                    APPLY,
                    "",
                    0);
        }
    }

    private int version(Connection connection) {
        return JdbcCalls.query(
                        connection,
                        APPLY,
                        dialect.named("select coalesce(max(version), " + BEGUN + ") version from privacy_schema"),
                        row -> row.getInt("version"))
                .get(0);
    }
}
