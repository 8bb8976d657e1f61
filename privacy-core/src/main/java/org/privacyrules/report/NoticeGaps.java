package org.privacyrules.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.privacyrules.policy.Finding;
import org.privacyrules.policy.InvalidPolicyException;
import org.privacyrules.policy.PrivacyPolicy;
import org.privacyrules.policy.Recipient;
import org.privacyrules.policy.Transfers;

/** Why no notice can be made of a policy: what it does not say, and what has ceased to be true on the notice's day. */
final class NoticeGaps {

    private NoticeGaps() {}

    static void refuse(PrivacyPolicy policy, LocalDate day) {
        List<Finding> gaps = new ArrayList<>(policy.findings());
        if (policy.supervisoryAuthority(day).isEmpty()
                && !policy.supervisoryAuthorities().isEmpty()) {
            gaps.add(Finding.warning(
                    "MISSING_AUTHORITY",
                    "supervisoryAuthorities",
                    "people are not told where they can complain on " + day,
                    "name the supervisory authority of that day",
                    "Art. 13(2)(d) GDPR"));
        }
        PolicyExcerpt.of(policy).recipients().stream()
                .filter(recipient -> !Transfers.isCovered(recipient, day))
                .map(recipient -> notCovered(recipient, day))
                .forEach(gaps::add);
        if (!gaps.isEmpty()) {
            throw new InvalidPolicyException(gaps);
        }
    }

    private static Finding notCovered(Recipient recipient, LocalDate day) {
        return Finding.warning(
                "TRANSFER_WITHOUT_SAFEGUARD",
                "recipients." + recipient.name(),
                "data go to " + recipient.country() + ", and no decision covers this recipient on " + day,
                "name the safeguard, such as standard contractual clauses, or keep the data in the EEA",
                "Art. 44-46 GDPR");
    }
}
