package org.privacyrules.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.privacyrules.document.Node.Kind;
import org.privacyrules.policy.Finding.Place;

/** Trees that no document was read for. */
final class Trees {

    private static final Place NOWHERE = new Place(1, 1);

    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "no",
            "null",
            "~",
            "true",
            "1.10",
            "2018-05-07",
            "0x1F",
            "a: b",
            "- x",
            "#",
            "<<",
            "*a",
            "&a",
            "!t",
            "\n",
            "\ta\r\n",
            "\"",
            "\\",
            "\\u0041",
            "å",
            "€",
            "😂",
            "\u2028",
            "\u0085",
            "\ufeff",
            "\ufb33",
            " x ",
            "'",
            "%",
            "@",
            "x".repeat(200));

    private static final List<String> NUMBERS =
            List.of("0", "-0", "1", "-17", "1.10", "1.5e-999999999", "9007199254740993", "1.0E+2");

    private Trees() {}

    static Node text(String text) {
        return new Node.Scalar(NOWHERE, Kind.TEXT, text);
    }

    static Node number(String digits) {
        return new Node.Scalar(NOWHERE, Kind.NUMBER, digits);
    }

    static Node word(Kind kind, String word) {
        return new Node.Scalar(NOWHERE, kind, word);
    }

    static Node list(Node... elements) {
        return new Node.Elements(NOWHERE, List.of(elements));
    }

    static Node mapping(Map<String, Node> values) {
        Map<String, Node.Member> members = new LinkedHashMap<>();
        values.forEach((name, value) -> members.put(name, new Node.Member(NOWHERE, value)));
        return new Node.Mapping(NOWHERE, members);
    }

    /** The same tree from nowhere: places are no part of what a document says. */
    static Node withoutPlaces(Node node) {
        if (node instanceof Node.Mapping mapping) {
            Map<String, Node> values = new LinkedHashMap<>();
            mapping.members().forEach((name, member) -> values.put(name, withoutPlaces(member.value())));
            return mapping(values);
        }
        if (node instanceof Node.Elements list) {
            return list(list.elements().stream().map(Trees::withoutPlaces).toArray(Node[]::new));
        }
        Node.Scalar scalar = (Node.Scalar) node;
        return new Node.Scalar(NOWHERE, scalar.kind(), scalar.text());
    }

    static Node random(Random random) {
        return random(random, 4);
    }

    private static Node random(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 8)) {
            case 0 -> text(one(TEXTS, random));
            case 1 -> number(one(NUMBERS, random));
            case 2 -> random.nextBoolean() ? word(Kind.BOOLEAN, "true") : word(Kind.BOOLEAN, "false");
            case 3 -> word(Kind.NULL, "null");
            case 4, 5 -> {
                List<Node> elements = new ArrayList<>();
                random.ints(random.nextInt(4)).forEach(ignored -> elements.add(random(random, depth - 1)));
                yield list(elements.toArray(Node[]::new));
            }
            default -> {
                Map<String, Node> values = new LinkedHashMap<>();
                random.ints(random.nextInt(4))
                        .forEach(ignored -> values.put(one(TEXTS, random), random(random, depth - 1)));
                yield mapping(values);
            }
        };
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
