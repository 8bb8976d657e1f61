package org.privacyrules.policy;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Policies at random that use the whole vocabulary, and all ways to change one in one place. */
final class RandomPolicies {

    private RandomPolicies() {}

    static PrivacyPolicy one(Random random) {
        return ((PolicyContent) new RandomValues(random).of(PolicyContent.class)).policy("version");
    }

    /** The same policy under another name. */
    static PrivacyPolicy renamed(PrivacyPolicy policy, String version) {
        return PolicyContent.of(policy).policy(version);
    }

    /** The same policy, told in another order. */
    static PrivacyPolicy reordered(PrivacyPolicy policy, Random random) {
        Object content = PolicyContent.of(policy);
        for (RecordComponent component : PolicyContent.class.getRecordComponents()) {
            if (Records.part(content, component) instanceof Map<?, ?> told) {
                content = Records.with(content, component, shuffled(told, random));
            }
        }
        return ((PolicyContent) content).policy(policy.version());
    }

    private static <K, V> Map<K, V> shuffled(Map<K, V> told, Random random) {
        List<K> names = new ArrayList<>(told.keySet());
        Collections.shuffle(names, random);
        Map<K, V> shuffled = new LinkedHashMap<>();
        names.forEach(name -> shuffled.put(name, told.get(name)));
        return shuffled;
    }

    /** A policy that differs in one place. */
    record Changed(String path, PrivacyPolicy policy) {}

    static List<Changed> mutations(PrivacyPolicy policy) {
        return Mutation.of(PolicyContent.of(policy)).stream()
                .map(each ->
                        new Changed(each.path().substring(1), ((PolicyContent) each.value()).policy(policy.version())))
                .toList();
    }
}
