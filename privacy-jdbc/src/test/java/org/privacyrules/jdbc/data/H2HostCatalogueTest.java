package org.privacyrules.jdbc.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.privacyrules.jdbc.data.ForeignKey.DeleteRule;
import org.privacyrules.jdbc.data.HostTrigger.Event;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** H2's catalogue. */
@OnDatabase(Product.H2)
class H2HostCatalogueTest extends HostCatalogueContract {

    H2HostCatalogueTest() {
        super(Product.H2);
    }

    @Override
    String generated() {
        return "int generated always as (<zoo> + 1)";
    }

    @Override
    void createTrigger(String in, String name, String event, String table) {
        execute("create trigger " + in + "<" + name + "> before " + event + " on " + in + "<" + table
                + "> for each row call '" + NoTrigger.class.getName() + "'");
    }

    @Override
    List<String> emptied(String own, List<String> others) {
        return List.of("drop all objects");
    }

    @Override
    String createUser(String quoted) {
        return "create user " + quoted + " password '" + quoted.substring(1, quoted.length() - 1) + "'";
    }

    @Override
    String dropUser(String quoted) {
        return "drop user " + quoted;
    }

    @Override
    String varchar20() {
        return "CHARACTER VARYING(20)";
    }

    @Test
    void a_trigger_may_fire_on_both() {
        execute("create table <t> (<i> int)");
        createTrigger("both", "insert, update, delete", "t");
        assertEquals(
                List.of(new HostTrigger("t", "both", Set.of(Event.DELETE, Event.UPDATE))),
                table("t").triggers());
    }

    @Test
    void a_reference_may_set_a_default() {
        execute(
                "create table <p> (<i> int not null primary key)",
                "create table <c> (<r> int default 1, foreign key (<r>) references <p> (<i>) on delete set default)");
        assertEquals(DeleteRule.SET_DEFAULT, read().foreignKeysFrom("c").get(0).onDelete());
    }

    @Test
    void temporary_tables_are_none() {
        execute("create table <t> (<i> int)", "create global temporary table <g> (<i> int)");
        assertEquals(List.of("t"), names(read()));
    }

    @Test
    void a_table_of_another_database_is_no_part_of_a_transaction() {
        execute(
                "create table <t> (<i> int)",
                "create linked table <far> (null, 'jdbc:h2:mem:', 'sa', '', 'INFORMATION_SCHEMA.USERS')");
        assertTrue(table("t").transactional());
        assertFalse(table("far").transactional());
    }

    @Test
    void columns_that_an_index_only_carries_are_not_its_key() {
        execute("create table <t> (<a> int, <b> int)", "create unique index <u> on <t> (<a>) include (<b>)");
        assertEquals(List.of(List.of("a")), table("t").uniqueKeys());
    }
}
