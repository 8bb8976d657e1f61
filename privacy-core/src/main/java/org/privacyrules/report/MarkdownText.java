package org.privacyrules.report;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines of GitHub flavoured Markdown in which words show as they are. */
final class MarkdownText {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern OUTER_SPACE = Pattern.compile("\\A +| +\\z");

    /**
     * Every mark of Markdown; and what would make an image of a link, or a link of a bare address. An address of mail may
     * become a link to itself: GitHub finds it however it is written.
     */
    private static final Pattern SPECIAL =
            Pattern.compile("[\\\\`*_\\[\\]<>#|&~$]|!\\z|:(?=//)|(?<=www)\\.", Pattern.CASE_INSENSITIVE);

    private static final Pattern BLOCK_MARK = Pattern.compile("^(\\d{1,9}(?=[.)])|(?=[-+]))");
    private static final Pattern DIRECTION = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");
    private static final Pattern SIMPLE_CODE = Pattern.compile("(?! )[^`|\u202A-\u202E\u2066-\u2069]*(?<! )");
    private static final Pattern WORD_TO_WORD = Pattern.compile("[\\p{L}\\p{Nd}](.*[\\p{L}\\p{Nd}])?", Pattern.DOTALL);
    private static final Pattern TARGET_MARK = Pattern.compile("[&()]");

    private MarkdownText() {}

    /** The whole of a line, of an item or of a cell: nothing in it begins a block. */
    static String line(Phrase phrase) {
        String line = OUTER_SPACE.matcher(inline(phrase)).replaceAll("");
        return BLOCK_MARK.matcher(line).replaceFirst("$1\\\\");
    }

    /** A line of which every word has weight. */
    static String strongLine(Phrase phrase) {
        Phrase plain = new Phrase(phrase.parts().stream()
                .map(part -> part instanceof Inline.Strong strong ? new Inline.Text(strong.words()) : part)
                .toList());
        return strong(OUTER_SPACE.matcher(inline(plain)).replaceAll(""));
    }

    private static String inline(Phrase phrase) {
        return phrase.parts().stream().map(MarkdownText::part).collect(Collectors.joining());
    }

    private static String part(Inline part) {
        if (part instanceof Inline.Text text) {
            return plain(text.words());
        } else if (part instanceof Inline.Strong strong) {
            return strong(plain(strong.words()));
        } else if (part instanceof Inline.Code code) {
            return code(code.words());
        } else if (part instanceof Inline.Link link) {
            return "[" + plain(link.words()) + "]("
                    + TARGET_MARK.matcher(link.target()).replaceAll("\\\\$0") + ")";
        }
        return "<br>";
    }

    private static String plain(String words) {
        String escaped = SPECIAL.matcher(oneLine(words)).replaceAll("\\\\$0");
        return DIRECTION
                .matcher(escaped)
                .replaceAll(mark -> reference(mark.group().charAt(0)));
    }

    /** A mark that turns the direction of the text is visible in the source. */
    private static String reference(char mark) {
        return String.format(Locale.ROOT, "&#x%X;", (int) mark);
    }

    /** Asterisks hold words only between a letter and a letter: beside other marks they would show themselves. */
    private static String strong(String escaped) {
        if (escaped.isBlank()) {
            return escaped;
        }
        return WORD_TO_WORD.matcher(escaped).matches() ? "**" + escaped + "**" : "<strong>" + escaped + "</strong>";
    }

    /** A span of code has no escapes: what backticks cannot hold in every place stands in a tag. */
    private static String code(String words) {
        String line = oneLine(words);
        if (line.isBlank()) {
            return line;
        }
        return SIMPLE_CODE.matcher(line).matches() ? "`" + line + "`" : "<code>" + plain(line) + "</code>";
    }

    private static String oneLine(String words) {
        return SPACE.matcher(words).replaceAll(" ");
    }
}
