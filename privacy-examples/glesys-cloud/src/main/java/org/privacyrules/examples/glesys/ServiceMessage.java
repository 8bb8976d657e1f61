package org.privacyrules.examples.glesys;

import java.util.List;
import org.privacyrules.decision.Decision;
import org.privacyrules.decision.Reason;
import org.privacyrules.decision.Use;
import org.privacyrules.subject.SubjectId;

/** A storage node is down. Every customer is told, whatever they think of marketing, and gets no marketing with it. */
final class ServiceMessage extends Chapter {

    private static final Use OUTAGE = Use.of(Purposes.SERVICE_MESSAGES).withCategory(DataCategories.CONTACT_DETAILS);

    ServiceMessage(Scene scene) {
        super(scene, "A serious disruption", GDPR_DAY + "15:00");
    }

    @Override
    void tell() {
        List<SubjectId> customers = current();
        SubjectId objector = customers.get(0);
        privacy.consents().objectTo(objector, Purposes.PRODUCT_NEWS, onPage("preferences"));
        everyoneIsTold(customers, objector);
        noOptingOut(objector);
        noMarketing(customers.get(1));
    }

    private List<SubjectId> current() {
        return company.customers().stream()
                .filter(customer -> !customer.hasLeft())
                .map(Customer::subject)
                .toList();
    }

    private void everyoneIsTold(List<SubjectId> customers, SubjectId objector) {
        List<SubjectId> told = privacy.decisions()
                .permitted(OUTAGE, company.customers().stream().map(Customer::subject), denied -> {})
                .toList();
        List<SubjectId> news = privacy.decisions()
                .permitted(Purposes.PRODUCT_NEWS, customers.stream())
                .toList();
        console.text("A storage node has failed.");
        console.table(Table.of("current customers", "get product news", "are told of the disruption")
                .row(customers.size(), news.size(), told.size()));
        expect(Promise.M9, "Every customer is told, and nobody else", told.equals(customers));
        expect(
                Promise.M9,
                "Also those who want no product news",
                told.contains(objector) && !news.contains(objector) && news.size() < told.size());
    }

    private void noOptingOut(SubjectId objector) {
        console.text("Somebody wants no such messages any more:");
        expect(
                Promise.M9,
                "A service message cannot be opted out of as long as there is a contract",
                refusedAs(
                                "NOT_OBJECTABLE",
                                () -> privacy.consents()
                                        .objectTo(objector, Purposes.SERVICE_MESSAGES, onPage("preferences")))
                        && permits(objector, OUTAGE));
    }

    private void noMarketing(SubjectId customer) {
        console.text("Marketing asks for a footer “while you wait, look at our new backup service”:");
        Decision decision = privacy.decisions().check(customer, OUTAGE.alsoServing(Purposes.PRODUCT_NEWS));
        console.quote(decision.explanation());
        expect(
                Promise.M9,
                "A service message carries no marketing, not even to those who get product news",
                decision.reason() == Reason.MARKETING_IN_SERVICE_MESSAGE);
    }
}
