package org.privacyrules.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.privacyrules.failure.InvalidInputException;
import org.privacyrules.policy.Finding;

/** Reads what somebody else wrote: whatever is wrong with it is a finding, never an exception. */
final class DocumentReader {

    private DocumentReader() {}

    static Reading read(Path file) {
        Format format = Format.of(file);
        try (InputStream bytes = Files.newInputStream(file)) {
            return read(bytes.readNBytes(DocumentText.LIMIT + 1), format);
        } catch (IOException e) {
            return refused(Finding.error(
                    "DOCUMENT_UNREADABLE",
                    DocumentPath.ROOT.toString(),
                    "the file " + file.getFileName() + " cannot be read",
                    "check that it is there and may be read",
                    ""));
        }
    }

    /** The stream is read up to the limit and stays open. */
    static Reading read(InputStream bytes, Format format) throws IOException {
        return read(bytes.readNBytes(DocumentText.LIMIT + 1), format);
    }

    static Reading read(byte[] bytes, Format format) {
        try {
            return read(DocumentText.of(bytes), format);
        } catch (Refusal refusal) {
            return refused(refusal.finding());
        }
    }

    static Reading read(String text, Format format) {
        try {
            return read(DocumentText.of(text), format);
        } catch (Refusal refusal) {
            return refused(refusal.finding());
        }
    }

    private static Reading read(DocumentText text, Format format) throws Refusal {
        return new NodeReader(format == Format.JSON ? JsonTokens.of(text) : yaml(text)).read();
    }

    private static Tokens yaml(DocumentText text) throws Refusal {
        try {
            return YamlTokens.of(text);
        } catch (NoClassDefFoundError e) {
            throw new InvalidInputException("The document is YAML, and the class path cannot read YAML:"
                    + " add the dependency com.fasterxml.jackson.dataformat:jackson-dataformat-yaml,"
                    + " or write the document in JSON");
        }
    }

    private static Reading refused(Finding finding) {
        return new Reading(Optional.empty(), List.of(finding));
    }
}
