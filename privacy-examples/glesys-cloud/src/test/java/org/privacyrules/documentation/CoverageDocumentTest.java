package org.privacyrules.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/coverage.md says what the tests say. */
class CoverageDocumentTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Path DOCUMENT = ROOT.resolve("docs/coverage.md");
    private static final List<Path> TEST_CLASSES = Stream.of(
                    "privacy-core", "privacy-jdbc", "privacy-examples/glesys-cloud")
            .map(module -> ROOT.resolve(module).resolve("target/test-classes"))
            .toList();

    private static Map<String, String> missionRows() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        try (InputStream tsv = Objects.requireNonNull(CoverageDocumentTest.class.getResourceAsStream("mission.tsv"))) {
            new String(tsv.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                String[] cells = line.split("\t", 2);
                rows.put(cells[0], cells[1]);
            });
        }
        return rows;
    }

    @Test
    void the_document_is_up_to_date() throws IOException {
        String expected = new CoverageDocument(missionRows(), TEST_CLASSES).text();
        if ("write".equals(System.getProperty("coverage"))) {
            Files.writeString(DOCUMENT, expected);
        }
        assertEquals(
                expected,
                Files.readString(DOCUMENT),
                "docs/coverage.md is stale or was edited: run ./mvnw -q verify -Dcoverage=write and commit it");
    }

    @Test
    void every_module_has_marked_tests() throws IOException {
        String text = new CoverageDocument(missionRows(), TEST_CLASSES).text();
        for (String suite : List.of("`DecisionsTest`", "`ConsentStoreContract`", "`TourTest`")) {
            assertTrue(text.contains(suite), suite);
        }
    }
}
