package org.privacyrules.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.StorageException;
import org.privacyrules.jdbc.schema.SchemaScript.Table;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The tables in PostgreSQL. */
@OnDatabase(Product.POSTGRESQL)
class PostgresSchemaTest extends SchemaContract {

    PostgresSchemaTest() {
        super(Product.POSTGRESQL);
    }

    private static String alter(String table, List<String> columns, String change) {
        return "alter table " + table + " "
                + columns.stream().map(change::formatted).collect(Collectors.joining(", "));
    }

    @Override
    List<String> retyped(Table table) {
        return List.of(alter(
                table.name(),
                List.copyOf(table.columns().keySet()),
                "alter column %1$s type varchar(7) using cast(cast(%1$s as text) as varchar(7))"));
    }

    @Override
    List<String> setNullable(String table, List<String> columns, boolean nullable) {
        return List.of(alter(table, columns, "alter column %s " + (nullable ? "drop" : "set") + " not null"));
    }

    @Override
    List<String> emptied(Table table) {
        return List.of(alter(table.name(), List.copyOf(table.columns().keySet()), "drop column %s"));
    }

    @Override
    String withoutPrimaryKey(String table) {
        return "alter table " + table + " drop constraint " + table + "_pkey";
    }

    @Override
    boolean undoesTables() {
        return true;
    }

    @Test
    void another_collation_is_told_and_changed() {
        execute(
                "alter table privacy_subject_state alter column aspect type character varying(66) collate \"POSIX\"",
                "alter table privacy_journal alter column purpose type character varying(64) collate \"C\"");
        String message = mend("SCHEMA_WRONG", "must be character varying(66) collate \"C\" not null");
        assertTrue(message.contains("column purpose of privacy_journal"), message);
    }

    @Test
    void an_unlogged_table_is_told_and_changed() {
        execute("alter table privacy_journal set unlogged");
        mend("SCHEMA_WRONG", "privacy_journal is unlogged");
    }

    @Test
    void an_index_that_holds_only_some_rows_or_checks_late_is_none() {
        execute(
                "drop index privacy_policy_version_by_start",
                "create unique index privacy_policy_version_by_start on privacy_policy_version (tenant, effective_from)"
                        + " where hash <> ''");
        mend("SCHEMA_WRONG", "privacy_policy_version lacks an index");
        execute(
                "alter table privacy_subject drop constraint privacy_subject_pkey",
                "alter table privacy_subject add primary key (tenant, subject_key) deferrable");
        mend("SCHEMA_WRONG", "privacy_subject has another primary key or none");
    }

    @Test
    void rules_that_hide_rows_from_the_user_are_refused() throws SQLException {
        try (RestrictedUser user = RestrictedUser.of(database, scripts())) {
            execute(
                    "alter table privacy_journal enable row level security",
                    "alter table privacy_subject_state enable row level security");
            StorageException hidden = assertThrows(StorageException.class, () -> JdbcStorage.on(user.dataSource()));
            assertEquals("STORAGE_FORBIDDEN", hidden.code());
            assertThrows(
                    StorageException.class,
                    () -> JdbcStorage.builder(owner)
                            .readingBeside(user.dataSource())
                            .build());
            execute(remedy(hidden));
            JdbcStorage.on(user.dataSource());
        }
    }

    @Test
    void a_user_who_may_only_read_is_refused() {
        try (RestrictedUser user = RestrictedUser.of(database, scripts())) {
            execute("alter role " + user.quoted() + " set default_transaction_read_only = on");
            assertEquals(
                    "STORAGE_READ_ONLY",
                    assertThrows(StorageException.class, () -> JdbcStorage.on(user.dataSource()))
                            .code());
        }
    }

    @Test
    void what_a_crash_can_lose_is_told() {
        try (RestrictedUser user = RestrictedUser.of(database, scripts())) {
            for (String setting : List.of("on", "off")) {
                execute("alter role " + user.quoted() + " set synchronous_commit = " + setting);
                String told = JdbcStorage.on(user.unpooled()).toString();
                assertEquals(setting.equals("off"), told.contains("synchronous_commit is off"), told);
                assertEquals(
                        count("select case current_setting('fsync') when 'off' then 1 else 0 end") == 1,
                        told.contains("fsync is off"),
                        told);
            }
        }
    }

    @Test
    void another_encoding_is_refused() {
        String latin = "latin" + UUID.randomUUID().toString().substring(0, 8);
        execute("create database " + latin + " encoding 'LATIN1' locale 'C' template template0");
        try {
            StorageException refused = assertThrows(
                    StorageException.class,
                    () -> JdbcStorage.on(new DriverManagerDataSource(
                            database.url().replaceFirst("[^/]*$", latin), database.user(), database.password())));
            assertEquals("UNSUPPORTED_DATABASE", refused.code());
            assertTrue(refused.getMessage().contains("UTF8"), refused.getMessage());
        } finally {
            execute("drop database " + latin);
        }
    }

    @Test
    void tables_that_the_search_path_leads_to_are_ours() {
        try (RestrictedUser user = RestrictedUser.of(database, scripts())) {
            execute(
                    "create schema authorization " + user.quoted(),
                    "create schema empty",
                    "alter role " + user.quoted() + " set search_path = \"$user\", empty, public");
            SchemaScripts.forDatabase(user.dataSource()).apply(user.dataSource());
            assertEquals(
                    0,
                    count(
                            "select count(*) from pg_tables where schemaname = ?",
                            user.quoted().replace("\"", "")));
            JdbcStorage.on(user.dataSource());
        }
    }

    @Test
    void partitions_are_made_in_any_schema_and_hold_many_subjects() throws SQLException {
        execute(createSchema(oddSchema()));
        try {
            SchemaScripts odd =
                    scripts().inSchema(oddSchema()).withPrefix("cut_").partitionedBySubject(8);
            odd.apply(owner);
            odd.apply(owner);
            JdbcStorage storage = JdbcStorage.builder(owner)
                    .inSchema(oddSchema())
                    .withPrefix("cut_")
                    .build();
            Scenario.run(storage, "tenant");
            String state = quoted(oddSchema()) + ".cut_subject_state";
            assertEquals(8, count("select count(*) from pg_inherits where inhparent = '" + state + "'::regclass"));
            execute("insert into " + state + " select tenant, decode(lpad(to_hex(i), 8, '0'), 'hex'), aspect, status,"
                    + " seq, since, until, text_version, by_guardian, pending_text_version, pending_until,"
                    + " pending_by_guardian, fact_value from " + state + ", generate_series(1, 500) i"
                    + " where aspect = 'f:country'");
            assertEquals(8, count("select count(distinct tableoid) from " + state));
        } finally {
            execute(dropSchema(oddSchema()));
        }
    }

    @Test
    void only_two_to_1024_partitions_are_made() {
        assertThrows(InvalidInputException.class, () -> scripts().partitionedBySubject(1));
        assertThrows(InvalidInputException.class, () -> scripts().partitionedBySubject(1025));
        assertEquals(3 * 1024, scripts().partitionedBySubject(1024).text().split(" partition of ").length - 1);
    }

    @Test
    void a_name_that_the_database_would_cut_is_refused() {
        String whole = "é".repeat(31) + "e";
        execute(createSchema(whole));
        try {
            scripts().inSchema(whole).apply(owner);
            JdbcStorage.builder(owner).inSchema(whole).build();
            assertThrows(
                    InvalidInputException.class,
                    () -> JdbcStorage.builder(owner).inSchema(whole + "e").build());
        } finally {
            execute(dropSchema(whole));
        }
    }
}
