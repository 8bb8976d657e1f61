package org.privacyrules.examples.glesys;

import org.privacyrules.policy.DataCategory.Identifiability;
import org.privacyrules.policy.DataCategory.Sensitivity;
import org.privacyrules.policy.DataCategory.Source;
import org.privacyrules.policy.PolicyBuilder;

/** The kinds of personal data that the company has. */
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

    static void declareIn(PolicyBuilder policy) {
        masterData(policy);
        money(policy);
        otherPeople(policy);
        correspondence(policy);
        traces(policy);
        usage(policy);
        rights(policy);
    }

    private static void masterData(PolicyBuilder policy) {
        policy.category(
                        NAME,
                        category -> category.describedAs("What a customer is called")
                                .attributes("given name", "family name"))
                .category(
                        CONTACT_DETAILS,
                        category -> category.describedAs("How a customer is reached")
                                .attributes("e-mail address", "telephone number"))
                .category(
                        POSTAL_ADDRESS,
                        category -> category.describedAs("Where invoices are sent")
                                .attributes("street", "postal code", "city", "country"))
                .category(
                        ORGANISATION_NUMBER,
                        category -> category.describedAs("Number in the register of companies")
                                .attributes("organisation number")
                                .identifiability(Identifiability.LINKABLE))
                .category(
                        PERSONAL_NUMBER,
                        category -> category.describedAs("Number in the Swedish population register")
                                .attributes("personal number")
                                .sensitivity(Sensitivity.NATIONAL_ID)
                                .onlyInCountries("SE"));
    }

    private static void money(PolicyBuilder policy) {
        policy.category(
                        INVOICES,
                        category -> category.describedAs("What was bought, when, and for how much")
                                .attributes("buyer", "address", "date", "amount")
                                .source(Source.OBSERVED))
                .category(
                        PAYMENT_REFERENCE,
                        category -> category.describedAs("A token for a card that the partner keeps")
                                .attributes("token")
                                .identifiability(Identifiability.LINKABLE)
                                .source(Source.THIRD_PARTY)
                                .voluntary());
    }

    private static void otherPeople(PolicyBuilder policy) {
        policy.category(
                        CONTACT_PERSON,
                        category -> category.describedAs("A person whom a customer put on the account")
                                .attributes("name", "e-mail address", "telephone number")
                                .source(Source.THIRD_PARTY)
                                .voluntary())
                .category(
                        INVITEE_ADDRESS,
                        category -> category.describedAs("Where an invitation was sent")
                                .attributes("e-mail address")
                                .source(Source.THIRD_PARTY))
                .category(
                        INVITEE_NAME,
                        category -> category.describedAs("The name that an invited person gives")
                                .attributes("given name", "family name")
                                .voluntary());
    }

    private static void correspondence(PolicyBuilder policy) {
        policy.category(
                        SUPPORT_CORRESPONDENCE,
                        category -> category.describedAs("Whatever a person writes to support")
                                .attributes("messages", "addresses and numbers in them")
                                .voluntary())
                .category(
                        NEWSLETTER_ADDRESS,
                        category -> category.describedAs("Where the newsletter is sent")
                                .attributes("e-mail address")
                                .voluntary())
                .category(
                        SOCIAL_PROFILE,
                        category -> category.describedAs("What a social network passes on")
                                .attributes("profile name", "public posts to us")
                                .source(Source.THIRD_PARTY)
                                .voluntary());
    }

    private static void traces(PolicyBuilder policy) {
        policy.category(
                        ACCOUNT_ACTIVITY,
                        category -> category.describedAs("Who changed what in an account, and from where")
                                .attributes("IP address", "change", "time")
                                .identifiability(Identifiability.LINKABLE)
                                .source(Source.OBSERVED))
                .category(
                        LOGGED_ADDRESS,
                        category -> category.describedAs("Addresses in the logs of our machines")
                                .attributes("IP address", "time")
                                .identifiability(Identifiability.LINKABLE)
                                .source(Source.OBSERVED))
                .category(
                        DEVICE_TYPE,
                        category -> category.describedAs("Kind of device; names nobody by itself")
                                .attributes("device type")
                                .identifiability(Identifiability.LINKABLE)
                                .source(Source.OBSERVED));
    }

    private static void usage(PolicyBuilder policy) {
        policy.category(
                        USAGE_DATA,
                        category -> category.describedAs("Which pages and functions a person uses")
                                .attributes("page or function", "time")
                                .identifiability(Identifiability.LINKABLE)
                                .source(Source.OBSERVED)
                                .voluntary())
                .category(
                        TRACKING_COOKIE,
                        category -> category.describedAs("A mark in the browser, to know it again")
                                .attributes("cookie")
                                .identifiability(Identifiability.LINKABLE)
                                .source(Source.OBSERVED)
                                .voluntary())
                .category(
                        USAGE_STATISTICS,
                        category -> category.describedAs("Counts per month and kind of device")
                                .attributes("month", "device type", "count")
                                .identifiability(Identifiability.ANONYMOUS)
                                .source(Source.OBSERVED));
    }

    private static void rights(PolicyBuilder policy) {
        policy.category(
                        IDENTITY_DOCUMENT,
                        category -> category.describedAs("Proof of who asks, if that is in doubt")
                                .attributes("copy of a passport")
                                .sensitivity(Sensitivity.NATIONAL_ID)
                                .voluntary())
                .category(
                        REQUEST_FILE,
                        category -> category.describedAs("What a person asked, and our answer")
                                .attributes("request", "answer", "dates"));
    }
}
