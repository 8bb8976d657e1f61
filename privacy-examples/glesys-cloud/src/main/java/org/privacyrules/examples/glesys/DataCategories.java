package org.privacyrules.examples.glesys;

/** The categories of data of the company's policy, by name. */
final class DataCategories {

    static final String NAME = "name";
    static final String CONTACT_DETAILS = "contact-details";
    static final String POSTAL_ADDRESS = "postal-address";
    static final String ORGANISATION_NUMBER = "organisation-number";
    static final String PERSONAL_NUMBER = "personal-number";
    static final String INVOICES = "invoices";
    static final String PAYMENT_REFERENCE = "payment-reference";
    static final String CONTACT_PERSON = "contact-person";
    static final String INVITEE_NAME = "invitee-name";
    static final String INVITEE_ADDRESS = "invitee-address";
    static final String NEWSLETTER_ADDRESS = "newsletter-address";
    static final String SUPPORT_CORRESPONDENCE = "support-correspondence";
    static final String ACCOUNT_ACTIVITY = "account-activity";
    static final String LOGGED_ADDRESS = "logged-address";
    static final String DEVICE_TYPE = "device-type";
    static final String USAGE_DATA = "usage-data";
    static final String TRACKING_COOKIE = "tracking-cookie";
    static final String USAGE_STATISTICS = "usage-statistics";
    static final String SOCIAL_PROFILE = "social-profile";
    static final String IDENTITY_DOCUMENT = "identity-document";
    static final String REQUEST_FILE = "request-file";

    private DataCategories() {}
}
