package org.privacyrules.report;

import java.util.Locale;

/**
 * Draws bars. Lengths are parts of the width, and words keep their size: the picture fits a telephone as it fits a screen, without a
 * script. A screen reader is told the caption alone, because a table says the rest.
 */
final class BarChart {

    private static final int ROW = 30;
    private static final int BAR = 18;
    private static final int LETTERS = 14;

    /** Where bars begin, and how much the longest takes: the rest is for what stands before and behind. In hundredths of the width. */
    private static final double LEFT = 26;

    private static final double WIDEST = 50;
    private static final double NARROWEST = 0.4;

    private final Flow.Chart chart;
    private final String id;
    private final Markup out = new Markup();

    BarChart(Flow.Chart chart, String id) {
        this.chart = chart;
        this.id = id;
    }

    String svg() {
        int legend = 2;
        int height = (legend + chart.bars().size()) * ROW;
        out.open("figure").line();
        out.open("figcaption", "id", id);
        out.text(chart.caption().words()).close("figcaption").line();
        out.open("svg", "role", "img", "aria-labelledby", id, "width", "100%", "height", Integer.toString(height))
                .line();
        explained(0, "first", chart.first());
        explained(1, "second", chart.second());
        for (int i = 0; i < chart.bars().size(); i++) {
            bar((legend + i) * ROW, chart.bars().get(i));
        }
        String from = Integer.toString(legend * ROW);
        out.single("line", "class", "axis", "x1", part(LEFT), "x2", part(LEFT), "y1", from, "y2", "100%");
        out.line();
        out.close("svg").line();
        out.close("figure").line();
        return out.toString();
    }

    private void explained(int row, String kind, String words) {
        out.single(
                "rect", "class", kind, "x", "1", "y", Integer.toString(row * ROW + 1), "width", "24", "height", "16");
        text(row * ROW, "34", "start", words);
    }

    private void bar(int top, Flow.Bar bar) {
        text(top, part(LEFT - 2), "end", bar.label());
        double first = length(bar.first());
        double second = length(bar.second());
        rect(top, LEFT, first, "first");
        rect(top, LEFT + first, second, "second");
        text(top, part(LEFT + first + second + 1.5), "start", bar.words());
    }

    private double length(long value) {
        return value == 0 ? 0 : Math.max(NARROWEST, WIDEST * value / chart.longest());
    }

    private void rect(int top, double left, double width, String kind) {
        if (width > 0) {
            out.single(
                    "rect",
                    "class",
                    kind,
                    "x",
                    part(left),
                    "y",
                    Integer.toString(top),
                    "width",
                    part(width),
                    "height",
                    Integer.toString(BAR));
            out.line();
        }
    }

    private void text(int top, String left, String anchor, String words) {
        out.open("text", "x", left, "y", Integer.toString(top + LETTERS), "text-anchor", anchor);
        out.text(words).close("text").line();
    }

    private static String part(double hundredths) {
        return String.format(Locale.ROOT, "%.2f%%", hundredths);
    }
}
