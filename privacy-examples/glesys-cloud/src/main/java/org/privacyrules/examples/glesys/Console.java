package org.privacyrules.examples.glesys;

import java.io.PrintStream;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The tour's voice: chapters, text, tables and progress, at most {@value #WIDTH} columns wide. */
final class Console {

    private static final int WIDTH = 118;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private final PrintStream out;
    private final boolean redraws;
    private Block last = Block.HEADING;

    /** What was printed last: blocks are set apart by an empty line. */
    private enum Block {
        HEADING,
        TEXT,
        TABLE,
        QUOTES,
        CLAIMS,
        PROGRESS
    }

    private Console(PrintStream out, boolean redraws) {
        this.out = out;
        this.redraws = redraws;
    }

    /** Shows progress in place, which needs a terminal. */
    static Console ofTerminal(PrintStream out) {
        return new Console(out, true);
    }

    /** Only ever adds lines, so that a file or a build's log stays readable. */
    static Console ofLog(PrintStream out) {
        return new Console(out, false);
    }

    void chapter(int number, String title, LocalDateTime time) {
        String left = number + "  " + title;
        String right = MOMENT.format(time);
        heading(left + " ".repeat(Math.max(2, WIDTH - left.length() - right.length())) + right);
    }

    void heading(String heading) {
        out.println();
        out.println("━".repeat(WIDTH));
        out.println(heading);
        out.println("━".repeat(WIDTH));
        out.println();
        last = Block.HEADING;
    }

    void text(String sentences) {
        begin(Block.TEXT);
        wrapped(sentences, "", "");
    }

    /** What the library says, in its own words. */
    void quote(String words) {
        begin(Block.QUOTES);
        words.lines().forEach(line -> wrapped(line.strip(), "  » ", "    "));
    }

    void claim(String claim) {
        begin(Block.CLAIMS);
        wrapped(claim, "  ", "         ");
    }

    void table(Table table) {
        begin(Block.TABLE);
        table.lines().forEach(line -> out.println("  " + line));
    }

    Progress progress(String what, long total) {
        begin(Block.PROGRESS);
        return new Progress(out, redraws, what, total);
    }

    private void begin(Block block) {
        boolean continues = block == last && block != Block.TEXT && block != Block.TABLE;
        if (!continues && last != Block.HEADING) {
            out.println();
        }
        last = block;
    }

    private void wrapped(String words, String first, String others) {
        StringBuilder line = new StringBuilder(first);
        String separator = "";
        for (String word : words.split(" ", -1)) {
            if (line.length() + separator.length() + word.length() > WIDTH) {
                out.println(line);
                line = new StringBuilder(others);
                separator = "";
            }
            line.append(separator).append(word);
            separator = " ";
        }
        out.println(line);
    }
}
