package org.privacyrules.document;

import java.nio.file.Path;
import java.util.Locale;
import org.privacyrules.failure.InvalidInputException;

/** The notations of a document. */
enum Format {
    /** RFC 8259, without comments. */
    JSON,
    /** YAML, without anchors, aliases and tags: what a person can read from top to bottom. */
    YAML;

    static Format of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return JSON;
        }
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return YAML;
        }
        throw new InvalidInputException(
                "The file's name does not tell its format: use the ending .json, .yaml or .yml");
    }
}
