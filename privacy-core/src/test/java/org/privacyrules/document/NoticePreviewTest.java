package org.privacyrules.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NoticePreviewTest {
    @Test
    void preview() throws Exception {
        assertEquals(List.of(), LendingLibrary.problems());
        for (String l : List.of("en", "sv")) {
            PrivacyNotice n = PrivacyNotice.of(LendingLibrary.policy()).forLocale(Locale.forLanguageTag(l));
            Files.createDirectories(Path.of("target/documents"));
            Files.writeString(Path.of("target/documents/n." + l + ".html"), n.html());
            Files.writeString(Path.of("target/documents/n." + l + ".md"), n.markdown());
        }
    }
}
