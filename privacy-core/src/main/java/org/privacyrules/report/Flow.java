package org.privacyrules.report;

import java.util.List;
import java.util.Set;

/** A block that can also stand inside another one: everything but a heading. */
sealed interface Flow extends Block {

    /** One paragraph; a blank one is left out. */
    record Paragraph(Phrase words) implements Flow {}

    /** Items in no order; blank ones are left out. */
    record Bullets(List<Phrase> items) implements Flow {

        public Bullets {
            items = items.stream().filter(item -> !item.isBlank()).toList();
        }
    }

    /** Terms, each with what it means. */
    record Definitions(List<Definition> entries) implements Flow {

        public Definitions {
            entries = List.copyOf(entries);
        }
    }

    /** One term and what it means. A blank term shows as a dash: an item of a list that begins empty has no content. */
    record Definition(Phrase term, List<Flow> meaning) {

        private static final Phrase NAMELESS = Phrase.of("–");

        public Definition {
            term = term.isBlank() ? NAMELESS : term;
            meaning = List.copyOf(meaning);
        }
    }

    /**
     * Rows of cells under one caption; with {@code rowHeaders} the first cell of each row names the row. The columns of {@code numbers},
     * counted from 0, are read digit below digit.
     */
    record Table(Phrase caption, List<Phrase> header, List<List<Phrase>> rows, boolean rowHeaders, Set<Integer> numbers)
            implements Flow {

        public Table(Phrase caption, List<Phrase> header, List<List<Phrase>> rows, boolean rowHeaders) {
            this(caption, header, rows, rowHeaders, Set.of());
        }

        public Table {
            numbers = Set.copyOf(numbers);
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
            int width = header.size();
            if (width == 0 || rows.stream().anyMatch(row -> row.size() != width)) {
                throw new IllegalArgumentException("a row has as many cells as the table's header, and at least one");
            }
        }
    }

    /** Bars one below the other, each of two parts. It is for the eye: a table beside it says the same. */
    record Chart(Phrase caption, String first, String second, List<Bar> bars) implements Flow {

        public Chart {
            first = PlainText.of(first);
            second = PlainText.of(second);
            bars = List.copyOf(bars);
        }

        /** The longest one, at least 1. */
        long longest() {
            return Math.max(1, bars.stream().mapToLong(Bar::length).max().orElse(1));
        }
    }

    /** One bar: how long its parts are, and what stands before and behind it. */
    record Bar(String label, long first, long second, String words) {

        public Bar {
            if (first < 0 || second < 0) {
                throw new IllegalArgumentException("a bar has no negative length");
            }
            label = PlainText.of(label);
            words = PlainText.of(words);
        }

        long length() {
            return first + second;
        }
    }

    /** A layer of a notice (WP 260, 35): the short line that everybody sees, and the text for those who want to know more. */
    record Layer(Phrase summary, List<Flow> more) implements Flow {

        public Layer {
            more = List.copyOf(more);
        }
    }

    static Flow paragraph(String words) {
        return new Paragraph(Phrase.of(words));
    }

    static Flow paragraph(Inline... parts) {
        return new Paragraph(Phrase.of(parts));
    }

    static Flow bullets(List<String> items) {
        return new Bullets(items.stream().map(Phrase::of).toList());
    }

    static Definition definition(String term, Flow... meaning) {
        return new Definition(Phrase.of(term), List.of(meaning));
    }
}
