package org.privacyrules.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.StorageException;
import org.privacyrules.jdbc.schema.SchemaScript;
import org.privacyrules.jdbc.schema.SchemaScript.Table;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;
import org.privacyrules.jdbc.sql.Dialect;
import org.privacyrules.jdbc.sql.Index;
import org.privacyrules.jdbc.sql.TableNames;
import org.privacyrules.memory.MemoryStorage;

/** The tables in H2. */
@OnDatabase(Product.H2)
class H2SchemaTest extends SchemaContract {

    H2SchemaTest() {
        super(Product.H2);
    }

    @Override
    List<String> retyped(Table table) {
        return table.columns().keySet().stream()
                .map(column -> "alter table " + table.name() + " alter column " + column + " set data type varchar(7)")
                .toList();
    }

    @Override
    List<String> setNullable(String table, List<String> columns, boolean nullable) {
        return columns.stream()
                .map(column -> "alter table " + table + " alter column " + column + (nullable ? " drop" : " set")
                        + " not null")
                .toList();
    }

    @Override
    List<String> emptied(Table table) {
        List<String> statements = new ArrayList<>(List.of(withoutPrimaryKey(table.name())));
        SchemaScript.of(SchemaScripts.forDatabase(owner).text()).indexes().stream()
                .filter(index -> index.table().equals(table.name()))
                .map(Index::name)
                .forEach(index -> statements.add("drop index " + index));
        statements.add("alter table " + table.name() + " drop column "
                + String.join(", ", table.columns().keySet()));
        return statements;
    }

    @Override
    String withoutPrimaryKey(String table) {
        return "alter table " + table + " drop primary key";
    }

    @Test
    void a_file_that_is_written_late_is_refused(@TempDir Path folder) {
        String url = "jdbc:h2:" + folder.resolve("db");
        JdbcConnectionPool late = JdbcConnectionPool.create(url, "sa", "");
        SchemaScripts.forDatabase(late).apply(late);
        StorageException refused = assertThrows(StorageException.class, () -> JdbcStorage.on(late));
        assertEquals("NOT_DURABLE", refused.code());
        assertTrue(refused.getMessage().contains(";WRITE_DELAY=0"), refused.getMessage());
        late.dispose();
        JdbcConnectionPool atOnce = JdbcConnectionPool.create(url + ";WRITE_DELAY=0", "sa", "");
        assertFalse(JdbcStorage.on(atOnce).toString().contains("in memory"));
        atOnce.dispose();
        JdbcConnectionPool readOnly = JdbcConnectionPool.create(url + ";WRITE_DELAY=0;ACCESS_MODE_DATA=r", "sa", "");
        assertEquals(
                "STORAGE_READ_ONLY",
                assertThrows(StorageException.class, () -> JdbcStorage.on(readOnly))
                        .code());
        readOnly.dispose();
    }

    @Test
    void memory_is_told() {
        assertTrue(JdbcStorage.on(owner).toString().contains("in memory: nothing survives the process"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", "MODE=MySQL;DATABASE_TO_LOWER=TRUE", "IGNORECASE=TRUE"
            })
    void the_tables_are_found_whatever_the_mode(String settings) {
        DataSource other = JdbcConnectionPool.create(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;" + settings, "sa", "");
        SchemaScripts.forDatabase(other).apply(other);
        assertEquals(Scenario.run(MemoryStorage.create(), "mode"), Scenario.run(JdbcStorage.on(other), "mode"));
    }

    @Test
    void tables_are_not_cut_here() {
        assertThrows(InvalidInputException.class, () -> scripts().partitionedBySubject(8));
    }

    @ParameterizedTest
    @CsvSource({
        "MySQL,8.4.3",
        "Oracle,23.0",
        "PostgreSQL,13.20",
        "PostgreSQL,9.6",
        "MariaDB,10.6.21-MariaDB",
        "MariaDB,5.5.5-10.6.21-MariaDB",
        "MySQL,10.6.21-MariaDB",
        "H2,1.4.200 (2019-10-14)",
        "MariaDB,unknown"
    })
    void other_products_and_older_versions_are_refused(String product, String version) {
        StorageException refused =
                assertThrows(StorageException.class, () -> JdbcStorage.on(Proxies.calledBy(owner, product, version)));
        assertEquals("UNSUPPORTED_DATABASE", refused.code());
        assertTrue(
                refused.getMessage()
                        .contains(version
                                + " is not supported: PostgreSQL 14 or newer, MariaDB 10.11 or newer and H2 2 are"),
                refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "PostgreSQL,14beta1,PostgresDialect",
        "PostgreSQL,18.1 (Debian 18.1-1),PostgresDialect",
        "MariaDB,10.11.6-MariaDB,MariaDbDialect",
        "MySQL,5.5.5-10.11.6-MariaDB-log,MariaDbDialect",
        "MySQL,11.4.5-MariaDB,MariaDbDialect",
        "H2,2.3.232,H2Dialect"
    })
    void what_is_supported_is_known(String product, String version, String dialect) throws SQLException {
        try (Connection connection = Proxies.calledBy(owner, product, version).getConnection()) {
            assertEquals(
                    dialect,
                    Dialect.of(connection, TableNames.DEFAULT).getClass().getSimpleName());
        }
    }
}
