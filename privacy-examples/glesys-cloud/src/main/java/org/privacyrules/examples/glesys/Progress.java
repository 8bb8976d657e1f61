package org.privacyrules.examples.glesys;

import java.io.PrintStream;
import java.util.Locale;

/** How far long work has come. A terminal sees a bar that grows; a log gets a line for each quarter. */
final class Progress implements AutoCloseable {

    private static final int BAR = 40;

    private final PrintStream out;
    private final boolean redraws;
    private final String what;
    private final long total;
    private final long startedAt = System.nanoTime();
    private long done;
    private long shown;

    Progress(PrintStream out, boolean redraws, String what, long total) {
        this.out = out;
        this.redraws = redraws;
        this.what = what;
        this.total = Math.max(1, total);
    }

    void step() {
        done++;
        long share = done * (redraws ? 100 : 4) / total;
        if (share > shown) {
            shown = share;
            show();
        }
    }

    private void show() {
        if (redraws) {
            int filled = (int) (BAR * Math.min(done, total) / total);
            out.print("\r  " + what + " " + "█".repeat(filled) + "░".repeat(BAR - filled) + " " + percent());
            out.flush();
        } else if (done < total) {
            out.println("  " + what + ": " + percent());
        }
    }

    private String percent() {
        return String.format(Locale.ROOT, "%3d %%", Math.min(100, done * 100 / total));
    }

    @Override
    public void close() {
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        out.println((redraws ? "\r" : "")
                + String.format(Locale.ROOT, "  %s: %,d in %.1f s", what, done, seconds)
                + " ".repeat(redraws ? BAR : 0));
    }
}
