package org.privacyrules.examples.glesys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.document.PolicyDocument;
import org.privacyrules.policy.Finding;
import org.privacyrules.policy.InvalidPolicyException;
import org.privacyrules.policy.Party;
import org.privacyrules.policy.PrivacyPolicy;

/** The policy as it was published is at odds with the law in known places; the one that runs is not. */
class CompanyPolicyTest {

    private final PolicyDocument published = CompanyPolicy.asPublished();

    @Test
    @Mission("M2")
    @Mission("M4")
    @Mission("M17")
    @Mission("M24")
    @Gdpr("13(1)(c)")
    void the_policy_as_published_fails_with_exactly_its_defects() {
        Map<String, Set<String>> pathsByCode = published.findings().stream()
                .collect(Collectors.groupingBy(
                        Finding::code, TreeMap::new, Collectors.mapping(Finding::path, Collectors.toSet())));
        assertEquals(expected(), pathsByCode);
        assertThrows(InvalidPolicyException.class, published::policy);
    }

    private static Map<String, Set<String>> expected() {
        Map<String, Set<String>> all = new TreeMap<>();
        defect(all, "CONSENT_BY_ACCEPTANCE", "purposes.customer-account");
        defect(
                all,
                "PROCESSOR_FOR_OWN_PURPOSE",
                "purposes.customer-account",
                "purposes.invoicing",
                "purposes.payment",
                "purposes.service-messages",
                "purposes.product-news");
        defect(
                all,
                "PURPOSE_WITHOUT_RETENTION",
                "purposes.customer-account.retention",
                "purposes.invoicing.retention",
                "purposes.payment.retention",
                "purposes.service-messages.retention",
                "purposes.product-news.retention",
                "purposes.account-access.retention",
                "purposes.account-activity.retention",
                "purposes.social-media.retention",
                "purposes.usage-tracking.retention",
                "purposes.infrastructure-logs.retention");
        defect(all, "OPEN_ENDED_RETENTION", "purposes.support.retention");
        defect(
                all,
                "MISSING_BASIS",
                "purposes.payment",
                "purposes.service-messages",
                "purposes.product-news",
                "purposes.account-access",
                "purposes.account-activity",
                "purposes.support",
                "purposes.social-media",
                "purposes.usage-tracking",
                "purposes.infrastructure-logs",
                "purposes.identity-check");
        defect(all, "RIGHTS_NOT_FOR_EVERYBODY", "rights.subjectKinds");
        defect(all, "LIMITED_FREE_ACCESS", "rights.furtherCopies");
        defect(all, "IDENTITY_DEMANDED_BY_DEFAULT", "rights.identity");
        defect(all, "RIGHT_NOT_TOLD", "rights.told.restriction", "rights.told.portability", "rights.told.objection");
        defect(all, "AUTHORITY_WITHOUT_CONTACT", "supervisoryAuthorities[0]");
        defect(all, "MISSING_COUNTRY", "recipients.payment-partner.country", "recipients.marketing-tools.country");
        defect(all, "AUTOMATED_DECISIONS_NOT_STATED", "automatedDecisions");
        return all;
    }

    private static void defect(Map<String, Set<String>> all, String code, String... paths) {
        all.put(code, Set.of(paths));
    }

    @Test
    void each_finding_has_a_place_in_the_document_a_remedy_and_an_article() {
        for (Finding finding : published.findings()) {
            assertTrue(finding.place().isPresent(), finding.toString());
            assertTrue(finding.article().startsWith("Art. "), finding.toString());
            assertTrue(!finding.remedy().isBlank() && !finding.problem().isBlank(), finding.toString());
        }
    }

    @Test
    @Mission("M4")
    @Mission("M5")
    @Mission("M12")
    @Mission("M14")
    @Mission("M16")
    void the_policy_that_runs_has_no_finding() {
        assertEquals(List.of(), CompanyPolicy.OF_MAY_2018.findings());
    }

    @Test
    void the_policy_that_runs_can_be_written_and_read_back() {
        PrivacyPolicy read = PolicyDocument.readJson(PolicyDocument.write(CompanyPolicy.OF_MAY_2018));
        assertEquals(CompanyPolicy.OF_MAY_2018, read);
        assertEquals(PolicyDocument.hash(CompanyPolicy.OF_MAY_2018), PolicyDocument.hash(read));
    }

    @Test
    @Mission("M24")
    @Gdpr("13(2)(d)")
    void people_are_sent_to_the_authority_that_bears_its_name_on_that_day() {
        assertEquals("Datainspektionen", authorityOn(LocalDate.of(2020, 12, 31)));
        assertEquals("Integritetsskyddsmyndigheten (IMY)", authorityOn(LocalDate.of(2021, 1, 1)));
        assertTrue(CompanyPolicy.OF_MAY_2018
                .dataProtectionOfficer(LocalDate.of(2018, 5, 7))
                .filter(Party::isReachable)
                .isPresent());
    }

    private static String authorityOn(LocalDate day) {
        return CompanyPolicy.OF_MAY_2018.supervisoryAuthority(day).orElseThrow().name();
    }
}
