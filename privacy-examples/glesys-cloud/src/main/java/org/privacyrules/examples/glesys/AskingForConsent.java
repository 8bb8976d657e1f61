package org.privacyrules.examples.glesys;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.privacyrules.consent.ConsentStatus;
import org.privacyrules.consent.Evidence;
import org.privacyrules.decision.Use;
import org.privacyrules.ledger.Recorded;
import org.privacyrules.policy.ConsentText;
import org.privacyrules.subject.Actor;
import org.privacyrules.subject.OperationId;
import org.privacyrules.subject.SubjectId;

/** Customers who sign in are shown the policy and asked about tracking: yes, no, later, yes and then no. */
final class AskingForConsent extends Chapter {

    private static final String FORM = "sign-in-question";
    private static final ConsentText TEXT = CompanyPolicy.question(Purposes.USAGE_TRACKING);
    private static final Use SHARING = Use.of(Purposes.USAGE_TRACKING).disclosingTo("marketing-tools");

    AskingForConsent(Scene scene) {
        super(scene, "Asking before tracking", GDPR_DAY + "09:00");
    }

    @Override
    void tell() {
        console.text("“" + TEXT.forLocale(Locale.ENGLISH) + "”");
        fourAnswers();
        anotherText();
        sentTwice();
        everybodyElse();
    }

    private void fourAnswers() {
        Customer yes = company.cast().fromSweden();
        Customer no = company.cast().fromSweden();
        Customer later = company.cast().fromAbroad();
        privacy.consents().give(yes.subject(), Purposes.USAGE_TRACKING, shown(TEXT, yes, FORM));
        privacy.consents().refuse(no.subject(), Purposes.USAGE_TRACKING, shown(TEXT, no, FORM));
        privacy.consents().dismiss(later.subject(), Purposes.USAGE_TRACKING, shown(TEXT, later, FORM));
        List.of(yes, no, later).forEach(this::told);
        thinkingAgain(company.cast().fromSweden());
        expect(
                Promise.M15,
                "Only a yes permits tracking and sharing with the marketing tools; a no and a “later” do not",
                permits(yes.subject(), SHARING)
                        && !permits(no.subject(), SHARING)
                        && !permits(later.subject(), SHARING));
    }

    private void thinkingAgain(Customer customer) {
        privacy.consents().give(customer.subject(), Purposes.USAGE_TRACKING, shown(TEXT, customer, FORM));
        minutesPass(5);
        boolean permittedBefore = permits(customer.subject(), SHARING);
        privacy.consents().withdraw(customer.subject(), Purposes.USAGE_TRACKING, onPage("preferences"));
        told(customer);
        expect(
                Promise.M15,
                "A withdrawal is in effect as soon as it is confirmed to the person",
                permittedBefore && !permits(customer.subject(), SHARING));
    }

    private void told(Customer customer) {
        console.quote(check(customer, Purposes.USAGE_TRACKING).explanation());
    }

    private void anotherText() {
        Customer customer = company.cast().fromSweden();
        console.text("Marketing would like to count a tick under another, shorter text.");
        expect(
                Promise.M15,
                "Consent to a text that is not the one in force is refused",
                refusedAs(
                        "STALE_CONSENT_TEXT",
                        () -> privacy.consents()
                                .give(
                                        customer.subject(),
                                        Purposes.USAGE_TRACKING,
                                        Evidence.webForm("sign-up", "I accept everything", Actor.subject()))));
        expect(
                Promise.M15,
                "So is a “consent” to what rests on another basis: it would promise a choice that is none",
                refusedAs(
                        "NOT_CONSENT_BASED",
                        () -> privacy.consents()
                                .give(customer.subject(), Purposes.INVOICING, shown(TEXT, customer, FORM))));
    }

    private void sentTwice() {
        Customer customer = company.cast().fromSweden();
        OperationId click = OperationId.derived("web-form", "request-4711");
        console.text("A form is sent twice, because the first answer got lost on the way. In between the customer has"
                + " changed her mind.");
        Recorded first = privacy.consents()
                .give(click, customer.subject(), Purposes.USAGE_TRACKING, shown(TEXT, customer, FORM));
        minutesPass(1);
        privacy.consents().withdraw(customer.subject(), Purposes.USAGE_TRACKING, onPage("preferences"));
        Recorded again = privacy.consents()
                .give(click, customer.subject(), Purposes.USAGE_TRACKING, shown(TEXT, customer, FORM));
        expect(
                Promise.M27,
                "A request that the network delivers twice is one act: a late repetition does not undo a withdrawal",
                !first.repeated()
                        && again.repeated()
                        && again.entry().equals(first.entry())
                        && !check(customer, Purposes.USAGE_TRACKING).permitted());
    }

    /** Of those who have no answer yet, most sign in on this day. */
    private void everybodyElse() {
        List<Customer> current = company.customers().stream()
                .filter(customer -> !customer.hasLeft())
                .toList();
        try (Progress progress = console.progress("Customers sign in", current.size())) {
            for (Customer customer : current) {
                signIn(customer);
                progress.step();
            }
        }
        Map<ConsentStatus, Long> counts = countsByStatus(current);
        Table table = Table.of("answer", "customers");
        counts.forEach(table::row);
        console.table(table);
        long permitted = privacy.decisions()
                .permitted(Purposes.USAGE_TRACKING, subjects(current).stream())
                .count();
        expect(
                Promise.M15,
                "Exactly those who said yes, and did not take it back, may be tracked",
                permitted == counts.getOrDefault(ConsentStatus.GIVEN, 0L) && permitted > 0);
    }

    private void signIn(Customer customer) {
        int chance = new SplittableRandom(customer.id()).nextInt(100);
        boolean answered = statusOf(customer) != ConsentStatus.UNKNOWN;
        if (answered || chance >= 80) {
            return;
        }
        privacy.subjects().reportNoticeShown(customer.subject());
        Evidence evidence = shown(TEXT, customer, FORM);
        if (chance < 35) {
            privacy.consents().give(customer.subject(), Purposes.USAGE_TRACKING, evidence);
        } else if (chance < 60) {
            privacy.consents().refuse(customer.subject(), Purposes.USAGE_TRACKING, evidence);
        } else {
            privacy.consents().dismiss(customer.subject(), Purposes.USAGE_TRACKING, evidence);
        }
    }

    private ConsentStatus statusOf(Customer customer) {
        return privacy.decisions().of(customer.subject()).consentStatus(Purposes.USAGE_TRACKING);
    }

    private Map<ConsentStatus, Long> countsByStatus(List<Customer> customers) {
        Map<ConsentStatus, Long> counts = new EnumMap<>(ConsentStatus.class);
        customers.forEach(customer -> counts.merge(statusOf(customer), 1L, Long::sum));
        return counts;
    }

    private static List<SubjectId> subjects(List<Customer> customers) {
        return customers.stream().map(Customer::subject).toList();
    }
}
