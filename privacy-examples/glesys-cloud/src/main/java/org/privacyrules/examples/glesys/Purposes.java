package org.privacyrules.examples.glesys;

import static org.privacyrules.examples.glesys.DataCategories.*;

import java.time.Period;
import org.privacyrules.policy.ConsentTerms;
import org.privacyrules.policy.PolicyBuilder;
import org.privacyrules.policy.Purpose.Nature;

/** Why the company processes personal data: each purpose with exactly one lawful basis. */
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

    static void declareIn(PolicyBuilder policy) {
        contract(policy);
        payment(policy);
        messages(policy);
        otherPeople(policy);
        correspondence(policy);
        operation(policy);
        rights(policy);
    }

    private static void contract(PolicyBuilder policy) {
        policy.purpose(
                        CUSTOMER_ACCOUNT,
                        purpose -> purpose.describedAs("To deliver the services that were ordered")
                                .contract()
                                .carriedBy("customer")
                                .uses(NAME, CONTACT_DETAILS, POSTAL_ADDRESS, ORGANISATION_NUMBER, PERSONAL_NUMBER))
                .purpose(
                        INVOICING,
                        purpose -> purpose.describedAs("To invoice, and to keep the books that the law demands")
                                .legalObligation("Bokföringslagen 7 kap. 2 §")
                                .carriedBy("customer", "former-customer")
                                .uses(
                                        NAME,
                                        CONTACT_DETAILS,
                                        POSTAL_ADDRESS,
                                        ORGANISATION_NUMBER,
                                        PERSONAL_NUMBER,
                                        INVOICES)
                                .disclosesTo("tax-authority"));
    }

    private static void payment(PolicyBuilder policy) {
        policy.purpose(
                PAYMENT,
                purpose -> purpose.describedAs("To take payment by card")
                        .contract()
                        .carriedBy("customer")
                        .uses(NAME, PAYMENT_REFERENCE, INVOICES)
                        .disclosesTo("payment-partner"));
    }

    private static void messages(PolicyBuilder policy) {
        policy.purpose(
                        SERVICE_MESSAGES,
                        purpose -> purpose.describedAs("To tell of disruptions and of changed terms")
                                .contract()
                                .nature(Nature.SERVICE_MESSAGE)
                                .carriedBy("customer")
                                .uses(NAME, CONTACT_DETAILS))
                .purpose(
                        PRODUCT_NEWS,
                        purpose -> purpose.describedAs("To tell customers what else we offer")
                                .legitimateInterests("LIA-2018-02")
                                .nature(Nature.DIRECT_MARKETING)
                                .carriedBy("customer")
                                .uses(NAME, CONTACT_DETAILS))
                .purpose(
                        NEWSLETTER,
                        purpose -> purpose.describedAs("To send the newsletter to people who are not customers")
                                .consent(
                                        ConsentTerms.of(ConsentTexts.NEWSLETTER).withDoubleOptIn(Period.ofDays(14)))
                                .nature(Nature.DIRECT_MARKETING)
                                .carriedBy("subscriber")
                                .uses(NEWSLETTER_ADDRESS));
    }

    private static void otherPeople(PolicyBuilder policy) {
        policy.purpose(
                        CONTACT_ADMINISTRATION,
                        purpose -> purpose.describedAs("To show a customer who has access")
                                .legitimateInterests("LIA-2018-03")
                                .carriedBy("contact")
                                .uses(CONTACT_PERSON, INVITEE_NAME))
                .purpose(
                        INVITATIONS,
                        purpose -> purpose.describedAs("To invite a person into an organisation's account")
                                .legitimateInterests("LIA-2018-04")
                                .carriedBy("invitee")
                                .uses(INVITEE_ADDRESS, INVITEE_NAME));
    }

    private static void correspondence(PolicyBuilder policy) {
        policy.purpose(
                        SUPPORT,
                        purpose -> purpose.describedAs("To answer, and to know the history when asked again")
                                .legitimateInterests("LIA-2018-05")
                                .carriedBy("customer", "contact", "support-requester")
                                .uses(NAME, CONTACT_DETAILS, CONTACT_PERSON, SUPPORT_CORRESPONDENCE)
                                .disclosesTo("support-desk"))
                .purpose(
                        SOCIAL_MEDIA,
                        purpose -> purpose.describedAs("To answer what people write to us on a network")
                                .legitimateInterests("LIA-2018-06")
                                .carriedBy("follower")
                                .uses(SOCIAL_PROFILE)
                                .disclosesTo("social-network"));
    }

    private static void operation(PolicyBuilder policy) {
        policy.purpose(
                        ACCOUNT_SECURITY,
                        purpose -> purpose.describedAs("To know who changed an account, and to help")
                                .legitimateInterests("LIA-2018-07")
                                .carriedBy("customer", "contact")
                                .uses(ACCOUNT_ACTIVITY))
                .purpose(
                        INFRASTRUCTURE_LOGS,
                        purpose -> purpose.describedAs("To run our machines and find faults")
                                .legitimateInterests("LIA-2018-08")
                                .carriedBy("customer", "contact", "visitor")
                                .uses(LOGGED_ADDRESS, DEVICE_TYPE, USAGE_STATISTICS))
                .purpose(
                        USAGE_TRACKING,
                        purpose -> purpose.describedAs("To follow usage and make marketing fit")
                                .consent(ConsentTerms.of(ConsentTexts.USAGE_TRACKING)
                                        .validFor(Period.ofMonths(12)))
                                .nature(Nature.TRACKING)
                                .carriedBy("customer", "visitor")
                                .uses(USAGE_DATA, TRACKING_COOKIE, DEVICE_TYPE)
                                .disclosesTo("marketing-tools"));
    }

    private static void rights(PolicyBuilder policy) {
        policy.purpose(
                        IDENTITY_CHECK,
                        purpose -> purpose.describedAs("To give data to nobody but the person concerned")
                                .legalObligation("Art. 12(6) GDPR")
                                .carriedBy("requester")
                                .uses(IDENTITY_DOCUMENT))
                .purpose(
                        RIGHTS_REQUESTS,
                        purpose -> purpose.describedAs("To answer people who use their rights")
                                .legalObligation("Art. 12(3) GDPR")
                                .carriedBy("requester")
                                .uses(REQUEST_FILE));
    }
}
