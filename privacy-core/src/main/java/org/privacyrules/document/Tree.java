package org.privacyrules.document;

import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.privacyrules.document.Node.Elements;
import org.privacyrules.document.Node.Kind;
import org.privacyrules.document.Node.Mapping;
import org.privacyrules.document.Node.Member;
import org.privacyrules.document.Node.Scalar;
import org.privacyrules.policy.Finding.Place;
import org.privacyrules.policy.LocalText;

/** Builds a mapping that is to be written. What is empty is left out, so that a document says only what differs. */
final class Tree {

    private static final Place NOWHERE = new Place(1, 1);

    private final Map<String, Member> members = new LinkedHashMap<>();

    static Node text(String text) {
        return new Scalar(NOWHERE, Kind.TEXT, text);
    }

    static Node list(Collection<? extends Node> elements) {
        return new Elements(NOWHERE, List.copyOf(elements));
    }

    static Node texts(Map<String, String> texts) {
        return mapping(texts, (name, text) -> text(text));
    }

    static <T> Node mapping(Map<String, T> all, BiFunction<String, T, Node> write) {
        Tree tree = new Tree();
        all.forEach((name, each) -> tree.node(name, write.apply(name, each)));
        return tree.build();
    }

    static Node truth() {
        return new Scalar(NOWHERE, Kind.BOOLEAN, "true");
    }

    static Node falsehood() {
        return new Scalar(NOWHERE, Kind.BOOLEAN, "false");
    }

    /** Another tree's members after its own. */
    Tree all(Tree other) {
        members.putAll(other.members);
        return this;
    }

    Tree node(String name, Node node) {
        members.put(name, new Member(NOWHERE, node));
        return this;
    }

    Tree node(String name, Optional<Node> node) {
        node.ifPresent(present -> node(name, present));
        return this;
    }

    Tree textIfAny(String name, String text) {
        return text.isEmpty() ? this : node(name, text(text));
    }

    Tree words(String name, LocalText words) {
        return words.isEmpty() ? this : node(name, texts(words.languages()));
    }

    Tree number(String name, long number) {
        return node(name, new Scalar(NOWHERE, Kind.NUMBER, String.valueOf(number)));
    }

    Tree period(String name, Optional<Period> period) {
        return node(name, period.map(each -> text(each.toString())));
    }

    Tree word(String name, Enum<?> constant) {
        return node(name, text(Shape.word(constant)));
    }

    Tree wordUnless(Enum<?> usual, String name, Enum<?> constant) {
        return constant == usual ? this : word(name, constant);
    }

    /** A set of names, sorted. */
    Tree names(String name, Collection<String> names) {
        return listOf(name, names.stream().sorted().toList(), Tree::text);
    }

    <T> Tree listOf(String name, Collection<T> all, Function<T, Node> write) {
        if (all.isEmpty()) {
            return this;
        }
        List<Node> elements = new ArrayList<>();
        all.forEach(each -> elements.add(write.apply(each)));
        return node(name, list(elements));
    }

    <T> Tree mappingOf(String name, Map<String, T> all, Function<T, Node> write) {
        return all.isEmpty() ? this : node(name, mapping(all, (own, each) -> write.apply(each)));
    }

    Node build() {
        return new Mapping(NOWHERE, members);
    }
}
