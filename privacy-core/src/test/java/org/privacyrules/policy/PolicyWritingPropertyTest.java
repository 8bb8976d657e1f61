package org.privacyrules.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.privacyrules.document.PolicyDocument;

/** A policy that is written and read is the same, whatever of the vocabulary it uses. */
class PolicyWritingPropertyTest {

    @Property(tries = 100)
    void what_is_written_is_read_back_equal(@ForAll Random random) {
        PrivacyPolicy policy = RandomPolicies.one(random);
        String json = PolicyDocument.write(policy);
        assertEquals(policy, PolicyDocument.readPublished(json));
        assertEquals(json, PolicyDocument.write(PolicyDocument.readPublished(json)));
    }

    @Property(tries = 100)
    void the_hash_does_not_depend_on_the_order_in_which_a_policy_was_told(@ForAll Random random) {
        PrivacyPolicy policy = RandomPolicies.one(random);
        assertEquals(PolicyDocument.hash(policy), PolicyDocument.hash(RandomPolicies.reordered(policy, random)));
    }

    @Property(tries = 20)
    void every_change_changes_the_hash(@ForAll Random random) {
        PrivacyPolicy policy = RandomPolicies.one(random);
        for (RandomPolicies.Changed changed : RandomPolicies.mutations(policy)) {
            assertNotEquals(PolicyDocument.hash(policy), PolicyDocument.hash(changed.policy()), changed.path());
        }
    }
}
