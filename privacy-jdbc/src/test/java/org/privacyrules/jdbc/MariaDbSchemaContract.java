package org.privacyrules.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.jdbc.schema.SchemaScript;
import org.privacyrules.jdbc.schema.SchemaScript.Table;
import org.privacyrules.jdbc.servers.TestDatabase.Product;
import org.privacyrules.jdbc.sql.Column;
import org.privacyrules.jdbc.sql.Index;

/** The tables in MariaDB, whatever the driver. */
abstract class MariaDbSchemaContract extends SchemaContract {

    MariaDbSchemaContract(Product product) {
        super(product);
    }

    private static String alter(String table, List<String> columns, String change) {
        return "alter table " + table + " "
                + columns.stream().map(change::formatted).collect(Collectors.joining(", "));
    }

    @Override
    List<String> retyped(Table table) {
        return List.of(
                alter(table.name(), List.copyOf(table.columns().keySet()), "modify column %s varchar(7) not null"));
    }

    @Override
    List<String> setNullable(String table, List<String> columns, boolean nullable) {
        Map<String, Column> expected = Objects.requireNonNull(
                        SchemaScript.of(SchemaScripts.forDatabase(owner).text())
                                .tables()
                                .get(table))
                .columns();
        return List.of("alter table " + table + " "
                + columns.stream()
                        .map(column -> "modify column " + column + " "
                                + Objects.requireNonNull(expected.get(column)).type()
                                + (nullable ? " null" : " not null"))
                        .collect(Collectors.joining(", ")));
    }

    @Override
    List<String> emptied(Table table) {
        return List.of(
                withoutPrimaryKey(table.name()),
                alter(table.name(), List.copyOf(table.columns().keySet()), "drop column %s"));
    }

    @Override
    String withoutPrimaryKey(String table) {
        return "alter table " + table + " drop primary key";
    }

    @Override
    String withoutIndex(Index index) {
        return "drop index " + index.name() + " on " + index.table();
    }

    @Override
    String oddSchema() {
        return "My `odd` schema";
    }

    @Override
    String quoted(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    @Override
    String createSchema(String name) {
        return "create database " + quoted(name);
    }

    @Override
    String dropSchema(String name) {
        return "drop database " + quoted(name);
    }

    @Override
    int everyWhichHostileName() {
        return 10;
    }

    @Test
    void another_character_set_or_collation_is_told_and_changed() {
        for (String charset : List.of(
                "character set latin1 collate latin1_bin", "character set utf8mb4 collate utf8mb4_general_ci")) {
            for (Table table : tables()) {
                List<String> texts = table.columns().entrySet().stream()
                        .filter(column -> column.getValue().type().contains("character set"))
                        .map(Map.Entry::getKey)
                        .toList();
                if (!texts.isEmpty()) {
                    execute("alter table " + table.name() + " convert to " + charset);
                    String message = mend("SCHEMA_WRONG", charset);
                    texts.forEach(column -> assertTrue(message.contains("column " + column + " of "), message));
                }
            }
        }
    }

    @Test
    void a_table_without_transactions_is_told_and_changed() {
        execute("alter table privacy_journal engine = MyISAM");
        mend("SCHEMA_WRONG", "privacy_journal is kept by MyISAM");
    }

    @Test
    void an_index_on_the_beginning_of_a_column_is_none() {
        execute("alter table privacy_subject drop primary key, add primary key (tenant, subject_key(10))");
        mend("SCHEMA_WRONG", "privacy_subject has another primary key or none");
    }

    @Test
    void a_database_that_only_reads_is_refused() {
        execute("set global read_only = 1");
        try {
            assertEquals("STORAGE_READ_ONLY", refused().code());
        } finally {
            execute("set global read_only = 0");
        }
    }

    @Test
    void what_a_crash_can_lose_is_told() {
        long before = count("select @@global.innodb_flush_log_at_trx_commit");
        try {
            for (int setting : new int[] {0, 1, 2}) {
                execute("set global innodb_flush_log_at_trx_commit = " + setting);
                String told = JdbcStorage.on(owner).toString();
                assertEquals(setting != 1, told.contains("innodb_flush_log_at_trx_commit is not 1"), told);
            }
        } finally {
            execute("set global innodb_flush_log_at_trx_commit = " + before);
        }
    }

    @Test
    void tables_are_not_cut_here() {
        assertThrows(InvalidInputException.class, () -> scripts().partitionedBySubject(8));
    }

    @Test
    void a_name_that_the_database_cannot_hold_is_refused() {
        execute(createSchema("?"));
        try {
            scripts().inSchema("?").apply(owner);
            JdbcStorage.builder(owner).inSchema("?").build();
            assertThrows(
                    InvalidInputException.class,
                    () -> JdbcStorage.builder(owner).inSchema("😂").build());
            assertThrows(
                    InvalidInputException.class,
                    () -> JdbcStorage.builder(owner).inSchema("a".repeat(65)).build());
        } finally {
            execute(dropSchema("?"));
        }
    }
}
