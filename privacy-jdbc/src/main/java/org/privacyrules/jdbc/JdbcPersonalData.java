package org.privacyrules.jdbc;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.privacyrules.disposal.MappedTables;
import org.privacyrules.disposal.PersonalTables;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.jdbc.data.Coverage;
import org.privacyrules.jdbc.data.CoverageCheck;
import org.privacyrules.jdbc.data.PersonalTablesOf;
import org.privacyrules.jdbc.data.TableDefinition;
import org.privacyrules.jdbc.data.TableDefinition.Exclusion;
import org.privacyrules.jdbc.schema.TableScripts;
import org.privacyrules.jdbc.sql.Connections;
import org.privacyrules.jdbc.sql.Dialect;
import org.privacyrules.subject.Tenant;

/**
 * The host's own tables with personal data, which lie in the storage's database. What it says of them is compared with the database's
 * catalogue when it is built; what does not fit, and what would reach data that are kept, is refused. Thread-safe.
 *
 * <pre>{@code
 * JdbcPersonalData tables = JdbcPersonalData.on(storage)
 *     .table("invoice", t -> t.subject("customer_id").event("invoice-issued", "issued_on").rows("invoices"))
 *     .table("login", t -> t.subject("customer_id")
 *         .event("collected", "at")
 *         .columns("ip-addresses", c -> c.toNetwork("ip")))
 *     .build();
 * }</pre>
 */
public final class JdbcPersonalData implements PersonalTables {

    private final PersonalTables tables;
    private final Supplier<Coverage> coverage;

    private JdbcPersonalData(PersonalTables tables, Supplier<Coverage> coverage) {
        this.tables = tables;
        this.coverage = coverage;
    }

    /**
     * Tables beside a storage's.
     *
     * @param storage the storage, whose connections are used
     * @return a builder
     */
    public static Builder on(JdbcStorage storage) {
        return new Builder(storage);
    }

    /**
     * The JSON Schema of documents for {@link Builder#read}, with which editors complete and check them.
     *
     * @return a schema of draft 2020-12
     */
    public static String schema() {
        return PersonalDataDocument.form().schema("Where personal data lie");
    }

    @Override
    public MappedTables forTenant(Tenant tenant) {
        return tables.forTenant(tenant);
    }

    /**
     * Compares the mapping with every column of the schema as it is now: what nobody has mapped or excluded, and what stays and looks
     * personal by its name or by some of its values. For a test in the host's build, against its migrated database; it reads up to
     * 200 rows of tables with columns that stay. The user must see all tables: databases hide those on which a user has no right.
     *
     * @return what was found
     * @throws InvalidInputException if the mapping no longer fits
     * @throws org.privacyrules.failure.StorageException if the catalogue cannot be read
     */
    public PersonalDataCoverage coverage() {
        return PersonalDataCoverage.of(coverage.get());
    }

    /** Collects the tables. */
    public static final class Builder {

        private final JdbcStorage storage;
        private final List<TableDefinition> definitions = new ArrayList<>();
        private final List<Exclusion> exclusions = new ArrayList<>();
        private Optional<String> schema = Optional.empty();

        private Builder(JdbcStorage storage) {
            this.storage = storage;
        }

        /**
         * The schema of the tables; on MariaDB the database.
         *
         * @param name as the catalogue has it; the connection's own unless told
         * @return this
         */
        public Builder inSchema(String name) {
            schema = Optional.of(name);
            return this;
        }

        /**
         * A table with personal data.
         *
         * @param name as the catalogue has it
         * @param description whose data, and what becomes of them
         * @return this
         */
        public Builder table(String name, Consumer<PersonalTable> description) {
            PersonalTable described = new PersonalTable(name);
            description.accept(described);
            return table(described);
        }

        Builder table(PersonalTable described) {
            definitions.add(described.definition());
            return this;
        }

        /**
         * Tables and exclusions from a file, beside those that are told here.
         *
         * @param file ending in {@code .json}, {@code .yaml} or {@code .yml}; YAML needs the optional dependency
         *     {@code com.fasterxml.jackson.dataformat:jackson-dataformat-yaml}
         * @return this
         * @throws InvalidInputException that tells all that is wrong, each with its path, line and column; nothing is taken then
         */
        public Builder read(Path file) {
            PersonalDataDocument.tell(PersonalDataDocument.form().read(file), this);
            return this;
        }

        /**
         * The same from a text in JSON.
         *
         * @param json the text
         * @return this
         * @throws InvalidInputException that tells all that is wrong, each with its path, line and column; nothing is taken then
         */
        public Builder readJson(String json) {
            PersonalDataDocument.tell(PersonalDataDocument.form().readJson(json), this);
            return this;
        }

        /**
         * The same from a text in YAML.
         *
         * @param yaml the text
         * @return this
         * @throws InvalidInputException that tells all that is wrong, each with its path, line and column; nothing is taken then
         */
        public Builder readYaml(String yaml) {
            PersonalDataDocument.tell(PersonalDataDocument.form().readYaml(yaml), this);
            return this;
        }

        /** What was told so far. */
        record Told(Optional<String> schema, List<TableDefinition> definitions, List<Exclusion> exclusions) {}

        Told told() {
            return new Told(schema, List.copyOf(definitions), List.copyOf(exclusions));
        }

        /**
         * A table without personal data.
         *
         * @param table as the catalogue has it
         * @param reason why nothing in it needs a mapping
         * @return this
         */
        public Builder exclude(String table, String reason) {
            exclusions.add(new Exclusion(table, Optional.empty(), reason, false));
            return this;
        }

        /**
         * A column without personal data.
         *
         * @param table as the catalogue has it
         * @param column as the catalogue has it
         * @param reason why it needs no mapping
         * @return this
         */
        public Builder exclude(String table, String column, String reason) {
            exclusions.add(new Exclusion(table, Optional.of(column), reason, false));
            return this;
        }

        /**
         * A table without personal data of its own whose rows are deleted, or changed, by the database when a mapped row that they
         * refer to is deleted.
         *
         * @param table as the catalogue has it
         * @param reason why nothing is lost with them
         * @return this
         */
        public Builder goesAlong(String table, String reason) {
            exclusions.add(new Exclusion(table, Optional.empty(), reason, true));
            return this;
        }

        /**
         * The tables, compared with the catalogue.
         *
         * @return tables that are ready
         * @throws InvalidInputException if something does not fit; the message tells all of it, and the remedies
         * @throws org.privacyrules.failure.StorageException if the catalogue cannot be read
         */
        public JdbcPersonalData build() {
            Connections connections = storage.connections();
            Dialect dialect = storage.dialect();
            Optional<String> where = schema;
            List<TableDefinition> mapped = List.copyOf(definitions);
            List<Exclusion> excluded = List.copyOf(exclusions);
            return new JdbcPersonalData(
                    PersonalTablesOf.read(connections, dialect, where, mapped, excluded),
                    () -> CoverageCheck.read(
                            connections, dialect, where, mapped, excluded, libraryTables(dialect), Clock.systemUTC()));
        }

        private static Set<String> libraryTables(Dialect dialect) {
            return TableScripts.of(dialect).of(TableScripts.VERSION).tables().keySet().stream()
                    .map(dialect.names()::table)
                    .collect(Collectors.toSet());
        }
    }
}
