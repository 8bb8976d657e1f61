package org.privacyrules.disposal;

import java.util.ArrayList;
import java.util.List;
import org.privacyrules.retention.DueRule;
import org.privacyrules.retention.DueRules;

/**
 * Data with the rules of its parts: what a plan counts and what a sweep disposes of.
 *
 * @param data which data
 * @param rules one for each part, in the same order
 */
public record DueData(MappedData data, List<DueRule> rules) {

    public DueData {
        rules = List.copyOf(rules);
    }

    /** What rules say of data. */
    static DueData of(MappedData data, DueRules rules) {
        List<DueRule> ofParts = new ArrayList<>();
        for (MappedData.Part part : data.parts()) {
            ofParts.add(rules.of(part.category(), part.events()));
        }
        return new DueData(data, ofParts);
    }
}
