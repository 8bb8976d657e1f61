package org.privacyrules.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The library's own texts. Countries are named here and not by the Java platform, whose names change with its version. */
final class StandardTexts {

    private static final Map<PageLanguage, Map<String, String>> TEXTS = new EnumMap<>(PageLanguage.class);

    static {
        for (PageLanguage language : PageLanguage.values()) {
            Map<String, String> texts = new TreeMap<>();
            for (String bundle : List.of("texts", "disposal", "countries")) {
                load(bundle + "_" + language.tag() + ".properties")
                        .forEach((key, text) -> texts.put((String) key, (String) text));
            }
            TEXTS.put(language, texts);
        }
    }

    private StandardTexts() {}

    static Map<String, String> of(PageLanguage language) {
        return TEXTS.getOrDefault(language, Map.of());
    }

    private static Properties load(String resource) {
        Properties properties = new Properties();
        try (InputStream stream = StandardTexts.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is missing from the library");
            }
            try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
