package org.privacyrules.benchmarks.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Ratios first, then the statements of both sides. */
final class Report {

    private final String title;
    private final String other;
    private final Consumer<String> progress;
    private final List<String> ground = new ArrayList<>();
    private final List<String[]> lines = new ArrayList<>();
    private final Map<String, String> statements = new LinkedHashMap<>();

    /** The other side has a name; each line is told as soon as it is measured. */
    Report(String title, String other, Consumer<String> progress) {
        this.title = title;
        this.other = other;
        this.progress = progress;
    }

    void ground(String said) {
        ground.add(said);
        progress.accept(said);
    }

    /** Rates: more is better. */
    void rates(String what, String unit, Rounds rounds, String plain, String library, Goal goal) {
        line(
                what,
                number("%,.0f ", rounds.median(plain, Speed::perSecond)) + unit + "/s",
                number("%,.0f ", rounds.median(library, Speed::perSecond)) + unit + "/s",
                rounds.ratios(library, plain, Speed::perSecond),
                goal);
    }

    /** Median times of a call: less is better. */
    void times(String what, Rounds rounds, String plain, String library, Goal goal) {
        line(
                what,
                micros(rounds.median(plain, Speed::medianNanos)),
                micros(rounds.median(library, Speed::medianNanos)),
                rounds.ratios(library, plain, Speed::medianNanos),
                goal);
    }

    void line(String what, String plain, String library, List<Double> ratios, Goal goal) {
        List<Double> sorted = ratios.stream().sorted().toList();
        double median = Speed.median(ratios);
        String[] line = {
            what,
            number("%.2f", median)
                    + number(" (%.2f", sorted.get(0))
                    + number(" to %.2f)", sorted.get(sorted.size() - 1)),
            goal.toString(),
            goal.reachedBy(median),
            plain,
            library
        };
        lines.add(line);
        progress.accept(String.join(" | ", line));
    }

    /** The first text of a name stays; long lists are cut. */
    void statements(String of, String text) {
        statements.putIfAbsent(of, text.replaceAll("(\\?, ){50,}\\?", "?, ... ?"));
    }

    static String micros(double nanos) {
        return number("%,.1f us", nanos / 1_000);
    }

    static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    String table() {
        StringBuilder table = new StringBuilder();
        row(table, "What", "Library to " + other, "Goal", "Reached", other, "Library");
        row(table, "---", "---", "---", "---", "---", "---");
        lines.forEach(line -> row(table, line));
        return table.toString();
    }

    private static void row(StringBuilder table, String... cells) {
        table.append(String.format(Locale.ROOT, "| %-72s | %-20s | %-7s | %-7s | %17s | %17s |%n", (Object[]) cells));
    }

    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder("# ").append(title).append("\n\n");
        ground.forEach(said -> text.append("- ").append(said).append('\n'));
        text.append('\n').append(table()).append("\nThe ratio is the median of the rounds (lowest to highest).\n");
        statements.forEach((of, sql) -> text.append("\n## ")
                .append(of)
                .append("\n\n```sql\n")
                .append(sql.strip())
                .append("\n```\n"));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }
}
