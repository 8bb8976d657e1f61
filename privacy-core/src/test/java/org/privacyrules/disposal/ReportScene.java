package org.privacyrules.disposal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.privacyrules.calendar.RetentionTerm;
import org.privacyrules.disposal.DisposalPlan.Planned;
import org.privacyrules.disposal.DisposalReport.Approval;
import org.privacyrules.disposal.DisposalReport.Elsewhere;
import org.privacyrules.disposal.DisposalReport.LetGo;
import org.privacyrules.disposal.DisposalReport.Past;
import org.privacyrules.disposal.DisposalReport.StandingHold;
import org.privacyrules.disposal.MappedData.Part;
import org.privacyrules.disposal.Tally.Reason;
import org.privacyrules.policy.LocalText;
import org.privacyrules.policy.Party;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.SupervisoryAuthorities;
import org.privacyrules.retention.Standing;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;

/** A shop that has kept invoices, accounts and logs for some years. */
final class ReportScene {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final Instant NOW = Instant.parse("2026-11-24T17:52:00Z");

    static final MappedData INVOICES = new MappedData(
            "invoice",
            "shop.invoice",
            "row deleted",
            List.of(new Part("customer_id", "billing", Set.of("invoice-issued"))),
            false);

    static final MappedData ACCOUNTS = new MappedData(
            "account",
            "shop.account",
            "row deleted",
            List.of(new Part("id", "contact", Set.of()), new Part("referred_by", "contact", Set.of())),
            false);

    static final MappedData ADDRESSES = new MappedData(
            "login.ip-address",
            "shop.login",
            "ip_address set to null",
            List.of(new Part("account_id", "address-in-logs", Set.of("recorded"))),
            true);

    static final MappedData PHOTOS = new MappedData("photo", "shop.photo", "row deleted", List.of(), false);

    private ReportScene() {}

    static LocalText text(String english, String swedish) {
        return LocalText.of("en", english).and("sv", swedish);
    }

    static PrivacyPolicy policy() {
        return policy("2025-03", "Nordic Shop AB", text("What you bought and paid", "Vad du har köpt och betalat"));
    }

    static PrivacyPolicy policy(String version, String controller, LocalText billing) {
        return PrivacyPolicy.builder()
                .version(version)
                .effectiveFrom(LocalDate.of(2025, 3, 1))
                .zone(ZoneId.of("Europe/Stockholm"))
                .languages("en", "sv")
                .controller(Party.named(controller).withEmail("privacy@shop.example"))
                .supervisoryAuthority(SupervisoryAuthorities.ofSweden())
                .withoutAutomatedDecisions()
                .subjectKind("customer", text("has an account", "har ett konto"))
                .event("account-closed", text("the account was closed", "kontot stängdes"))
                .event("invoice-issued", text("the invoice was issued", "fakturan utfärdades"))
                .event("recorded", text("it was recorded", "uppgiften registrerades"))
                .category("billing", c -> c.describedAs(billing))
                .category("contact", c -> c.describedAs(text("How we reach you", "Hur vi når dig")))
                .category(
                        "address-in-logs",
                        c -> c.describedAs(text("Addresses in our logs", "Adresser i våra loggar"))
                                .keptAtMost(Period.ofDays(90)))
                .purpose(
                        "bookkeeping",
                        p -> p.describedAs(text("To keep our books", "Att sköta vår bokföring"))
                                .legalObligation("Bokföringslagen 7 kap. 2 §", Period.ofYears(7))
                                .carriedBy("customer")
                                .uses("billing", "contact")
                                .kept(RetentionTerm.from("invoice-issued")
                                        .toEndOfCalendarYear()
                                        .plus(Period.ofYears(7))))
                .purpose(
                        "shop",
                        p -> p.describedAs(text("To deliver what you ordered", "Att leverera det du har beställt"))
                                .contract()
                                .carriedBy("customer")
                                .uses("contact", "billing")
                                .kept(RetentionTerm.from("account-closed").plus(Period.ofMonths(3))))
                .purpose(
                        "security",
                        p -> p.describedAs(text("To keep thieves out", "Att hålla tjuvar ute"))
                                .contract()
                                .carriedBy("customer")
                                .uses("address-in-logs")
                                .kept(RetentionTerm.from("recorded").plus(Period.ofDays(60))))
                .build();
    }

    static List<LocalDate> months() {
        List<LocalDate> months = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            months.add(TODAY.withDayOfMonth(1).plusMonths(i));
        }
        return months;
    }

    static List<Long> growing(long from, long each) {
        List<Long> forecast = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            forecast.add(from + i * each);
        }
        return forecast;
    }

    static Tally tally(long due, List<Long> forecast, Map<Reason, Long> reasons) {
        return new Tally(due, 0, 0, 0, 0, 0, 0, Optional.empty(), forecast, 0, reasons);
    }

    static DisposalPlan plan() {
        List<Long> books = new ArrayList<>(growing(1_874, 0));
        for (int i = 1; i < 12; i++) {
            books.set(i, 14_020L);
        }
        Tally invoices = new Tally(
                1_874,
                212,
                17,
                8,
                3,
                41,
                0,
                Optional.of(LocalDate.of(2016, 2, 11)),
                books,
                1_600,
                Map.of(
                        new Reason("billing", "bookkeeping", Standing.TERM_OVER), 1_874L,
                        new Reason("billing", "shop", Standing.TERM_OVER), 1_702L,
                        new Reason("billing", "shop", Standing.NOT_BEGUN), 172L));
        Tally accounts = new Tally(
                1,
                0,
                0,
                0,
                0,
                0,
                5_310,
                Optional.of(LocalDate.of(2026, 8, 20)),
                growing(1, 160),
                0,
                Map.of(new Reason("contact", "shop", Standing.TERM_OVER), 1L));
        Tally addresses = new Tally(
                48_211,
                0,
                0,
                120,
                0,
                0,
                0,
                Optional.of(LocalDate.of(2026, 9, 1)),
                growing(48_211, 23_900),
                0,
                Map.of(
                        new Reason("address-in-logs", "security", Standing.TOO_OLD), 120L,
                        new Reason("address-in-logs", "security", Standing.TERM_OVER), 48_091L));
        return new DisposalPlan(
                OperationId.derived("plan", "1"),
                Instant.parse("2026-11-24T02:00:04Z"),
                TODAY,
                "2025-03",
                months(),
                List.of(
                        new Planned(INVOICES, invoices),
                        new Planned(ACCOUNTS, accounts),
                        new Planned(ADDRESSES, addresses)),
                List.of());
    }

    static DisposalReport everything() {
        List<LetGo> gone = new ArrayList<>();
        for (int day = 1; day <= 5; day++) {
            gone.add(new LetGo(
                    TODAY.minusDays(day),
                    "login.ip-address",
                    Set.of("address-in-logs"),
                    790 + 13L * day,
                    Set.of("recorded<=" + TODAY.minusDays(60 + day)),
                    Set.of("2025-03")));
        }
        gone.add(new LetGo(
                LocalDate.of(2026, 1, 2),
                "invoice",
                Set.of("billing", "retired-category"),
                11_460,
                Set.of("invoice-issued<=2018-12-31", "not a day"),
                Set.of("2025-03", "2024-01")));
        return new DisposalReport(
                NOW,
                policy(),
                plan(),
                List.of(PHOTOS),
                new Heartbeat(
                        Optional.of(Instant.parse("2026-11-24T02:00:04Z")),
                        Optional.of(Instant.parse("2026-11-23T02:00:03Z")),
                        50_086,
                        Optional.of(Instant.parse("2026-11-24T02:00:04Z")),
                        true),
                List.of(
                        new StandingHold(
                                "T 1234-26",
                                true,
                                Optional.empty(),
                                LocalDate.of(2026, 1, 12),
                                LocalDate.of(2026, 11, 1)),
                        new StandingHold(
                                "Tax audit 2026",
                                false,
                                Optional.of("billing"),
                                LocalDate.of(2026, 6, 1),
                                LocalDate.of(2026, 12, 1)),
                        new StandingHold("Case 7", true, Optional.of("contact"), LocalDate.of(2026, 6, 1), TODAY),
                        new StandingHold(
                                "Search", false, Optional.empty(), LocalDate.of(2026, 11, 20), TODAY.plusDays(1))),
                new Past(
                        gone,
                        List.of(
                                new Approval(LocalDate.of(2026, 1, 2), Actor.Role.STAFF, "2025-03"),
                                new Approval(LocalDate.of(2025, 12, 2), Actor.Role.SYSTEM, "2025-03")),
                        false),
                List.of(
                        new Elsewhere("search-index", Set.of("contact"), 4_120, 12, 0),
                        new Elsewhere("newsletter-partner", Set.of("contact", "billing"), 310, 3, 2)),
                List.of(
                        "shop.login.account_id has no index: a sweep reads the whole table for each chunk",
                        "shop.invoice has no partitions by invoice_issued: old ones could be dropped at once"));
    }

    /** A host that has just begun. */
    static DisposalReport nothing() {
        return new DisposalReport(
                NOW,
                policy(),
                new DisposalPlan(
                        OperationId.derived("plan", "2"), NOW, TODAY, "2025-03", months(), List.of(), List.of()),
                List.of(),
                new Heartbeat(Optional.empty(), Optional.empty(), 0, Optional.empty(), false),
                List.of(),
                new Past(List.of(), List.of(), true),
                List.of(),
                List.of());
    }

    static DisposalReport with(DisposalReport report, DisposalPlan plan, Heartbeat heartbeat) {
        return new DisposalReport(
                report.at(),
                report.policy(),
                plan,
                report.uncounted(),
                heartbeat,
                report.holds(),
                report.past(),
                report.elsewhere(),
                report.advice());
    }

    /** A plan of one kind of data that is due for one reason each. */
    static DisposalPlan forEveryReason() {
        MappedData both = new MappedData(
                "order",
                "shop.order",
                "row deleted",
                List.of(new Part("customer_id", "billing", Set.of()), new Part("customer_id", "contact", Set.of())),
                false);
        Map<Reason, Long> reasons = new LinkedHashMap<>();
        for (Standing standing : Standing.values()) {
            reasons.put(new Reason("billing", "shop", standing), 1L);
        }
        return new DisposalPlan(
                OperationId.derived("plan", "3"),
                NOW.minusSeconds(2 * 86_400),
                TODAY.minusDays(2),
                "2024-01",
                months(),
                List.of(new Planned(both, tally(11, growing(11, 0), reasons)), new Planned(PHOTOS, Tally.NOTHING)),
                List.of());
    }
}
