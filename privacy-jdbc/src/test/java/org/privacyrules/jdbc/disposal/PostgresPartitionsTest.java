package org.privacyrules.jdbc.disposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.privacyrules.jdbc.disposal.DisposalScene.hold;
import static org.privacyrules.jdbc.disposal.DisposalScene.sweep;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.privacyrules.PrivacyRules;
import org.privacyrules.disposal.SweepLimits;
import org.privacyrules.disposal.SweepReport;
import org.privacyrules.disposal.SweepReport.Outcome;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.hold.HoldScope;
import org.privacyrules.jdbc.JdbcPersonalData;
import org.privacyrules.jdbc.servers.OnDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;
import org.privacyrules.subject.SubjectId;

@OnDatabase(Product.POSTGRESQL)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresPartitionsTest {

    private final DisposalScene scene = new DisposalScene(Product.POSTGRESQL);

    @AfterAll
    void close() {
        scene.close();
    }

    /** December and January are due on 15 March after thirty days, February is in part. */
    @BeforeEach
    void logins() {
        scene.clear("bill", "login");
        scene.execute(
                "create table login (id integer not null, customer varchar(40) not null, at_day date not null,"
                        + " primary key (id, at_day)) partition by range (at_day)",
                "create table login_12 partition of login for values from ('2025-12-01') to ('2026-01-01')",
                "create table login_01 partition of login for values from ('2026-01-01') to ('2026-02-01')",
                "create table login_02 partition of login for values from ('2026-02-01') to ('2026-03-01')",
                "create table login_03 partition of login for values from ('2026-03-01') to ('2026-04-01')",
                "insert into login values (1, 'anna', '2025-12-05'), (2, 'bert', '2025-12-31'), (3, 'anna', '2026-01-07'),"
                        + " (4, 'cora', '2026-01-08'), (5, 'anna', '2026-02-01'), (6, 'bert', '2026-02-20'),"
                        + " (7, 'bert', '2026-03-01')");
    }

    private JdbcPersonalData.Builder mapped() {
        return scene.mapping()
                .table(
                        "login",
                        t -> t.subject("customer")
                                .event("logged-in", "at_day")
                                .rows("log")
                                .emptyingPartitions());
    }

    private String fileOf(String partition) {
        return scene.read("select pg_relation_filenode('" + partition + "')").get(0);
    }

    private List<String> left() {
        return scene.read("select id from login order by id");
    }

    /** How many rows each chunk disposed of, as the journal tells. */
    private List<String> chunks(PrivacyRules rules) {
        return scene
                .storage
                .forTenant(rules.tenant())
                .journal()
                .entries(SubjectId.NOBODY, scene.clock.instant())
                .stream()
                .map(stored -> stored.entry().payload().require("count"))
                .toList();
    }

    @Test
    void what_is_wholly_due_is_emptied_at_once_and_the_rest_row_by_row() {
        PrivacyRules rules = scene.rules(mapped());
        String december = fileOf("login_12");
        String january = fileOf("login_01");
        String february = fileOf("login_02");
        SweepReport report = sweep(rules);
        assertEquals(Outcome.FINISHED, report.outcome());
        assertEquals(5, report.rows());
        assertEquals(List.of("6", "7"), left());
        assertNotEquals(december, fileOf("login_12"));
        assertNotEquals(january, fileOf("login_01"));
        assertEquals(february, fileOf("login_02"));
        assertEquals(List.of("2", "2", "1"), chunks(rules));
    }

    @Test
    void a_partition_with_a_row_that_a_hold_keeps_is_not_emptied() {
        PrivacyRules rules = scene.rules(mapped());
        hold(rules, HoldScope.of(SubjectId.of("cora")));
        String january = fileOf("login_01");
        assertEquals(4, sweep(rules).rows());
        assertEquals(List.of("4", "6", "7"), left());
        assertEquals(january, fileOf("login_01"));
    }

    @Test
    void a_hold_on_the_category_keeps_every_partition() {
        PrivacyRules rules = scene.rules(mapped());
        hold(rules, HoldScope.of("log"));
        assertEquals(0, sweep(rules).rows());
        assertEquals(7, left().size());
    }

    @Test
    void a_partition_that_somebody_uses_is_not_waited_for_and_its_rows_go_one_by_one() {
        PrivacyRules rules = scene.rules(mapped());
        String december = fileOf("login_12");
        DisposalScene.withConnection(scene.database.dataSource(), connection -> {
            try (Statement reader = connection.createStatement()) {
                connection.setAutoCommit(false);
                reader.execute("select count(*) from login_12");
                assertEquals(5, sweep(rules).rows());
                connection.rollback();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        assertEquals(List.of("6", "7"), left());
        assertEquals(december, fileOf("login_12"));
    }

    @Test
    void a_partition_with_more_rows_than_a_sweep_may_dispose_of_is_not_emptied() {
        PrivacyRules rules = scene.rules(mapped());
        String december = fileOf("login_12");
        assertEquals(
                1, rules.disposals().sweep(SweepLimits.ofMinutes(1).ofRows(1)).rows());
        assertEquals(6, left().size());
        assertEquals(december, fileOf("login_12"));
    }

    @Test
    void only_a_table_whose_rows_can_go_as_a_whole_is_mapped_so() {
        refused(
                "only some of the rows are mapped",
                scene.mapping()
                        .table(
                                "login",
                                t -> t.subject("customer")
                                        .event("logged-in", "at_day")
                                        .where("customer", "anna")
                                        .rows("log")
                                        .emptyingPartitions()));
        scene.execute("create table bill (id integer primary key, customer varchar(40) not null, at_day date)");
        refused(
                "no partitions",
                scene.mapping()
                        .table(
                                "bill",
                                t -> t.subject("customer")
                                        .event("logged-in", "at_day")
                                        .rows("log")
                                        .emptyingPartitions()));
        scene.execute(
                "drop table bill",
                "create table bill (id integer primary key, login integer, login_day date,"
                        + " foreign key (login, login_day) references login)");
        refused("other tables refer", mapped().exclude("bill", "nobody is in it"));
    }

    private void refused(String why, JdbcPersonalData.Builder mapping) {
        InvalidInputException refused = assertThrows(InvalidInputException.class, mapping::build);
        assertTrue(
                refused.getMessage().contains("emptyingPartitions() does not go: ")
                        && refused.getMessage().contains(why),
                refused::getMessage);
    }
}
