package org.privacyrules.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.privacyrules.PrivacyRules;
import org.privacyrules.TenantStorage;
import org.privacyrules.contract.Fixture;
import org.privacyrules.fact.Fact;
import org.privacyrules.hold.HoldScope;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.SubjectId;
import org.privacyrules.subject.Tenant;

/** How many statements go to the database, counted. */
abstract class StatementCountContract {

    private final SettableClock clock = new SettableClock(Fixture.START.plus(Duration.ofDays(1)));
    private final TestDatabase database;
    private final CountingDataSource counting;
    private final PrivacyRules rules;
    private final SubjectId subject = SubjectId.of("somebody");

    StatementCountContract(TestDatabase database) {
        this.database = database;
        this.counting = new CountingDataSource(database.dataSource());
        this.rules = Fixture.rules(JdbcStorage.on(counting.dataSource()), "counted", clock);
        counting.sent();
    }

    /** Of a command that decides its state alone, in a transaction of our own, commit included. */
    abstract int ownCommand();

    /** Of the same inside the host's transaction, savepoints included. */
    abstract int joinedCommand();

    /** Of a command that looks at the state before it, in a transaction of our own, commit included. */
    abstract int dependentCommand();

    /** Of placing a hold, commit included, and what gives the connection its settings back. */
    abstract int placedHold();

    /** Of entering the gate, commit included, and what gives the connection its settings back. */
    abstract int enteredGate();

    /** How many candidates one statement reads. */
    abstract int chunk();

    private void assertSent(int most, Runnable call) {
        call.run();
        counting.sent();
        call.run();
        List<String> sent = counting.sent();
        assertEquals(most, sent.size(), String.join("\n---\n", sent));
    }

    @Test
    void a_check_is_one_statement() {
        assertSent(1, () -> rules.decisions().check(subject, "tracking"));
        assertSent(1, () -> rules.decisions().of(subject));
    }

    @Test
    void how_long_a_persons_data_are_kept_is_two_statements_for_all_categories() {
        assertSent(2, () -> rules.retention().of(subject).all());
    }

    @Test
    void giving_withdrawing_and_objecting_are_one_statement_each_where_the_database_can() {
        String text = Fixture.shownText(rules, "tracking", clock);
        assertSent(ownCommand(), () -> rules.consents().give(subject, "tracking", Fixture.shown(text)));
        assertSent(ownCommand(), () -> rules.consents().withdraw(subject, "tracking", Fixture.said()));
        assertSent(ownCommand(), () -> rules.consents().refuse(subject, "tracking", Fixture.said()));
        assertSent(ownCommand(), () -> rules.consents().objectTo(subject, "product-news", Fixture.said()));
        assertSent(ownCommand(), () -> rules.subjects().reportCountry(subject, "SE"));
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertSent(ownCommand(), () -> rules.subjects().reportEvent(subject, "relation-ended", day));
    }

    @Test
    void a_command_that_looks_before_it_writes_locks_and_reads_first() {
        assertSent(dependentCommand(), () -> rules.consents().dismiss(subject, "survey", Fixture.said()));
        assertSent(
                dependentCommand(),
                () -> rules.subjects().report(subject, Fixture.CUSTOMER, Fact.since(Fixture.longAgo())));
    }

    @Test
    void a_hold_is_placed_behind_the_gate_and_the_gate_is_entered_with_few_statements() {
        assertSent(
                placedHold(),
                () -> rules.holds()
                        .place("case", HoldScope.of(subject), "a claim", LocalDate.of(2027, 1, 1), Actor.staff("7")));
        TenantStorage ports = JdbcStorage.on(counting.dataSource()).forTenant(new Tenant("counted"));
        assertSent(enteredGate(), () -> ports.transactions().inTransaction(ports.holds()::enterGate));
        assertSent(1, () -> rules.holds().active());
    }

    @Test
    void inside_the_hosts_transaction_nothing_is_committed_and_no_connection_is_borrowed() throws SQLException {
        try (Connection host = counting.dataSource().getConnection()) {
            JdbcStorage joining = JdbcStorage.builder(counting.dataSource())
                    .joining(() -> Optional.of(host).filter(StatementCountContract::isInTransaction))
                    .build();
            PrivacyRules joined = Fixture.rules(joining, "counted", clock);
            host.setAutoCommit(false);
            assertSent(joinedCommand(), () -> joined.consents().withdraw(subject, "tracking", Fixture.said()));
            host.rollback();
            host.setAutoCommit(true);
        }
    }

    private static boolean isInTransaction(Connection connection) {
        try {
            return !connection.getAutoCommit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void candidates_are_read_with_one_statement_a_chunk() {
        List<SubjectId> candidates = IntStream.range(0, 2 * chunk() + 1)
                .mapToObj(i -> SubjectId.of("candidate-" + i))
                .toList();
        assertSent(
                3,
                () -> assertEquals(
                        0,
                        rules.decisions()
                                .permitted("tracking", candidates.stream())
                                .count()));
    }

    @Test
    void a_start_without_news_is_one_statement_of_the_policies() {
        assertSent(1, () -> rules.reloadPolicies());
        assertTrue(database.productVersion().length() > 1);
    }
}
