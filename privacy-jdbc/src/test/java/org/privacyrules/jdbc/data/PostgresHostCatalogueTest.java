package org.privacyrules.jdbc.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.privacyrules.jdbc.data.ForeignKey.DeleteRule;
import org.privacyrules.jdbc.data.HostTrigger.Event;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** PostgreSQL's catalogue. */
@OnDatabase(Product.POSTGRESQL)
class PostgresHostCatalogueTest extends HostCatalogueContract {

    PostgresHostCatalogueTest() {
        super(Product.POSTGRESQL);
    }

    @Override
    String generated() {
        return "int generated always as (zoo + 1) stored";
    }

    @Override
    void createTrigger(String in, String name, String event, String table) {
        execute(
                "create or replace function nothing() returns trigger language plpgsql as $$ begin return null; end $$",
                "create trigger <" + name + "> after " + event + " on " + in + "<" + table
                        + "> for each row execute function nothing()");
    }

    @Override
    List<String> emptied(String own, List<String> others) {
        String all =
                String.join(", ", Stream.concat(Stream.of(own), others.stream()).toList());
        return List.of("drop schema " + all + " cascade", "create schema " + own);
    }

    @Override
    String createUser(String quoted) {
        return "create role " + quoted + " login password '" + quoted.substring(1, quoted.length() - 1) + "'";
    }

    @Override
    String dropUser(String quoted) {
        return "drop role " + quoted;
    }

    @Override
    String varchar20() {
        return "character varying(20)";
    }

    private HostChild child(String child, String parent, String bounds) {
        String schema = read().schema();
        return new HostChild(new TableName(schema, child), new TableName(schema, parent), Optional.of(bounds));
    }

    @Test
    void partitions_are_told_with_their_bounds() {
        execute(
                "create table <m> (<i> int not null, <d> date not null, primary key (<i>, <d>)) partition by range (<d>)",
                "create table <m1> partition of <m> for values from ('2025-01-01') to ('2026-01-01') partition by hash (<i>)",
                "create table <m1_0> partition of <m1> for values with (modulus 1, remainder 0)",
                "create table <m rest> partition of <m> default");
        HostCatalogue catalogue = read();
        assertEquals(List.of("m", "m rest", "m1", "m1_0"), names(catalogue));
        assertTrue(table("m").partitioned());
        assertTrue(table("m1").partitioned());
        assertFalse(table("m1_0").partitioned());
        assertEquals(
                List.of(
                        child("m rest", "m", "DEFAULT"),
                        child("m1", "m", "FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')")),
                catalogue.childrenOf("m"));
        assertEquals(
                List.of(child("m1_0", "m1", "FOR VALUES WITH (modulus 1, remainder 0)")), catalogue.parentsOf("m1_0"));
        assertEquals(List.of("i", "d"), table("m1_0").primaryKey());
    }

    @Test
    void children_may_inherit_and_lie_in_another_schema() {
        String here = read().schema();
        String other = newSchema("_kids");
        execute("create table <p> (<i> int)", "create table <" + other + ">.<c> (<j> int) inherits (<p>)");
        HostChild child = new HostChild(new TableName(other, "c"), new TableName(here, "p"), Optional.empty());
        assertEquals(List.of(child), read().childrenOf("p"));
        assertEquals(List.of(child), read(other).parentsOf("c"));
        assertEquals(List.of(), read(other).childrenOf("p"));
    }

    @Test
    void a_reference_of_a_partitioned_table_is_told_once() {
        execute(
                "create table <p> (<i> int primary key) partition by hash (<i>)",
                "create table <p0> partition of <p> for values with (modulus 1, remainder 0)",
                "create table <c> (<r> int, constraint <fk> foreign key (<r>) references <p> on delete cascade)"
                        + " partition by hash (<r>)",
                "create table <c0> partition of <c> for values with (modulus 1, remainder 0)");
        HostCatalogue catalogue = read();
        assertEquals(catalogue.foreignKeysFrom("c"), catalogue.foreignKeysTo("p"));
        assertEquals(1, catalogue.foreignKeysTo("p").size());
        assertEquals(List.of(), catalogue.foreignKeysTo("p0"));
        assertEquals(List.of(), catalogue.foreignKeysFrom("c0"));
    }

    @Test
    void a_reference_may_set_a_default() {
        execute(
                "create table <p> (<i> int primary key)",
                "create table <c> (<r> int default 1 references <p> on delete set default)",
                "create table <d> (<r> int default 1 references <p> on delete restrict)",
                "create table <e> (<r> int default 1 references <p>)");
        assertEquals(
                List.of(DeleteRule.SET_DEFAULT, DeleteRule.RESTRICT, DeleteRule.NO_ACTION),
                read().foreignKeysTo("p").stream().map(ForeignKey::onDelete).toList());
    }

    @Test
    void a_trigger_that_is_off_does_not_fire_and_a_rule_does() {
        execute("create table <t> (<i> int)");
        createTrigger("both", "insert or update of <i> or delete", "t");
        createTrigger("off", "delete", "t");
        execute(
                "alter table <t> disable trigger <off>",
                "create rule <nothing> as on delete to <t> do instead nothing",
                "create rule <more> as on insert to <t> do also nothing");
        assertEquals(
                List.of(
                        new HostTrigger("t", "both", Set.of(Event.DELETE, Event.UPDATE)),
                        new HostTrigger("t", "nothing", Set.of(Event.DELETE))),
                table("t").triggers());
    }

    @Test
    void a_trigger_is_told_of_the_partitioned_table() {
        execute(
                "create table <m> (<i> int) partition by hash (<i>)",
                "create table <m0> partition of <m> for values with (modulus 1, remainder 0)");
        createTrigger("gone", "delete", "m");
        assertEquals(1, table("m").triggers().size());
        assertEquals(List.of(), table("m0").triggers());
    }

    @Test
    void only_whole_indexes_are_keys() {
        execute(
                "create table <t> (<a> text, <b> text, <c> int[])",
                "create unique index <part> on <t> (<a>) where <b> is null",
                "create unique index <small> on <t> (<b>, lower(<a>))",
                "create index <words> on <t> using gin (<c>)",
                "create unique index <with> on <t> (<a>) include (<b>)");
        HostTable table = table("t");
        assertFalse(index(table, "part").whole());
        assertFalse(index(table, "words").whole());
        assertEquals(new HostIndex("small", List.of("b", "lower(a)"), false, true, false), index(table, "small"));
        assertEquals(List.of(List.of("a")), table.uniqueKeys());
    }

    @Test
    void types_of_its_own_are_told() {
        execute(
                "create domain <code> as varchar(7) not null",
                "create type <mood> as enum ('good')",
                "create table <t> (<id> int generated always as identity, <by> int generated by default as identity,"
                        + " <code> <code>, <mood> <mood>, <tags> text[], <doc> jsonb, <big> numeric, <text> text, <at> timestamptz,"
                        + " <b> bytea, <yes> boolean, <gone> int)",
                "alter table <t> drop column <gone>");
        HostTable table = table("t");
        assertTrue(column(table, "id").generated());
        assertFalse(column(table, "by").generated());
        assertEquals(new HostColumn("code", "code", Types.VARCHAR, 7, false, false), column(table, "code"));
        assertEquals(new HostColumn("mood", "mood", Types.OTHER, 0, true, false), column(table, "mood"));
        assertEquals(new HostColumn("tags", "text[]", Types.ARRAY, 0, true, false), column(table, "tags"));
        assertEquals(new HostColumn("doc", "jsonb", Types.OTHER, 0, true, false), column(table, "doc"));
        assertEquals(new HostColumn("big", "numeric", Types.NUMERIC, 0, true, false), column(table, "big"));
        assertEquals(new HostColumn("text", "text", Types.VARCHAR, 0, true, false), column(table, "text"));
        assertEquals(Types.TIMESTAMP_WITH_TIMEZONE, column(table, "at").jdbcType());
        assertEquals(Types.BINARY, column(table, "b").jdbcType());
        assertEquals(Types.BOOLEAN, column(table, "yes").jdbcType());
        assertTrue(table.column("gone").isEmpty());
    }
}
