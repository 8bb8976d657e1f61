package org.privacyrules.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.failure.PrivacyException;
import org.privacyrules.failure.StorageException;
import org.privacyrules.jdbc.schema.SchemaScript;
import org.privacyrules.jdbc.schema.SchemaScript.Table;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;
import org.privacyrules.jdbc.sql.Dialect;
import org.privacyrules.jdbc.sql.Index;
import org.privacyrules.jdbc.sql.TableNames;
import org.privacyrules.memory.MemoryStorage;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/** How the tables are made, led on, named and looked at, on one product. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SchemaContract {

    private static final int NODES = 8;
    private static final List<String> ANSWERS = Scenario.run(MemoryStorage.create(), "memory");

    private final Product product;
    final TestDatabase database;
    final DataSource owner;
    private int prefixes;

    SchemaContract(Product product) {
        this.product = product;
        database = Stores.withTables(product);
        owner = database.dataSource();
    }

    @AfterAll
    void close() {
        database.close();
    }

    /** A test that failed must not take the others with it. */
    @BeforeEach
    void tablesAreSound() {
        try {
            JdbcStorage.on(owner);
        } catch (StorageException e) {
            expected().tables().keySet().forEach(table -> execute("drop table if exists " + table));
            scripts().apply(owner);
        }
    }

    /** Statements that make every column of a table one of another type. */
    abstract List<String> retyped(Table table);

    /** Statements that make columns of a table accept null, or not. */
    abstract List<String> setNullable(String table, List<String> columns, boolean nullable);

    /** Statements that leave nothing of a table but the column {@code extra}. */
    abstract List<String> emptied(Table table);

    abstract String withoutPrimaryKey(String table);

    String withoutIndex(Index index) {
        return "drop index " + index.name();
    }

    /** A name that must be quoted. */
    String oddSchema() {
        return "My \"odd\" schema";
    }

    /** The schema of a name, in the product's own quotes. */
    String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    String createSchema(String name) {
        return "create schema " + quoted(name);
    }

    String dropSchema(String name) {
        return "drop schema " + quoted(name) + " cascade";
    }

    /** Whether statements that make tables are part of a transaction. */
    boolean undoesTables() {
        return false;
    }

    /** How many hostile names a schema is made for. */
    int everyWhichHostileName() {
        return 4;
    }

    final SchemaScripts scripts() {
        return SchemaScripts.forDatabase(owner);
    }

    final SchemaScript expected() {
        return SchemaScript.of(scripts().text());
    }

    /** The tables that are broken in every way. */
    Collection<Table> tables() {
        return expected().tables().values();
    }

    /** Nobody else has used it. */
    private String newPrefix() {
        return "n" + ++prefixes + "_";
    }

    private JdbcStorage storage(String prefix) {
        return JdbcStorage.builder(owner).withPrefix(prefix).build();
    }

    final StorageException refused() {
        return assertThrows(StorageException.class, () -> JdbcStorage.on(owner));
    }

    static List<String> remedy(StorageException refused) {
        String text = refused.getMessage();
        return SchemaScript.statements(text.substring(text.indexOf("run:\n") + 5, text.lastIndexOf(';')));
    }

    /** As the owner, each in its own transaction. */
    final void execute(String... statements) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    final void execute(List<String> statements) {
        execute(statements.toArray(String[]::new));
    }

    /** Runs what the message says; then nothing is wrong any more. Returns the message. */
    final String mend(String code, String problem) {
        StorageException refused = refused();
        assertEquals(code, refused.code(), refused.getMessage());
        assertTrue(refused.getMessage().contains(problem), refused.getMessage());
        execute(remedy(refused));
        if (count("select count(*) from privacy_schema") == 0) {
            assertTrue(refused().getMessage().contains("call apply(dataSource) again"));
            scripts().apply(owner);
        }
        JdbcStorage.on(owner);
        return refused.getMessage();
    }

    final long count(String sql, String... parameters) {
        try (Connection connection = owner.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Long> rows(String prefix) {
        return expected().tables().keySet().stream()
                .map(table -> prefix + table.substring("privacy_".length()))
                .collect(Collectors.toMap(
                        table -> table, table -> count("select count(*) from " + table), (a, b) -> a, TreeMap::new));
    }

    // How tables are made

    @Test
    void the_text_makes_the_tables_for_another_tool() {
        String prefix = newPrefix();
        execute(SchemaScript.statements(scripts().withPrefix(prefix).text()));
        assertEquals(ANSWERS, Scenario.run(storage(prefix), "text"));
        Map<String, Long> before = rows(prefix);
        scripts().withPrefix(prefix).apply(owner);
        assertEquals(before, rows(prefix));
    }

    /** What has to be undone to get from the newest tables to older ones; a newer version has only added tables so far. */
    private static List<String> backTo(int version, String prefix) {
        List<String> statements = new ArrayList<>();
        if (version < 3) {
            statements.add("drop table " + prefix + "hold");
            statements.add("drop table " + prefix + "gate");
            statements.add("update " + prefix + "schema set version = 2");
        }
        if (version < 2) {
            statements.add("drop table " + prefix + "schema");
        }
        return statements;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void older_tables_are_led_on_with_all_their_rows(int version) {
        String prefix = newPrefix();
        SchemaScripts scripts = scripts().withPrefix(prefix);
        scripts.apply(owner);
        Scenario.run(storage(prefix), "old");
        Map<String, Long> before = rows(prefix);
        execute(backTo(version, prefix));
        StorageException old = assertThrows(StorageException.class, () -> storage(prefix));
        assertEquals("SCHEMA_WRONG", old.code(), old.getMessage());
        assertTrue(
                old.getMessage().contains(".withPrefix(\"" + prefix + "\").textFrom(" + version + ")"),
                old.getMessage());
        execute(SchemaScript.statements(scripts.textFrom(version)));
        before.putAll(Map.of(prefix + "hold", 0L, prefix + "gate", 0L));
        assertEquals(before, rows(prefix));
        assertEquals(ANSWERS, Scenario.run(storage(prefix), "new"));

        execute(backTo(version, prefix));
        scripts.apply(owner);
        storage(prefix);
        assertEquals("", scripts.textFrom(SchemaScripts.VERSION));
        assertThrows(InvalidInputException.class, () -> scripts.textFrom(-1));
    }

    @Test
    void an_older_table_that_is_lost_is_told_before_the_newer_ones() {
        String prefix = newPrefix();
        scripts().withPrefix(prefix).apply(owner);
        execute(backTo(2, prefix));
        execute("drop table " + prefix + "journal");
        StorageException lost = assertThrows(StorageException.class, () -> storage(prefix));
        assertEquals("SCHEMA_MISSING", lost.code());
        assertTrue(lost.getMessage().contains("create table " + prefix + "journal"), lost.getMessage());
        assertFalse(lost.getMessage().contains(prefix + "gate"), lost.getMessage());
    }

    @Test
    void nodes_that_start_together_all_make_the_tables() throws Exception {
        String prefix = newPrefix();
        CyclicBarrier start = new CyclicBarrier(NODES);
        Callable<JdbcStorage> node = () -> {
            start.await(30, TimeUnit.SECONDS);
            SchemaScripts.forDatabase(owner).withPrefix(prefix).apply(owner);
            return storage(prefix);
        };
        ExecutorService pool = Executors.newFixedThreadPool(NODES);
        try {
            List<Future<JdbcStorage>> started = new ArrayList<>();
            for (int i = 0; i < NODES; i++) {
                started.add(pool.submit(node));
            }
            for (Future<JdbcStorage> each : started) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
        assertEquals(1, count("select count(*) from " + prefix + "schema"));
    }

    @Test
    void a_data_source_without_auto_commit_makes_the_tables_for_good() {
        String prefix = newPrefix();
        DataSource manual = Proxies.onConnection(owner, connection -> connection.setAutoCommit(false));
        SchemaScripts.forDatabase(manual).withPrefix(prefix).apply(manual);
        assertEquals(1, count("select count(*) from " + prefix + "schema"));
        assertEquals(
                ANSWERS,
                Scenario.run(JdbcStorage.builder(manual).withPrefix(prefix).build(), "manual"));
    }

    @Test
    void with_only_some_of_the_tables_nothing_is_done() {
        String prefix = newPrefix();
        execute("create table " + prefix + "journal (ref int)");
        StorageException some = assertThrows(
                StorageException.class, () -> scripts().withPrefix(prefix).apply(owner));
        assertEquals("SCHEMA_WRONG", some.code());
        assertTrue(some.getMessage().contains(prefix + "policy_guard"), some.getMessage());
        execute("drop table " + prefix + "journal");
        scripts().withPrefix(prefix).apply(owner);
        execute("drop table " + prefix + "subject");
        assertThrows(StorageException.class, () -> scripts().withPrefix(prefix).apply(owner));
    }

    @Test
    void a_script_that_fails_half_way_is_run_again() {
        int statements = SchemaScript.statements(scripts().text()).size();
        for (int i : List.of(0, 1, statements / 2, statements - 3, statements - 2, statements - 1)) {
            String prefix = newPrefix();
            DataSource failing = Proxies.failingAtStatement(owner, i);
            StorageException failure = assertThrows(
                    StorageException.class, () -> scripts().withPrefix(prefix).apply(failing));
            assertEquals("STORAGE_FAILED", failure.code());
            StorageException refused = assertThrows(StorageException.class, () -> storage(prefix), "statement " + i);
            if (undoesTables()) {
                assertEquals("SCHEMA_MISSING", refused.code());
            }
            scripts().withPrefix(prefix).apply(owner);
            assertEquals(1, count("select count(*) from " + prefix + "schema"));
            storage(prefix);
        }
    }

    // Where they are

    @Test
    void every_command_works_in_a_schema_of_any_name_and_with_any_prefix() throws SQLException {
        execute(createSchema(oddSchema()));
        try {
            SchemaScripts odd = scripts().inSchema(oddSchema());
            odd.apply(owner);
            odd.withPrefix("acme_").apply(owner);
            JdbcStorage one = JdbcStorage.builder(owner).inSchema(oddSchema()).build();
            JdbcStorage other = JdbcStorage.builder(owner)
                    .inSchema(oddSchema())
                    .withPrefix("acme_")
                    .build();
            try (RestrictedUser user = RestrictedUser.of(database, scripts(), odd.withPrefix("acme_"))) {
                JdbcStorage restricted = JdbcStorage.builder(user.dataSource())
                        .inSchema(oddSchema())
                        .withPrefix("acme_")
                        .build();
                assertEquals(ANSWERS, Scenario.run(restricted, "tenant"));
            }
            assertTrue(isKnown(other, "tenant"));
            assertFalse(isKnown(one, "tenant"));
            assertFalse(isKnown(JdbcStorage.on(owner), "tenant"));
            assertEquals(ANSWERS, Scenario.run(one, "tenant"));
        } finally {
            execute(dropSchema(oddSchema()));
        }
    }

    private static boolean isKnown(JdbcStorage storage, String tenant) {
        return !storage.forTenant(new Tenant(tenant))
                .knownSubjects()
                .find(SubjectId.of("alice"))
                .facts()
                .isEmpty();
    }

    @Test
    void names_that_cannot_be_are_refused() {
        for (String bad : List.of("", "Acme_", "1a", "a-b", "a b", "a;", "ä", "a\"", "a".repeat(31))) {
            InvalidInputException prefix = assertThrows(
                    InvalidInputException.class,
                    () -> JdbcStorage.builder(owner).withPrefix(bad));
            assertTrue(prefix.getMessage().contains("1 to 30 characters of a-z 0-9 _"), prefix.getMessage());
            assertThrows(InvalidInputException.class, () -> scripts().withPrefix(bad));
        }
        for (String bad : List.of("", " ", "a\0b", "a\ud800")) {
            assertThrows(
                    InvalidInputException.class,
                    () -> JdbcStorage.builder(owner).inSchema(bad));
        }
        StorageException none = assertThrows(
                StorageException.class,
                () -> JdbcStorage.builder(owner).inSchema("nowhere").build());
        assertEquals("SCHEMA_MISSING", none.code());
        assertTrue(none.getMessage().contains(".inSchema(\"nowhere\").text()"), none.getMessage());
    }

    @Test
    void a_hostile_name_leads_nowhere_else() throws SQLException {
        List<String> names = HostileNames.all();
        assertEquals(200, names.size());
        Map<String, Long> before = rows("privacy_");
        long tables = count("select count(*) from information_schema.tables");
        int made = 0;
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < names.size(); i++) {
                requireNothing(statement, names.get(i));
                if (i % everyWhichHostileName() == 0 && isMade(statement, names.get(i))) {
                    made++;
                    requireOnlyThere(statement, names.get(i));
                    statement.execute(dropSchema(names.get(i)));
                }
            }
        }
        assertTrue(made > names.size() / everyWhichHostileName() / 2, "only few names were tried in earnest");
        assertEquals(before, rows("privacy_"));
        assertEquals(tables, count("select count(*) from information_schema.tables"));
        PrivacyException refused = assertThrows(
                PrivacyException.class,
                () -> JdbcStorage.builder(owner).inSchema(names.get(0)).build());
        assertEquals("SCHEMA_MISSING", refused.code());
    }

    /** A schema that is not there is not taken for another. */
    private static void requireNothing(Statement statement, String name) {
        assertThrows(
                Exception.class,
                () -> statement.execute(dialect(statement, name).named("delete from privacy_ledger_pending")),
                name);
    }

    private static Dialect dialect(Statement statement, String name) throws SQLException {
        return Dialect.of(statement.getConnection(), TableNames.DEFAULT.inSchema(name));
    }

    private boolean isMade(Statement statement, String name) throws SQLException {
        try {
            statement.execute(createSchema(name));
        } catch (SQLException e) {
            return false;
        }
        if (count("select count(*) from information_schema.schemata where schema_name = ?", name) == 1) {
            return true;
        }
        // The database has cut or changed it.
        statement.execute(dropSchema(name));
        return false;
    }

    private void requireOnlyThere(Statement statement, String name) throws SQLException {
        Dialect dialect = dialect(statement, name);
        statement.execute(dialect.named("create table privacy_journal (ref int)"));
        statement.execute(dialect.named("create index privacy_journal_i on privacy_journal (ref)"));
        assertEquals(1, statement.executeUpdate(dialect.named("insert into privacy_journal values (1)")));
        assertEquals(
                1,
                count("select count(*) from information_schema.tables where table_schema = ?", name),
                () -> "tables of the schema " + name);
    }

    // What is looked at

    @Test
    void a_storage_is_made_without_a_word_written() {
        String prefix = newPrefix();
        scripts().withPrefix(prefix).apply(owner);
        Scenario.run(storage(prefix), "before");
        Map<String, Long> before = rows(prefix);
        storage(prefix);
        assertEquals(before, rows(prefix));
    }

    @Test
    void each_missing_table_is_told_and_made() {
        for (Table table : tables()) {
            execute("drop table " + table.name());
            StorageException refused = refused();
            if (table.name().equals("privacy_schema")) {
                assertTrue(refused.getMessage().contains("SchemaScripts.forDatabase(dataSource).textFrom(1)"));
                scripts().apply(owner);
                JdbcStorage.on(owner);
            } else {
                mend("SCHEMA_MISSING", table.name());
            }
        }
    }

    @Test
    void each_missing_column_is_told_and_added() {
        for (Table table : tables()) {
            List<String> broken = new ArrayList<>(
                    List.of("delete from " + table.name(), "alter table " + table.name() + " add column extra int"));
            broken.addAll(emptied(table));
            execute(broken);
            String message = mend("SCHEMA_WRONG", table.name());
            for (String column : table.columns().keySet()) {
                assertTrue(message.contains("column " + column + " of " + table.name() + " is not there"), message);
            }
            execute("alter table " + table.name() + " drop column extra");
        }
    }

    @Test
    void each_column_of_another_type_is_told_and_changed() {
        for (Table table : tables()) {
            execute("delete from " + table.name());
            execute(retyped(table));
            String message = mend("SCHEMA_WRONG", table.name());
            table.columns()
                    .forEach((name, column) -> assertTrue(
                            message.contains(" and must be " + column)
                                    && message.contains("column " + name + " of " + table.name() + " is "),
                            message));
        }
    }

    @Test
    void each_column_that_may_or_may_not_be_null_is_told_and_changed() {
        for (Table table : tables()) {
            for (boolean nullable : new boolean[] {true, false}) {
                List<String> columns = table.columns().entrySet().stream()
                        .filter(column -> column.getValue().nullable() != nullable)
                        .map(Map.Entry::getKey)
                        .filter(column -> !table.primaryKey().contains(column))
                        .toList();
                if (!columns.isEmpty()) {
                    execute(setNullable(table.name(), columns, nullable));
                    String message = mend("SCHEMA_WRONG", table.name());
                    columns.forEach(column -> assertTrue(message.contains("column " + column + " of "), message));
                }
            }
        }
    }

    @Test
    void each_missing_key_and_index_is_told_and_made() {
        for (Table table : tables()) {
            execute(withoutPrimaryKey(table.name()));
            mend("SCHEMA_WRONG", table.name() + " has another primary key or none");
            execute(
                    withoutPrimaryKey(table.name()),
                    "alter table " + table.name() + " add column extra int default 0 not null",
                    "alter table " + table.name() + " add primary key (" + String.join(", ", table.primaryKey())
                            + ", extra)");
            mend("SCHEMA_WRONG", table.name() + " has another primary key or none");
            execute("alter table " + table.name() + " drop column extra");
        }
        for (Index index : expected().indexes()) {
            execute(withoutIndex(index));
            mend("SCHEMA_WRONG", index.table() + " lacks an index");
            execute(withoutIndex(index));
            execute("create index " + index.name() + " on " + index.table() + " ("
                    + index.columns().get(0) + ")");
            if (index.columns().size() > 1 || index.unique()) {
                mend("SCHEMA_WRONG", index.table() + " lacks an index");
            }
        }
    }

    @Test
    void what_a_newer_library_has_added_does_not_disturb() {
        String prefix = newPrefix();
        scripts().withPrefix(prefix).apply(owner);
        execute("create table " + prefix + "novelty (id int)");
        for (String table : expected().tables().keySet()) {
            String name = prefix + table.substring("privacy_".length());
            execute("alter table " + name + " add column novelty int");
        }
        execute("update " + prefix + "schema set version = " + (SchemaScripts.VERSION + 1));
        scripts().withPrefix(prefix).apply(owner);
        assertEquals(ANSWERS, Scenario.run(storage(prefix), "newer"));
    }

    @Test
    void a_second_data_source_must_look_into_the_same_database() {
        JdbcStorage.builder(owner).readingBeside(database.unpooled()).build();
        TestDatabase another = Stores.withTables(product);
        try {
            assertThrows(
                    InvalidInputException.class,
                    () -> JdbcStorage.builder(owner)
                            .readingBeside(another.unpooled())
                            .build());
        } finally {
            another.close();
        }
        assertThrows(
                InvalidInputException.class,
                () -> JdbcStorage.builder(owner)
                        .readingBeside(product == Product.H2 ? H2.empty() : H2.withTables())
                        .build());
    }
}
