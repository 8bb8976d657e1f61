package org.privacyrules.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Parts that stand in one line, of which no two neighbours are plain words or words of weight. Immutable. */
record Phrase(List<Inline> parts) {

    static final Phrase NOTHING = new Phrase(List.of());

    Phrase {
        List<Inline> joined = new ArrayList<>();
        for (Inline part : parts) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last) instanceof Inline.Text text && part instanceof Inline.Text more) {
                joined.set(last, new Inline.Text(text.words() + more.words()));
            } else if (last >= 0
                    && joined.get(last) instanceof Inline.Strong text
                    && part instanceof Inline.Strong more) {
                joined.set(last, new Inline.Strong(text.words() + more.words()));
            } else {
                joined.add(part);
            }
        }
        parts = List.copyOf(joined);
    }

    static Phrase of(String words) {
        return of(new Inline.Text(words));
    }

    static Phrase of(Inline... parts) {
        return new Phrase(List.of(parts));
    }

    /** The words without their markup. */
    String words() {
        return parts.stream().map(Phrase::words).collect(Collectors.joining());
    }

    boolean isBlank() {
        return words().isBlank();
    }

    private static String words(Inline part) {
        if (part instanceof Inline.Text text) {
            return text.words();
        } else if (part instanceof Inline.Strong strong) {
            return strong.words();
        } else if (part instanceof Inline.Code code) {
            return code.words();
        } else if (part instanceof Inline.Link link) {
            return link.words();
        }
        return " ";
    }
}
