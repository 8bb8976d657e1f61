package org.privacyrules.examples.glesys;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.privacyrules.document.PolicyDocument;
import org.privacyrules.policy.Finding;

/** The policy as it was published is read, and not accepted: each finding is a place where it is at odds with the law. */
final class AsPublished extends Chapter {

    private static final Set<String> SHOWN =
            Set.of("rights.furtherCopies", "purposes.support.retention", "purposes.social-media");

    private final PolicyDocument published = CompanyPolicy.asPublished();

    AsPublished(Scene scene) {
        super(scene, "The policy as it was published", POLICY_DAY + "08:30");
    }

    @Override
    void tell() {
        Map<String, List<Finding>> findings = published.findings().stream()
                .collect(Collectors.groupingBy(Finding::code, TreeMap::new, Collectors.toList()));
        console.text(
                "This plays a hosting company's life under its privacy policy of 2018. » is what the library says, ✓ is what"
                        + " was expected and came true, M1 to M27 are the policy's promises, listed at the end. Periods, recipients"
                        + " and contacts are invented.");
        console.text("The policy's own words, read as rules, give "
                + published.findings().size() + " findings of " + findings.size()
                + " kinds. All are named at once, each with its line.");
        Table table = Table.of("finding", "places", "first at line", "at odds with");
        findings.forEach((code, places) -> table.row(
                code, places.size(), line(places.get(0)), places.get(0).article()));
        console.table(table);
        console.text("Each says what to do:");
        published.findings().stream()
                .filter(finding -> SHOWN.contains(finding.path()))
                .forEach(finding -> console.quote(finding.toString()));
        expectations(findings.keySet());
        expect(
                Promise.M27,
                "No rules run on it until all of them are mended",
                published.findings().stream().anyMatch(Finding::isError));
    }

    private static String line(Finding finding) {
        return finding.place().map(place -> String.valueOf(place.line())).orElse("");
    }

    private void expectations(Set<String> codes) {
        expect(Promise.M1, "Becoming a customer is not taken for a consent", codes.contains("CONSENT_BY_ACCEPTANCE"));
        expect(
                Promise.M2,
                "A company is not the processor of its own register of customers",
                codes.contains("PROCESSOR_FOR_OWN_PURPOSE"));
        expect(
                Promise.M4,
                "\"As long as we need to\" is not taken for a period, and neither is silence",
                codes.containsAll(Set.of("OPEN_ENDED_RETENTION", "PURPOSE_WITHOUT_RETENTION")));
        expect(
                Promise.M14,
                "What a platform permits is not taken for a lawful basis",
                published.findings().stream()
                        .anyMatch(finding -> finding.code().equals("MISSING_BASIS")
                                && finding.path().equals("purposes.social-media")));
        expect(
                Promise.M19,
                "One free copy a year is not taken for all that people may have",
                codes.contains("LIMITED_FREE_ACCESS"));
        expect(Promise.M21, "A passport is not asked for each time", codes.contains("IDENTITY_DEMANDED_BY_DEFAULT"));
        expect(
                Promise.M25,
                "It does not say how to reach the authority, nor name every right",
                codes.containsAll(Set.of("AUTHORITY_WITHOUT_CONTACT", "RIGHT_NOT_TOLD", "RIGHTS_NOT_FOR_EVERYBODY")));
    }
}
