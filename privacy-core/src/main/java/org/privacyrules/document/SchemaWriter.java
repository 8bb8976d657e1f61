package org.privacyrules.document;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A shape as JSON Schema (draft 2020-12), for editors to complete and to check with. A schema cannot say everything: a
 * country that does not exist passes it. The same shape gives the same text.
 */
final class SchemaWriter {

    private final Map<String, Node> definitions = new TreeMap<>();

    private SchemaWriter() {}

    static String write(String title, Shape root) {
        SchemaWriter writer = new SchemaWriter();
        Tree document = new Tree()
                .node("$schema", Tree.text("https://json-schema.org/draft/2020-12/schema"))
                .node("title", Tree.text(title))
                .all(writer.schema(root));
        return JsonText.pretty(document.mappingOf("$defs", writer.definitions, Function.identity())
                .build());
    }

    private Tree schema(Shape shape) {
        if (shape instanceof Shape.Fields fields) {
            return fields(fields);
        }
        if (shape instanceof Shape.Names names) {
            return typed("object")
                    .node("propertyNames", pattern(new Tree(), names.names()).build())
                    .node("additionalProperties", schema(names.values()).build());
        }
        if (shape instanceof Shape.ListOf list) {
            return typed("array").node("items", schema(list.elements()).build());
        }
        if (shape instanceof Shape.Union union) {
            return new Tree()
                    .listOf("anyOf", union.alternatives(), each -> schema(each).build());
        }
        if (shape instanceof Shape.Brief either) {
            return new Tree()
                    .listOf(
                            "anyOf",
                            List.of(either.brief(), either.whole()),
                            each -> schema(each).build());
        }
        if (shape instanceof Shape.Cases cases) {
            return new Tree()
                    .listOf("oneOf", cases.cases(), each -> schema(each).build());
        }
        return shape instanceof Shape.Named named ? reference(named) : scalar(shape);
    }

    private Tree fields(Shape.Fields shape) {
        List<Node> required = shape.fields().stream()
                .filter(Shape.Field::required)
                .map(field -> Tree.text(field.name()))
                .toList();
        return typed("object")
                .node("properties", Tree.mapping(shape.byName(), (name, field) -> described(field)))
                .node("required", Tree.list(required))
                .node("additionalProperties", Tree.falsehood());
    }

    private Node described(Shape.Field field) {
        return new Tree()
                .node("description", Tree.text(field.description()))
                .all(schema(field.shape()))
                .build();
    }

    /** The name is taken before the definition is written, because the definition may refer to it. */
    private Tree reference(Shape.Named named) {
        Tree reference = new Tree().node("$ref", Tree.text("#/$defs/" + named.name()));
        if (definitions.putIfAbsent(named.name(), reference.build()) == null) {
            definitions.put(named.name(), schema(named.shape().get()).build());
        }
        return reference;
    }

    private static Tree scalar(Shape shape) {
        if (shape instanceof Shape.Text text) {
            Tree type = text.form().takesNumber()
                    ? new Tree().listOf("type", List.of("string", "number"), Tree::text)
                    : typed("string");
            return text.form().equals(TextForm.ANY) ? type : pattern(type, text.form());
        }
        if (shape instanceof Shape.OneOf words) {
            return new Tree().listOf("enum", words.constants(), Tree::text);
        }
        if (shape instanceof Shape.WholeNumber range) {
            return typed("integer").number("minimum", range.from()).number("maximum", range.to());
        }
        return typed("boolean");
    }

    private static Tree typed(String type) {
        return new Tree().node("type", Tree.text(type));
    }

    private static Tree pattern(Tree schema, TextForm form) {
        return schema.node("pattern", Tree.text("^(?:" + form.pattern().pattern() + ")$"));
    }
}
