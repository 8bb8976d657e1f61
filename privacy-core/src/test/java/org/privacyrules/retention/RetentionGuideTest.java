package org.privacyrules.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.privacyrules.PrivacyRules;
import org.privacyrules.subject.SubjectId;

/** The guide shows code that is run and lines that are printed. */
class RetentionGuideTest {

    private static final Path GUIDE = Path.of("../docs/retention.md");
    private static final Path SOURCE = Path.of("src/test/java/org/privacyrules/retention/RetentionGuideTest.java");

    private final RetentionScene scene = RetentionScene.ofTheShop();

    private record Answers(String line, Optional<Instant> due, String explanation, List<Keeping> then) {}

    private static Answers shown(PrivacyRules privacy, SubjectId subject, LocalDate issuedOn, Instant lastMonth) {
        // guide: begin
        SubjectRetention person =
                privacy.retention().of(subject); // two reads: what is known of the person, and the holds
        String line = person.of("contact").line(); // in one line
        Optional<Instant> due = // one invoice, by the day in your own row
                person.of("contact", Map.of("invoice-issued", issuedOn)).dueFrom();
        String everything = person.of("contact").explanation(); // every purpose, hold and event, for an officer
        List<Keeping> then = privacy.retention().asOf(subject, lastMonth).all(); // what would have been answered then
        // guide: end
        return new Answers(line, due, everything, then);
    }

    @Test
    void the_code_of_the_guide_runs() {
        Instant lastMonth = scene.clock.instant();
        scene.now("2024-04-01");
        Answers answers = shown(scene.rules, scene.alice, LocalDate.of(2024, 1, 31), lastMonth);
        assertEquals(
                answers.line(),
                answers.explanation().lines().findFirst().orElseThrow().split(": ", 2)[1]);
        assertEquals(Optional.empty(), answers.due());
        assertEquals(4, answers.then().size());
    }

    @Test
    void the_guide_shows_the_code_that_is_run_here() throws IOException {
        String code = part(Files.readString(SOURCE), "// guide: begin\n(.*?) *// guide: end")
                .stripTrailing()
                .stripIndent();
        assertEquals(code + "\n", part(Files.readString(GUIDE), "```java\n(.*?)```"));
    }

    private static String part(String text, String pattern) {
        Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertTrue(found.find(), pattern);
        return found.group(1);
    }
}
