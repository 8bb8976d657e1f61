package org.privacyrules.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.privacyrules.failure.InvalidInputException;

/** A mapping in a document says what the builder says, and whatever is wrong with it has a place. */
class PersonalDataDocumentTest {

    private static final Path SCHEMA = Path.of("../docs/personal-data.schema.json");
    private static final JdbcStorage STORAGE = H2.storage();
    private static final int MANY = 1_000_000;

    private static final String WHOLE = """
            schema: app
            tables:
              invoice:
                subject: [order_id, customer_id]
                events: { invoice-issued: issued_on }
                rows: [invoices, orders]
              login:
                - name: logins
                  key: [id, at]
                  people: { member: customer_id, contact: [order_id, contact_id] }
                  events:
                    collected: { path: [at], zone: UTC }
                    case-opened: [order_id, opened_on]
                    case-closed: { path: closed_on, awaited: true }
                    case-paid: { path: paid_at, zone: Europe/Stockholm, awaited: true }
                  where: { kind: [a, b], level: 3, deleted: false, ratio: 0.5, big: 12345678901 }
                  whereNull: [deleted_at]
                  whereNotNull: paid_at
                  columns:
                    ip-addresses:
                      toNetwork: [ip]
                      toNull: [agent, words]
                      to: { status: gone, words2: "-", anonymised: true, level: 0 }
                      toMonth: [seen_on]
                      toYear: born_on
                    contact:
                      - { of: contact, toNull: [phone] }
                      - { of: member, toNull: [mobile] }
                  knowingTriggers: { touch: it sets a time }
                  lettingUnjustifiedGo: true
                - subject: customer_id
                  where: { kind: c }
                  rows: logins
            exclude:
              flyway_schema_history: the versions of the schema
              customer: { notes: about machines, code: ours }
            goesAlong:
              order_cache: copies of numbers
            """;

    private static JdbcPersonalData.Builder builder() {
        return JdbcPersonalData.on(STORAGE);
    }

    private static JdbcPersonalData.Builder.Told asBuilt() {
        return builder()
                .inSchema("app")
                .table(
                        "invoice",
                        t -> t.subject("order_id", "customer_id")
                                .event("invoice-issued", "issued_on")
                                .rows("invoices", "orders"))
                .table(
                        "login",
                        t -> t.named("logins")
                                .key("id", "at")
                                .person("member", "customer_id")
                                .person("contact", "order_id", "contact_id")
                                .event("collected", ZoneId.of("UTC"), "at")
                                .event("case-opened", "order_id", "opened_on")
                                .awaited("case-closed", "closed_on")
                                .awaited("case-paid", ZoneId.of("Europe/Stockholm"), "paid_at")
                                .where("kind", "a", "b")
                                .where("level", 3)
                                .where("deleted", false)
                                .where("ratio", new BigDecimal("0.5"))
                                .where("big", 12345678901L)
                                .whereNull("deleted_at")
                                .whereNotNull("paid_at")
                                .columns(
                                        "ip-addresses",
                                        c -> c.toNetwork("ip")
                                                .toNull("agent", "words")
                                                .to("status", "gone")
                                                .to("words2", "-")
                                                .to("anonymised", true)
                                                .to("level", 0)
                                                .toMonth("seen_on")
                                                .toYear("born_on"))
                                .columns("contact", c -> c.of("contact").toNull("phone"))
                                .columns("contact", c -> c.of("member").toNull("mobile"))
                                .knowingTrigger("touch", "it sets a time")
                                .lettingUnjustifiedGo())
                .table("login", t -> t.subject("customer_id").where("kind", "c").rows("logins"))
                .exclude("flyway_schema_history", "the versions of the schema")
                .exclude("customer", "notes", "about machines")
                .exclude("customer", "code", "ours")
                .goesAlong("order_cache", "copies of numbers")
                .told();
    }

    private static String refused(String yaml) {
        JdbcPersonalData.Builder builder = builder();
        String message = assertThrows(InvalidInputException.class, () -> builder.readYaml(yaml), yaml)
                .getMessage();
        assertEquals(
                new JdbcPersonalData.Builder.Told(Optional.empty(), List.of(), List.of()),
                builder.told(),
                "all or nothing");
        return message;
    }

    @Test
    void a_document_says_what_the_builder_says() {
        assertEquals(asBuilt(), builder().readYaml(WHOLE).told());
    }

    @Test
    void json_and_files_say_the_same(@TempDir Path folder) throws IOException {
        String json = """
                {"tables": {"a": {"subject": "x", "where": {"n": 3}, "rows": ["r"]}}, "exclude": {"b": "why"}}""";
        String yaml = "tables: { a: { subject: [x], where: { n: [3] }, rows: r } }\nexclude: { b: why }";
        JdbcPersonalData.Builder.Told told = builder().readJson(json).told();
        assertEquals(told, builder().readYaml(yaml).told());
        Path file = Files.writeString(folder.resolve("data.yaml"), yaml);
        assertEquals(told, builder().read(file).told());
        assertEquals(
                told,
                builder()
                        .read(Files.writeString(folder.resolve("data.json"), json))
                        .told());
    }

    @Test
    void a_document_and_the_builder_add_up() {
        JdbcPersonalData.Builder.Told told = builder()
                .exclude("a", "one")
                .readYaml("exclude: { b: two }")
                .exclude("c", "three")
                .told();
        assertEquals(
                List.of("a", "b", "c"),
                told.exclusions().stream().map(each -> each.table()).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "subjet: x|tables.t.subjet (line 3, column 3)|did you mean \"subject\"?",
                "subject: 7|tables.t.subject (line 3, column 12)|in quotes",
                "subject: []|tables.t.subject (line 3, column 12)|needs a path",
                "subject: ''|tables.t.subject (line 3, column 12)|not blank",
                "events: { e: [] }|tables.t.events.e (line 3, column 16)|needs a path",
                "events: { e: { at: x } }|tables.t.events.e (line 3|a mapping was found",
                "events: { e: { path: x, zonee: UTC } }|tables.t.events.e.zonee (line 3|did you mean \"zone\"?",
                "events: { e: { path: x, zone: Mars } }|tables.t.events.e.zone (line 3, column 33)|Europe/Stockholm",
                "events: { e: { path: x, awaited: yes } }|tables.t.events.e.awaited (line 3|true or false",
                "people: { a: null }|tables.t.people.a (line 3|missing",
                "columns: { c: { toNul: [x] } }|tables.t.columns.c.toNul (line 3, column 19)|did you mean \"toNull\"?",
                "columns: { c: { by: { x: f } } }|tables.t.columns.c.by (line 3, column 19)|with the builder",
                "columns: { c: [{ by: x }] }|tables.t.columns.c[0].by (line 3|with the builder",
                "columns: { c: { toNull: [x], toYear: [x] } }|tables.t.columns.c (line 3|treated twice",
                "columns: { c: { to: { x: [1] } } }|tables.t.columns.c.to.x (line 3|or a number",
                "columns: { c: { to: { x: } } }|tables.t.columns.c.to.x (line 3|not empty",
                "where: { kind: [] }|tables.t.where.kind (line 3|needs a value",
                "where: { kind: { a: b } }|tables.t.where.kind (line 3|a mapping was found",
                "rows: { a: b }|tables.t.rows (line 3|a list of texts",
                "knowingTriggers: [a]|tables.t.knowingTriggers (line 3|a mapping",
                "knowingTriggers: { a: '' }|tables.t.knowingTriggers.a (line 3|not blank"
            })
    void what_is_wrong_with_a_table_has_a_place_and_a_remedy(String line, String place, String remedy) {
        String message = refused("tables:\n t:\n  " + line);
        assertTrue(message.startsWith("The mapping of personal data has 1 finding:\n  " + place), message);
        assertTrue(message.contains(remedy), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "table: {}|table (line 1, column 1)|did you mean \"tables\"?",
                "exclude: { t: null }|exclude.t (line 1|missing",
                "exclude: [t]|exclude (line 1|a mapping",
                "goesAlong: { t: { c: why } }|goesAlong.t (line 1|not blank",
                "tables: { t: { subject: a }, t: { subject: b } }|tables.t (line 1, column 30)|there already",
                "tables: { t: &x { subject: a } }|tables.t (line 1|anchor",
                "[]|document (line 1, column 1)|a mapping",
                "a: [1|a[1] (line 1, column 6)|ends in the middle"
            })
    void what_is_wrong_with_a_document_has_a_place_and_a_remedy(String yaml, String place, String remedy) {
        String message = refused(yaml);
        assertTrue(message.contains("\n  " + place), message);
        assertTrue(message.contains(remedy), message);
    }

    @Test
    void a_person_is_named_once() {
        String message = refused("tables:\n  t:\n    subject: a\n    people:\n      subject: b");
        assertTrue(message.contains("tables.t.people.subject (line 5, column 16)"), message);
        assertTrue(message.contains("is there twice"), message);
    }

    @Test
    void all_findings_are_told_at_once_but_not_without_end() {
        String message = refused("tables:\n"
                + IntStream.range(0, 150)
                        .mapToObj(i -> "  t" + i + ": { subjet: x }\n")
                        .collect(Collectors.joining()));
        assertTrue(message.startsWith("The mapping of personal data has 150 findings:"), message);
        assertTrue(message.endsWith("\n  and 50 more"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"tables\":{\"t\":["})
    void a_million_brackets_are_refused(String opening) {
        String deep = (opening + "\n").repeat(MANY / opening.length());
        assertTrue(refused(deep).contains("DOCUMENT_TOO_DEEP"));
        assertTrue(assertThrows(InvalidInputException.class, () -> builder().readJson(deep))
                .getMessage()
                .contains("DOCUMENT_TOO_DEEP"));
    }

    @Test
    void a_document_without_end_is_refused() {
        assertTrue(refused("#\n".repeat(3 * MANY)).contains("DOCUMENT_TOO_LARGE"));
        assertTrue(refused("tables: { t: { rows: [" + "a, ".repeat(MANY) + "a] } }")
                .contains("LINE_TOO_LONG"));
        assertTrue(
                refused("tables:\n t:\n  rows:\n" + "   - a\n".repeat(300_000)).contains("DOCUMENT_TOO_LARGE"));
        assertTrue(refused("exclude: { t: \"" + "a".repeat(200_000) + "\" }").length() < 2000);
    }

    @Test
    void a_file_that_is_not_there_is_told() {
        String message = assertThrows(
                        InvalidInputException.class, () -> builder().read(Path.of("no-such.yaml")))
                .getMessage();
        assertTrue(message.contains("no-such.yaml cannot be read"), message);
        assertThrows(InvalidInputException.class, () -> builder().read(Path.of("data.txt")));
    }

    @Test
    void the_schema_in_the_documentation_is_the_one_that_the_reader_checks() throws IOException {
        if (System.getProperty("schema") != null) {
            Files.writeString(SCHEMA, JdbcPersonalData.schema());
        }
        assertEquals(
                JdbcPersonalData.schema(),
                Files.readString(SCHEMA),
                "write it anew: ./mvnw -q verify -pl privacy-core,privacy-jdbc -Dschema=write");
    }
}
