package org.privacyrules.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Writes the sample to where people can look at it. */
class SamplePageTest {

    @Test
    void the_sample_can_be_looked_at() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "documents"));
        Path html = Files.writeString(folder.resolve("notice.html"), HtmlPage.of(SamplePage.notice()));
        Path markdown = Files.writeString(folder.resolve("notice.md"), MarkdownPage.of(SamplePage.notice()));
        assertTrue(Files.size(html) > Files.size(markdown));
    }
}
