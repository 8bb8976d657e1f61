package org.privacyrules.document;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.privacyrules.document.Node.Kind;
import org.privacyrules.policy.Finding.Place;

/**
 * A shape as JSON Schema (draft 2020-12), for editors to complete and to check with. A schema cannot say everything: a
 * country that does not exist passes it. The same shape gives the same text.
 */
final class SchemaWriter {

    private static final Place NOWHERE = new Place(1, 1);

    private final Map<String, Node> definitions = new TreeMap<>();

    private SchemaWriter() {}

    static String write(String title, Shape root) {
        SchemaWriter writer = new SchemaWriter();
        Node.Mapping schema = writer.schema(root);
        Map<String, Node> document = new LinkedHashMap<>();
        document.put("$schema", text("https://json-schema.org/draft/2020-12/schema"));
        document.put("title", text(title));
        schema.members().forEach((name, member) -> document.put(name, member.value()));
        if (!writer.definitions.isEmpty()) {
            document.put("$defs", mapping(writer.definitions));
        }
        return JsonText.pretty(mapping(document));
    }

    private Node.Mapping schema(Shape shape) {
        if (shape instanceof Shape.Fields fields) {
            return fields(fields);
        }
        if (shape instanceof Shape.Names names) {
            return mapping(
                    "type", text("object"),
                    "propertyNames", mapping("pattern", pattern(names.names())),
                    "additionalProperties", schema(names.values()));
        }
        if (shape instanceof Shape.ListOf list) {
            return mapping("type", text("array"), "items", schema(list.elements()));
        }
        if (shape instanceof Shape.Union union) {
            return mapping("anyOf", schemas(union.alternatives()));
        }
        if (shape instanceof Shape.Cases cases) {
            return mapping("oneOf", schemas(cases.cases()));
        }
        return shape instanceof Shape.Named named ? reference(named) : scalar(shape);
    }

    private Node.Mapping fields(Shape.Fields shape) {
        Map<String, Node> properties = new LinkedHashMap<>();
        shape.fields().forEach(field -> properties.put(field.name(), described(field)));
        List<Node> required = shape.fields().stream()
                .filter(Shape.Field::required)
                .map(field -> text(field.name()))
                .toList();
        return mapping(
                "type", text("object"),
                "properties", mapping(properties),
                "required", list(required),
                "additionalProperties", scalar(Kind.BOOLEAN, "false"));
    }

    private Node described(Shape.Field field) {
        Map<String, Node> schema = new LinkedHashMap<>();
        schema.put("description", text(field.description()));
        schema(field.shape()).members().forEach((name, member) -> schema.put(name, member.value()));
        return mapping(schema);
    }

    private Node schemas(Collection<? extends Shape> shapes) {
        return list(shapes.stream().<Node>map(this::schema).toList());
    }

    /** The name is taken before the definition is written, because the definition may refer to it. */
    private Node.Mapping reference(Shape.Named named) {
        Node.Mapping reference = mapping("$ref", text("#/$defs/" + named.name()));
        if (definitions.putIfAbsent(named.name(), reference) == null) {
            definitions.put(named.name(), schema(named.shape().get()));
        }
        return reference;
    }

    private static Node.Mapping scalar(Shape shape) {
        if (shape instanceof Shape.Text text) {
            Node type = text.form().takesNumber() ? list(List.of(text("string"), text("number"))) : text("string");
            return text.form().equals(TextForm.ANY)
                    ? mapping("type", type)
                    : mapping("type", type, "pattern", pattern(text.form()));
        }
        if (shape instanceof Shape.OneOf words) {
            return mapping(
                    "enum",
                    list(words.constants().stream().map(SchemaWriter::text).toList()));
        }
        if (shape instanceof Shape.WholeNumber range) {
            return mapping(
                    "type", text("integer"),
                    "minimum", scalar(Kind.NUMBER, Long.toString(range.from())),
                    "maximum", scalar(Kind.NUMBER, Long.toString(range.to())));
        }
        return mapping("type", text("boolean"));
    }

    private static Node pattern(TextForm form) {
        return text("^(?:" + form.pattern().pattern() + ")$");
    }

    private static Node text(String text) {
        return scalar(Kind.TEXT, text);
    }

    private static Node scalar(Kind kind, String text) {
        return new Node.Scalar(NOWHERE, kind, text);
    }

    private static Node list(List<Node> elements) {
        return new Node.Elements(NOWHERE, elements);
    }

    private static Node.Mapping mapping(Map<String, Node> values) {
        Map<String, Node.Member> members = new LinkedHashMap<>();
        values.forEach((name, value) -> members.put(name, new Node.Member(NOWHERE, value)));
        return new Node.Mapping(NOWHERE, members);
    }

    private static Node.Mapping mapping(Object... namesAndNodes) {
        Map<String, Node> values = new LinkedHashMap<>();
        for (List<Object> pair = Arrays.asList(namesAndNodes); !pair.isEmpty(); pair = pair.subList(2, pair.size())) {
            values.put((String) pair.get(0), (Node) pair.get(1));
        }
        return mapping(values);
    }
}
