package org.privacyrules.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.privacyrules.failure.PrivacyException;
import org.yaml.snakeyaml.LoaderOptions;

/** Only who writes YAML needs the jars that read it, and never a data binding. */
class WithoutYamlTest {

    /** Reads a document, whose first character tells its format, in a class loader that sees what it was given. */
    public static final class Reads implements UnaryOperator<String> {

        /** A reader. */
        public Reads() {}

        @Override
        public String apply(String document) {
            try {
                return DocumentReader.read(document, document.startsWith("{") ? Format.JSON : Format.YAML)
                        .findings()
                        .toString();
            } catch (PrivacyException e) {
                return e.toString();
            }
        }
    }

    private static List<String> read(List<Class<?>> libraries, String... documents) throws Exception {
        URL[] classPath = libraries.stream()
                .map(library -> library.getProtectionDomain().getCodeSource().getLocation())
                .toArray(URL[]::new);
        try (URLClassLoader isolated = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            Object reads =
                    isolated.loadClass(Reads.class.getName()).getConstructor().newInstance();
            assertTrue(reads.getClass() != Reads.class, "it was loaded apart");
            @SuppressWarnings("unchecked")
            UnaryOperator<String> reader = (UnaryOperator<String>) reads;
            return Arrays.stream(documents).map(reader).toList();
        }
    }

    @Test
    void json_is_read_without_the_jars_of_yaml() throws Exception {
        assertEquals(
                List.of("[]"),
                read(List.of(DocumentReader.class, WithoutYamlTest.class, JsonFactory.class), "{\"a\": [1]}"));
    }

    @Test
    void yaml_without_its_jars_is_told_which_dependency_to_add() throws Exception {
        List<List<Class<?>>> incomplete = List.of(
                List.of(DocumentReader.class, WithoutYamlTest.class, JsonFactory.class),
                List.of(DocumentReader.class, WithoutYamlTest.class, JsonFactory.class, YAMLFactory.class));
        for (List<Class<?>> libraries : incomplete) {
            for (String told : read(libraries, "a: 1", "a: 1", "")) {
                assertTrue(told.startsWith("InvalidInputException INVALID_INPUT"), told);
                assertTrue(told.contains("com.fasterxml.jackson.dataformat:jackson-dataformat-yaml"), told);
            }
        }
    }

    @Test
    void yaml_is_read_with_its_two_jars_and_no_other() throws Exception {
        assertThrows(ClassNotFoundException.class, () -> Class.forName("com.fasterxml.jackson.databind.ObjectMapper"));
        assertEquals(
                List.of("[]"),
                read(
                        List.of(
                                DocumentReader.class,
                                WithoutYamlTest.class,
                                JsonFactory.class,
                                YAMLFactory.class,
                                LoaderOptions.class),
                        "a: [1, b, ~, true]"));
    }
}
