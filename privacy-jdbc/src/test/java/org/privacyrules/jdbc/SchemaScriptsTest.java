package org.privacyrules.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.privacyrules.failure.StorageException;

/** The tables are made on request and missed at once. */
class SchemaScriptsTest {

    @Test
    void a_database_without_the_tables_is_refused_with_the_remedy() {
        StorageException missing = assertThrows(StorageException.class, () -> JdbcStorage.on(H2.empty()));
        assertEquals("SCHEMA_MISSING", missing.code());
        assertTrue(missing.getMessage().contains("SchemaScripts"), missing.getMessage());
    }

    @Test
    void a_schema_with_one_table_of_ours_is_left_as_it_is() throws SQLException {
        DataSource dataSource = H2.empty();
        execute(dataSource, "create table privacy_ledger_pending (entry_id uuid)");
        assertThrows(
                StorageException.class,
                () -> SchemaScripts.forDatabase(dataSource).apply(dataSource));
        execute(dataSource, "drop table privacy_ledger_pending");
        SchemaScripts.forDatabase(dataSource).apply(dataSource);
    }

    @Test
    void a_missing_column_is_found_at_the_start() throws SQLException {
        DataSource dataSource = H2.withTables();
        execute(dataSource, "alter table privacy_subject_state drop column pending_until");
        assertEquals(
                "SCHEMA_WRONG",
                assertThrows(StorageException.class, () -> JdbcStorage.on(dataSource))
                        .code());
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void the_text_can_be_given_to_another_tool() {
        assertTrue(SchemaScripts.forDatabase(H2.empty()).text().contains("create table privacy_journal"));
    }

    @Test
    void the_product_and_its_version_are_told() {
        assertTrue(H2.storage().toString().startsWith("H2 2."));
    }

    /** Flyway looks into db/migration, Liquibase into db/changelog; both at the root. */
    @Test
    void no_migration_tool_picks_the_scripts_up_by_itself() throws Exception {
        Path root = Path.of(SchemaScripts.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (FileSystem jar = Files.isDirectory(root) ? null : FileSystems.newFileSystem(root);
                Stream<Path> files = Files.walk(jar == null ? root : jar.getPath("/"))) {
            List<String> scripts = files.filter(
                            file -> !file.toString().endsWith(".class") && Files.isRegularFile(file))
                    .map(file -> (jar == null ? root : jar.getPath("/"))
                            .relativize(file)
                            .toString()
                            .replace('\\', '/'))
                    .filter(name -> !name.startsWith("META-INF/"))
                    .sorted()
                    .toList();
            assertEquals(
                    Stream.of("h2", "mariadb", "postgresql")
                            .flatMap(product -> Stream.of("v1", "v2", "v3", "v4")
                                    .map(version -> "org/privacyrules/jdbc/schema/" + product + "/" + version + ".sql"))
                            .toList(),
                    scripts);
        }
    }
}
