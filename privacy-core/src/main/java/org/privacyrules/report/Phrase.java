package org.privacyrules.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Parts that stand in one line. None is empty, and no two neighbours are of the same kind if that kind is words: Markdown
 * could not tell them apart. Immutable.
 */
record Phrase(List<Inline> parts) {

    static final Phrase NOTHING = new Phrase(List.of());

    Phrase {
        List<Inline> kept = new ArrayList<>();
        for (Inline part : parts) {
            int last = kept.size() - 1;
            Optional<Inline> joined = last < 0 ? Optional.empty() : joined(kept.get(last), part);
            if (joined.isPresent()) {
                kept.set(last, joined.get());
            } else if (!words(part).isEmpty()) {
                kept.add(part);
            }
        }
        parts = List.copyOf(kept);
    }

    private static Optional<Inline> joined(Inline one, Inline next) {
        if (one instanceof Inline.Text text && next instanceof Inline.Text more) {
            return Optional.of(new Inline.Text(text.words() + more.words()));
        } else if (one instanceof Inline.Strong text && next instanceof Inline.Strong more) {
            return Optional.of(new Inline.Strong(text.words() + more.words()));
        } else if (one instanceof Inline.Code text && next instanceof Inline.Code more) {
            return Optional.of(new Inline.Code(text.words() + more.words()));
        }
        return Optional.empty();
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
