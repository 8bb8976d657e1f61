package org.privacyrules.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main class that a build calls. */
class WriteDocumentsTest {

    private static final Path GUIDE = Path.of("../docs/writing-a-policy.md");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return WriteDocuments.run(List.of(arguments), new PrintStream(out, true), new PrintStream(err, true));
    }

    private String policy() throws IOException {
        String guide = Files.readString(GUIDE);
        int start = guide.indexOf("```yaml\n") + "```yaml\n".length();
        Path file = folder.resolve("policy.yaml");
        return Files.writeString(file, guide.substring(start, guide.indexOf("```", start)))
                .toString();
    }

    @Test
    void it_writes_and_then_finds_nothing_to_write_until_the_policy_changes() throws IOException {
        String policy = policy();
        String documents = folder.resolve("documents").toString();
        assertEquals(1, run(policy, documents, "--check"));
        assertEquals(0, run(policy, documents));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("privacy-notice.sv.html"));
        assertEquals(0, run(policy, documents, "--check"));
        out.reset();
        assertEquals(0, run(policy, documents));
        assertEquals(1, out.toString(StandardCharsets.UTF_8).lines().count(), "nothing is written twice");
        Files.writeString(Path.of(policy), Files.readString(Path.of(policy)).replace("P7Y]", "P8Y]"));
        err.reset();
        assertEquals(1, run(policy, documents, "--check"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("deletion-concept"));
    }

    @Test
    void it_says_what_is_wrong_with_the_policy_or_the_call() throws IOException {
        assertEquals(2, run("policy.yaml"));
        assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("usage:"));
        err.reset();
        String policy = policy();
        Files.writeString(Path.of(policy), Files.readString(Path.of(policy)).replace("basis:", "bases:"));
        assertEquals(2, run(policy, folder.toString()));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("did you mean \"basis\"?"));
        assertEquals(2, run(folder.resolve("nowhere.yaml").toString(), folder.toString()));
    }
}
