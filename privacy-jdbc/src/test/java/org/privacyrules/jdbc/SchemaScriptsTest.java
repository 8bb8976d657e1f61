package org.privacyrules.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    void the_tables_are_not_made_twice() {
        DataSource dataSource = H2.withTables();
        assertThrows(
                StorageException.class,
                () -> SchemaScripts.forDatabase(dataSource).apply(dataSource));
        JdbcStorage.on(dataSource);
    }

    @Test
    void the_text_can_be_given_to_another_tool() {
        assertTrue(SchemaScripts.forDatabase(H2.empty()).text().contains("create table privacy_journal"));
    }

    @Test
    void the_product_and_its_version_are_told() {
        assertTrue(H2.storage().toString().startsWith("H2 2."));
    }
}
