package org.privacyrules.examples.glesys;

import org.privacyrules.jdbc.JdbcPersonalData;
import org.privacyrules.jdbc.JdbcStorage;

/** What the company's tables hold, and what becomes of it: all that disposal needs to know of them. */
final class CompanyTables {

    private static final String CUSTOMER = "CUSTOMER_ID";
    private static final String KEY = "SUBJECT_KEY";
    private static final String NOTHING = "-";

    private CompanyTables() {}

    static JdbcPersonalData mapped(JdbcStorage storage) {
        return JdbcPersonalData.on(storage)
                .table(
                        "CUSTOMER",
                        t -> t.named("customer")
                                .subject(KEY)
                                .columns(
                                        DataCategories.NAME,
                                        c -> c.to("GIVEN_NAME", NOTHING).to("FAMILY_NAME", NOTHING))
                                .columns(
                                        DataCategories.CONTACT_DETAILS,
                                        c -> c.to("EMAIL", NOTHING).toNull("PHONE"))
                                .columns(
                                        DataCategories.POSTAL_ADDRESS,
                                        c -> c.to("STREET", NOTHING)
                                                .to("POSTAL_CODE", NOTHING)
                                                .to("CITY", NOTHING))
                                .columns(DataCategories.PERSONAL_NUMBER, c -> c.toNull("PERSONAL_NUMBER")))
                .table(
                        "INVOICE",
                        t -> t.named("invoice")
                                .subject(CUSTOMER, KEY)
                                .event("invoice-issued", "ISSUED_ON")
                                .rows(DataCategories.INVOICES))
                .table(
                        "INVITATION",
                        t -> t.named("invitation")
                                .subject(KEY)
                                .event("invitation-sent", "SENT_ON")
                                .awaited("invitation-answered", "ACCEPTED_ON")
                                .rows(DataCategories.INVITEE_ADDRESS, DataCategories.INVITEE_NAME))
                .table(
                        "SUPPORT_CASE",
                        t -> t.named("support-case")
                                .subject(KEY)
                                .event("case-opened", "OPENED_ON")
                                .awaited("case-closed", "CLOSED_ON")
                                .rows(DataCategories.SUPPORT_CORRESPONDENCE))
                .table(
                        "ACCOUNT_CHANGE",
                        t -> t.named("account-change")
                                .subject(CUSTOMER, KEY)
                                .event("change-made", "CHANGED_ON")
                                .rows(DataCategories.ACCOUNT_ACTIVITY))
                .table(
                        "ACCESS_LOG",
                        t -> t.named("access-log")
                                .event("recorded", "LOGGED_ON")
                                .columns(DataCategories.LOGGED_ADDRESS, c -> c.toNetwork("IP_ADDRESS")))
                .table(
                        "USAGE_EVENT",
                        t -> t.named("usage-event")
                                .subject(CUSTOMER, KEY)
                                .event("recorded", "USED_ON")
                                .rows(DataCategories.USAGE_DATA)
                                .lettingUnjustifiedGo())
                .build();
    }
}
