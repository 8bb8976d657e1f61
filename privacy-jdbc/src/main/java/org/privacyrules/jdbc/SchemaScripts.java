package org.privacyrules.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.privacyrules.failure.StorageException;

/**
 * The statements that make the tables: hand them to the host's own migration tool, or let them be applied. They do not lie
 * where a migration tool would pick them up by itself. Immutable.
 */
public final class SchemaScripts {

    private static final String H2 = "H2";

    /** Every table with the columns that the statements use. */
    private static final Map<String, String> TABLES = Map.of(
            "privacy_subject", "tenant, subject_key, ref, salt, seq, recorded_at",
            "privacy_journal",
                    "ref, operation_id, entry_id, seq, recorded_at, clock_at, kind, policy_version, purpose, payload, format",
            "privacy_subject_state", "tenant, " + H2Sql.STATE_COLUMNS,
            "privacy_policy_guard", "tenant, held",
            "privacy_policy_version", "tenant, " + H2Sql.POLICY_COLUMNS,
            "privacy_ledger_pending", "entry_id, ref, operation_id");

    private final String product;
    private final String text;

    private SchemaScripts(String product, String text) {
        this.product = product;
        this.text = text;
    }

    /**
     * The scripts for the database behind a data source.
     *
     * @param dataSource the database
     * @return its scripts
     * @throws StorageException with code {@code UNSUPPORTED_DATABASE} or {@code STORAGE_UNAVAILABLE}
     */
    public static SchemaScripts forDatabase(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            if (!product.equals(H2)) {
                throw new StorageException(
                        "UNSUPPORTED_DATABASE", product + " is not supported, only " + H2, "read the schema", "", 0);
            }
            String version = connection.getMetaData().getDatabaseProductVersion();
            return new SchemaScripts(product + " " + version, read("schema/h2/v1.sql"));
        } catch (SQLException e) {
            throw JdbcFailure.of("read the schema", e);
        }
    }

    private static String read(String resource) {
        try (InputStream stream = Objects.requireNonNull(SchemaScripts.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + resource, e);
        }
    }

    /**
     * The script of the newest version, for an empty schema.
     *
     * @return statements that end with semicolons, with comments
     */
    public String text() {
        return text;
    }

    String product() {
        return product;
    }

    /**
     * Makes the tables. Fails without a change if one of them exists.
     *
     * @param dataSource the database; the user needs the right to create tables
     * @throws StorageException if a table exists or a statement failed
     */
    public void apply(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES.keySet()) {
                requireMissing(connection, table);
            }
            for (String sql : statements()) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw JdbcFailure.of("apply the schema", e);
        }
    }

    private static void requireMissing(Connection connection, String table) throws SQLException {
        String schema = connection.getSchema();
        try (ResultSet found = connection.getMetaData().getTables(null, schema, table.toUpperCase(Locale.ROOT), null)) {
            if (found.next()) {
                throw new StorageException(
                        "STORAGE_FAILED",
                        "table " + table + " exists already, nothing was done",
                        "apply the schema",
                        "",
                        0);
            }
        }
    }

    private List<String> statements() {
        return Arrays.stream(text.replaceAll("(?m)^--.*$", "").split(";"))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList();
    }

    void requireApplied(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                statement
                        .executeQuery("select " + table.getValue() + " from " + table.getKey() + " where 1 = 0")
                        .close();
            }
        } catch (SQLException e) {
            StorageException failure = JdbcFailure.of("check the schema", e);
            throw failure.sqlState().startsWith("42")
                    ? new StorageException(
                            "SCHEMA_MISSING",
                            "the tables are not there, or lack a column: run the statements of SchemaScripts.forDatabase(dataSource).text(),"
                                    + " or call apply(dataSource) once",
                            "check the schema",
                            failure.sqlState(),
                            failure.vendorCode())
                    : failure;
        }
    }
}
