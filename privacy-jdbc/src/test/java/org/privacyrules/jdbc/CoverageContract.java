package org.privacyrules.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.jdbc.PersonalDataCoverage.Column;
import org.privacyrules.jdbc.PersonalDataCoverage.Level;
import org.privacyrules.jdbc.PersonalDataCoverage.Remark;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** A column that nobody has thought of is found, on every database. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class CoverageContract {

    private static final long SEED = 20260517;
    private static final List<String> NAMES =
            List.of("note", "order", "a b", "Grüße", "x", "e_mail", "privacy_level", "CamelCase", "ref2");
    private static final List<String> TYPES = List.of("varchar(40)", "int", "date", "bigint", "decimal(12,2)");

    private final Product product;
    private final int drifts;

    TestDatabase database;
    private JdbcStorage storage;
    private final List<String> undo = new ArrayList<>();

    CoverageContract(Product product, int drifts) {
        this.product = product;
        this.drifts = drifts;
    }

    @BeforeAll
    void create() {
        database = Stores.withTables(product);
        storage = JdbcStorage.on(database.dataSource());
        execute(
                "create table <customer> (<id> varchar(40) not null primary key, <email> varchar(100), <name> varchar(100))",
                "create table <orders> (<id> bigint not null primary key, <customer_id> varchar(40),"
                        + " foreign key (<customer_id>) references <customer> (<id>))",
                "create table <invoice> (<id> int not null primary key, <order_id> bigint, <issued_on> date, <amount> int,"
                        + " foreign key (<order_id>) references <orders> (<id>))",
                "create table <login> (<id> int not null primary key, <customer_id> varchar(40), <at> date,"
                        + " <ip> varchar(45), <agent> varchar(400))",
                "create table <setting> (<k> varchar(40) not null primary key, <v> varchar(400))",
                "create table <country> (<code> varchar(2) not null primary key, <words> varchar(400))");
    }

    @AfterEach
    void undo() {
        execute(undo.toArray(String[]::new));
        undo.clear();
    }

    @AfterAll
    void close() {
        database.close();
    }

    /** In each statement a name between {@code <} and {@code >} is quoted. */
    final void execute(String... sql) {
        String quote = product == Product.MARIADB ? "`" : "\"";
        database.execute(Arrays.stream(sql)
                .map(one -> one.replaceAll("<([^<>]+)>", quote + "$1" + quote))
                .toArray(String[]::new));
    }

    private void create(String table, String columns) {
        execute("create table <" + table + "> (" + columns + ")");
        undo.add("drop table <" + table + ">");
    }

    private void add(String table, String column, String type) {
        execute("alter table <" + table + "> add column <" + column + "> " + type);
        undo.add("alter table <" + table + "> drop column <" + column + ">");
    }

    private JdbcPersonalData.Builder whole() {
        return JdbcPersonalData.on(storage)
                .table("customer", t -> t.subject("id").rows("contact"))
                .table("orders", t -> t.subject("customer_id").rows("orders"))
                .table(
                        "invoice",
                        t -> t.subject("order_id", "customer_id")
                                .event("invoice-issued", "issued_on")
                                .rows("invoices"))
                .table(
                        "login",
                        t -> t.subject("customer_id")
                                .event("collected", "at")
                                .columns("ip-addresses", c -> c.toNetwork("ip").toNull("agent")))
                .exclude("setting", "switches of the service")
                .exclude("country", "code", "a code of ISO 3166")
                .exclude("country", "words", "the name of a country");
    }

    final PersonalDataCoverage coverage() {
        return coverage(UnaryOperator.identity());
    }

    private PersonalDataCoverage coverage(UnaryOperator<JdbcPersonalData.Builder> more) {
        return more.apply(whole()).build().coverage();
    }

    static List<String> places(PersonalDataCoverage coverage, Level level) {
        return coverage.remarks(level).stream()
                .map(remark -> remark.table() + "." + remark.column())
                .toList();
    }

    private static Set<Column> columns(String... names) {
        return Arrays.stream(names)
                .map(name -> name.split("\\.", 2))
                .map(name -> new Column(name[0], name[1]))
                .collect(Collectors.toSet());
    }

    @Test
    void a_schema_in_which_every_column_is_told_of_is_complete() {
        PersonalDataCoverage coverage = coverage();
        assertEquals(List.of(), coverage.remarks());
        assertSame(coverage, coverage.requireComplete());
        assertSame(coverage, coverage.requireNoWarnings());
        assertEquals("6 tables with 18 columns, 0 not mapped\n", coverage.text());
    }

    @Test
    void the_columns_of_a_category_are_told() {
        assertEquals(
                Map.of(
                        "contact", columns("customer.id", "customer.email", "customer.name"),
                        "orders", columns("orders.id", "orders.customer_id"),
                        "invoices", columns("invoice.id", "invoice.order_id", "invoice.issued_on", "invoice.amount"),
                        "ip-addresses", columns("login.ip", "login.agent")),
                coverage().columnsByCategory());
    }

    @Test
    void a_new_column_is_red_until_somebody_says_what_it_is() {
        add("login", "e_mail", "varchar(40)");
        InvalidInputException red = assertThrows(InvalidInputException.class, coverage()::requireComplete);
        assertEquals("""
                the mapping of personal data does not say all:
                not mapped:
                - login.e_mail is not mapped, and its name says an e-mail address: map it, or say exclude("login", "e_mail", why)""", red.getMessage());
        coverage(tables -> tables.exclude("login", "e_mail", "the address of our own server"))
                .requireNoWarnings();
    }

    @Test
    void a_new_column_of_a_table_whose_rows_go_goes_along() {
        add("invoice", "note", "varchar(40)");
        PersonalDataCoverage coverage = coverage().requireNoWarnings();
        assertTrue(coverage.columnsByCategory()
                .getOrDefault("invoices", Set.of())
                .contains(new Column("invoice", "note")));
    }

    @Test
    void every_column_of_a_new_table_is_red() {
        create("privacy_optout", "<id> int not null primary key, <reason> varchar(40)");
        assertEquals(List.of("privacy_optout.id", "privacy_optout.reason"), places(coverage(), Level.GAP));
        coverage(tables -> tables.exclude("privacy_optout", "a table of the test's"))
                .requireNoWarnings();
    }

    @Test
    void a_column_over_which_a_path_leads_is_told_of_and_its_neighbours_are_not() {
        create("basket", "<id> int not null primary key, <customer_id> varchar(40), <colour> varchar(9)");
        create("item", "<id> int not null primary key, <basket> int, <size> int");
        PersonalDataCoverage coverage = coverage(tables -> tables.table(
                "item", t -> t.subject("basket=basket.id", "customer_id").rows("orders")));
        assertEquals(List.of("basket.colour"), places(coverage, Level.GAP));
    }

    @Test
    void an_exclusion_of_what_is_gone_is_refused() {
        InvalidInputException refused = assertThrows(
                InvalidInputException.class,
                () -> coverage(tables -> tables.exclude("login", "gone", "was a counter")));
        assertTrue(refused.getMessage().contains("excluded login.gone"), refused.getMessage());
    }

    @Test
    void what_is_mapped_and_excluded_is_pointed_out() {
        PersonalDataCoverage coverage =
                coverage(tables -> tables.exclude("orders", "nothing in it").exclude("login", "ip", "nothing in it"));
        assertEquals(
                List.of("login.ip", "orders.customer_id", "orders.id"),
                places(coverage, Level.WARNING).stream().sorted().toList());
    }

    @Test
    void rows_that_no_mapping_takes_are_pointed_out() {
        create("post", "<id> int not null primary key, <customer_id> varchar(40), <gone_on> date, <words> varchar(9)");
        UnaryOperator<JdbcPersonalData.Builder> there = tables -> tables.table(
                "post", t -> t.subject("customer_id").whereNull("gone_on").rows("orders"));
        assertEquals(List.of("post.gone_on"), places(coverage(there), Level.WARNING));
        assertThrows(InvalidInputException.class, coverage(there)::requireNoWarnings);
        assertEquals(
                List.of("post.gone_on"),
                places(
                        coverage(tables -> there.apply(tables).exclude("post", "gone_on", "the others are empty")),
                        Level.HINT));
        assertEquals(
                List.of(),
                coverage(tables -> there.apply(tables)
                                .table(
                                        "post",
                                        t -> t.named("gone posts")
                                                .subject("customer_id")
                                                .whereNotNull("gone_on")
                                                .rows("orders")))
                        .remarks());
    }

    @Test
    void one_mapping_of_a_table_says_nothing_of_the_rows_of_another() {
        create("post", "<id> int not null primary key, <customer_id> varchar(40), <gone_on> date, <words> varchar(9)");
        PersonalDataCoverage coverage = coverage(tables -> tables.table(
                        "post",
                        t -> t.subject("customer_id").whereNull("gone_on").rows("orders"))
                .table(
                        "post",
                        t -> t.named("gone posts")
                                .subject("customer_id")
                                .whereNotNull("gone_on")
                                .columns("orders", c -> c.toNull("customer_id"))));
        assertEquals(List.of("post.words"), places(coverage, Level.GAP));
    }

    @Test
    void values_that_look_personal_are_pointed_out_and_never_shown() {
        Map<String, String> values = Map.of(
                "a1", "anna@example.org",
                "a2", "see 19811218-9876, please",
                "a3", "192.0.2.77",
                "a4", "SE45 5000 0000 0583 9825 7466",
                "a5", "4111 1111 1111 1111",
                "a6", "+46 70 174 06 05",
                "a7", "fine, nothing here");
        Map<String, String> looks = Map.of(
                "a1", "e-mail addresses",
                "a2", "Swedish personal numbers",
                "a3", "IP addresses",
                "a4", "bank accounts (IBAN)",
                "a5", "card numbers",
                "a6", "telephone numbers");
        create(
                "stuff",
                "<id> int not null primary key, <n> bigint, "
                        + values.keySet().stream()
                                .sorted()
                                .map(name -> "<" + name + "> varchar(80)")
                                .collect(Collectors.joining(", ")));
        execute("insert into <stuff> values (1, 198112189876, "
                + values.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(value -> "'" + value.getValue() + "'")
                        .collect(Collectors.joining(", "))
                + ")");
        PersonalDataCoverage coverage = coverage(
                tables -> tables.exclude("stuff", "numbers of machines").exclude("stuff", "a3", "our own servers"));
        List<String> expected = new ArrayList<>();
        new TreeSet<>(looks.keySet())
                .forEach(column -> expected.add("stuff." + column
                        + (column.equals("a3") ? " is excluded (our own servers)" : " is excluded with its table")
                        + ", and values look like " + looks.get(column)));
        expected.add("stuff.n is excluded with its table, and values look like Swedish personal numbers");
        assertEquals(
                expected,
                coverage.remarks().stream()
                        .map(Remark::toString)
                        .map(remark -> remark.substring(0, remark.lastIndexOf(": ")))
                        .toList());
        assertEquals(List.of("stuff.a3"), places(coverage, Level.HINT));
        coverage.requireComplete();
        values.values().forEach(value -> assertFalse(coverage.text().contains(value), value));
    }

    @Test
    void every_drift_is_found() {
        Random random = new Random(SEED);
        for (int i = 0; i < drifts; i++) {
            Set<String> expected = new TreeSet<>();
            for (int drift = random.nextInt(3); drift > 0; drift--) {
                drift(random, expected);
            }
            PersonalDataCoverage coverage = coverage();
            String told = "drift " + i + " of seed " + SEED + ": " + expected;
            assertEquals(expected, new TreeSet<>(places(coverage, Level.GAP)), told);
            if (!expected.isEmpty()) {
                String red = assertThrows(InvalidInputException.class, coverage::requireComplete, told)
                        .getMessage();
                expected.forEach(place -> assertTrue(red.contains("- " + place + " "), told));
            }
            undo();
        }
    }

    private void drift(Random random, Set<String> expected) {
        String type = TYPES.get(random.nextInt(TYPES.size()));
        String name = NAMES.get(random.nextInt(NAMES.size())) + undo.size();
        if (random.nextInt(4) > 0) {
            String table = random.nextBoolean() ? "login" : "country";
            add(table, name, type);
            expected.add(table + "." + name);
        } else {
            create(name, "<id> " + type + ", <" + name + "> " + type);
            expected.add(name + ".id");
            expected.add(name + "." + name);
        }
    }
}
