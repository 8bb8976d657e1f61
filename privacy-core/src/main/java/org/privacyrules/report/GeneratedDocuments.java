package org.privacyrules.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.policy.InvalidPolicyException;
import org.privacyrules.policy.PrivacyPolicy;

/**
 * All documents of a policy as files beside it, so that a changed policy shows in review: the notice in each language of the
 * policy, the record of processing and the deletion concept in its first. Immutable.
 */
public final class GeneratedDocuments {

    private final PrivacyPolicy policy;
    private final LocalDate day;
    private final DocumentTexts texts;

    private GeneratedDocuments(PrivacyPolicy policy, LocalDate day, DocumentTexts texts) {
        this.policy = policy;
        this.day = day;
        this.texts = texts;
    }

    /**
     * The documents as of the first day of the policy.
     *
     * @param policy the policy
     * @return documents that are not written yet
     */
    public static GeneratedDocuments of(PrivacyPolicy policy) {
        return new GeneratedDocuments(policy, policy.firstDay(), DocumentTexts.standard());
    }

    /**
     * These documents as of another day: see {@link PrivacyNotice#on}.
     *
     * @param date in the policy's zone
     * @return new documents
     */
    public GeneratedDocuments on(LocalDate date) {
        return new GeneratedDocuments(policy, date, texts);
    }

    /**
     * These documents in other words.
     *
     * @param words the library's texts with some replaced
     * @return new documents
     */
    public GeneratedDocuments withTexts(DocumentTexts words) {
        return new GeneratedDocuments(policy, day, words);
    }

    /**
     * The content of each file by its name.
     *
     * @return sorted by name, unmodifiable
     * @throws InvalidPolicyException if no notice can be made of the policy
     * @throws InvalidInputException if the policy is not in force on the day, or there are no texts in one of its languages
     */
    public Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        for (String language : policy.languages()) {
            PrivacyNotice notice = PrivacyNotice.of(policy)
                    .on(day)
                    .forLocale(Locale.forLanguageTag(language))
                    .withTexts(texts);
            files.put("privacy-notice." + language + ".html", notice.html());
            files.put("privacy-notice." + language + ".md", notice.markdown());
        }
        ProcessingRecord processing = ProcessingRecord.of(policy).on(day).withTexts(texts);
        files.put("processing-record.html", processing.html());
        files.put("processing-record.md", processing.markdown());
        files.put("processing-record.csv", processing.csv());
        if (!policy.onBehalf().isEmpty()) {
            files.put("processing-record-as-processor.csv", processing.csvAsProcessor());
        }
        DeletionConcept deletion = DeletionConcept.of(policy).withTexts(texts);
        files.put("deletion-concept.html", deletion.html());
        files.put("deletion-concept.md", deletion.markdown());
        files.put("deletion-concept.csv", deletion.csv());
        return Collections.unmodifiableMap(files);
    }

    /**
     * Writes the files that are missing or differ, each as a whole: a reader sees the old or the new one. Nothing is written
     * if one of them cannot be made. Other files are left alone.
     *
     * @param directory where; it is created
     * @return the files that were written, sorted
     * @throws UncheckedIOException if a file cannot be written
     * @throws InvalidPolicyException if no notice can be made of the policy
     */
    public List<Path> write(Path directory) {
        try {
            return written(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the documents cannot be written to " + directory, e);
        }
    }

    private List<Path> written(Path directory) throws IOException {
        Map<String, String> files = files();
        Files.createDirectories(directory);
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            if (FileComparison.difference(path, file.getValue()).isPresent()) {
                replace(path, file.getValue());
                written.add(path);
            }
        }
        return written;
    }

    private static void replace(Path path, String content) throws IOException {
        Path whole = path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.writeString(whole, content);
            Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /**
     * What differs between the files and the policy. How lines end does not count, since version control may change it.
     *
     * @param directory where the files are
     * @return one line for each file that is missing, differs, or is a notice that the policy does not have any more; empty if
     *     all are current
     * @throws UncheckedIOException if a file cannot be read
     * @throws InvalidPolicyException if no notice can be made of the policy
     */
    public List<String> differences(Path directory) {
        try {
            return differencesIn(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the documents in " + directory + " cannot be read", e);
        }
    }

    private List<String> differencesIn(Path directory) throws IOException {
        Map<String, String> files = files();
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            FileComparison.difference(directory.resolve(file.getKey()), file.getValue())
                    .ifPresent(differences::add);
        }
        differences.addAll(FileComparison.leftOver(directory, "privacy-notice.*.{html,md}", files.keySet()));
        return differences;
    }

    /**
     * Fails unless the files say what the policy says: for a test of the host.
     *
     * @param directory where the files are
     * @throws AssertionError with each {@linkplain #differences difference} and how to write the files anew
     * @throws UncheckedIOException if a file cannot be read
     * @throws InvalidPolicyException if no notice can be made of the policy
     */
    public void assertCurrent(Path directory) {
        List<String> differences = differences(directory);
        if (!differences.isEmpty()) {
            throw new AssertionError("The documents do not say what policy " + policy.version() + " says:\n  "
                    + String.join("\n  ", differences)
                    + "\nWrite them anew with GeneratedDocuments.write or org.privacyrules.report.WriteDocuments,"
                    + " and review what changed.");
        }
    }
}
