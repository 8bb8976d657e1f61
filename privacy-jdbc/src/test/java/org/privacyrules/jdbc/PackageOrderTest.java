package org.privacyrules.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.privacyrules.jdbc.sql.OffendingUpwardArrow;

/** Arrows between packages go only from what a host calls to what talks to a database; rooms side by side do not know each other. */
class PackageOrderTest {

    private static final String ROOT = "org.privacyrules.jdbc";

    private static final Map<String, Set<String>> KNOWS = Map.of(
            "", Set.of("store", "schema", "data", "sql"),
            "store", Set.of("sql"),
            "schema", Set.of("sql"),
            "data", Set.of("sql"),
            "sql", Set.of());

    private static final JavaClasses JDBC = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
    }

    private static Set<String> wrongArrows(Iterable<JavaClass> classes) {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : classes) {
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith(ROOT))
                    .filter(target -> !room(target).equals(room(type)))
                    .filter(target -> !KNOWS.getOrDefault(room(type), Set.of()).contains(room(target)))
                    .forEach(target -> wrong.add(type.getSimpleName() + " -> " + target.getName()));
        }
        return wrong;
    }

    @Test
    void no_arrow_goes_up_or_sideways() {
        assertTrue(JDBC.size() > 30, "the classes were found");
        assertEquals(Set.of(), wrongArrows(JDBC));
    }

    @Test
    void an_arrow_that_goes_up_is_found() {
        JavaClasses offending = new ClassFileImporter().importClasses(OffendingUpwardArrow.class);
        assertEquals(Set.of("OffendingUpwardArrow -> org.privacyrules.jdbc.ConnectionSource"), wrongArrows(offending));
    }

    @Test
    void every_package_has_its_place() {
        assertEquals(KNOWS.keySet(), JDBC.stream().map(PackageOrderTest::room).collect(Collectors.toSet()));
    }
}
