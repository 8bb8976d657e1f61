package org.privacyrules.examples.glesys;

import java.net.URL;
import java.time.ZoneId;
import java.util.Objects;
import org.privacyrules.document.PolicyDocument;
import org.privacyrules.policy.ConsentText;
import org.privacyrules.policy.PrivacyPolicy;

/** The company's privacy policy: as it was published, and as rules that run. */
final class CompanyPolicy {

    static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    static final String VERSION = "2018-05-07";

    static final PrivacyPolicy OF_MAY_2018 = PolicyDocument.read(resource("glesys-cloud.yaml"));

    private CompanyPolicy() {}

    static PolicyDocument asPublished() {
        return PolicyDocument.check(resource("as-published.yaml"));
    }

    /** The question that people are asked for a purpose. */
    static ConsentText question(String purpose) {
        return OF_MAY_2018.purpose(purpose).consentTerms().orElseThrow().text();
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(CompanyPolicy.class.getResource(name), name);
    }
}
