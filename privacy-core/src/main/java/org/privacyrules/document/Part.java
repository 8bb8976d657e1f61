package org.privacyrules.document;

import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.privacyrules.document.Node.Elements;
import org.privacyrules.document.Node.Mapping;
import org.privacyrules.document.Node.Member;
import org.privacyrules.document.Node.Scalar;
import org.privacyrules.policy.LocalText;

/** A mapping that satisfies its shape, so that each member that is there is what its name says. */
record Part(Map<String, Member> members) {

    static Part of(Node node) {
        return new Part(node instanceof Mapping mapping ? mapping.members() : Map.of());
    }

    Optional<Node> node(String name) {
        return Optional.ofNullable(members.get(name)).map(Member::value);
    }

    Optional<Part> part(String name) {
        return node(name).map(Part::of);
    }

    Optional<String> text(String name) {
        return node(name).map(Part::text);
    }

    String textOrEmpty(String name) {
        return text(name).orElse("");
    }

    Optional<Period> period(String name) {
        return text(name).map(Period::parse);
    }

    Optional<Integer> number(String name) {
        return text(name).map(Integer::valueOf);
    }

    LocalText words(String name) {
        return node(name).map(Part::words).orElse(LocalText.NONE);
    }

    List<Node> list(String name) {
        return node(name).map(Part::elements).orElse(List.of());
    }

    String[] names(String name) {
        return list(name).stream().map(Part::text).toArray(String[]::new);
    }

    <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return text(name).map(word -> constantOf(word, type));
    }

    boolean isTrue(String name) {
        return text(name).filter("true"::equals).isPresent();
    }

    void ifText(String name, Consumer<String> use) {
        text(name).ifPresent(use);
    }

    /** Calls for each member of a mapping of free names. */
    void each(String name, BiConsumer<String, Node> use) {
        part(name).ifPresent(free -> free.members().forEach((own, member) -> use.accept(own, member.value())));
    }

    static <E extends Enum<E>> E constantOf(String word, Class<E> type) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static String text(Node node) {
        return node instanceof Scalar scalar ? scalar.text() : "";
    }

    static List<Node> elements(Node node) {
        return node instanceof Elements elements ? elements.elements() : List.of();
    }

    static <T> List<T> each(Node node, Function<Node, T> read) {
        List<T> all = new ArrayList<>();
        elements(node).forEach(element -> all.add(read.apply(element)));
        return all;
    }

    static LocalText words(Node node) {
        if (node instanceof Scalar scalar) {
            return LocalText.of(scalar.text());
        }
        return new LocalText(texts(node));
    }

    static Map<String, String> texts(Node node) {
        Map<String, String> texts = new LinkedHashMap<>();
        Part.of(node).members().forEach((name, member) -> texts.put(name, text(member.value())));
        return texts;
    }
}
