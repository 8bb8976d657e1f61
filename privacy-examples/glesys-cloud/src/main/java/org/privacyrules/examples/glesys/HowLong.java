package org.privacyrules.examples.glesys;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.privacyrules.consent.Evidence;
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

    private final Customer customer = company.cast().fromSweden();
    private final SubjectId subject = customer.subject();

    /** What the company has of the customer, by what people call it. */
    private final Map<String, Thing> things = new LinkedHashMap<>();

    private final Map<String, String> toldLast = new HashMap<>();

    /** Something that is kept: its category, and what happened to it. */
    private record Thing(String category, Map<String, LocalDate> events) {}

    HowLong(Scene scene) {
        super(scene, "How long?", "2019-05-27T09:00");
    }

    @Override
    void tell() {
        console.text(
                "One customer, and all that the company keeps of this person. Nobody decides when it goes: the purposes"
                        + " do, and each answer says which. Only what has changed is printed.");
        privacy.consents().give(subject, Purposes.USAGE_TRACKING, shown(TRACKING, customer, "preferences"));
        firstYear();
        leaving();
        books();
    }

    private void firstYear() {
        keep("the contact details", DataCategories.CONTACT_DETAILS, Map.of());
        keep("the first invoice", DataCategories.INVOICES, Map.of("invoice-issued", FIRST_INVOICE));
        keep("the address behind a change", DataCategories.ACCOUNT_ACTIVITY, changed(LocalDate.of(2019, 6, 3)));
        keep("a line in a log", DataCategories.LOGGED_ADDRESS, Map.of("recorded", LocalDate.of(2019, 6, 3)));
        keep("a support case", DataCategories.SUPPORT_CORRESPONDENCE, Map.of());
        privacy.subjects().reportEvent(subject, "case-opened", LocalDate.of(2019, 6, 5));
        keep("what was tracked", DataCategories.USAGE_DATA, Map.of("recorded", LocalDate.of(2019, 6, 3)));
        tell("2019-06-10", "Two weeks later.");
        expect(
                Promise.M16,
                "A line in a log has a day on which it goes, a month after it was written",
                isKeptThrough("a line in a log", "2019-07-03"));
        expect(
                Promise.M13,
                "A support case that is open has no end but its greatest age",
                isKeptThrough("a support case", "2024-06-05"));
        privacy.subjects().reportEvent(subject, "case-closed", LocalDate.of(2019, 6, 20));
        tell("2019-07-04", "The case was closed on 20 June, and the log is a month old.");
        expect(Promise.M16, "The line in the log is due, and nothing else is", onlyDue("a line in a log"));
        forget("a line in a log");
        privacy.subjects().reportEventUndone(subject, "case-closed");
        privacy.consents()
                .withdraw(
                        subject,
                        Purposes.USAGE_TRACKING,
                        Evidence.of(Evidence.Channel.WEB_FORM, "preferences", Actor.subject()));
        tell("2019-09-01", "The case was opened again, and in July the person took back the consent to be tracked.");
        expect(Promise.M13, "A case that is opened again is kept again", isKeptThrough("a support case", "2024-06-05"));
        expect(Promise.M4, "What rested on consent alone is due at once", fate("what was tracked") == Fate.DUE);
        forget("what was tracked");
        privacy.subjects().reportEvent(subject, "case-closed", LocalDate.of(2019, 10, 15));
        tell("2020-06-04", "The case was closed on 15 October; the change in the account is a year old.");
        expect(
                Promise.M11,
                "The address behind a change is kept for a year and goes then",
                onlyDue("the address behind a change"));
        forget("the address behind a change");
        expect(
                Promise.M13,
                "A case is kept until two years after it was closed",
                isKeptThrough("a support case", "2021-10-15"));
    }

    private void leaving() {
        tell("2021-10-16", "Two years after the case.");
        forget("a support case");
        keep("the last invoice", DataCategories.INVOICES, Map.of("invoice-issued", LAST_INVOICE));
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
        forget("the first invoice");
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
        forget("the contact details");
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
    }

    private static Map<String, LocalDate> changed(LocalDate day) {
        return Map.of("change-made", day);
    }

    private void keep(String thing, String category, Map<String, LocalDate> events) {
        things.put(thing, new Thing(category, events));
    }

    /** It was due and is gone. */
    private void forget(String thing) {
        things.remove(thing);
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
