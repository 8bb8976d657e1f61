package org.privacyrules.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Renders a page as one HTML file that loads nothing and runs nothing, which its own Content-Security-Policy enforces. The
 * same page gives the same bytes in UTF-8.
 */
final class HtmlPage {

    private static final String MAIN = "main_content";
    private static final String CONTENTS = "page_contents";
    private static final String CAPTION = "table_";
    private static final String CHART = "chart_";

    /** Embeddings, overrides and isolates, which would turn the words after them too. */
    private static final Pattern DIRECTION = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");

    private final Page page;
    private final Markup out = new Markup();
    private int tables;
    private int charts;

    private HtmlPage(Page page) {
        this.page = page;
    }

    static String of(Page page) {
        HtmlPage html = new HtmlPage(page);
        html.document();
        return html.out.toString();
    }

    private void document() {
        out.own("<!DOCTYPE html>").line();
        out.open("html", "lang", page.language().tag()).line();
        head();
        body();
        out.close("html").line();
    }

    private void head() {
        out.open("head").line();
        out.single("meta", "charset", "utf-8").line();
        meta("http-equiv", "Content-Security-Policy", PageStyle.CONTENT_SECURITY_POLICY);
        meta("name", "viewport", "width=device-width, initial-scale=1");
        meta("name", "color-scheme", "light dark");
        meta("name", "referrer", "no-referrer");
        out.open("title").text(page.title()).close("title").line();
        out.open("style").own(PageStyle.CSS).close("style").line();
        out.close("head").line();
    }

    private void meta(String kind, String name, String content) {
        out.single("meta", kind, name, "content", content).line();
    }

    private void body() {
        out.open("body").line();
        out.open("a", "class", "skip", "href", "#" + MAIN);
        out.text(page.language().skip()).close("a").line();
        header();
        List<Block.Heading> contents = page.contents();
        out.open("div", "class", contents.isEmpty() ? "column" : "columns").line();
        contents(contents);
        out.open("main", "id", MAIN, "tabindex", "-1").line();
        page.blocks().forEach(this::block);
        out.close("main").line();
        out.close("div").line();
        footer();
        out.close("body").line();
    }

    private void header() {
        out.open("header").line();
        out.open("h1").text(page.title()).close("h1").line();
        if (!page.lead().isBlank()) {
            out.open("p", "class", "lead");
            phrase(page.lead());
            out.close("p").line();
        }
        out.close("header").line();
    }

    private void contents(List<Block.Heading> headings) {
        if (headings.isEmpty()) {
            return;
        }
        out.open("nav", "aria-labelledby", CONTENTS).line();
        out.open("h2", "id", CONTENTS);
        out.text(page.language().contents()).close("h2").line();
        out.open("ul").line();
        for (Block.Heading heading : headings) {
            out.open("li").open("a", "href", "#" + heading.anchor());
            words(heading.words().words());
            out.close("a").close("li").line();
        }
        out.close("ul").line();
        out.close("nav").line();
    }

    private void footer() {
        if (!page.footer().isBlank()) {
            out.open("footer").line();
            paragraph(page.footer());
            out.close("footer").line();
        }
    }

    private void block(Block block) {
        if (block instanceof Block.Heading heading) {
            String name = "h" + heading.level();
            out.open(name, "id", heading.anchor());
            phrase(heading.words());
            out.close(name).line();
        } else {
            flow((Flow) block);
        }
    }

    private void flow(Flow flow) {
        if (flow instanceof Flow.Paragraph paragraph) {
            paragraph(paragraph.words());
        } else if (flow instanceof Flow.Bullets bullets) {
            bullets(bullets);
        } else if (flow instanceof Flow.Definitions definitions) {
            definitions(definitions);
        } else if (flow instanceof Flow.Table table) {
            table(table);
        } else if (flow instanceof Flow.Chart chart) {
            chart(chart);
        } else {
            layer((Flow.Layer) flow);
        }
    }

    private void paragraph(Phrase words) {
        if (!words.isBlank()) {
            element("p", words);
        }
    }

    private void bullets(Flow.Bullets bullets) {
        out.open("ul").line();
        bullets.items().forEach(item -> element("li", item));
        out.close("ul").line();
    }

    private void definitions(Flow.Definitions definitions) {
        out.open("dl").line();
        for (Flow.Definition entry : definitions.entries()) {
            out.open("div").line();
            element("dt", entry.term());
            out.open("dd").line();
            entry.meaning().forEach(this::flow);
            out.close("dd").line();
            out.close("div").line();
        }
        out.close("dl").line();
    }

    private void table(Flow.Table table) {
        String caption = CAPTION + ++tables;
        out.open("div", "class", "table", "role", "region", "aria-labelledby", caption, "tabindex", "0")
                .line();
        if (table.numbers().isEmpty()) {
            out.open("table").line();
        } else {
            out.open("table", "class", "counts").line();
        }
        out.open("caption").open("span", "id", caption);
        phrase(table.caption());
        out.close("span").close("caption").line();
        out.open("thead").line().open("tr").line();
        for (int column = 0; column < table.header().size(); column++) {
            cell("th", table, table.header().get(column), column, "scope", "col");
        }
        out.close("tr").line().close("thead").line();
        out.open("tbody").line();
        table.rows().forEach(row -> row(row, table));
        out.close("tbody").line();
        out.close("table").line();
        out.close("div").line();
    }

    private void row(List<Phrase> cells, Flow.Table table) {
        out.open("tr").line();
        for (int column = 0; column < cells.size(); column++) {
            if (column == 0 && table.rowHeaders()) {
                cell("th", table, cells.get(0), 0, "scope", "row");
            } else {
                cell("td", table, cells.get(column), column);
            }
        }
        out.close("tr").line();
    }

    private void cell(String name, Flow.Table table, Phrase words, int column, String... attributes) {
        List<String> all = new ArrayList<>(List.of(attributes));
        if (table.numbers().contains(column)) {
            all.addAll(List.of("class", "number"));
        }
        element(name, words, all.toArray(String[]::new));
    }

    private void chart(Flow.Chart chart) {
        out.own(new BarChart(chart, CHART + ++charts).svg());
    }

    private void layer(Flow.Layer layer) {
        out.open("details").line();
        element("summary", layer.summary());
        out.open("div").line();
        layer.more().forEach(this::flow);
        out.close("div").line();
        out.close("details").line();
    }

    private void element(String name, Phrase words, String... attributes) {
        out.open(name, attributes);
        phrase(words);
        out.close(name).line();
    }

    private void phrase(Phrase phrase) {
        phrase.parts().forEach(this::part);
    }

    private void part(Inline part) {
        if (part instanceof Inline.Text text) {
            words(text.words());
        } else if (part instanceof Inline.Strong strong) {
            out.open("strong");
            words(strong.words());
            out.close("strong");
        } else if (part instanceof Inline.Code code) {
            out.open("code");
            words(code.words());
            out.close("code");
        } else if (part instanceof Inline.Link link) {
            link(link);
        } else {
            out.single("br");
        }
    }

    private void link(Inline.Link link) {
        if (link.isBare()) {
            out.open("a", "class", "bare", "href", link.target());
        } else {
            out.open("a", "href", link.target());
        }
        words(link.words());
        out.close("a");
    }

    private void words(String words) {
        if (DIRECTION.matcher(words).find()) {
            out.open("bdi").text(words).close("bdi");
        } else {
            out.text(words);
        }
    }
}
