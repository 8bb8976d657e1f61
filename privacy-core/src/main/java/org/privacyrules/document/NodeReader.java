package org.privacyrules.document;

import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.privacyrules.policy.Finding;
import org.privacyrules.policy.Finding.Place;

/** Builds the tree of one document. Each token is looked at once; what is kept is bounded by the limits. */
final class NodeReader {

    static final int DEPTH = 32;
    static final int NODES = 250_000;
    static final int TEXT_LENGTH = 100_000;
    static final int NAME_LENGTH = 256;
    static final int NUMBER_LENGTH = 64;

    private static final Pattern JSON_NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?");

    private final Tokens tokens;
    private final BoundedFindings findings = new BoundedFindings();
    private int nodes;
    private boolean hasHole;

    NodeReader(Tokens tokens) {
        this.tokens = tokens;
    }

    Reading read() {
        try {
            Node root = document();
            return new Reading(hasHole ? Optional.empty() : Optional.of(root), findings.list());
        } catch (Refusal refusal) {
            List<Finding> all = new ArrayList<>(findings.list());
            all.add(refusal.finding());
            return new Reading(Optional.empty(), List.copyOf(all));
        }
    }

    private Node document() throws Refusal {
        DocumentPath path = DocumentPath.ROOT;
        JsonToken first = tokens.next(path);
        if (first == null) {
            throw refusal("DOCUMENT_EMPTY", path, "the document is empty", "write something into it");
        }
        Node root = node(first, path, 1);
        if (tokens.next(path) != null) {
            throw refusal("SEVERAL_DOCUMENTS", path, "a second document begins here", "put it into a file of its own");
        }
        return root;
    }

    private Node node(@Nullable JsonToken token, DocumentPath path, int depth) throws Refusal {
        if (token == null) {
            throw new Refusal(Tokens.truncated(path).at(tokens.place()));
        }
        if (++nodes > NODES) {
            throw refusal("DOCUMENT_TOO_LARGE", path, "there are more than " + NODES + " values", "split the document");
        }
        forbidden(path);
        return switch (token) {
            case START_OBJECT -> mapping(path, deeper(path, depth));
            case START_ARRAY -> list(path, deeper(path, depth));
            default -> scalar(token, path);
        };
    }

    private void forbidden(DocumentPath path) {
        tokens.forbidden(path).ifPresent(finding -> {
            hasHole = true;
            findings.add(() -> finding);
        });
    }

    private int deeper(DocumentPath path, int depth) throws Refusal {
        if (depth > DEPTH) {
            throw refusal(
                    "DOCUMENT_TOO_DEEP",
                    path,
                    "lists and mappings are nested more than " + DEPTH + " deep",
                    "write it flatter");
        }
        return depth + 1;
    }

    private Node mapping(DocumentPath path, int depth) throws Refusal {
        Place place = tokens.place();
        Map<String, Node.Member> members = new LinkedHashMap<>();
        while (tokens.next(path) == JsonToken.FIELD_NAME) {
            Place keyPlace = tokens.place();
            String key = checked(tokens.text(path), NAME_LENGTH, path, keyPlace);
            DocumentPath keyPath = path.field(key);
            forbidden(keyPath);
            Node value = node(tokens.next(keyPath), keyPath, depth);
            Node.Member earlier = members.putIfAbsent(key, new Node.Member(keyPlace, value));
            if (earlier != null) {
                findings.add(() -> duplicate(keyPath, keyPlace, earlier.place()));
            }
        }
        return new Node.Mapping(place, members);
    }

    private static Finding duplicate(DocumentPath path, Place second, Place first) {
        return error("DUPLICATE_KEY", path, "the name is there already, at " + first, "remove or rename one of the two")
                .at(second);
    }

    private Node list(DocumentPath path, int depth) throws Refusal {
        Place place = tokens.place();
        List<Node> elements = new ArrayList<>();
        DocumentPath elementPath = path.element(0);
        for (JsonToken token = tokens.next(elementPath);
                token != JsonToken.END_ARRAY;
                token = tokens.next(elementPath)) {
            elements.add(node(token, elementPath, depth));
            elementPath = path.element(elements.size());
        }
        return new Node.Elements(place, elements);
    }

    private Node scalar(JsonToken token, DocumentPath path) throws Refusal {
        Place place = tokens.place();
        return switch (token) {
            case VALUE_TRUE -> new Node.Scalar(place, Node.Kind.BOOLEAN, "true");
            case VALUE_FALSE -> new Node.Scalar(place, Node.Kind.BOOLEAN, "false");
            case VALUE_NULL -> new Node.Scalar(place, Node.Kind.NULL, "null");
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(place, tokens.text(path), path);
            default -> text(place, checked(tokens.text(path), TEXT_LENGTH, path, place));
        };
    }

    private Node number(Place place, String digits, DocumentPath path) {
        String text = checked(digits, NUMBER_LENGTH, path, place);
        return JSON_NUMBER.matcher(text).matches() ? new Node.Scalar(place, Node.Kind.NUMBER, text) : text(place, text);
    }

    private static Node text(Place place, String text) {
        return new Node.Scalar(place, Node.Kind.TEXT, text);
    }

    private String checked(String text, int limit, DocumentPath path, Place place) {
        if (text.length() > limit) {
            findings.add(() -> error(
                            "VALUE_TOO_LONG",
                            path,
                            "it is " + text.length() + " characters long, and " + limit + " are allowed",
                            "write it shorter")
                    .at(place));
        }
        int refused = DocumentText.indexOfRefused(text);
        if (refused >= 0) {
            findings.add(() -> DocumentText.refusedCharacter(path, text.codePointAt(refused), place));
        }
        return text;
    }

    private Refusal refusal(String code, DocumentPath path, String problem, String remedy) {
        return new Refusal(error(code, path, problem, remedy).at(tokens.place()));
    }

    private static Finding error(String code, DocumentPath path, String problem, String remedy) {
        return Finding.error(code, path.toString(), problem, remedy, "");
    }
}
