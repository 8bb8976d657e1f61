package org.privacyrules.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README shows code that compiles, and what it prints. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Path SOURCE = Path.of("src/test/java/org/privacyrules/documentation/Start.java");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(#[^)]*)?\\)");

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    private static String block(String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(readme());
        assertTrue(block.find(), "the README has a block of " + language);
        return block.group(1);
    }

    @Test
    void the_start_is_the_code_that_is_compiled_here() throws IOException {
        String source = Files.readString(SOURCE);
        String shown = source.substring(
                source.indexOf("// README: begin\n") + "// README: begin\n".length(),
                source.indexOf("        // README: end"));
        assertEquals(
                shown.stripTrailing().stripIndent() + "\n", block("java").replace("System.out.println", "out.println"));
    }

    @Test
    void the_start_prints_what_the_readme_says() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Start.run(new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertEquals(withoutTimes(block("text")), withoutTimes(printed.toString(StandardCharsets.UTF_8)));
    }

    private static String withoutTimes(String text) {
        return text.replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "<time>");
    }

    @Test
    void the_first_two_command_lines_run_the_main_job_and_all_tests() throws IOException {
        List<String> commands = readme().lines()
                .filter(line -> line.startsWith("./mvnw"))
                .limit(2)
                .toList();
        assertEquals(List.of("./mvnw -q -Dtour process-classes", "./mvnw -q verify"), commands);
    }

    @Test
    void links_between_documents_lead_somewhere() throws IOException {
        try (Stream<Path> documents = Files.walk(ROOT.resolve("docs"))) {
            List<Path> all = Stream.concat(
                            documents.filter(file -> file.toString().endsWith(".md")),
                            Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
                                    .map(ROOT::resolve))
                    .toList();
            for (Path document : all) {
                Matcher link = LINK.matcher(Files.readString(document));
                while (link.find()) {
                    Path target = document.resolveSibling(link.group(1));
                    assertTrue(Files.exists(target), document + " links to " + link.group(1));
                }
            }
        }
    }
}
