package org.privacyrules.jdbc.disposal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.privacyrules.PrivacyRules;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.consent.Evidence;
import org.privacyrules.consent.Evidence.Channel;
import org.privacyrules.disposal.DisposalPlan;
import org.privacyrules.disposal.SweepLimits;
import org.privacyrules.disposal.SweepReport;
import org.privacyrules.disposal.Tally;
import org.privacyrules.fact.Fact;
import org.privacyrules.hold.HoldScope;
import org.privacyrules.jdbc.JdbcPersonalData;
import org.privacyrules.jdbc.JdbcStorage;
import org.privacyrules.jdbc.Stores;
import org.privacyrules.jdbc.servers.TestDatabase;
import org.privacyrules.jdbc.servers.TestDatabase.Product;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.memory.SettableClock;
import org.privacyrules.policy.ConsentTerms;
import org.privacyrules.policy.ConsentText;
import org.privacyrules.policy.PolicyBuilder;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.Permit;
import org.privacyrules.subject.Permits;
import org.privacyrules.subject.SubjectId;

/** A shop with tables of its own, which stand still on a day of 2026. */
final class DisposalScene implements AutoCloseable {

    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 15);

    final TestDatabase database;
    final Columns columns;
    final SettableClock clock = new SettableClock(noon(TODAY));
    final Permits permits = Permits.create();
    final JdbcStorage storage;
    private String tenant = newTenant();

    DisposalScene(Product product) {
        database = Stores.withTables(product);
        columns = new Columns(product);
        storage = JdbcStorage.on(database.dataSource());
    }

    private static String newTenant() {
        return "shop-" + UUID.randomUUID();
    }

    static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(STOCKHOLM).toInstant();
    }

    /** Everything that was said of subjects is forgotten; tables are dropped. */
    void clear(String... tables) {
        tenant = newTenant();
        clock.set(noon(TODAY));
        for (String table : tables) {
            database.execute("drop table if exists " + table + (columns.product() == Product.H2 ? " cascade" : ""));
        }
    }

    static PolicyBuilder shop(String version, LocalDate start, Period log) {
        return PrivacyPolicy.builder()
                .version(version)
                .zone(STOCKHOLM)
                .effectiveFrom(start)
                .shorteningGrace(Period.ofDays(1))
                .subjectKind("customer", "somebody with a contract")
                .eventAtEndOf("customer", "contract-ended", "the contract ended")
                .event("invoice-issued", "the invoice was issued")
                .event("logged-in", "somebody logged in")
                .event("case-closed", "the case was closed")
                .category("account", c -> c.describedAs("how to reach you").attributes("e-mail address"))
                .category("invoices", c -> c.describedAs("invoices").attributes("amount"))
                .category("log", c -> c.describedAs("the log").attributes("address"))
                .category("case", c -> c.describedAs("what you wrote").attributes("messages"))
                .category("habits", c -> c.describedAs("what you look at").attributes("pages"))
                .purpose(
                        "service",
                        p -> p.describedAs("to serve you")
                                .contract()
                                .carriedBy("customer")
                                .uses("account")
                                .kept(RetentionTerm.from("contract-ended").plus(Period.ofMonths(3))))
                .purpose(
                        "invoicing",
                        p -> p.describedAs("to invoice")
                                .legalObligation("Bokföringslagen 7 kap. 2 §")
                                .carriedBy("customer")
                                .uses("invoices")
                                .kept(RetentionTerm.from("invoice-issued")
                                        .toEndOfCalendarYear()
                                        .plus(Period.ofYears(7))))
                .purpose(
                        "security",
                        p -> p.describedAs("to protect you")
                                .legitimateInterests("security", "LIA-1")
                                .carriedBy("customer")
                                .uses("log")
                                .kept(RetentionTerm.from("logged-in").plus(log)))
                .purpose(
                        "support",
                        p -> p.describedAs("to help you")
                                .contract()
                                .carriedBy("customer")
                                .uses("case")
                                .kept(RetentionTerm.from("case-closed").plus(Period.ofYears(2))))
                .purpose(
                        "tracking",
                        p -> p.describedAs("to learn")
                                .carriedBy("customer")
                                .uses("habits")
                                .consent(ConsentTerms.of(ConsentText.of(1, "en", "May we track you?")))
                                .kept(RetentionTerm.from("contract-ended").plus(Period.ofDays(1))));
    }

    static PrivacyPolicy policy() {
        return shop("1", LocalDate.of(2010, 1, 1), Period.ofDays(30)).build();
    }

    JdbcPersonalData.Builder mapping() {
        return JdbcPersonalData.on(storage);
    }

    PrivacyRules rules(JdbcPersonalData.Builder mapping, PrivacyPolicy... versions) {
        PrivacyRules.Builder builder = PrivacyRules.builder()
                .tenant(tenant)
                .storage(storage)
                .clock(clock)
                .permits(permits)
                .personalData(mapping.build())
                .publishOnStart();
        List.of(versions.length == 0 ? new PrivacyPolicy[] {policy()} : versions)
                .forEach(builder::policy);
        return builder.build();
    }

    /** As the catalogue has it. */
    String name(String written) {
        return columns.name(written);
    }

    void execute(String... sql) {
        database.execute(sql);
    }

    static void customer(PrivacyRules rules, String key) {
        rules.subjects().report(SubjectId.of(key), "customer", Fact.since(LocalDate.of(2012, 1, 1)));
    }

    static void left(PrivacyRules rules, String key, LocalDate day) {
        customer(rules, key);
        rules.subjects().report(SubjectId.of(key), "customer", Fact.endedOn(day));
    }

    static void consents(PrivacyRules rules, String key) {
        rules.consents()
                .give(SubjectId.of(key), "tracking", Evidence.webForm("form", "May we track you?", Actor.subject()));
    }

    static void withdraws(PrivacyRules rules, String key) {
        rules.consents()
                .withdraw(SubjectId.of(key), "tracking", Evidence.of(Channel.WEB_FORM, "form", Actor.subject()));
    }

    static Recorded hold(PrivacyRules rules, HoldScope scope) {
        return rules.holds().place("case 7", scope, "a claim", LocalDate.of(2030, 1, 1), Actor.staff("7"));
    }

    void release(PrivacyRules rules, OperationId hold) {
        rules.holds().release(hold, permits.give(Permit.Action.RELEASE_HOLD, Actor.staff("7"), "settled"));
    }

    static SweepLimits limits() {
        return SweepLimits.ofMinutes(1).inChunks(100, Duration.ofSeconds(2)).withMaxStep(Duration.ofDays(10_000));
    }

    static SweepReport sweep(PrivacyRules rules) {
        return rules.disposals().sweep(limits());
    }

    static Tally tally(DisposalPlan plan, String name) {
        return plan.of(name).orElseThrow().tally();
    }

    /** The first column of all rows, as text. */
    List<String> read(String sql) {
        List<String> values = new ArrayList<>();
        withConnection(database.dataSource(), connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    values.add(row.getString(1));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        return values;
    }

    static void withConnection(DataSource source, Consumer<Connection> work) {
        try (Connection connection = source.getConnection()) {
            work.accept(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
