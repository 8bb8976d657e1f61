package org.privacyrules.examples.glesys;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.privacyrules.decision.Reason;
import org.privacyrules.decision.SubjectDecisions;
import org.privacyrules.fact.Fact;
import org.privacyrules.subject.SubjectId;

/** A customer leaves. From midnight on, only what the law demands goes on. */
final class Leaving extends Chapter {

    private static final List<String> PURPOSES = List.of(
            Purposes.CUSTOMER_ACCOUNT,
            Purposes.PAYMENT,
            Purposes.SERVICE_MESSAGES,
            Purposes.PRODUCT_NEWS,
            Purposes.USAGE_TRACKING,
            Purposes.SUPPORT,
            Purposes.INVOICING);

    private final Customer customer = company.cast().fromSweden();

    Leaving(Scene scene) {
        super(scene, "A customer leaves", GDPR_DAY + "18:00");
    }

    @Override
    void tell() {
        privacy.consents()
                .give(
                        customer.subject(),
                        Purposes.USAGE_TRACKING,
                        shown(CompanyPolicy.question(Purposes.USAGE_TRACKING), customer, "preferences"));
        leave();
        company.clock().moveTo(LocalDateTime.parse(GDPR_DAY + "23:59"));
        SubjectDecisions lastMinute = privacy.decisions().of(customer.subject());
        company.clock().moveTo(LocalDateTime.parse("2018-05-26T00:00"));
        SubjectDecisions nextDay = privacy.decisions().of(customer.subject());
        print(lastMinute, nextDay);
        expectEnds(lastMinute, nextDay);
    }

    private void leave() {
        LocalDate today = company.clock().today();
        SubjectId subject = customer.subject();
        company.database().update("UPDATE customer SET left_on = ? WHERE id = ?", today, customer.id());
        privacy.subjects().report(subject, "customer", Fact.endedOn(today));
        privacy.subjects().report(subject, "former-customer", Fact.since(today.plusDays(1)));
    }

    private void print(SubjectDecisions lastMinute, SubjectDecisions nextDay) {
        console.text("The account is cancelled as of today. Nobody has to think of the consent, the mails, the card:"
                + " they were carried by the relation, and end with it.");
        Table table = Table.of("purpose", "25 May 23:59", "26 May 00:00");
        PURPOSES.forEach(purpose -> table.row(
                purpose,
                lastMinute.check(purpose).reason(),
                nextDay.check(purpose).reason()));
        console.table(table);
        console.quote(nextDay.check(Purposes.USAGE_TRACKING).explanation());
        console.quote(nextDay.check(Purposes.INVOICING).explanation());
    }

    private void expectEnds(SubjectDecisions lastMinute, SubjectDecisions nextDay) {
        expect(
                Promise.M26,
                "On the last day everything still holds",
                PURPOSES.stream().allMatch(purpose -> lastMinute.check(purpose).permitted()));
        expect(
                Promise.M26,
                "From the next day on there is no relation, and so no use, whatever was consented to",
                PURPOSES.stream()
                        .filter(purpose -> !purpose.equals(Purposes.INVOICING))
                        .allMatch(purpose -> nextDay.check(purpose).reason() == Reason.NO_RELATION));
        expect(
                Promise.M6,
                "Except for the books, which the law obliges to keep",
                nextDay.check(Purposes.INVOICING).reason() == Reason.LEGAL_OBLIGATION);
    }
}
