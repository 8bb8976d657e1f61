package org.privacyrules.jdbc.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** MariaDB's catalogue. */
abstract class MariaDbHostCatalogueContract extends HostCatalogueContract {

    MariaDbHostCatalogueContract(Product product) {
        super(product);
    }

    @Override
    String generated() {
        return "int as (zoo + 1) stored";
    }

    @Override
    void createTrigger(String in, String name, String event, String table) {
        execute("create trigger " + in + "<" + name + "> after " + event + " on " + in + "<" + table
                + "> for each row begin end");
    }

    @Override
    String createUser(String quoted) {
        return "create user " + quoted + " identified by '" + quoted.substring(1, quoted.length() - 1) + "'";
    }

    @Override
    String dropUser(String quoted) {
        return "drop user " + quoted;
    }

    @Override
    boolean showsAll() {
        return false;
    }

    @Override
    String varchar20() {
        return "varchar(20)";
    }

    @Override
    List<String> emptied(String own, List<String> others) {
        List<String> statements = new ArrayList<>(List.of("set foreign_key_checks = 0"));
        others.forEach(other -> statements.add("drop schema " + other));
        statements.addAll(List.of("drop schema " + own, "create schema " + own));
        return statements;
    }

    /** A database's name does not end with a blank. */
    @Override
    List<String> nearlyAlike() {
        return List.of("_a_b", "_axb", "_A_B", "_ä_b", "%");
    }

    @Test
    void a_table_without_transactions_is_told() {
        execute(
                "create table <t> (<i> int)",
                "create table <old> (<i> int) engine = MyISAM",
                "create table <aria> (<i> int) engine = Aria");
        assertEquals("InnoDB", table("t").engine());
        assertEquals("MyISAM", table("old").engine());
        assertFalse(table("old").transactional());
        assertFalse(table("aria").transactional());
    }

    @Test
    void a_table_that_keeps_what_was_deleted_is_told() {
        execute("create table <t> (<i> int) with system versioning", "create sequence <s>");
        assertEquals(List.of("t"), names(read()));
        assertTrue(table("t").keepsHistory());
    }

    @Test
    void only_whole_indexes_are_keys() {
        execute("create table <t> (<a> varchar(100), <b> text, unique key <short> (<a>(3)), fulltext key <words> (<b>),"
                + " unique key <long> (<b>))");
        HostTable table = table("t");
        assertEquals(new HostIndex("short", List.of("a"), false, true, false), index(table, "short"));
        assertFalse(index(table, "words").whole());
        assertEquals(List.of(List.of("b")), table.uniqueKeys());
    }

    @Test
    void types_of_its_own_are_told() {
        execute("create table <t> (<id> int unsigned not null auto_increment primary key, <big> bigint unsigned,"
                + " <e> enum('a unsigned','b'), <j> json, <t> text, <b> varbinary(9), <at> datetime(6), <yes> boolean,"
                + " <v> int as (id + 1) virtual)");
        HostTable table = table("t");
        assertEquals(new HostColumn("id", "int(10) unsigned", Types.BIGINT, 0, false, false), column(table, "id"));
        assertEquals(Types.DECIMAL, column(table, "big").jdbcType());
        assertEquals("enum('a unsigned','b')", column(table, "e").type());
        assertEquals(Types.VARCHAR, column(table, "e").jdbcType());
        assertEquals(Types.LONGVARCHAR, column(table, "j").jdbcType());
        assertEquals(65535, column(table, "t").size());
        assertEquals(new HostColumn("b", "varbinary(9)", Types.VARBINARY, 9, true, false), column(table, "b"));
        assertEquals(new HostColumn("at", "datetime(6)", Types.TIMESTAMP, 0, true, false), column(table, "at"));
        assertEquals(Types.TINYINT, column(table, "yes").jdbcType());
        assertTrue(column(table, "v").generated());
    }

    /** One table's key is not the other's, although the catalogue takes their names for the same. */
    @Test
    void tables_that_differ_in_case_or_accents_are_two() {
        execute(
                "create table <t> (<id> int primary key, <r> int, constraint <fk> foreign key (<r>) references <t> (<id>))",
                "create table <T> (<other> varchar(9) primary key, <r> varchar(9), constraint <fk2> foreign key (<r>)"
                        + " references <T> (<other>) on delete cascade)",
                "create table <ť> (<third> int primary key)");
        HostCatalogue catalogue = read();
        assertEquals(Set.of("t", "T", "ť"), Set.copyOf(names(catalogue)));
        assertEquals(List.of("id"), table(catalogue, "t").primaryKey());
        assertEquals(List.of("other"), table(catalogue, "T").primaryKey());
        assertEquals(List.of("third"), table(catalogue, "ť").primaryKey());
        assertEquals(1, catalogue.foreignKeysTo("t").size());
        assertEquals("fk2", catalogue.foreignKeysTo("T").get(0).name());
    }
}
