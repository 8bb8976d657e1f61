package org.privacyrules.jdbc.disposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One class owns the statements that delete or change a host's rows; every other statement that does names one of our own tables. */
class DestructiveStatementsTest {

    private static final Path MAIN = Path.of("src", "main", "java");
    private static final String OWNER = "ChunkStatements.java";

    /** A piece of SQL that begins with, or contains, a statement that changes rows, with what follows in the same piece. */
    private static final Pattern DESTRUCTIVE = Pattern.compile(
            "(?:\"|\\b(?:then|begin|;)\\s+)\\s*(delete\\s+from|update|truncate(?:\\s+table)?|merge\\s+into|replace\\s+into)\\b(?!:)\\s*([^\"]*)");

    private static boolean isHosts(String rest) {
        return !rest.startsWith("privacy_")
                && !rest.startsWith("set ")
                && !rest.startsWith("it")
                // A right by its name, and our own tables by their rights.
                && !rest.startsWith("%s set ");
    }

    private static List<String> destructive(String source) {
        return DESTRUCTIVE
                .matcher(source.toLowerCase(Locale.ROOT))
                .results()
                .filter(match -> isHosts(match.group(2)))
                .filter(match ->
                        !(match.group(1).equals("update") && match.group(2).isEmpty() && isAWord(source, match.end())))
                .map(match -> match.group().strip())
                .toList();
    }

    /** The word alone, such as the name of a right, and no statement that goes on behind it. */
    private static boolean isAWord(String source, int end) {
        return !source.substring(end).replaceFirst("^\"?\\s*", "").startsWith("+")
                && !source.substring(0, end).endsWith(" ");
    }

    private static List<Path> offenders() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !destructive(read(file)).isEmpty())
                    .map(Path::getFileName)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void one_class_owns_the_statements_that_destroy_rows_of_a_host() throws IOException {
        assertEquals(List.of(Path.of(OWNER)), offenders());
    }

    @Test
    void another_one_is_found() {
        for (String planted : List.of(
                "connection.prepareStatement(\"delete from \" + table.sql() + \" where id = ?\")",
                "Sql.of(\"update \" + target.table().sql() + \" set x = null\")",
                "String sql = \"truncate table \" + name;",
                "sql.add(\"merge into \" + table)",
                "\"DELETE FROM %s\".formatted(table)",
                "\"update %s t set x = 1\"")) {
            assertTrue(!destructive(planted).isEmpty(), planted);
        }
        assertEquals(List.of(), destructive("\"update privacy_gate set epoch = 1\""));
        assertEquals(List.of(), destructive("List.of(\"insert\", \"update\", \"delete\")"));
    }
}
