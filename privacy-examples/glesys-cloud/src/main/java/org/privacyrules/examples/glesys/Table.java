package org.privacyrules.examples.glesys;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows under headings, in columns as wide as their widest cell. Columns of numbers are aligned to the right. */
final class Table {

    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9,. %]*");
    private static final String GAP = "   ";

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    private Table(List<String> headings) {
        this.headings = headings;
    }

    static Table of(String... headings) {
        return new Table(List.of(headings));
    }

    Table row(Object... cells) {
        if (cells.length != headings.size()) {
            throw new IllegalArgumentException("a row needs " + headings.size() + " cells");
        }
        rows.add(IntStream.range(0, cells.length).mapToObj(i -> cell(cells[i])).toList());
        return this;
    }

    private static String cell(Object value) {
        return value instanceof Number number
                ? String.format(Locale.ROOT, "%,d", number.longValue())
                : value.toString();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line(headings));
        lines.add(IntStream.range(0, headings.size())
                .mapToObj(column -> "─".repeat(width(column)))
                .collect(Collectors.joining(GAP)));
        rows.forEach(row -> lines.add(line(row)));
        return lines;
    }

    private String line(List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> padded(cells.get(column), column))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private String padded(String cell, int column) {
        String padding = " ".repeat(width(column) - cell.length());
        return isNumeric(column) ? padding + cell : cell + padding;
    }

    private int width(int column) {
        int widest =
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        return Math.max(widest, headings.get(column).length());
    }

    private boolean isNumeric(int column) {
        return rows.stream().allMatch(row -> NUMBER.matcher(row.get(column)).matches());
    }
}
