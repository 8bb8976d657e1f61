package org.privacyrules.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.privacyrules.policy.Finding;

/** What was found so far. Beyond a thousand they are counted, not kept: a hostile document has millions. */
final class BoundedFindings {

    static final int AT_MOST = 1000;

    private final List<Finding> kept = new ArrayList<>();
    private int more;

    void add(Supplier<Finding> finding) {
        if (kept.size() < AT_MOST) {
            kept.add(finding.get());
        } else {
            more++;
        }
    }

    List<Finding> list() {
        List<Finding> all = new ArrayList<>(kept);
        if (more > 0) {
            all.add(Finding.error(
                    "TOO_MANY_FINDINGS",
                    DocumentPath.ROOT.toString(),
                    "there are " + more + " findings more, which are not listed",
                    "mend those that are listed, and read the document again",
                    ""));
        }
        return List.copyOf(all);
    }
}
