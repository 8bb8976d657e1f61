package org.privacyrules.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Renders a page as GitHub flavoured Markdown. The same page gives the same text. */
final class MarkdownPage {

    private static final int DEEPEST = 6;
    private static final String ITEM = "- ";
    private static final String END_OF_LIST = "<!-- -->";
    private static final Pattern INDENT = Pattern.compile("^(?=.)", Pattern.MULTILINE | Pattern.UNIX_LINES);

    private MarkdownPage() {}

    static String of(Page page) {
        List<String> blocks = new ArrayList<>();
        blocks.add("# " + MarkdownText.line(Phrase.of(page.title())));
        blocks.add(MarkdownText.line(page.lead()));
        blocks.add(contents(page));
        int level = 1;
        for (Block block : page.blocks()) {
            if (block instanceof Block.Heading heading) {
                level = heading.level();
                blocks.add(heading(heading));
            } else {
                blocks.add(flow((Flow) block, level));
            }
        }
        if (!page.footer().isBlank()) {
            blocks.add("---");
            blocks.add(MarkdownText.line(page.footer()));
        }
        return joined(blocks) + "\n";
    }

    private static String contents(Page page) {
        return page.contents().stream()
                .map(heading -> Phrase.of(new Inline.Link(heading.words().words(), "#" + heading.anchor())))
                .map(link -> ITEM + MarkdownText.line(link))
                .collect(Collectors.joining("\n"));
    }

    private static String heading(Block.Heading heading) {
        return marks(heading.level()) + "<a id=\"" + heading.anchor() + "\"></a>" + MarkdownText.line(heading.words());
    }

    private static String marks(int level) {
        return "#".repeat(Math.min(level, DEEPEST)) + " ";
    }

    private static String flow(Flow flow, int level) {
        if (flow instanceof Flow.Paragraph paragraph) {
            return MarkdownText.line(paragraph.words());
        } else if (flow instanceof Flow.Bullets bullets) {
            return bullets.items().stream()
                    .map(item -> ITEM + MarkdownText.line(item))
                    .collect(Collectors.joining("\n"));
        } else if (flow instanceof Flow.Definitions definitions) {
            return definitions.entries().stream()
                    .map(entry -> definition(entry, level))
                    .collect(Collectors.joining("\n"));
        } else if (flow instanceof Flow.Table table) {
            return table(table);
        } else if (flow instanceof Flow.Chart chart) {
            return chart.bars().stream()
                    .map(bar -> ITEM + MarkdownText.line(Phrase.of(bar.label() + ": " + bar.words())))
                    .collect(Collectors.joining("\n"));
        }
        Flow.Layer layer = (Flow.Layer) flow;
        return joined(List.of(marks(level + 1) + MarkdownText.line(layer.summary()), flows(layer.more(), level + 1)));
    }

    private static String flows(List<Flow> flows, int level) {
        return joined(flows.stream().map(flow -> flow(flow, level)).toList());
    }

    private static String definition(Flow.Definition entry, int level) {
        String term = ITEM + MarkdownText.strongLine(entry.term());
        String meaning = flows(entry.meaning(), level);
        if (meaning.isEmpty()) {
            return term;
        }
        boolean oneLine = entry.meaning().size() == 1 && entry.meaning().get(0) instanceof Flow.Paragraph;
        return oneLine
                ? term + ": " + meaning
                : term + "\n\n" + INDENT.matcher(meaning).replaceAll("  ");
    }

    private static String table(Flow.Table table) {
        List<String> lines = new ArrayList<>();
        lines.add(row(table.header().stream().map(MarkdownText::line).toList()));
        lines.add(row(Collections.nCopies(table.header().size(), "---")));
        table.rows().forEach(row -> lines.add(row(cells(row, table.rowHeaders()))));
        return joined(List.of(MarkdownText.strongLine(table.caption()), String.join("\n", lines)));
    }

    private static List<String> cells(List<Phrase> row, boolean rowHeaders) {
        List<String> cells =
                new ArrayList<>(row.stream().map(MarkdownText::line).toList());
        if (rowHeaders) {
            cells.set(0, MarkdownText.strongLine(row.get(0)));
        }
        return cells;
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    /** Blocks with an empty line between them; two lists would otherwise become one. */
    private static String joined(List<String> blocks) {
        List<String> apart = new ArrayList<>();
        for (String block : blocks) {
            if (block.isEmpty()) {
                continue;
            }
            if (block.startsWith(ITEM)
                    && !apart.isEmpty()
                    && apart.get(apart.size() - 1).startsWith(ITEM)) {
                apart.add(END_OF_LIST);
            }
            apart.add(block);
        }
        return String.join("\n\n", apart);
    }
}
