package org.privacyrules.examples.glesys;

import org.privacyrules.decision.Use;
import org.privacyrules.fact.Fact;
import org.privacyrules.subject.SubjectId;

/** Contacts and invitees: people on somebody else's account, each with a say of their own. */
final class OtherPeople extends Chapter {

    private final Customer customer = company.cast().fromSweden();
    private final SubjectId contact = SubjectId.of(People.person(20_000_001).key());
    private final SubjectId invitee = SubjectId.of(People.person(20_000_002).key());

    OtherPeople(Scene scene) {
        super(scene, "People on somebody else's account", GDPR_DAY + "08:30");
    }

    @Override
    void tell() {
        contactIsAdded();
        contactObjects();
        customerIsContactElsewhere();
        inviteeKeepsTheNameBack();
    }

    private void contactIsAdded() {
        console.text("A customer names a colleague as second contact. The colleague is no part of the customer, but a"
                + " person with a relation and rights of her own.");
        privacy.subjects().report(contact, "contact", Fact.since(company.clock().today()));
        console.quote(privacy.decisions()
                .check(contact, Purposes.CONTACT_ADMINISTRATION)
                .explanation());
        console.quote(privacy.decisions().check(contact, Purposes.PRODUCT_NEWS).explanation());
        expect(
                Promise.M8,
                "A contact may be shown to the customer, and gets no product news: the contact is no customer",
                permits(contact, Purposes.CONTACT_ADMINISTRATION) && !permits(contact, Purposes.PRODUCT_NEWS));
    }

    private void contactObjects() {
        privacy.consents().objectTo(contact, Purposes.CONTACT_ADMINISTRATION, onPage("contact-page"));
        expect(
                Promise.M8,
                "The contact objects: that ends the contact's entry and touches nothing of the customer's",
                !permits(contact, Purposes.CONTACT_ADMINISTRATION)
                        && permits(customer.subject(), Purposes.CUSTOMER_ACCOUNT));
    }

    private void customerIsContactElsewhere() {
        privacy.subjects()
                .report(
                        customer.subject(),
                        "contact",
                        Fact.since(company.clock().today().minusYears(1)));
        privacy.subjects()
                .report(
                        customer.subject(),
                        "contact",
                        Fact.endedOn(company.clock().today().minusDays(1)));
        expect(
                Promise.M8,
                "A customer who was a contact elsewhere until yesterday is still a customer, and a contact no more",
                permits(customer.subject(), Purposes.CUSTOMER_ACCOUNT)
                        && !permits(customer.subject(), Purposes.CONTACT_ADMINISTRATION));
    }

    private void inviteeKeepsTheNameBack() {
        console.text("A person is invited into an organisation's account and does not give a name.");
        privacy.subjects().report(invitee, "invitee", Fact.since(company.clock().today()));
        expect(
                Promise.M12,
                "The name may be used if it is given, and the invitation works without it",
                permits(invitee, Use.of(Purposes.INVITATIONS).withCategory(DataCategories.INVITEE_NAME))
                        && permits(invitee, Use.of(Purposes.INVITATIONS).withCategory(DataCategories.INVITEE_ADDRESS)));
        expect(
                Promise.M12,
                "What was given for the invitation is not used for anything else: no news, no tracking",
                !permits(invitee, Purposes.PRODUCT_NEWS)
                        && !permits(invitee, Use.of(Purposes.NEWSLETTER).withCategory(DataCategories.INVITEE_ADDRESS))
                        && !permits(invitee, Purposes.USAGE_TRACKING));
    }
}
