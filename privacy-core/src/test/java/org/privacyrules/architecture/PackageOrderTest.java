package org.privacyrules.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.privacyrules.subject.OffendingUpwardArrow;

/** Arrows between packages go only down this list. */
class PackageOrderTest {

    private static final String ROOT = "org.privacyrules";

    /** From the top of the house to its ground; some rooms open later. */
    private static final List<String> TOP_DOWN = List.of(
            "memory",
            "",
            "publication",
            "request",
            "disposal",
            "retention",
            "decision",
            "hold",
            "consent",
            "notice",
            "fact",
            "ledger",
            "report",
            "document",
            "policy",
            "storage",
            "calendar",
            "subject",
            "failure");

    private static final Set<String> NO_NAMES_OF_THIS_KIND = Set.of("util", "impl", "common", "manager", "helper");

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
    }

    private static Set<String> upwardArrows(Iterable<JavaClass> classes) {
        Set<String> upward = new TreeSet<>();
        for (JavaClass type : classes) {
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith(ROOT))
                    .filter(target -> TOP_DOWN.indexOf(room(target)) < TOP_DOWN.indexOf(room(type)))
                    .forEach(target -> upward.add(type.getSimpleName() + " -> " + target.getName()));
        }
        return upward;
    }

    @Test
    void no_arrow_goes_up() {
        assertTrue(CORE.size() > 50, "the classes were found");
        assertEquals(Set.of(), upwardArrows(CORE));
    }

    @Test
    void an_arrow_that_goes_up_is_found() {
        JavaClasses offending = new ClassFileImporter().importClasses(OffendingUpwardArrow.class);
        assertEquals(Set.of("OffendingUpwardArrow -> org.privacyrules.decision.Decision"), upwardArrows(offending));
    }

    @Test
    void every_package_has_its_place() {
        Set<String> rooms = CORE.stream().map(PackageOrderTest::room).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(TOP_DOWN.containsAll(rooms), rooms.toString());
        assertFalse(rooms.stream().anyMatch(NO_NAMES_OF_THIS_KIND::contains));
    }

    @Test
    void time_comes_only_from_a_clock() {
        Set<String> callers = new TreeSet<>();
        CORE.forEach(type -> type.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTarget().getName().equals("now")
                        && call.getTargetOwner().getPackageName().startsWith("java.time"))
                .forEach(call -> callers.add(call.getOriginOwner().getName())));
        assertEquals(Set.of(), callers);
    }

    @Test
    void no_method_has_a_name_that_kotlin_must_quote() {
        Set<String> reserved = Set.of("in", "when", "is", "object", "as", "fun", "typealias", "val", "var");
        Set<String> found = new TreeSet<>();
        CORE.forEach(type -> type.getMethods().stream()
                .filter(method -> reserved.contains(method.getName()))
                .forEach(method -> found.add(method.getFullName())));
        assertEquals(Set.of(), found);
    }
}
