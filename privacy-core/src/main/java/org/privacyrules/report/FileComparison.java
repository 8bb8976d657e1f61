package org.privacyrules.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What differs between a file and what it should hold, for people. */
final class FileComparison {

    private static final int SHOWN = 160;

    private FileComparison() {}

    /** The first line that differs; how lines end does not count. */
    static Optional<String> difference(Path file, String expected) throws IOException {
        if (!Files.exists(file)) {
            return Optional.of(file + " is missing");
        }
        List<String> is = lines(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        List<String> should = lines(expected);
        if (is.equals(should)) {
            return Optional.empty();
        }
        int line = 0;
        while (line < is.size() && line < should.size() && is.get(line).equals(should.get(line))) {
            line++;
        }
        String found = line(is, line);
        String wanted = line(should, line);
        int start = shownFrom(found, wanted);
        return Optional.of(file + " differs in line " + (line + 1) + ": it says " + shown(found, start)
                + ", the policy says " + shown(wanted, start));
    }

    private static List<String> lines(String text) {
        return List.of(PlainText.of(text).split("\n", -1));
    }

    private static String line(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index).strip() : "";
    }

    /** A little before the first character that differs. */
    private static int shownFrom(String found, String wanted) {
        int same = 0;
        while (same < Math.min(found.length(), wanted.length()) && found.charAt(same) == wanted.charAt(same)) {
            same++;
        }
        return Math.max(0, same - SHOWN / 4);
    }

    private static String shown(String line, int start) {
        if (line.length() <= start) {
            return line.isEmpty() ? "nothing" : "no more";
        }
        int end = Math.min(line.length(), start + SHOWN);
        return "\"" + (start > 0 ? "…" : "") + line.substring(start, end) + (end < line.length() ? "…" : "") + "\"";
    }

    static List<String> leftOver(Path directory, String pattern, Set<String> current) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<String> leftOver = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, pattern)) {
            for (Path file : files) {
                if (!current.contains(String.valueOf(file.getFileName()))) {
                    leftOver.add(file + " is of no language of the policy: delete it");
                }
            }
        }
        leftOver.sort(null);
        return leftOver;
    }
}
