package org.privacyrules.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;
import org.privacyrules.policy.InvalidPolicyException;
import org.privacyrules.policy.PrivacyPolicy;

/** The documents lie beside the policy and a test tells when they no longer say the same. */
class GeneratedDocumentsTest {

    private static final GeneratedDocuments DOCUMENTS = GeneratedDocuments.of(LendingLibrary.policy());

    @TempDir
    private Path directory;

    @Test
    @Mission("M27")
    void every_document_has_a_stable_name() {
        assertEquals(
                Set.of(
                        "privacy-notice.en.html",
                        "privacy-notice.en.md",
                        "privacy-notice.sv.html",
                        "privacy-notice.sv.md",
                        "processing-record.html",
                        "processing-record.md",
                        "processing-record.csv",
                        "processing-record-as-processor.csv",
                        "deletion-concept.html",
                        "deletion-concept.md",
                        "deletion-concept.csv"),
                DOCUMENTS.files().keySet());
    }

    @Test
    void only_what_changed_is_written() throws IOException {
        Path folder = directory.resolve("new").resolve("documents");
        assertEquals(11, DOCUMENTS.write(folder).size());
        FileTime longAgo = FileTime.fromMillis(0);
        Path same = Files.setLastModifiedTime(folder.resolve("processing-record.md"), longAgo);
        Path changed = Files.writeString(folder.resolve("deletion-concept.csv"), "old");
        assertEquals(List.of(changed), DOCUMENTS.write(folder));
        assertEquals(longAgo, Files.getLastModifiedTime(same));
        assertEquals(DOCUMENTS.files().get("deletion-concept.csv"), Files.readString(changed));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(11, files.count());
        }
    }

    @Test
    void builds_that_write_at_once_do_not_disturb_each_other() throws Exception {
        GeneratedDocuments others = DOCUMENTS.on(LendingLibrary.FIRST_DAY.plusDays(1));
        List<CompletableFuture<Void>> writers = Stream.of(DOCUMENTS, others, DOCUMENTS, others)
                .map(documents -> CompletableFuture.runAsync(() -> rewrite(documents)))
                .toList();
        CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new)).get(1, TimeUnit.MINUTES);
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(11, files.count());
        }
    }

    private void rewrite(GeneratedDocuments documents) {
        for (int i = 0; i < 10; i++) {
            documents.write(directory);
        }
    }

    @Test
    void what_is_missing_differs_or_is_left_over_is_named() throws IOException {
        DOCUMENTS.write(directory);
        DOCUMENTS.assertCurrent(directory);
        Files.delete(directory.resolve("deletion-concept.md"));
        Path notice = directory.resolve("privacy-notice.en.md");
        Files.writeString(notice, Files.readString(notice).replace("until the loan ended", "for ever"));
        Files.writeString(directory.resolve("privacy-notice.de.md"), "");
        Files.writeString(directory.resolve("README.md"), "of the host");
        AssertionError error = assertThrows(AssertionError.class, () -> DOCUMENTS.assertCurrent(directory));
        String message = String.valueOf(error.getMessage());
        assertTrue(message.contains("deletion-concept.md is missing"), message);
        assertTrue(
                message.matches("(?s).*privacy-notice.en.md differs in line \\d+: it says \".*for ever.*\", the policy"
                        + " says \".*until the loan ended.*"),
                message);
        assertTrue(message.contains("privacy-notice.de.md is of no language of the policy"), message);
        assertTrue(message.contains("GeneratedDocuments.write"), message);
        assertFalse(message.contains("README"), message);
        assertEquals(3, DOCUMENTS.differences(directory).size());
    }

    @Test
    void how_lines_end_does_not_count() throws IOException {
        DOCUMENTS.write(directory);
        Path notice = directory.resolve("privacy-notice.en.md");
        Files.writeString(notice, Files.readString(notice).replace("\n", "\r\n"));
        Path table = directory.resolve("deletion-concept.csv");
        Files.writeString(table, Files.readString(table).replace("\r\n", "\n"));
        DOCUMENTS.assertCurrent(directory);
        assertEquals(List.of(), DOCUMENTS.write(directory));
    }

    @Test
    void a_policy_with_warnings_writes_nothing() {
        PrivacyPolicy incomplete = PrivacyPolicy.builder()
                .version("1")
                .effectiveFrom(LendingLibrary.FIRST_DAY)
                .zone(ZoneId.of("Europe/Stockholm"))
                .build();
        Path folder = directory.resolve("none");
        assertThrows(
                InvalidPolicyException.class,
                () -> GeneratedDocuments.of(incomplete).write(folder));
        assertFalse(Files.exists(folder));
    }

    @Test
    void the_day_and_the_texts_reach_every_document() {
        DocumentTexts texts = DocumentTexts.standard()
                .replacing(Locale.ENGLISH, Map.of("record.title", "What we do", "notice.title", "Your data and us"));
        Map<String, String> files =
                DOCUMENTS.on(LocalDate.of(2023, 1, 1)).withTexts(texts).files();
        assertTrue(files.getOrDefault("privacy-notice.en.md", "").startsWith("# Your data and us\n"));
        assertTrue(files.getOrDefault("processing-record.md", "").startsWith("# What we do\n"));
        assertTrue(files.getOrDefault("processing-record.csv", "").contains("Per Protector"));
    }

    @Test
    @Gdpr("5(2)")
    void the_order_of_what_has_none_changes_nothing() {
        assertEquals(
                DOCUMENTS.files(),
                GeneratedDocuments.of(LendingLibrary.toldBackwards()).files());
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    @ResourceLock(Resources.TIME_ZONE)
    void the_machine_changes_nothing() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Map<String, String> before = DOCUMENTS.files();
        try {
            for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai", "sv-SE", "de")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                assertEquals(before, DOCUMENTS.files(), tag);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
