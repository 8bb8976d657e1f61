package org.privacyrules.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table for a spreadsheet, after RFC 4180: a header, commas, CRLF after every line. To be written as UTF-8. A cell that a
 * spreadsheet could take for a formula gets an apostrophe before it, as OWASP advises, also where a spreadsheet that
 * splits at semicolons or tabs would find one.
 */
final class CsvTable {

    private static final String LINE_END = "\r\n";

    private static final String UNSEEN = "[ \\f\\x0B\\p{Z}\\p{Cf}\"]*";

    /** Where a cell could begin, with the plain and the full-width signs after which it would be computed. */
    private static final Pattern FORMULA = Pattern.compile(
            "(?:\\A|(?<=[;\\t\\r\\n]))(?=" + UNSEEN + "[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])|\\A(?=[\\t\\r\\n])");

    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",;\\t\\r\\n]|^\\s|\\s$");

    private final int width;
    private final List<String> lines = new ArrayList<>();

    CsvTable(List<String> header) {
        width = header.size();
        row(header);
    }

    CsvTable row(List<String> cells) {
        if (width == 0 || cells.size() != width) {
            throw new IllegalArgumentException("a row has as many cells as the table's header, and at least one");
        }
        lines.add(cells.stream().map(CsvTable::cell).collect(Collectors.joining(",", "", LINE_END)));
        return this;
    }

    String text() {
        return String.join("", lines);
    }

    private static String cell(String text) {
        String inert = inert(text);
        return NEEDS_QUOTES.matcher(inert).find() ? "\"" + inert.replace("\"", "\"\"") + "\"" : inert;
    }

    /** What a spreadsheet shows for this text: itself, or itself after an apostrophe. */
    static String inert(String text) {
        return FORMULA.matcher(PlainText.legible(text)).replaceAll("'");
    }
}
