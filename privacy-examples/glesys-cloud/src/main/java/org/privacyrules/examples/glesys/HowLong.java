package org.privacyrules.examples.glesys;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.privacyrules.consent.Evidence;
import org.privacyrules.disposal.SweepLimits;
import org.privacyrules.disposal.SweepReport;
import org.privacyrules.fact.Fact;
import org.privacyrules.hold.HoldScope;
import org.privacyrules.policy.ConsentText;
import org.privacyrules.retention.Keeping;
import org.privacyrules.retention.Keeping.Fate;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.Permit;
import org.privacyrules.subject.SubjectId;

/** Thirteen years with one customer: why each thing is kept, until when, and when it goes. */
final class HowLong extends Chapter {

    private static final ConsentText TRACKING = CompanyPolicy.question(Purposes.USAGE_TRACKING);
    private static final LocalDate FIRST_INVOICE = LocalDate.of(2019, 5, 31);
    private static final LocalDate LAST_INVOICE = LocalDate.of(2023, 3, 31);

    /** Years pass between the scenes, which a service would take for a broken clock. */
    private static final SweepLimits LIMITS =
            SweepLimits.ofMinutes(5).withMaxStep(Duration.ofDays(3000)).askingAbove(2, 20);

    private final Customer customer = company.cast().fromSweden();
    private final SubjectId subject = customer.subject();

    /** What the company has of the customer, by what people call it. */
    private final Map<String, Thing> things = new LinkedHashMap<>();

    private final Map<String, String> toldLast = new HashMap<>();

    /** Something that is kept: its category, what happened to it, and how its row is found as long as it is there. */
    private record Thing(String category, Map<String, LocalDate> events, String row) {}

    HowLong(Scene scene) {
        super(scene, "How long?", "2019-05-27T09:00");
    }

    @Override
    void tell() {
        console.text(
                "One customer, and all that the company keeps of this person. Nobody decides when it goes: the purposes"
                        + " do, and each answer says which. Only what has changed is printed. What is due is swept out of the"
                        + " company's own tables, this person's and everybody else's.");
        firstSweep();
        privacy.consents().give(subject, Purposes.USAGE_TRACKING, shown(TRACKING, customer, "preferences"));
        firstYear();
        leaving();
        books();
    }

    private void firstYear() {
        keep(
                "the contact details",
                DataCategories.CONTACT_DETAILS,
                Map.of(),
                "customer WHERE id = " + number() + " AND email <> '-'");
        invoice("the first invoice", FIRST_INVOICE);
        LocalDate june = LocalDate.of(2019, 6, 3);
        database()
                .update(
                        "INSERT INTO account_change (customer_id, changed_on, change, ip_address) VALUES (?, ?, ?, ?)",
                        number(),
                        june,
                        "server ordered",
                        "192.0.2.77");
        keep(
                "the address behind a change",
                DataCategories.ACCOUNT_ACTIVITY,
                Map.of("change-made", june),
                "account_change WHERE customer_id = " + number() + " AND changed_on = '2019-06-03'");
        database()
                .update(
                        "INSERT INTO access_log (logged_on, ip_address, device_type) VALUES (?, ?, ?)",
                        june,
                        "192.0.2.77",
                        "phone");
        keep(
                "a line in a log",
                DataCategories.LOGGED_ADDRESS,
                Map.of("recorded", june),
                "access_log WHERE ip_address = '192.0.2.77'");
        database()
                .update(
                        "INSERT INTO support_case (subject_key, email, opened_on) VALUES (?, ?, ?)",
                        subject.reveal(),
                        "mail@example.org",
                        LocalDate.of(2019, 6, 5));
        keep(
                "a support case",
                DataCategories.SUPPORT_CORRESPONDENCE,
                Map.of(),
                "support_case WHERE subject_key = '" + subject.reveal() + "' AND opened_on = '2019-06-05'");
        privacy.subjects().reportEvent(subject, "case-opened", LocalDate.of(2019, 6, 5));
        database()
                .update(
                        "INSERT INTO usage_event (customer_id, used_on, feature) VALUES (?, ?, ?)",
                        number(),
                        june,
                        "statistics");
        keep(
                "what was tracked",
                DataCategories.USAGE_DATA,
                Map.of("recorded", june),
                "usage_event WHERE customer_id = " + number() + " AND used_on = '2019-06-03'");
        tell("2019-06-10", "Two weeks later.");
        expect(
                Promise.M16,
                "A line in a log has a day on which it goes, a month after it was written",
                isKeptThrough("a line in a log", "2019-07-03"));
        expect(
                Promise.M13,
                "A support case that is open has no end but its greatest age",
                isKeptThrough("a support case", "2024-06-05"));
        closeCase(LocalDate.of(2019, 6, 20));
        tell("2019-07-04", "The case was closed on 20 June, and the log is a month old.");
        expect(Promise.M16, "The line in the log is due, and nothing else is", onlyDue("a line in a log"));
        letGo(Promise.M16, "a line in a log");
        expect(
                Promise.M16,
                "The line itself stays, with a network in the place of the address",
                database().count("access_log WHERE ip_address = '192.0.2.0' AND logged_on = '2019-06-03'") == 1);
        privacy.subjects().reportEventUndone(subject, "case-closed");
        database().update("UPDATE support_case SET closed_on = NULL WHERE subject_key = ?", subject.reveal());
        privacy.consents()
                .withdraw(
                        subject,
                        Purposes.USAGE_TRACKING,
                        Evidence.of(Evidence.Channel.WEB_FORM, "preferences", Actor.subject()));
        tell("2019-09-01", "The case was opened again, and in July the person took back the consent to be tracked.");
        expect(Promise.M13, "A case that is opened again is kept again", isKeptThrough("a support case", "2024-06-05"));
        expect(Promise.M4, "What rested on consent alone is due at once", fate("what was tracked") == Fate.DUE);
        letGo(Promise.M4, "what was tracked");
        closeCase(LocalDate.of(2019, 10, 15));
        tell("2020-06-04", "The case was closed on 15 October; the change in the account is a year old.");
        expect(
                Promise.M11,
                "The address behind a change is kept for a year and goes then",
                onlyDue("the address behind a change"));
        letGo(Promise.M11, "the address behind a change");
        expect(
                Promise.M13,
                "A case is kept until two years after it was closed",
                isKeptThrough("a support case", "2021-10-15"));
    }

    private void leaving() {
        tell("2021-10-16", "Two years after the case.");
        letGo(Promise.M13, "a support case");
        invoice("the last invoice", LAST_INVOICE);
        company.clock().moveTo(LocalDateTime.parse("2023-03-31T17:00"));
        privacy.subjects().reportEvent(subject, "invoice-issued", LAST_INVOICE);
        privacy.subjects().report(subject, "customer", Fact.endedOn(LAST_INVOICE));
        privacy.subjects().report(subject, "former-customer", Fact.since(LAST_INVOICE.plusDays(1)));
        tell("2023-04-01", "The customer has left, with a last invoice.");
        expect(
                Promise.M4,
                "What had no end has one now",
                things.keySet().stream().allMatch(thing -> fate(thing) == Fate.KEPT));
        tell(
                "2023-07-01",
                "Three months later the account itself needs nothing any more. Who wants it in full gets it in full:");
        console.quote(keeping("the contact details").explanation());
        expect(
                Promise.M4,
                "Each purpose lets go on its own day; the books are the last one to need the contact details",
                keeping("the contact details").standing().size() == 1
                        && isKeptThrough("the contact details", "2030-12-31"));
    }

    private void books() {
        tell("2026-12-31", "New Year's Eve.");
        expect(
                Promise.M6,
                "An invoice of 2019 is kept through the seventh year after the one in which the fiscal year ended",
                isKeptThrough("the first invoice", "2026-12-31"));
        tell("2027-01-01", "A minute after midnight.");
        expect(Promise.M6, "And not a day longer", onlyDue("the first invoice"));
        letGo(Promise.M6, "the first invoice");
        company.clock().moveTo(LocalDateTime.parse("2029-11-05T10:00"));
        OperationId hold = privacy.holds()
                .place(
                        "tax-audit-2029",
                        HoldScope.of(DataCategories.INVOICES),
                        "Skatteverket asks for all invoices",
                        LocalDate.of(2031, 6, 30),
                        Actor.staff("head-of-finance"))
                .operation();
        tell("2031-01-01", "Everything could go, but an audit holds all invoices.");
        expect(Promise.M4, "What no hold covers is due", onlyDue("the contact details"));
        SweepReport lastSweep = letGo(Promise.M4, "the contact details");
        expect(
                Promise.M6,
                "The sweep has met what the hold keeps, and left it",
                isThere("the last invoice")
                        && lastSweep.plan().of("invoice").orElseThrow().tally().kept() > 0);
        expect(Promise.M6, "A hold keeps what would be due", fate("the last invoice") == Fate.HELD);
        expect(
                Promise.M4,
                "A hold justifies no use",
                keeping("the last invoice").standing().isEmpty());
        tell("2031-07-01", "The day on which the hold was to be reviewed has passed.");
        expect(
                Promise.M6,
                "Holds whose day of review has come are listed",
                privacy.holds().dueForReview().size() == 1);
        Permit permit = company.permits().give(Permit.Action.RELEASE_HOLD, Actor.staff("counsel"), "the audit is over");
        privacy.holds().release(hold, permit);
        tell("2032-05-27", "The audit is over, the hold is released: thirteen years after the first day.");
        expect(Promise.M6, "What was held is due as if it had never been held", onlyDue("the last invoice"));
        letGo(Promise.M6, "the last invoice");
    }

    /** Years of data, and nobody has ever looked what is due of them: that needs somebody's word. */
    private void firstSweep() {
        long silent = database().count("invitation WHERE accepted_on IS NULL");
        SweepReport stopped = privacy.disposals().sweep(LIMITS);
        console.text("The first sweep stops before it touches anything. Its plan:");
        console.quote(stopped.plan().text());
        stopped.stops().forEach(stop -> console.quote(stop.reason() + ": " + stop.explanation()));
        expect(
                Promise.M4,
                "A first sweep of years of data stops and asks",
                stopped.outcome() == SweepReport.Outcome.STOPPED && silent > 0);
        SweepReport lastSweep = approved(stopped);
        console.text("The officer has looked at it. The sweep goes on, and lets go of " + lastSweep.rows() + " rows.");
        expect(
                Promise.M12,
                "Who was invited and never answered is gone after a month",
                database().count("invitation WHERE accepted_on IS NULL AND sent_on < '2019-04-01'") == 0);
        expect(
                Promise.M6,
                "Of those who left, the invoices that the law lets go are gone, and the others are there",
                oldInvoices("issued_on < '2012-01-01'") == 0 && oldInvoices("issued_on >= '2012-01-01'") > 0);
    }

    private long oldInvoices(String issued) {
        return database()
                .count("invoice WHERE " + issued
                        + " AND customer_id IN (SELECT id FROM customer WHERE left_on < '2018-04-01')");
    }

    private SweepReport approved(SweepReport stopped) {
        Permit permit = company.permits()
                .give(Permit.Action.APPROVE_SWEEP, Actor.staff("data-protection-officer"), "the plan is as expected");
        return privacy.disposals().sweep(LIMITS.approving(stopped.plan().id(), permit));
    }

    private CompanyDatabase database() {
        return company.database();
    }

    private int number() {
        return customer.id();
    }

    private void invoice(String thing, LocalDate day) {
        database()
                .update(
                        "INSERT INTO invoice (customer_id, issued_on, due_on, buyer, address, amount_sek)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        number(),
                        day,
                        day.plusDays(30),
                        "a customer",
                        "an address",
                        100);
        keep(
                thing,
                DataCategories.INVOICES,
                Map.of("invoice-issued", day),
                "invoice WHERE customer_id = " + number() + " AND issued_on = '" + day + "'");
    }

    private void closeCase(LocalDate day) {
        privacy.subjects().reportEvent(subject, "case-closed", day);
        database().update("UPDATE support_case SET closed_on = ? WHERE subject_key = ?", day, subject.reveal());
    }

    private void keep(String thing, String category, Map<String, LocalDate> events, String row) {
        things.put(thing, new Thing(category, events, row));
    }

    private boolean isThere(String thing) {
        return database().count(found(thing).row()) > 0;
    }

    private Thing found(String thing) {
        return Objects.requireNonNull(things.get(thing), thing);
    }

    /** What is due goes, of this person and of everybody; what is not stays. */
    private SweepReport letGo(Promise promise, String thing) {
        SweepReport report = privacy.disposals().sweep(LIMITS);
        SweepReport lastSweep = report.outcome() == SweepReport.Outcome.STOPPED ? approved(report) : report;
        String how = report.outcome() == SweepReport.Outcome.STOPPED ? ", once somebody had looked at the plan" : "";
        console.quote("The sweep lets go of " + lastSweep.rows() + " rows" + how + ".");
        boolean othersStay = things.keySet().stream().allMatch(each -> isThere(each) != each.equals(thing));
        expect(promise, "Gone from the company's tables: " + thing + ", and nothing else of this person", othersStay);
        things.remove(thing);
        return lastSweep;
    }

    private void tell(String day, String what) {
        company.clock().moveTo(LocalDate.parse(day).atTime(LocalTime.of(0, 1)));
        console.text(day + ". " + what);
        things.keySet().forEach(thing -> {
            String line = keeping(thing).line();
            if (!line.equals(toldLast.put(thing, line))) {
                console.quote(thing + ": " + line);
            }
        });
    }

    private Keeping keeping(String thing) {
        Thing kept = things.get(thing);
        if (kept == null) {
            throw new IllegalArgumentException("the company has no longer " + thing);
        }
        return privacy.retention().of(subject).of(kept.category(), kept.events());
    }

    private Fate fate(String thing) {
        return keeping(thing).fate();
    }

    private boolean isKeptThrough(String thing, String day) {
        LocalDate due = LocalDate.parse(day).plusDays(1);
        return keeping(thing)
                .dueFrom()
                .filter(due.atStartOfDay(CompanyPolicy.ZONE).toInstant()::equals)
                .isPresent();
    }

    private boolean onlyDue(String thing) {
        return things.keySet().stream().allMatch(each -> (fate(each) == Fate.DUE) == each.equals(thing));
    }
}
