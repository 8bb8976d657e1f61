package org.privacyrules.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where in a document, as people write it: {@code purposes.invoicing.uses[2]}. Spelt out only when it is told. */
final class DocumentPath {

    static final DocumentPath ROOT = new DocumentPath(null, "", -1);

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_$-]{1," + Excerpt.LENGTH + "}");

    private final @Nullable DocumentPath parent;
    private final String name;
    private final int index;

    private DocumentPath(@Nullable DocumentPath parent, String name, int index) {
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    DocumentPath field(String field) {
        return new DocumentPath(this, field, -1);
    }

    DocumentPath element(int element) {
        return new DocumentPath(this, "", element);
    }

    private String step() {
        if (index >= 0) {
            return "[" + index + "]";
        }
        return PLAIN.matcher(name).matches() ? name : Excerpt.of(name);
    }

    @Override
    public String toString() {
        Deque<DocumentPath> steps = new ArrayDeque<>();
        for (DocumentPath each = this; each.parent != null; each = each.parent) {
            steps.push(each);
        }
        StringBuilder path = new StringBuilder();
        for (DocumentPath each : steps) {
            path.append(path.length() > 0 && each.index < 0 ? "." : "").append(each.step());
        }
        return path.length() == 0 ? "document" : path.toString();
    }
}
