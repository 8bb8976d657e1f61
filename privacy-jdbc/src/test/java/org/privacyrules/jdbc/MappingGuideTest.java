package org.privacyrules.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** The guide shows code that is run, and a document that says the same. */
class MappingGuideTest {

    private static final Path GUIDE = Path.of("../docs/personal-data-mapping.md");
    private static final Path SOURCE = Path.of("src/test/java/org/privacyrules/jdbc/MappingGuideTest.java");

    private static TestDatabase database;
    private static JdbcStorage storage;

    @BeforeAll
    static void create() {
        database = Stores.withTables(Product.H2);
        storage = JdbcStorage.on(database.unpooled());
        for (String sql : List.of(
                "create table 'orders' ('id' int primary key, 'customer_id' varchar(40))",
                "create table 'order_line' ('id' int primary key, 'article' varchar(40),"
                        + " 'order_id' int references 'orders' ('id') on delete cascade)",
                "create table 'invoice' ('id' int primary key, 'issued_on' date, 'order_id' int references 'orders' ('id'))",
                "create table 'login' ('id' int primary key, 'customer_id' varchar(40), 'at' timestamp, 'ip' varchar(45),"
                        + " 'agent' varchar(400))",
                "create table 'ticket' ('id' int primary key, 'customer_id' varchar(40), 'contact_id' varchar(40),"
                        + " 'contact_phone' varchar(40), 'opened_on' date, 'closed_on' date, 'kind' varchar(9), 'words' varchar(9))",
                "create table 'setting' ('k' varchar(40) primary key, 'v' varchar(40))")) {
            database.execute(sql.replace('\'', '"'));
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static JdbcPersonalData.Builder mapped() {
        // guide: begin
        JdbcPersonalData.Builder tables = JdbcPersonalData.on(storage)
                .table("orders", t -> t.subject("customer_id").rows("orders"))
                .table(
                        "invoice",
                        t -> t.subject("order_id", "customer_id") // over the foreign key of order_id
                                .event("invoice-issued", "issued_on")
                                .rows("invoices"))
                .table(
                        "login",
                        t -> t.subject("customer_id")
                                .event("collected", ZoneId.of("UTC"), "at") // a time without zone
                                .columns("ip-addresses", c -> c.toNetwork("ip"))
                                .columns("devices", c -> c.toNull("agent")))
                .table(
                        "ticket",
                        t -> t.person("author", "customer_id")
                                .person("contact", "contact_id")
                                .awaited("case-closed", "closed_on") // open cases have no date
                                .columns("contact", c -> c.of("contact").toNull("contact_phone"))
                                .rows("cases"))
                .exclude("setting", "switches of the service")
                .goesAlong("order_line", "articles and amounts, no word of a person");
        // guide: end
        return tables;
    }

    private static JdbcPersonalData read(JdbcStorage storage, Path file) {
        // guide: begin
        JdbcPersonalData tables = JdbcPersonalData.on(storage).read(file).build();
        // guide: end
        return tables;
    }

    private static void check(JdbcPersonalData tables) {
        // guide: begin
        tables.coverage().requireComplete();
        // guide: end
    }

    @Test
    void the_mapping_of_the_guide_fits_and_is_complete() {
        JdbcPersonalData tables = mapped().build();
        check(tables);
        assertEquals(
                Set.of("orders", "invoices", "ip-addresses", "devices", "contact", "cases"),
                tables.coverage().columnsByCategory().keySet());
    }

    @Test
    void the_check_of_the_guide_can_be_red() {
        database.execute("alter table \"login\" add column \"note\" varchar(9)");
        try {
            assertThrows(InvalidInputException.class, () -> check(mapped().build()));
        } finally {
            database.execute("alter table \"login\" drop column \"note\"");
        }
    }

    @Test
    void the_document_of_the_guide_says_the_same(@TempDir Path folder) throws IOException {
        List<String> shown = parts(Files.readString(GUIDE), "```yaml\n(.*?)```");
        assertEquals(1, shown.size());
        assertEquals(
                mapped().told(),
                JdbcPersonalData.on(storage).readYaml(shown.get(0)).told());
        check(read(storage, Files.writeString(folder.resolve("personal-data.yaml"), shown.get(0))));
    }

    @Test
    void the_guide_shows_the_code_that_is_run_here() throws IOException {
        List<String> code =
                parts(Files.readString(SOURCE), "// guide: begin\n((?: {8}[^\n]*\n|\n)*?) *// guide: end").stream()
                        .map(each -> each.stripTrailing().stripIndent() + "\n")
                        .toList();
        assertEquals(3, code.size());
        assertEquals(code, parts(Files.readString(GUIDE), "```java\n(.*?)```"));
    }

    @Test
    void every_name_of_the_document_is_in_the_guide() throws IOException {
        String guide = Files.readString(GUIDE);
        parts(JdbcPersonalData.schema(), "\"([A-Za-z]+)\": \\{\n *\"description\"")
                .forEach(name -> assertTrue(
                        Pattern.compile("\\b" + name + "\\b").matcher(guide).find(), name));
    }

    private static List<String> parts(String text, String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
