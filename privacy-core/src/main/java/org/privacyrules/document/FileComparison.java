package org.privacyrules.document;

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
        return Optional.of(file + " differs in line " + (line + 1) + ": it says " + shown(is, line)
                + ", the policy says " + shown(should, line));
    }

    private static List<String> lines(String text) {
        return List.of(PlainText.of(text).split("\n", -1));
    }

    private static String shown(List<String> lines, int index) {
        if (index >= lines.size()) {
            return "nothing";
        }
        String line = lines.get(index).strip();
        return "\"" + (line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line) + "\"";
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
