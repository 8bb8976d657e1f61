package org.privacyrules.jdbc.data;

import java.util.ArrayList;
import java.util.List;
import org.privacyrules.failure.InvalidInputException;

/** What does not fit between mappings and the catalogue, so that all of it is told at once. Not thread-safe. */
final class MappingProblems {

    private final List<String> all = new ArrayList<>();

    void add(TableDefinition definition, String what) {
        add(definition.name() + ": " + what);
    }

    void add(String what) {
        all.add(what);
    }

    int count() {
        return all.size();
    }

    /**
     * Goes on only if there is none.
     *
     * @throws InvalidInputException that tells all
     */
    void requireNone() {
        if (!all.isEmpty()) {
            throw new InvalidInputException(
                    "the mapping of personal data does not fit the tables:\n- " + String.join("\n- ", all));
        }
    }
}
