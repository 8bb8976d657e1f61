package org.privacyrules.examples.glesys;

/** The purposes of the company's policy, by name. */
final class Purposes {

    static final String CUSTOMER_ACCOUNT = "customer-account";
    static final String INVOICING = "invoicing";
    static final String PAYMENT = "payment";
    static final String SERVICE_MESSAGES = "service-messages";
    static final String PRODUCT_NEWS = "product-news";
    static final String NEWSLETTER = "newsletter";
    static final String CONTACT_ADMINISTRATION = "contact-administration";
    static final String INVITATIONS = "invitations";
    static final String SUPPORT = "support";
    static final String SOCIAL_MEDIA = "social-media";
    static final String ACCOUNT_SECURITY = "account-security";
    static final String INFRASTRUCTURE_LOGS = "infrastructure-logs";
    static final String USAGE_TRACKING = "usage-tracking";
    static final String IDENTITY_CHECK = "identity-check";
    static final String RIGHTS_REQUESTS = "rights-requests";

    private Purposes() {}
}
