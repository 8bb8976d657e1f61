package org.privacyrules.jdbc.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.privacyrules.jdbc.data.ForeignKey.DeleteRule;
import org.privacyrules.jdbc.data.HostTrigger.Event;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;
import org.privacyrules.jdbc.sql.Dialect;
import org.privacyrules.jdbc.sql.TableNames;

/**
 * What is known of the host's tables, on every database. Names are quoted, so that they are in the catalogue as they are here.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class HostCatalogueContract {

    private final Product product;
    private final Set<String> schemas = new TreeSet<>();

    TestDatabase database;
    private Dialect dialect;

    HostCatalogueContract(Product product) {
        this.product = product;
    }

    @BeforeAll
    void create() throws SQLException {
        database = TestDatabase.create(product);
        try (Connection connection = database.unpooled().getConnection()) {
            dialect = Dialect.of(connection, TableNames.DEFAULT);
        }
    }

    @AfterEach
    void leaveNothing() {
        String own = quoted(read().schema());
        database.execute(
                emptied(own, schemas.stream().map(this::quoted).toList()).toArray(String[]::new));
        schemas.clear();
    }

    @AfterAll
    void close() {
        database.close();
    }

    /** A type that only the database writes, for a column of whole numbers. */
    abstract String generated();

    /** Makes a trigger that does nothing. */
    final void createTrigger(String name, String event, String table) {
        createTrigger("", name, event, table);
    }

    /** The same in a schema: a quoted name with a dot, or nothing. */
    abstract void createTrigger(String in, String name, String event, String table);

    /** A text of at most 20 characters as the catalogue spells it. */
    abstract String varchar20();

    /** Makes a user of that name, who has the name as password too. */
    abstract String createUser(String quoted);

    abstract String dropUser(String quoted);

    /** Whether the catalogue shows a user what others have made of tables on which the user has no such right. */
    boolean showsAll() {
        return true;
    }

    /** Statements that empty a schema and drop others. */
    abstract List<String> emptied(String own, List<String> others);

    /** A name that hits no other schema, on a server that others use too. */
    String newSchema(String name) {
        String schema = read().schema() + name;
        execute("create schema " + quoted(schema));
        schemas.add(schema);
        return schema;
    }

    final String quoted(String name) {
        return dialect.quoted(name);
    }

    /** In each statement a name between {@code <} and {@code >} is quoted. */
    final void execute(String... sql) {
        database.execute(Arrays.stream(sql)
                .map(one -> one.replaceAll("<([^<>]+)>", quoted("\0").replace("\0", "$1")))
                .toArray(String[]::new));
    }

    final HostCatalogue read() {
        return read(HostCatalogue::of);
    }

    final HostCatalogue read(String schema) {
        return read((connection, asking) -> HostCatalogue.of(connection, asking, schema));
    }

    private HostCatalogue read(Reading reading) {
        try (Connection connection = database.unpooled().getConnection()) {
            return reading.of(connection, dialect);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private interface Reading {
        HostCatalogue of(Connection connection, Dialect dialect);
    }

    static HostTable table(HostCatalogue catalogue, String name) {
        return catalogue.table(name).orElseThrow(() -> new AssertionError(name + " in " + names(catalogue)));
    }

    final HostTable table(String name) {
        return table(read(), name);
    }

    static List<String> names(HostCatalogue catalogue) {
        return catalogue.tables().stream().map(HostTable::name).toList();
    }

    static HostColumn column(HostTable table, String name) {
        return table.column(name).orElseThrow(() -> new AssertionError(name + " in " + table));
    }

    static HostIndex index(HostTable table, String name) {
        return table.indexes().stream()
                .filter(index -> index.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " in " + table));
    }

    // Tables and columns

    @Test
    void an_empty_schema_has_no_tables() {
        HostCatalogue catalogue = read();
        assertEquals(List.of(), names(catalogue));
        assertFalse(catalogue.schema().isEmpty());
        assertTrue(catalogue.table("t").isEmpty());
        assertEquals(List.of(), catalogue.foreignKeysTo("t"));
    }

    @Test
    void tables_are_found_and_views_are_none() {
        execute("create table <b> (<i> int)", "create table <a> (<i> int)", "create view <v> as select <i> from <a>");
        assertEquals(List.of("a", "b"), names(read()));
        assertTrue(table("a").transactional());
        assertFalse(table("a").partitioned());
        assertFalse(table("a").keepsHistory());
    }

    @Test
    void a_schema_that_is_not_there_has_no_tables() {
        execute("create table <a> (<i> int)");
        assertEquals(List.of(), names(read("nowhere")));
    }

    @Test
    void columns_are_told_in_their_order() {
        execute("create table <t> (<zoo> int not null, <apple> varchar(20), <Mid> " + generated() + ", <date> date)");
        HostTable table = table("t");
        assertEquals(
                List.of("zoo", "apple", "Mid", "date"),
                table.columns().stream().map(HostColumn::name).toList());
        assertEquals(new HostColumn("apple", varchar20(), Types.VARCHAR, 20, true, false), column(table, "apple"));
        assertFalse(column(table, "zoo").nullable());
        assertEquals(Types.INTEGER, column(table, "zoo").jdbcType());
        assertEquals(0, column(table, "zoo").size());
        assertEquals(Types.DATE, column(table, "date").jdbcType());
        assertEquals(
                List.of("Mid"),
                table.columns().stream()
                        .filter(HostColumn::generated)
                        .map(HostColumn::name)
                        .toList());
        assertTrue(table.column("APPLE").isEmpty(), "names are taken to the letter");
    }

    @Test
    void types_are_those_of_jdbc() {
        execute("create table <t> (<c> char(3), <n> numeric(12,4), <l> bigint, <s> smallint, <d> double precision,"
                + " <r> real, <at> timestamp null, <u> uuid, <h> time)");
        HostTable table = table("t");
        assertEquals(Types.CHAR, column(table, "c").jdbcType());
        assertEquals(3, column(table, "c").size());
        assertTrue(
                Set.of(Types.NUMERIC, Types.DECIMAL).contains(column(table, "n").jdbcType()));
        assertEquals(12, column(table, "n").size());
        assertEquals(Types.BIGINT, column(table, "l").jdbcType());
        assertEquals(Types.SMALLINT, column(table, "s").jdbcType());
        assertEquals(Types.DOUBLE, column(table, "d").jdbcType());
        assertEquals(Types.TIMESTAMP, column(table, "at").jdbcType());
        assertEquals(Types.OTHER, column(table, "u").jdbcType());
        assertEquals(Types.TIME, column(table, "h").jdbcType());
        assertTrue(column(table, "n").type().contains("(12,")
                && column(table, "n").type().contains("4)"));
    }

    // Keys and indexes

    @Test
    void keys_are_told_in_their_own_order() {
        execute(
                "create table <t> (<a> int not null, <b> int not null, <c> int, <d> int, primary key (<c2>, <a>), <c2> int not null,"
                        + " constraint <u1> unique (<d>, <b>))",
                "create unique index <u2> on <t> (<c>)",
                "create table <none> (<a> int)");
        HostTable table = table("t");
        assertEquals(List.of("c2", "a"), table.primaryKey());
        assertEquals(Set.of(List.of("d", "b"), List.of("c")), Set.copyOf(table.uniqueKeys()));
        assertEquals(List.of(), table("none").primaryKey());
        assertEquals(List.of(), table("none").uniqueKeys());
    }

    @Test
    void a_key_of_one_number_is_a_key() {
        execute("create table <t> (<id> bigint not null primary key, <x> int)");
        assertEquals(List.of("id"), table("t").primaryKey());
    }

    @Test
    void a_key_that_comes_later_is_a_key() {
        execute(
                "create table <t> (<id> int not null, <x> varchar(9) not null)",
                "create unique index <early> on <t> (<x>, <id>)",
                "alter table <t> add primary key (<x>, <id>)");
        assertEquals(List.of("x", "id"), table("t").primaryKey());
    }

    @Test
    void indexes_are_told_column_by_column() {
        execute(
                "create table <t> (<a> int, <b> int, <c> int)",
                "create index <late> on <t> (<c>, <a>)",
                "create unique index <one> on <t> (<b>)");
        HostTable table = table("t");
        assertEquals(new HostIndex("late", List.of("c", "a"), false, false, true), index(table, "late"));
        assertEquals(new HostIndex("one", List.of("b"), false, true, true), index(table, "one"));
        assertEquals(2, table.indexes().size());
    }

    // Foreign keys

    private static final String PARENT =
            "create table <p> (<x> int not null, <y> int not null, primary key (<x>, <y>))";

    private static String child(String name, String rule) {
        return "create table <" + name + "> (<b> int, <a> int, constraint <fk_" + name
                + "> foreign key (<b>, <a>) references <p> (<x>, <y>) " + rule + ")";
    }

    @Test
    void foreign_keys_are_told_with_their_columns_and_delete_rules() {
        execute(
                PARENT,
                child("c1", "on delete cascade"),
                child("c2", "on delete set null"),
                child("c3", "on delete restrict"),
                child("c4", "on delete no action"),
                child("c5", ""));
        HostCatalogue catalogue = read();
        List<ForeignKey> keys = catalogue.foreignKeysTo("p");
        TableName parent = new TableName(catalogue.schema(), "p");
        TableName child = new TableName(catalogue.schema(), "c1");
        assertEquals(
                new ForeignKey("fk_c1", child, List.of("b", "a"), parent, List.of("x", "y"), DeleteRule.CASCADE),
                keys.get(0));
        assertEquals(
                List.of(DeleteRule.CASCADE, DeleteRule.SET_NULL),
                keys.stream().limit(2).map(ForeignKey::onDelete).toList());
        Set<DeleteRule> refusing = Set.of(DeleteRule.RESTRICT, DeleteRule.NO_ACTION);
        assertEquals(5, keys.size());
        assertTrue(keys.stream().skip(2).allMatch(key -> refusing.contains(key.onDelete())), keys.toString());
        assertEquals(List.of(keys.get(1)), catalogue.foreignKeysFrom("c2"));
        assertEquals(List.of(), catalogue.foreignKeysFrom("p"));
        assertEquals(List.of(), catalogue.foreignKeysTo("c1"));
    }

    /** The key that is referred to need not be the primary one. */
    @Test
    void references_to_unique_keys_and_to_the_table_itself_are_told() {
        execute(
                "create table <t> (<id> int not null primary key, <boss> int, <u> int not null,"
                        + " constraint <uq> unique (<u>), constraint <up> foreign key (<boss>) references <t> (<id>)"
                        + " on delete cascade)",
                "create table <c> (<r> int, constraint <toU> foreign key (<r>) references <t> (<u>))");
        HostCatalogue catalogue = read();
        assertEquals(
                List.of("toU", "up"),
                catalogue.foreignKeysTo("t").stream().map(ForeignKey::name).toList());
        assertEquals(List.of("u"), catalogue.foreignKeysFrom("c").get(0).toColumns());
        assertEquals(
                List.of("up"),
                catalogue.foreignKeysFrom("t").stream().map(ForeignKey::name).toList());
    }

    @Test
    void references_from_and_to_another_schema_are_told() {
        String here = read().schema();
        String other = newSchema("_x");
        execute(
                PARENT,
                "create table <" + other + ">.<p> (<i> int not null primary key)",
                "create table <" + other
                        + ">.<c> (<b> int, <a> int, constraint <in> foreign key (<b>, <a>) references <" + here
                        + ">.<p> (<x>, <y>) on delete cascade)",
                "create table <c> (<i> int, constraint <out> foreign key (<i>) references <" + other
                        + ">.<p> (<i>) on delete cascade)");
        HostCatalogue catalogue = read();
        ForeignKey in = new ForeignKey(
                "in",
                new TableName(other, "c"),
                List.of("b", "a"),
                new TableName(here, "p"),
                List.of("x", "y"),
                DeleteRule.CASCADE);
        assertEquals(List.of(in), catalogue.foreignKeysTo("p"));
        assertEquals(List.of(in), read(other).foreignKeysFrom("c"));
        ForeignKey out = catalogue.foreignKeysFrom("c").get(0);
        assertEquals(new TableName(other, "p"), out.to());
        assertEquals(List.of(out), read(other).foreignKeysTo("p"));
    }

    // Triggers

    @Test
    void triggers_on_delete_and_update_are_told() {
        execute("create table <t> (<i> int)", "create table <u> (<i> int)");
        createTrigger("on Delete", "delete", "t");
        createTrigger("onUpdate", "update", "t");
        createTrigger("onInsert", "insert", "t");
        createTrigger("other", "delete", "u");
        assertEquals(
                Set.of(
                        new HostTrigger("t", "on Delete", Set.of(Event.DELETE)),
                        new HostTrigger("t", "onUpdate", Set.of(Event.UPDATE))),
                Set.copyOf(table("t").triggers()));
        assertEquals(1, table("u").triggers().size());
    }

    // Names

    /** Not longer than what every database takes. */
    static final List<String> HOSTILE = List.of(
            "a\"b",
            "a\"\"; drop table x; --",
            "two words",
            " lead",
            "UPPER",
            "upper",
            "Upper",
            "äö",
            "ao",
            "名",
            "select",
            "a'b",
            "a`b",
            "a\\b",
            "%",
            "_",
            "a?b",
            "a.b",
            "{x}",
            "$1",
            "é".repeat(31) + "e",
            "e".repeat(63));

    @Test
    void hostile_names_are_told_as_they_are() {
        assertTrue(HOSTILE.stream().anyMatch(name -> name.getBytes(StandardCharsets.UTF_8).length == 63));
        HOSTILE.forEach(this::createHostile);
        HostCatalogue catalogue = read();
        assertEquals(Set.copyOf(HOSTILE), Set.copyOf(names(catalogue)));
        for (String name : HOSTILE) {
            HostTable table = table(catalogue, name);
            assertEquals(
                    List.of(name, "r e f"),
                    table.columns().stream().map(HostColumn::name).toList());
            assertEquals(List.of(name), table.primaryKey());
            assertEquals(List.of("r e f", name), index(table, indexOf(name)).columns());
            ForeignKey key = catalogue.foreignKeysTo(name).get(0);
            assertEquals(List.of(key), catalogue.foreignKeysFrom(name));
            assertEquals(List.of(name), key.toColumns());
            assertEquals(key.from(), key.to());
        }
    }

    private void createHostile(String name) {
        String table = quoted(name);
        String reference = quoted("r e f");
        database.execute(
                "create table " + table + " (" + table + " int not null primary key, " + reference
                        + " int, constraint f" + HOSTILE.indexOf(name) + " foreign key (" + reference + ") references "
                        + table + " (" + table + ") on delete cascade)",
                "create index " + quoted(indexOf(name)) + " on " + table + " (" + reference + ", " + table + ")");
    }

    /** A table and an index of one name are too many for some. */
    private static String indexOf(String name) {
        return "i" + HOSTILE.indexOf(name) + (name.length() > 30 ? "" : name);
    }

    /** Schemas that a pattern or a collation would take for one. */
    List<String> nearlyAlike() {
        return List.of("_a_b", "_axb", "_A_B", "_ä_b", "_a_b ", "%");
    }

    @Test
    void tables_of_another_schema_are_not_mixed_in() {
        List<String> all = nearlyAlike().stream().map(this::newSchema).toList();
        all.forEach(schema -> createIn(schema, String.valueOf(all.indexOf(schema))));
        for (String schema : all) {
            requireNothingOfOthers(read(schema), String.valueOf(all.indexOf(schema)));
        }
        assertEquals(List.of(), names(read()));
    }

    private void createIn(String schema, String number) {
        String in = quoted(schema) + ".";
        execute(
                "create table " + in + "<t> (<" + number + "> int not null primary key, <v> int)",
                "create index <i" + number + "> on " + in + "<t> (<v>)",
                "create table " + in + "<only" + number + "> (<r> int, foreign key (<r>) references " + in + "<t> (<"
                        + number + ">) on delete cascade)");
        createTrigger(in, "g" + number, "delete", "t");
    }

    private static void requireNothingOfOthers(HostCatalogue catalogue, String number) {
        assertEquals(List.of("only" + number, "t"), names(catalogue));
        HostTable table = table(catalogue, "t");
        assertEquals(
                List.of(number, "v"),
                table.columns().stream().map(HostColumn::name).toList());
        assertEquals(List.of(number), table.primaryKey());
        assertEquals(List.of("v"), index(table, "i" + number).columns());
        assertEquals(2, table.indexes().size(), table.toString());
        assertEquals(
                List.of("g" + number),
                table.triggers().stream().map(HostTrigger::name).toList());
        assertEquals(
                List.of(new TableName(catalogue.schema(), "only" + number)),
                catalogue.foreignKeysTo("t").stream().map(ForeignKey::from).toList());
    }

    // What is seen

    /** A service has rights on the tables it uses, and neither on those that refer to them nor to make triggers. */
    @Test
    void what_lies_beyond_a_user_s_rights_is_shown_or_not() throws SQLException {
        execute(
                "create table <t> (<i> int not null primary key)",
                "create table <hidden> (<r> int, foreign key (<r>) references <t> (<i>) on delete cascade)");
        createTrigger("g", "delete", "t");
        String schema = read().schema();
        String user = "U" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        database.execute(createUser(quoted(user)), "grant select, delete on " + quoted("t") + " to " + quoted(user));
        // What follows the first semicolon are settings, which only an administrator may change.
        String url = database.url().replaceFirst(";.*", "");
        try (Connection connection = DriverManager.getConnection(url, user, user)) {
            HostCatalogue catalogue = HostCatalogue.of(connection, dialect, schema);
            assertEquals(List.of("i"), table(catalogue, "t").primaryKey());
            int shown = showsAll() ? 1 : 0;
            assertEquals(shown, catalogue.foreignKeysTo("t").size());
            assertEquals(shown, table(catalogue, "t").triggers().size());
        } finally {
            database.execute(
                    "revoke all privileges on " + quoted("t") + " from " + quoted(user), dropUser(quoted(user)));
        }
    }

    // How it is read

    @Test
    void many_tables_are_read_with_no_more_statements_than_none() throws SQLException {
        int before = statements();
        execute(IntStream.range(0, 20)
                .mapToObj(i -> "create table <t" + i + "> (<id> int not null primary key, <r> int, foreign key (<r>)"
                        + " references <t" + i + "> (<id>))")
                .toArray(String[]::new));
        assertEquals(before, statements());
        assertTrue(before <= 7, before + " statements");
        assertEquals(20, read().tables().size());
    }

    private int statements() throws SQLException {
        AtomicInteger count = new AtomicInteger();
        try (Connection connection = database.unpooled().getConnection()) {
            Connection counting = (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().startsWith("prepare")
                                || method.getName().equals("createStatement")) {
                            count.incrementAndGet();
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
            HostCatalogue.of(counting, dialect);
        }
        return count.get();
    }

    @Test
    void what_was_read_does_not_change() {
        execute("create table <t> (<i> int)");
        HostCatalogue catalogue = read();
        execute("alter table <t> add <j> int", "create table <u> (<i> int)");
        assertEquals(List.of("t"), names(catalogue));
        assertEquals(1, table(catalogue, "t").columns().size());
        assertThrows(
                UnsupportedOperationException.class, () -> catalogue.tables().clear());
        assertEquals(Set.of("t", "u"), names(read()).stream().collect(Collectors.toSet()));
    }
}
