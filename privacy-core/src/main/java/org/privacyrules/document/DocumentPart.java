package org.privacyrules.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.privacyrules.policy.Finding;

/** A part of a document that has its {@link DocumentForm}. Immutable. */
public final class DocumentPart {

    private final Node node;
    private final DocumentPath path;

    private DocumentPart(Node node, DocumentPath path) {
        this.node = node;
        this.path = path;
    }

    static DocumentPart of(Node root) {
        return new DocumentPart(root, DocumentPath.ROOT);
    }

    /**
     * What stands under a name of a mapping.
     *
     * @param name the name
     * @return empty if it is not there, or this is no mapping
     */
    public Optional<DocumentPart> get(String name) {
        return Part.of(node).node(name).map(value -> new DocumentPart(value, path.field(name)));
    }

    /**
     * A mapping's names and what stands under each.
     *
     * @return in the order of the document; empty if this is no mapping; unmodifiable
     */
    public Map<String, DocumentPart> members() {
        Map<String, DocumentPart> members = new LinkedHashMap<>();
        Part.of(node)
                .members()
                .forEach((name, member) -> members.put(name, new DocumentPart(member.value(), path.field(name))));
        return Collections.unmodifiableMap(members);
    }

    /**
     * The elements of a list; anything else counts as a list of itself.
     *
     * @return in the order of the document; unmodifiable
     */
    public List<DocumentPart> elements() {
        if (node.kind() != Node.Kind.LIST) {
            return List.of(this);
        }
        List<DocumentPart> elements = new ArrayList<>();
        for (Node element : Part.elements(node)) {
            elements.add(new DocumentPart(element, path.element(elements.size())));
        }
        return Collections.unmodifiableList(elements);
    }

    /**
     * Whether it is a mapping.
     *
     * @return false for a list and a single value
     */
    public boolean hasNames() {
        return node.kind() == Node.Kind.MAPPING;
    }

    /**
     * A single value as it was written.
     *
     * @return without quotes; empty if it is none
     */
    public String text() {
        return Part.text(node);
    }

    /**
     * A single value.
     *
     * @return a {@link String}, a {@link Boolean}, or a number: the first of {@link Integer}, {@link Long} and {@link BigDecimal} that
     *     has it
     */
    public Object value() {
        return switch (node.kind()) {
            case BOOLEAN -> Boolean.valueOf(text());
            case NUMBER -> number(new BigDecimal(text()));
            default -> text();
        };
    }

    private static Object number(BigDecimal number) {
        boolean whole = number.scale() == 0 && number.precision() <= 18;
        if (!whole) {
            return number;
        }
        long exact = number.longValueExact();
        return exact == (int) exact ? (Object) (int) exact : (Object) exact;
    }

    /**
     * An error at this place.
     *
     * @param code a stable code in capitals
     * @param problem what is wrong, in one sentence
     * @param remedy what to do about it, in one sentence
     * @return a finding with path, line and column
     */
    public Finding error(String code, String problem, String remedy) {
        return Finding.error(code, path.toString(), problem, remedy, "").at(node.place());
    }

    /** Its path alone. */
    @Override
    public String toString() {
        return "document part at " + path;
    }
}
