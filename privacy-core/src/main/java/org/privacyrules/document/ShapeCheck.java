package org.privacyrules.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.privacyrules.document.Node.Kind;
import org.privacyrules.document.Shape.Field;
import org.privacyrules.failure.NearestName;
import org.privacyrules.policy.Finding;
import org.privacyrules.policy.Finding.Place;

/** What in a document is not as its shape wants it, all at once: of each mapping first what is there, then what is missing. */
final class ShapeCheck {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]{0,17})");

    private final BoundedFindings findings = new BoundedFindings();

    private ShapeCheck() {}

    static List<Finding> check(Node root, Shape shape) {
        ShapeCheck check = new ShapeCheck();
        check.node(root, shape, DocumentPath.ROOT);
        return check.findings.list();
    }

    private void node(Node node, Shape shape, DocumentPath path) {
        if (!shape.takes(node.kind())) {
            wrongKind(node, shape, path);
        } else if (shape instanceof Shape.Named named) {
            node(node, named.shape().get(), path);
        } else if (shape instanceof Shape.Brief either) {
            node(node, either.isWhole(node) ? either.whole() : either.brief(), path);
        } else if (shape instanceof Shape.Union union) {
            union(node, union, path);
        } else if (node instanceof Node.Mapping mapping) {
            mapping(mapping, shape, path);
        } else if (node instanceof Node.Elements list && shape instanceof Shape.ListOf of) {
            elements(list, of, path);
        } else if (node instanceof Node.Scalar scalar && !accepts(shape, scalar.text())) {
            invalid(scalar, path, remedy(shape, scalar.text()));
        }
    }

    private void invalid(Node.Scalar scalar, DocumentPath path, String remedy) {
        add("INVALID_VALUE", path, scalar.place(), Excerpt.of(scalar.text()) + " cannot stand here", remedy);
    }

    /** A word that is none of the few may be the name of a mapping that begins with it. */
    private void union(Node node, Shape.Union union, DocumentPath path) {
        Shape alternative = alternative(union, node.kind());
        if (node instanceof Node.Scalar scalar
                && alternative instanceof Shape.OneOf words
                && !words.constants().contains(scalar.text())) {
            invalid(scalar, path, suggestion(scalar.text(), union, words.constants()));
        } else {
            node(node, alternative, path);
        }
    }

    private static String suggestion(String text, Shape.Union union, List<String> constants) {
        List<String> names = new ArrayList<>(union.names());
        names.addAll(constants);
        return NearestName.of(text, names)
                .map(near -> constants.contains(near)
                        ? "did you mean \"" + near + "\"?"
                        : "write a mapping that begins with \"" + near + ":\"")
                .orElse("write " + union.one());
    }

    private static Shape alternative(Shape.Union union, Kind kind) {
        return union.alternatives().stream()
                .filter(each -> each.takes(kind))
                .findFirst()
                .orElseThrow();
    }

    private void wrongKind(Node node, Shape shape, DocumentPath path) {
        if (node.kind() == Kind.NULL) {
            add(
                    "MISSING_VALUE",
                    path,
                    node.place(),
                    shape.one() + " is expected here, and the value is missing",
                    "write the value, or remove the name");
            return;
        }
        boolean unquoted = shape.takes(Kind.TEXT) && node instanceof Node.Scalar;
        add(
                "WRONG_TYPE",
                path,
                node.place(),
                shape.one() + " is expected here, " + node.kind().words() + " was found",
                "write " + shape.one() + (unquoted ? ", in quotes if it is meant as a text" : ""));
    }

    private void mapping(Node.Mapping mapping, Shape shape, DocumentPath path) {
        if (shape instanceof Shape.Fields fields) {
            fields(mapping, fields, path);
        } else if (shape instanceof Shape.Names names) {
            names(mapping, names, path);
        } else if (shape instanceof Shape.Cases cases) {
            cases(mapping, cases, path);
        }
    }

    private void fields(Node.Mapping mapping, Shape.Fields shape, DocumentPath path) {
        Map<String, Field> known = shape.byName();
        mapping.members().forEach((name, member) -> {
            Field field = known.get(name);
            if (field == null) {
                unknown(name, known.keySet(), path.field(name), member.place());
            } else {
                node(member.value(), field.shape(), path.field(name));
            }
        });
        shape.fields().stream()
                .filter(Field::required)
                .filter(field -> !mapping.members().containsKey(field.name()))
                .forEach(field -> missing(field, path.field(field.name()), mapping.place()));
    }

    private void unknown(String name, Collection<String> known, DocumentPath path, Place place) {
        findings.add(() -> error(
                "UNKNOWN_FIELD",
                path,
                place,
                "there is no field of this name",
                NearestName.of(name, known)
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElseGet(() -> "the fields here are " + String.join(", ", known))));
    }

    private void missing(Field field, DocumentPath path, Place place) {
        add(
                "MISSING_FIELD",
                path,
                place,
                "the field is missing: " + field.description().replaceFirst("\\.$", ""),
                "add it: " + field.shape().one());
    }

    private void names(Node.Mapping mapping, Shape.Names shape, DocumentPath path) {
        mapping.members().forEach((name, member) -> {
            if (!shape.names().accepts(name)) {
                add(
                        "INVALID_NAME",
                        path.field(name),
                        member.place(),
                        shape.names().one() + " is expected as the name here",
                        "rename it");
            }
            node(member.value(), shape.values(), path.field(name));
        });
    }

    private void cases(Node.Mapping mapping, Shape.Cases shape, DocumentPath path) {
        List<Shape.Fields> present = shape.cases().stream()
                .filter(each -> mapping.members().containsKey(each.firstName()))
                .toList();
        if (present.size() == 1) {
            fields(mapping, present.get(0), path);
            return;
        }
        String found = present.stream().map(Shape.Fields::firstName).collect(Collectors.joining(" and "));
        add(
                present.isEmpty() ? "MISSING_FIELD" : "SEVERAL_CASES",
                path,
                mapping.place(),
                shape.one() + " is expected here, " + (present.isEmpty() ? "none" : found) + " was found",
                present.isEmpty() ? suggestion(mapping, shape.names()) : only(shape.names()));
    }

    private static String suggestion(Node.Mapping mapping, Collection<String> cases) {
        return mapping.members().keySet().stream()
                .limit(1)
                .flatMap(name -> NearestName.of(name, cases).stream())
                .map(near -> "did you mean \"" + near + "\"?")
                .findFirst()
                .orElse(only(cases));
    }

    private static String only(Collection<String> cases) {
        return "write exactly one of " + String.join(", ", cases);
    }

    private void elements(Node.Elements list, Shape.ListOf shape, DocumentPath path) {
        for (int i = 0; i < list.elements().size(); i++) {
            node(list.elements().get(i), shape.elements(), path.element(i));
        }
    }

    private static boolean accepts(Shape shape, String text) {
        if (shape instanceof Shape.Text given) {
            return given.form().accepts(text);
        }
        if (shape instanceof Shape.OneOf words) {
            return words.constants().contains(text);
        }
        if (shape instanceof Shape.WholeNumber range) {
            return WHOLE_NUMBER.matcher(text).matches()
                    && Long.parseLong(text) >= range.from()
                    && Long.parseLong(text) <= range.to();
        }
        return true;
    }

    private static String remedy(Shape shape, String text) {
        return shape instanceof Shape.OneOf words
                ? NearestName.of(text, words.constants())
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElse("write " + shape.one())
                : "write " + shape.one();
    }

    private void add(String code, DocumentPath path, Place place, String problem, String remedy) {
        findings.add(() -> error(code, path, place, problem, remedy));
    }

    private static Finding error(String code, DocumentPath path, Place place, String problem, String remedy) {
        return Finding.error(code, path.toString(), problem, remedy, "").at(place);
    }
}
