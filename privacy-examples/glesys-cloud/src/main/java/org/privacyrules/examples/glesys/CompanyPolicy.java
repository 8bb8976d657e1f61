package org.privacyrules.examples.glesys;

import java.time.LocalDate;
import java.time.ZoneId;
import org.privacyrules.policy.PolicyBuilder;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.Recipient;
import org.privacyrules.policy.Recipient.Role;

/** The company's privacy policy as rules that run. */
final class CompanyPolicy {

    static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    static final String VERSION = "2018-05-07";

    private CompanyPolicy() {}

    static PrivacyPolicy ofMay2018() {
        PolicyBuilder policy = PrivacyPolicy.builder()
                .version(VERSION)
                .effectiveFrom(LocalDate.parse(VERSION))
                .zone(ZONE);
        subjectKinds(policy);
        recipients(policy);
        DataCategories.declareIn(policy);
        Purposes.declareIn(policy);
        return policy.build();
    }

    private static void subjectKinds(PolicyBuilder policy) {
        policy.subjectKind("customer", "has an account, or owns that of an organisation")
                .subjectKind("former-customer", "had an account; what was invoiced is still in the books")
                .subjectKind("contact", "was given access to somebody else's account, or is named in it")
                .subjectKind("invitee", "was invited into an organisation's account and has not answered")
                .subjectKind("subscriber", "asked for the newsletter")
                .subjectKind("support-requester", "has asked support for help")
                .subjectKind("follower", "writes to us on a social network")
                .subjectKind("visitor", "looks at our pages without signing in")
                .subjectKind("requester", "uses a right of the GDPR");
    }

    private static void recipients(PolicyBuilder policy) {
        policy.recipient(new Recipient("payment-partner", "keeps the cards and takes payments", Role.PROCESSOR, "SE"))
                .recipient(new Recipient("support-desk", "runs the ticket system", Role.PROCESSOR, "SE"))
                .recipient(new Recipient("marketing-tools", "measure and aim campaigns", Role.JOINT_CONTROLLER, "IE"))
                .recipient(new Recipient("social-network", "runs the network", Role.SEPARATE_CONTROLLER, "IE"))
                .recipient(new Recipient("tax-authority", "audits the books", Role.SEPARATE_CONTROLLER, "SE"));
    }
}
