package org.privacyrules.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.privacyrules.jdbc.PersonalDataCoverage.Level;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;

/** What a mapping leaves open, in PostgreSQL. */
@OnDatabase(Product.POSTGRESQL)
class PostgresCoverageTest extends CoverageContract {

    PostgresCoverageTest() {
        super(Product.POSTGRESQL, 15);
    }

    @Test
    void partitions_count_with_their_table() {
        execute(
                "create table <visit> (<at> date, <words> text) partition by range (<at>)",
                "create table <visit_2026> partition of <visit> for values from ('2026-01-01') to ('2027-01-01')",
                "create table <visit_rest> partition of <visit> default");
        try {
            assertEquals(List.of("visit.at", "visit.words"), places(coverage(), Level.GAP));
        } finally {
            execute("drop table <visit>");
        }
    }

    @Test
    void a_view_has_no_data_of_its_own() {
        execute("create view <all_logins> as select * from <login>");
        try {
            coverage().requireNoWarnings();
        } finally {
            execute("drop view <all_logins>");
        }
    }

    @Test
    void an_address_has_a_type_and_types_without_a_word_are_looked_at() {
        execute(
                "create table <odd> (<at> inet, <many> text[], <doc> jsonb, <raw> bytea)",
                "insert into <odd> values (null, array['x', 'anna@example.org'], '{\"x\": \"anna@example.org\"}', 'x')");
        try {
            assertEquals(
                    List.of(
                            "odd.at is not mapped, and its type is inet",
                            "odd.doc is not mapped, and values look like e-mail addresses",
                            "odd.many is not mapped, and values look like e-mail addresses",
                            "odd.raw is not mapped"),
                    coverage().remarks().stream()
                            .map(remark -> remark.toString().replaceFirst(": map it.*", ""))
                            .toList());
        } finally {
            execute("drop table <odd>");
        }
    }

    @Test
    void a_table_that_may_not_be_read_is_checked_by_its_names_alone() {
        JdbcStorage restricted =
                JdbcStorage.on(RestrictedUser.of(database, SchemaScripts.forDatabase(database.unpooled()))
                        .dataSource());
        PersonalDataCoverage coverage = JdbcPersonalData.on(restricted).build().coverage();
        assertEquals(18, coverage.remarks(Level.GAP).size());
        assertEquals(6, coverage.remarks(Level.HINT).size(), coverage.text());
        assertEquals(
                "country could not be looked at: a right is missing, or it took too long",
                coverage.remarks(Level.HINT).get(0).toString());
    }
}
