package org.privacyrules.jdbc.disposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.privacyrules.jdbc.disposal.DisposalScene.consents;
import static org.privacyrules.jdbc.disposal.DisposalScene.customer;
import static org.privacyrules.jdbc.disposal.DisposalScene.hold;
import static org.privacyrules.jdbc.disposal.DisposalScene.left;
import static org.privacyrules.jdbc.disposal.DisposalScene.limits;
import static org.privacyrules.jdbc.disposal.DisposalScene.sweep;
import static org.privacyrules.jdbc.disposal.DisposalScene.tally;
import static org.privacyrules.jdbc.disposal.DisposalScene.withdraws;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.privacyrules.PrivacyRules;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.disposal.DisposalPlan;
import org.privacyrules.disposal.RowAnswer;
import org.privacyrules.disposal.SweepReport;
import org.privacyrules.disposal.SweepReport.Outcome;
import org.privacyrules.disposal.Tally;
import org.privacyrules.hold.HoldScope;
import org.privacyrules.hold.RestrictionEvent.Ground;
import org.privacyrules.jdbc.JdbcPersonalData;
import org.privacyrules.jdbc.servers.TestDatabase.Product;
import org.privacyrules.ledger.JournalEntry;
import org.privacyrules.ledger.MerkleTree;
import org.privacyrules.ledger.StoredEntry;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/** What is due goes, what is kept stays, and both can be told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DisposalContract {

    private DisposalScene scene;

    abstract Product product();

    @BeforeAll
    final void open() {
        scene = new DisposalScene(product());
    }

    @AfterAll
    final void close() {
        scene.close();
    }

    @BeforeEach
    final void clear() {
        scene.clear("line", "invoice", "login", "account", "message", "node", "visit", "stamp");
    }

    private String n(String name) {
        return scene.name(name);
    }

    private void invoices() {
        scene.execute(
                "create table invoice (id integer primary key, customer varchar(40) not null, issued_on date, note varchar(20))",
                "create index invoice_by_date on invoice (issued_on)",
                "insert into invoice values (1, 'anna', '2018-12-31', 'a'), (2, 'anna', '2019-01-01', 'b'),"
                        + " (3, 'bert', '2016-05-05', 'c'), (4, 'bert', null, 'd')");
    }

    private JdbcPersonalData.Builder mappedInvoices() {
        return scene.mapping()
                .table(
                        n("invoice"),
                        t -> t.named("invoice")
                                .subject(n("customer"))
                                .event("invoice-issued", n("issued_on"))
                                .rows("invoices"));
    }

    @Test
    @Mission("M6")
    @Gdpr("5(1)(e)")
    void invoices_leave_on_the_first_of_january_of_the_eighth_year() {
        invoices();
        PrivacyRules rules = scene.rules(mappedInvoices());
        customer(rules, "anna");
        customer(rules, "bert");
        scene.clock.set(DisposalScene.noon(LocalDate.of(2025, 12, 31)));
        assertEquals(Outcome.FINISHED, sweep(rules).outcome());
        assertEquals(List.of("1", "2", "4"), scene.read("select id from invoice order by id"));
        scene.clock.set(
                LocalDate.of(2026, 1, 1).atStartOfDay(DisposalScene.STOCKHOLM).toInstant());
        assertEquals(1, sweep(rules).rows());
        assertEquals(List.of("2", "4"), scene.read("select id from invoice order by id"));
    }

    @Test
    void a_plan_tells_what_goes_why_and_what_stays_for_a_missing_date() {
        invoices();
        PrivacyRules rules = scene.rules(mappedInvoices());
        customer(rules, "anna");
        DisposalPlan plan = rules.disposals().plan();
        Tally tally = tally(plan, "invoice");
        assertEquals(2, tally.due());
        assertEquals(1, tally.undated());
        assertEquals(Optional.of(LocalDate.of(2016, 5, 5)), tally.oldest());
        assertEquals(2L, tally.reasons().values().iterator().next());
        assertEquals(12, plan.months().size());
        assertEquals(LocalDate.of(2026, 4, 1), plan.months().get(0));
        assertEquals(List.of(2L, 2L, 2L, 2L, 2L, 2L, 2L, 2L, 2L, 3L, 3L, 3L), tally.forecast());
        assertTrue(plan.text().contains("invoices, for `invoicing`: its term is over, 2 rows"), plan::text);
        assertTrue(plan.text().contains("1 row stay because a date is missing"), plan::text);
    }

    @Test
    @Gdpr("17(3)(e)")
    void a_hold_keeps_rows_and_its_release_lets_them_go() {
        invoices();
        PrivacyRules rules = scene.rules(mappedInvoices());
        List<HoldScope> scopes = List.of(
                HoldScope.of(SubjectId.of("anna")),
                HoldScope.of(SubjectId.of("anna"), "invoices"),
                HoldScope.of("invoices"),
                HoldScope.everything());
        List<OperationId> holds = new ArrayList<>();
        scopes.forEach(scope -> holds.add(hold(rules, scope).operation()));
        holds.add(hold(rules, HoldScope.of(SubjectId.of("somebody-else"))).operation());
        assertEquals(2, tally(rules.disposals().plan(), "invoice").kept());
        assertEquals(Outcome.FINISHED, sweep(rules).outcome());
        assertEquals(List.of("1", "2", "3", "4"), scene.read("select id from invoice order by id"));
        scene.release(rules, holds.get(3));
        assertEquals(0, sweep(rules).rows());
        scene.release(rules, holds.get(2));
        SweepReport report = sweep(rules);
        assertEquals(1, report.rows());
        assertEquals(1, report.swept().get(0).kept());
        assertEquals(List.of("1", "2", "4"), scene.read("select id from invoice order by id"));
        scene.release(rules, holds.get(0));
        assertEquals(0, sweep(rules).rows());
        scene.release(rules, holds.get(1));
        assertEquals(1, sweep(rules).rows());
        assertEquals(List.of("2", "4"), scene.read("select id from invoice order by id"));
    }

    @Test
    @Gdpr("18(2)")
    void a_restriction_keeps_rows() {
        invoices();
        PrivacyRules rules = scene.rules(mappedInvoices());
        rules.restrictions().place(SubjectId.of("bert"), Ground.LEGAL_CLAIMS, Actor.staff("7"));
        assertEquals(1, tally(rules.disposals().plan(), "invoice").kept());
        assertEquals(1, sweep(rules).rows());
        assertEquals(List.of("2", "3", "4"), scene.read("select id from invoice order by id"));
    }

    @Test
    void columns_of_one_row_have_lives_of_their_own_and_the_row_goes_when_all_of_it_is_due() {
        scene.execute(
                "create table login (id integer primary key, customer varchar(40) not null, at_day date not null,"
                        + " ip varchar(60), agent varchar(60), birthday date, mail varchar(60) not null)",
                "insert into login values (1, 'anna', '2026-01-01', '192.168.17.5', 'x', '1980-05-17', 'a@example.org'),"
                        + " (2, 'anna', '2026-03-14', '192.168.17.6', 'y', '1981-06-18', 'b@example.org'),"
                        + " (3, 'bert', '2026-01-01', '2001:db8:85a3:8d3::7', 'z', '1980-05-17', 'c@example.org'),"
                        + " (4, 'bert', '2026-01-01', 'localhost', null, null, 'gone')");
        PrivacyRules rules = scene.rules(scene.mapping()
                .table(
                        n("login"),
                        t -> t.named("login")
                                .subject(n("customer"))
                                .event("logged-in", n("at_day"))
                                .columns(
                                        "log",
                                        c -> c.toNetwork(n("ip"))
                                                .toNull(n("agent"))
                                                .toYear(n("birthday"))
                                                .to(n("mail"), "gone"))
                                .rows("account")));
        customer(rules, "anna");
        left(rules, "bert", LocalDate.of(2026, 2, 1));
        assertEquals(3, tally(rules.disposals().plan(), "login.log").due());
        assertEquals(3, sweep(rules).rows());
        assertEquals(
                List.of("192.168.17.0", "192.168.17.6", "2001:db8:85a3::", "null"),
                scene.read("select coalesce(ip, 'null') from login order by id"));
        assertEquals(
                List.of("gone", "b@example.org", "gone", "gone"), scene.read("select mail from login order by id"));
        assertEquals(
                List.of("1980-01-01", "1981-06-18", "1980-01-01"),
                scene.read("select birthday from login where birthday is not null order by id"));
        assertEquals(0, sweep(rules).rows());
        scene.clock.set(DisposalScene.noon(LocalDate.of(2026, 5, 2)));
        assertEquals(3, sweep(rules).rows());
        assertEquals(List.of("1", "2"), scene.read("select id from login order by id"));
        assertEquals(List.of("192.168.17.0", "192.168.17.0"), scene.read("select ip from login order by id"));
    }

    @Test
    void dates_are_cut_to_the_month_and_functions_of_the_host_are_told_by_another_column() {
        scene.execute(
                "create table stamp (id bigint primary key, customer integer, at_day date not null, seen "
                        + scene.columns.wall() + ", note varchar(60), done boolean not null)",
                "insert into stamp values (9000000001, 7, '2026-01-01', '2026-01-17 13:14:15', 'abc', false)");
        PrivacyRules rules = scene.rules(scene.mapping()
                .table(
                        n("stamp"),
                        t -> t.named("stamp")
                                .subject(n("customer"))
                                .event("logged-in", n("at_day"))
                                .columns(
                                        "log",
                                        c -> c.toMonth(n("seen"))
                                                .by(
                                                        n("note"),
                                                        value ->
                                                                value.toString().length() + " characters")
                                                .to(n("done"), true))));
        customer(rules, "7");
        assertEquals(1, sweep(rules).rows());
        assertEquals(List.of("3 characters"), scene.read("select note from stamp"));
        assertTrue(scene.read("select seen from stamp").get(0).startsWith("2026-01-01 00:00:00"));
        assertEquals(0, sweep(rules).rows());
    }

    @Test
    void a_row_of_two_people_stays_until_it_is_due_for_both_and_a_hold_on_one_keeps_it() {
        scene.execute(
                "create table message (sender varchar(40), recipient varchar(40), number integer,"
                        + " primary key (sender, number))",
                "insert into message values ('anna', 'bert', 1), ('anna', 'carl', 2), ('bert', 'carl', 3), ('carl', null, 4)");
        PrivacyRules rules = scene.rules(scene.mapping()
                .table(
                        n("message"),
                        t -> t.named("message")
                                .subject(n("sender"))
                                .person("recipient", n("recipient"))
                                .rows("account")));
        customer(rules, "anna");
        left(rules, "bert", LocalDate.of(2025, 1, 1));
        left(rules, "carl", LocalDate.of(2025, 1, 1));
        OperationId hold = hold(rules, HoldScope.of(SubjectId.of("carl"))).operation();
        assertEquals(2, tally(rules.disposals().plan(), "message").kept());
        assertEquals(0, sweep(rules).rows());
        scene.release(rules, hold);
        assertEquals(2, sweep(rules).rows());
        assertEquals(List.of("1", "2"), scene.read("select number from message order by number"));
        left(rules, "anna", LocalDate.of(2025, 2, 1));
        assertEquals(2, sweep(rules).rows());
    }

    @Test
    void subject_and_date_are_found_over_foreign_keys_and_children_go_before_their_parents() {
        scene.execute(
                "create table account (id integer primary key, customer varchar(40) not null)",
                "create table invoice (id integer primary key, account_id integer not null references account (id),"
                        + " issued_on date)",
                "create table line (invoice_id integer not null references invoice (id), number integer,"
                        + " text varchar(40), primary key (invoice_id, number))",
                "insert into account values (1, 'anna'), (2, 'bert')",
                "insert into invoice values (10, 1, '2016-01-01'), (11, 1, '2024-01-01'), (20, 2, '2016-01-01')",
                "insert into line values (10, 1, 'a'), (10, 2, 'b'), (11, 1, 'c'), (20, 1, 'd')");
        PrivacyRules rules = scene.rules(scene.mapping()
                .table(
                        n("account"),
                        t -> t.named("account").subject(n("customer")).rows("account"))
                .table(
                        n("invoice"),
                        t -> t.named("invoice")
                                .subject(n("account_id"), n("customer"))
                                .event("invoice-issued", n("issued_on"))
                                .rows("invoices"))
                .table(
                        n("line"),
                        t -> t.named("line")
                                .subject(n("invoice_id"), n("account_id"), n("customer"))
                                .event("invoice-issued", n("invoice_id"), n("issued_on"))
                                .rows("invoices")));
        left(rules, "anna", LocalDate.of(2025, 1, 1));
        left(rules, "bert", LocalDate.of(2025, 1, 1));
        DisposalPlan plan = rules.disposals().plan();
        assertEquals(
                List.of("line", "invoice", "account"),
                plan.data().stream().map(each -> each.data().name()).toList());
        assertEquals(2, tally(plan, "account").referenced());
        assertEquals(6, sweep(rules).rows());
        assertEquals(List.of("11"), scene.read("select id from invoice"));
        assertEquals(List.of("1"), scene.read("select id from account"));
        assertEquals(List.of("c"), scene.read("select text from line"));
    }

    @Test
    void rows_of_a_tree_go_from_the_leaves_on() {
        scene.execute(
                "create table node (id integer primary key, parent integer references node (id), customer varchar(40))",
                "insert into node values (1, null, 'bert'), (2, 1, 'bert'), (3, 2, 'bert'), (4, 3, 'bert'), (5, 5, 'bert'),"
                        + " (6, null, 'bert'), (7, 6, 'anna')");
        PrivacyRules rules = scene.rules(scene.mapping()
                .table(n("node"), t -> t.named("node").subject(n("customer")).rows("account")));
        customer(rules, "anna");
        left(rules, "bert", LocalDate.of(2025, 1, 1));
        assertEquals(Outcome.FINISHED, sweep(rules).outcome());
        boolean mariaDb = product() == Product.MARIADB;
        assertEquals(
                mariaDb ? List.of("5", "6", "7") : List.of("6", "7"), scene.read("select id from node order by id"));
        assertEquals(mariaDb ? 2 : 1, tally(rules.disposals().plan(), "node").referenced());
    }

    @Test
    @Gdpr("7(3)")
    void what_a_consent_carried_goes_when_it_is_withdrawn_and_what_nothing_carried_stays_unless_told() {
        scene.execute(
                "create table visit (id " + scene.columns.uuid() + " primary key, visitor varchar(40))",
                "insert into visit values ('00000000-0000-0000-0000-000000000001', 'anna'),"
                        + " ('00000000-0000-0000-0000-000000000002', 'bert'), ('00000000-0000-0000-0000-000000000003', null)");
        JdbcPersonalData.Builder staying = scene.mapping()
                .table(n("visit"), t -> t.named("visit").subject(n("visitor")).rows("habits"));
        PrivacyRules rules = scene.rules(staying);
        consents(rules, "anna");
        assertEquals(0, sweep(rules).rows());
        withdraws(rules, "anna");
        Tally tally = tally(rules.disposals().plan(), "visit");
        assertEquals(1, tally.due());
        assertEquals(1, tally.unjustified());
        assertEquals(1, tally.nobodys());
        assertEquals(1, sweep(rules).rows());
        PrivacyRules strict = scene.rules(scene.mapping()
                .table(
                        n("visit"),
                        t -> t.named("visit")
                                .subject(n("visitor"))
                                .rows("habits")
                                .lettingUnjustifiedGo()));
        assertEquals(1, sweep(strict).rows());
        assertEquals(List.of("3"), scene.read("select substring(cast(id as char(36)), 36, 1) from visit"));
    }

    @Test
    void only_rows_of_the_subset_go() {
        scene.execute(
                "create table message (id integer primary key, customer varchar(40), kind varchar(10), gone_at date)",
                "insert into message values (1, 'bert', 'a', null), (2, 'bert', 'b', null), (3, 'bert', 'a', '2026-01-01'),"
                        + " (4, 'bert', null, null)");
        PrivacyRules rules = scene.rules(scene.mapping()
                .table(
                        n("message"),
                        t -> t.named("message")
                                .subject(n("customer"))
                                .where(n("kind"), "a", "c")
                                .whereNull(n("gone_at"))
                                .rows("account")));
        left(rules, "bert", LocalDate.of(2025, 1, 1));
        assertEquals(1, sweep(rules).rows());
        assertEquals(List.of("2", "3", "4"), scene.read("select id from message order by id"));
    }

    @Test
    @Mission("M16")
    void rows_that_tell_no_subject_go_by_their_dates_and_stay_for_a_hold_on_their_category() {
        scene.execute(
                "create table login (id integer primary key, at_day date not null, ip varchar(40))",
                "insert into login values (1, '2026-01-01', '10.1.2.3'), (2, '2026-03-14', '10.1.2.3')");
        PrivacyRules rules = scene.rules(scene.mapping()
                .table(
                        n("login"),
                        t -> t.named("login")
                                .event("logged-in", n("at_day"))
                                .columns("log", c -> c.toNetwork(n("ip")))));
        OperationId hold = hold(rules, HoldScope.of("log")).operation();
        assertEquals(1, tally(rules.disposals().plan(), "login.log").kept());
        assertEquals(0, sweep(rules).rows());
        assertFalse(rules.disposals().explain("login.log", 1).orElseThrow().isDue());
        scene.release(rules, hold);
        assertTrue(rules.disposals().explain("login.log", 1).orElseThrow().isDue());
        assertEquals(1, sweep(rules).rows());
        assertEquals(List.of("10.1.2.0", "10.1.2.3"), scene.read("select ip from login order by id"));
    }

    @Test
    void a_date_that_is_awaited_is_no_fault() {
        scene.execute(
                "create table message (id integer primary key, customer varchar(40), closed_on date)",
                "insert into message values (1, 'anna', null), (2, 'anna', '2020-01-01')");
        PrivacyRules rules = scene.rules(scene.mapping()
                .table(
                        n("message"),
                        t -> t.named("message")
                                .subject(n("customer"))
                                .awaited("case-closed", n("closed_on"))
                                .rows("case")));
        Tally tally = tally(rules.disposals().plan(), "message");
        assertEquals(List.of(1L, 1L, 0L), List.of(tally.due(), tally.awaiting(), tally.undated()));
    }

    private void manyInvoices(int count) {
        scene.execute("create table invoice (id integer primary key, customer varchar(40) not null, issued_on date)");
        for (int from = 0; from < count; from += 500) {
            StringBuilder sql = new StringBuilder("insert into invoice values ");
            for (int i = from; i < Math.min(count, from + 500); i++) {
                sql.append(i == from ? "" : ", ")
                        .append("(")
                        .append(i)
                        .append(", 'c")
                        .append(i % 50)
                        .append("', '2015-01-01')");
            }
            scene.execute(sql.toString());
        }
    }

    @Test
    void a_sweep_stops_at_its_limit_and_the_next_one_goes_on() {
        manyInvoices(1000);
        PrivacyRules rules = scene.rules(mappedInvoices());
        List<Long> progress = new ArrayList<>();
        SweepReport first = rules.disposals().sweep(limits().ofRows(350), (data, rows, planned) -> {
            progress.add(rows);
            assertEquals(1000, planned);
        });
        assertEquals(Outcome.PAUSED, first.outcome());
        assertEquals(350, first.rows());
        assertEquals(List.of(100L, 200L, 300L, 350L), progress);
        assertEquals(Optional.empty(), rules.disposals().heartbeat().lastFinished());
        SweepReport second = sweep(rules);
        assertEquals(Outcome.FINISHED, second.outcome());
        assertEquals(650, second.rows());
        assertEquals(
                Optional.of(scene.clock.instant()),
                rules.disposals().heartbeat().lastFinished());
    }

    @Test
    @Gdpr("5(2)")
    void each_chunk_leaves_one_entry_that_proves_which_rows_went() {
        manyInvoices(250);
        PrivacyRules rules = scene.rules(mappedInvoices());
        sweep(rules);
        List<JournalEntry> entries =
                scene
                        .storage
                        .forTenant(rules.tenant())
                        .journal()
                        .entries(SubjectId.NOBODY, scene.clock.instant())
                        .stream()
                        .map(StoredEntry::entry)
                        .toList();
        assertEquals(3, entries.size());
        int next = 0;
        for (JournalEntry entry : entries) {
            assertEquals("disposal-swept", entry.kind());
            assertEquals("invoice-issued<=2018-12-31", entry.payload().require("cutoff"));
            byte[] salt = HexFormat.of().parseHex(entry.payload().require("salt"));
            MerkleTree tree = new MerkleTree();
            int count = entry.payload().number("count");
            for (int i = next; i < next + count; i++) {
                tree.add(salt, Integer.toString(i).getBytes(StandardCharsets.UTF_8));
            }
            assertEquals(HexFormat.of().formatHex(tree.root()), entry.payload().require("root"));
            assertEquals(next + " to " + (next + count - 1), entry.payload().require("keys"));
            next += count;
        }
        assertEquals(250, next);
    }

    @Test
    void one_row_is_explained() {
        invoices();
        PrivacyRules rules = scene.rules(mappedInvoices());
        customer(rules, "anna");
        RowAnswer due = rules.disposals().explain("invoice", 1).orElseThrow();
        assertTrue(due.isDue());
        RowAnswer kept = rules.disposals().explain("invoice", 2).orElseThrow();
        assertFalse(kept.isDue());
        assertTrue(kept.toString().contains("kept through 2026-12-31"), kept::toString);
        assertTrue(rules.disposals().explain("invoice", 4).orElseThrow().undated());
        assertEquals(Optional.empty(), rules.disposals().explain("invoice", 99));
    }

    @Test
    void the_day_of_a_row_is_told_in_the_zone_of_the_policy() {
        scene.execute(
                "create table stamp (id integer primary key, customer varchar(40) not null, at_time "
                        + scene.columns.wall() + " not null)",
                "insert into stamp values (1, 'anna', '2026-02-12 23:30:00')");
        PrivacyRules rules = scene.rules(scene.mapping()
                .table(
                        n("stamp"),
                        t -> t.named("stamp")
                                .subject(n("customer"))
                                .event("logged-in", java.time.ZoneOffset.UTC, n("at_time"))
                                .rows("log")));
        assertEquals(0, rules.disposals().plan().due());
        RowAnswer answer = rules.disposals().explain("stamp", 1).orElseThrow();
        assertFalse(answer.isDue());
        assertTrue(answer.toString().contains("kept through 2026-03-15"), answer::toString);
    }

    @Test
    void what_another_policy_would_make_due_is_told_before_it_is_published() {
        scene.execute(
                "create table login (id integer primary key, customer varchar(40) not null, at_day date not null)",
                "insert into login values (1, 'anna', '2026-01-01'), (2, 'anna', '2026-03-10'), (3, 'anna', '2026-03-15')");
        PrivacyRules rules = scene.rules(scene.mapping()
                .table(
                        n("login"),
                        t -> t.named("login")
                                .subject(n("customer"))
                                .event("logged-in", n("at_day"))
                                .rows("log")));
        DisposalPlan preview = rules.disposals()
                .preview(DisposalScene.shop("2", LocalDate.of(2026, 3, 16), Period.ofDays(3))
                        .build());
        assertEquals(2, tally(preview, "login").due());
        assertEquals(1, tally(preview, "login").newlyDue());
        assertEquals(1, rules.disposals().plan().due());
    }

    @Test
    void rows_that_others_have_locked_are_passed_over_and_told() throws Exception {
        invoices();
        PrivacyRules rules = scene.rules(mappedInvoices());
        try (var connection = scene.database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update invoice set note = 'x' where id = 3");
            SweepReport report = rules.disposals().sweep(limits().inChunks(10, Duration.ofSeconds(2)));
            assertEquals(1, report.rows());
            assertEquals(Outcome.BUSY, report.outcome());
            connection.rollback();
        }
        assertEquals(Outcome.FINISHED, sweep(rules).outcome());
        assertEquals(List.of("2", "4"), scene.read("select id from invoice order by id"));
    }

    @Test
    void two_tenants_sweep_by_their_own_subjects() {
        invoices();
        PrivacyRules rules = scene.rules(scene.mapping()
                .table(
                        n("invoice"),
                        t -> t.named("invoice").subject(n("customer")).rows("account")));
        left(rules, "bert", LocalDate.of(2025, 1, 1));
        Tenant other = new Tenant("another");
        assertEquals(
                0,
                PrivacyRules.builder()
                        .tenant(other.name())
                        .storage(scene.storage)
                        .clock(scene.clock)
                        .personalData(scene.mapping()
                                .table(
                                        n("invoice"),
                                        t -> t.named("invoice")
                                                .subject(n("customer"))
                                                .rows("account"))
                                .build())
                        .policy(DisposalScene.policy())
                        .publishOnStart()
                        .build()
                        .disposals()
                        .plan()
                        .due());
        assertEquals(2, rules.disposals().plan().due());
    }
}
