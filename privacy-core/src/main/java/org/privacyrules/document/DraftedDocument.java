package org.privacyrules.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.privacyrules.document.Node.Elements;
import org.privacyrules.document.Node.Mapping;
import org.privacyrules.document.Node.Member;
import org.privacyrules.policy.Finding;
import org.privacyrules.policy.Finding.Place;
import org.privacyrules.policy.PolicyBuilder;

/**
 * Tells a builder what can be told of a tree, and finds the place of what the policy's rules find. What has a wrong shape is
 * left out; what the rules would find only because of that is not repeated.
 */
final class DraftedDocument {

    private static final Pattern STEP = Pattern.compile("[.\\[\\]]+");

    /** Where the names are declared that a rule does not know. */
    private static final Map<String, String> SECTIONS = Map.of(
            "UNKNOWN_SUBJECT_KIND", "subjectKinds",
            "UNKNOWN_EVENT", "events",
            "UNKNOWN_CATEGORY", "categories",
            "UNKNOWN_RECIPIENT", "recipients",
            "UNKNOWN_PARTY", "parties");

    private final Node root;
    private final List<Finding> findings;
    private final PolicyBuilder draft;

    DraftedDocument(Node root, List<Finding> shapeFindings) {
        this.root = root;
        this.findings = new ArrayList<>(shapeFindings);
        PolicyReader reader = new PolicyReader(sound(root, shapeFindings));
        draft = reader.policy();
        findings.addAll(reader.findings());
        boolean complete = findings.isEmpty();
        for (Finding finding : draft.findings()) {
            if (complete || (finding.isError() && !isAftermath(finding))) {
                findings.add(finding.at(place(finding.path())));
            }
        }
        if (!complete) {
            findings.sort(Comparator.comparing(
                    finding -> finding.place().map(Place::line).orElse(0)));
        }
    }

    PolicyDocument document() {
        return PolicyDocument.of(draft, findings);
    }

    /** What is left of a tree without what has a wrong shape, and without what needs that. */
    private static Node sound(Node node, List<Finding> shapeFindings) {
        if (shapeFindings.isEmpty()) {
            return node;
        }
        if (shapeFindings.stream().anyMatch(finding -> finding.path().equals(DocumentPath.ROOT.toString()))) {
            return new Mapping(node.place(), Map.of());
        }
        Set<String> misshapen =
                shapeFindings.stream().map(DraftedDocument::misshapen).collect(Collectors.toSet());
        Node rest = without(misshapen, node, DocumentPath.ROOT);
        return sound(rest, ShapeCheck.check(rest, PolicyShape.POLICY));
    }

    /** A mapping without a field that it needs is left out as a whole. */
    private static String misshapen(Finding finding) {
        String path = finding.path();
        return finding.code().equals("MISSING_FIELD") && path.contains(".")
                ? path.substring(0, path.lastIndexOf('.'))
                : path;
    }

    /** Whether the rules found it only because something was left out. */
    private boolean isAftermath(Finding finding) {
        String declaredIn = SECTIONS.getOrDefault(finding.code(), "");
        return findings.stream()
                .anyMatch(mistake -> isNear(mistake, finding) || isDeclaration(mistake.path(), declaredIn));
    }

    /** At the same place, or missing where a name was not understood. */
    private static boolean isNear(Finding mistake, Finding finding) {
        String path = mistake.path();
        if (path.equals(DocumentPath.ROOT.toString())) {
            return true;
        }
        if (mistake.code().equals("UNKNOWN_FIELD")) {
            int end = path.lastIndexOf('.');
            return end < 0 ? finding.code().startsWith("MISSING_") : isWithin(finding.path(), path.substring(0, end));
        }
        return isWithin(path, finding.path()) || isWithin(finding.path(), path);
    }

    private static boolean isDeclaration(String path, String section) {
        return !section.isEmpty() && isWithin(path, section) && path.indexOf('.', section.length() + 1) < 0;
    }

    private static boolean isWithin(String path, String whole) {
        return path.startsWith(whole)
                && (path.length() == whole.length() || ".[".indexOf(path.charAt(whole.length())) >= 0);
    }

    private static Node without(Set<String> misshapen, Node node, DocumentPath path) {
        if (node instanceof Mapping mapping) {
            Map<String, Member> kept = new LinkedHashMap<>();
            mapping.members().forEach((name, member) -> {
                DocumentPath own = path.field(name);
                if (!misshapen.contains(own.toString())) {
                    kept.put(name, new Member(member.place(), without(misshapen, member.value(), own)));
                }
            });
            return new Mapping(mapping.place(), kept);
        }
        if (node instanceof Elements list) {
            List<Node> kept = new ArrayList<>();
            for (int i = 0; i < list.elements().size(); i++) {
                DocumentPath own = path.element(i);
                if (!misshapen.contains(own.toString())) {
                    kept.add(without(misshapen, list.elements().get(i), own));
                }
            }
            return new Elements(list.place(), kept);
        }
        return node;
    }

    /** The place of the longest part of a path that the document has. */
    private Place place(String path) {
        Node node = root;
        Place place = root.place();
        for (String step : STEP.split(path, -1)) {
            if (node instanceof Mapping mapping && mapping.members().containsKey(step)) {
                Member member = mapping.members().get(step);
                place = member.place();
                node = member.value();
            } else if (node instanceof Elements list && isElement(step, list)) {
                node = list.elements().get(Integer.parseInt(step));
                place = node.place();
            } else {
                return place;
            }
        }
        return place;
    }

    private static boolean isElement(String step, Elements list) {
        return step.matches("[0-9]{1,6}")
                && Integer.parseInt(step) < list.elements().size();
    }
}
