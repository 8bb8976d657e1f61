package org.privacyrules.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.privacyrules.policy.Finding.Place;

/** A part of a document as it was written, whatever it was written in. Immutable. */
sealed interface Node {

    /** What a part is, told apart by its notation alone. */
    enum Kind {
        MAPPING("a mapping"),
        LIST("a list"),
        TEXT("a text"),
        NUMBER("a number"),
        BOOLEAN("true or false"),
        NULL("nothing");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    Place place();

    Kind kind();

    /** Names in the order of the document. */
    record Mapping(Place place, Map<String, Member> members) implements Node {

        public Mapping {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        Optional<Node> get(String name) {
            return Optional.ofNullable(members.get(name)).map(Member::value);
        }

        @Override
        public Kind kind() {
            return Kind.MAPPING;
        }
    }

    /**
     * What stands under a name.
     *
     * @param place of the name, not of the value
     */
    record Member(Place place, Node value) {}

    /** Elements in the order of the document. */
    record Elements(Place place, List<Node> elements) implements Node {

        public Elements {
            elements = List.copyOf(elements);
        }

        @Override
        public Kind kind() {
            return Kind.LIST;
        }
    }

    /**
     * A single value.
     *
     * @param kind a number only if JSON knows its notation: {@code 0x1F} and {@code 1_000} are texts
     * @param text as written, without quotes; a number keeps every digit
     */
    record Scalar(Place place, Kind kind, String text) implements Node {}
}
