package org.privacyrules.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/writing-a-policy.md shows a policy that is one, and names every finding. */
class PolicyGuideTest {

    private static final Path GUIDE = Path.of("../docs/writing-a-policy.md");
    private static final Path SOURCES = Path.of("src/main/java/org/privacyrules");
    private static final Set<String> NO_FINDINGS = Set.of("INVALID_POLICY", "NO_POLICY_IN_FORCE", "INVALID_INPUT");

    @Test
    void the_policy_that_is_shown_has_no_finding() throws IOException {
        List<String> shown =
                matches("```yaml\n(.*?)```", Files.readString(GUIDE)).toList();
        assertEquals(1, shown.size());
        assertEquals(List.of(), PolicyDocument.readYaml(shown.get(0)).findings());
    }

    @Test
    void every_finding_is_named_and_no_other() throws IOException {
        Set<String> named = new TreeSet<>();
        matches("(?m)^\\| (`[A-Z][^|]*) \\|", Files.readString(GUIDE))
                .flatMap(cell -> matches("`([A-Z_]+)`", cell))
                .forEach(named::add);
        Set<String> used = new TreeSet<>(Set.of("UNKNOWN_SUBJECT_KIND"));
        for (String folder : List.of("policy", "document")) {
            try (Stream<Path> files = Files.list(SOURCES.resolve(folder))) {
                for (Path file : files.toList()) {
                    matches("\"([A-Z][A-Z_]{6,}[A-Z])\"", Files.readString(file))
                            .forEach(used::add);
                }
            }
        }
        used.removeAll(NO_FINDINGS);
        assertEquals(used, named);
    }

    private static Stream<String> matches(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1));
    }
}
