package org.privacyrules.document;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.privacyrules.document.Node.Kind;

/** What a part of a document may be. Immutable; may contain itself through {@link #named}. */
sealed interface Shape {

    /** What is expected, as a message says it: {@code a list of texts}. */
    String one();

    /** The same of several: {@code lists of texts}. */
    String many();

    boolean takes(Kind kind);

    static Shape fields(Field... fields) {
        return Fields.of(fields);
    }

    static Field required(String name, Shape shape, String description) {
        return new Field(name, shape, true, description);
    }

    static Field optional(String name, Shape shape, String description) {
        return new Field(name, shape, false, description);
    }

    static Shape names(TextForm names, Shape values) {
        return new Names(names, values);
    }

    static Shape listOf(Shape elements) {
        return new ListOf(elements);
    }

    static Shape text() {
        return text(TextForm.FILLED);
    }

    static Shape text(TextForm form) {
        return new Text(form);
    }

    static Shape oneOf(String... constants) {
        return new OneOf(List.of(constants));
    }

    /** The constants of an enum as words: {@code LEGAL_OBLIGATION} is written {@code legal-obligation}. */
    static <E extends Enum<E>> Shape oneOf(Class<E> type) {
        return new OneOf(Arrays.stream(type.getEnumConstants()).map(Shape::word).toList());
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static Shape wholeNumber(long from, long to) {
        return new WholeNumber(from, to);
    }

    static Shape trueOrFalse() {
        return new TrueOrFalse();
    }

    /** A text in a language that the context tells, or one for each language. */
    static Shape localisedText() {
        return union(text(), names(TextForm.LANGUAGE, text()));
    }

    /** Alternatives that their kind alone tells apart: of no two can a mapping, or a text, be one. */
    static Shape union(Shape... alternatives) {
        return new Union(List.of(alternatives));
    }

    /** A mapping, or what stands for it in short; a mapping with any of its names is the whole one. */
    static Shape orInShort(Shape whole, Shape brief) {
        return new Brief((Fields) whole, brief);
    }

    /** A mapping with one of these fields and nothing else. */
    static Shape oneFieldOf(Field... cases) {
        return new Cases(Arrays.stream(cases)
                .map(only -> Fields.of(new Field(only.name(), only.shape(), true, only.description())))
                .toList());
    }

    /** Mappings that their first field tells apart: it is required, and no other has it. */
    static Shape cases(Shape... cases) {
        return new Cases(Arrays.stream(cases).map(Fields.class::cast).toList());
    }

    /** A shape with a name: defined once in a schema, and looked up late, so that it may contain itself. */
    static Shape named(String name, Supplier<Shape> shape) {
        return new Named(name, shape);
    }

    /**
     * A name of a mapping.
     *
     * @param description one line for the people who write the document
     */
    record Field(String name, Shape shape, boolean required, String description) {}

    /** A mapping that has these names and no others. */
    record Fields(Map<String, Field> byName) implements Shape {

        static Fields of(Field... fields) {
            Map<String, Field> byName = new LinkedHashMap<>();
            for (Field field : fields) {
                byName.put(field.name(), field);
            }
            return new Fields(byName);
        }

        Collection<Field> fields() {
            return byName.values();
        }

        String firstName() {
            return byName.keySet().iterator().next();
        }

        @Override
        public String one() {
            return "a mapping";
        }

        @Override
        public String many() {
            return "mappings";
        }

        @Override
        public boolean takes(Kind kind) {
            return kind == Kind.MAPPING;
        }
    }

    /** A mapping whose names the document chooses. */
    record Names(TextForm names, Shape values) implements Shape {

        @Override
        public String one() {
            return "a mapping from " + names.many() + " to " + values.many();
        }

        @Override
        public String many() {
            return "mappings from " + names.many() + " to " + values.many();
        }

        @Override
        public boolean takes(Kind kind) {
            return kind == Kind.MAPPING;
        }
    }

    /** Any number of the same. */
    record ListOf(Shape elements) implements Shape {

        @Override
        public String one() {
            return "a list of " + elements.many();
        }

        @Override
        public String many() {
            return "lists of " + elements.many();
        }

        @Override
        public boolean takes(Kind kind) {
            return kind == Kind.LIST;
        }
    }

    /** A text of a form. */
    record Text(TextForm form) implements Shape {

        @Override
        public String one() {
            return form.one();
        }

        @Override
        public String many() {
            return form.many();
        }

        @Override
        public boolean takes(Kind kind) {
            return kind == Kind.TEXT || (kind == Kind.NUMBER && form.takesNumber());
        }
    }

    /** One of a few words. */
    record OneOf(List<String> constants) implements Shape {

        @Override
        public String one() {
            return "one of " + String.join(", ", constants);
        }

        @Override
        public String many() {
            return "words of " + String.join(", ", constants);
        }

        @Override
        public boolean takes(Kind kind) {
            return kind == Kind.TEXT;
        }
    }

    /**
     * An integer, without exponent and leading zeros.
     *
     * @param from inclusive
     * @param to inclusive
     */
    record WholeNumber(long from, long to) implements Shape {

        @Override
        public String one() {
            return "a whole number from " + from + " to " + to;
        }

        @Override
        public String many() {
            return "whole numbers from " + from + " to " + to;
        }

        @Override
        public boolean takes(Kind kind) {
            return kind == Kind.NUMBER;
        }
    }

    /** A boolean; the words {@code yes} and {@code no} are texts. */
    record TrueOrFalse() implements Shape {

        @Override
        public String one() {
            return "true or false";
        }

        @Override
        public String many() {
            return "true or false";
        }

        @Override
        public boolean takes(Kind kind) {
            return kind == Kind.BOOLEAN;
        }
    }

    /** Alternatives of different kinds. */
    record Union(List<Shape> alternatives) implements Shape {

        @Override
        public String one() {
            return joined(alternatives.stream().map(Shape::one));
        }

        @Override
        public String many() {
            return joined(alternatives.stream().map(Shape::many));
        }

        /** The names with which its mappings begin. */
        List<String> names() {
            return alternatives.stream()
                    .map(each -> each instanceof Named named ? named.shape().get() : each)
                    .filter(Cases.class::isInstance)
                    .flatMap(cases -> ((Cases) cases).names().stream())
                    .toList();
        }

        private static String joined(Stream<String> words) {
            return words.collect(Collectors.joining(" or "));
        }

        @Override
        public boolean takes(Kind kind) {
            for (Shape alternative : alternatives) {
                if (alternative.takes(kind)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A mapping that may be written in short. */
    record Brief(Fields whole, Shape brief) implements Shape {

        boolean isWhole(Node node) {
            return node instanceof Node.Mapping mapping
                    && mapping.members().keySet().stream().anyMatch(whole.byName()::containsKey);
        }

        @Override
        public String one() {
            return brief.one() + " or a mapping with "
                    + String.join(", ", whole.byName().keySet());
        }

        @Override
        public String many() {
            return brief.many() + " or mappings with "
                    + String.join(", ", whole.byName().keySet());
        }

        @Override
        public boolean takes(Kind kind) {
            return whole.takes(kind) || brief.takes(kind);
        }
    }

    /** Mappings of which exactly one case is there. */
    record Cases(List<Fields> cases) implements Shape {

        List<String> names() {
            return cases.stream().map(Fields::firstName).toList();
        }

        @Override
        public String one() {
            return "a mapping with one of " + String.join(", ", names());
        }

        @Override
        public String many() {
            return "mappings with one of " + String.join(", ", names());
        }

        @Override
        public boolean takes(Kind kind) {
            return kind == Kind.MAPPING;
        }
    }

    /** Another shape, looked up when it is needed. */
    record Named(String name, Supplier<Shape> shape) implements Shape {

        @Override
        public String one() {
            return shape.get().one();
        }

        @Override
        public String many() {
            return shape.get().many();
        }

        @Override
        public boolean takes(Kind kind) {
            return shape.get().takes(kind);
        }
    }
}
