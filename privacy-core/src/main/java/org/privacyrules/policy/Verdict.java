package org.privacyrules.policy;

import org.privacyrules.policy.PolicyChange.Materiality;

/**
 * Whether people must be told of a change, and why. In doubt they are: a host may lower with a reason.
 *
 * @param why one sentence without its full stop, with the article where there is one
 */
record Verdict(Materiality materiality, String why) {

    static Verdict material(String why) {
        return new Verdict(Materiality.MATERIAL, why);
    }

    static Verdict editorial(String why) {
        return new Verdict(Materiality.EDITORIAL, why);
    }
}
