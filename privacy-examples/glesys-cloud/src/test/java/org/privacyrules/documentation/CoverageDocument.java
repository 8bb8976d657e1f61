package org.privacyrules.documentation;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.privacyrules.coverage.Gdpr;
import org.privacyrules.coverage.Mission;

/** The text of docs/coverage.md, made from the marks on tests. */
final class CoverageDocument {

    private static final String TOUR = "org.privacyrules.examples.";

    /** Numbers in a mark count as numbers: M2 before M10, 7(3) before 13(1). */
    private static final Comparator<String> NATURAL = Comparator.comparing(
            (String mark) -> mark.replaceAll("\\d+", "0000$0").replaceAll("0*(\\d{4})", "$1"));

    private final Map<String, String> missionRows;
    private final Collection<JavaMethod> tests;

    CoverageDocument(Map<String, String> missionRows, List<Path> testClasses) {
        this.missionRows = missionRows;
        this.tests = new ClassFileImporter()
                .importPaths(testClasses).stream()
                        .flatMap(type -> type.getMethods().stream())
                        .toList();
    }

    String text() {
        return """
                # Coverage

                Generated from the marks `@Mission` and `@Gdpr` on tests by `./mvnw -q verify -Dcoverage=write`. Do not edit: the build
                compares it. A test of a class named `...Contract` runs on every storage.

                ## What a real privacy policy asks for

                Each row is a behaviour that the policy of the example company implies. *Shown* is the test that runs it in the example.

                | row | behaviour | shown | tests |
                |---|---|---|---|
                """ + missionTable() + """

                ## Articles of the GDPR

                | article | tests |
                |---|---|
                """ + articleTable();
    }

    private String missionTable() {
        Map<String, Set<String>> shown = byMark(Mission.class, true);
        Map<String, Set<String>> tested = byMark(Mission.class, false);
        requireKnownRows(shown.keySet());
        requireKnownRows(tested.keySet());
        return missionRows.entrySet().stream()
                .map(row -> "| " + row.getKey() + " | " + row.getValue() + " | " + cell(shown.get(row.getKey())) + " | "
                        + cell(tested.get(row.getKey())) + " |\n")
                .collect(Collectors.joining());
    }

    private void requireKnownRows(Collection<String> marks) {
        for (String mark : marks) {
            if (!missionRows.containsKey(mark)) {
                throw new IllegalStateException("@Mission(\"" + mark + "\") is no row of mission.tsv");
            }
        }
    }

    private String articleTable() {
        return byMark(Gdpr.class, null).entrySet().stream()
                .map(article -> "| " + article.getKey() + " | " + cell(article.getValue()) + " |\n")
                .collect(Collectors.joining());
    }

    private static String cell(@Nullable Collection<String> names) {
        return names == null ? "not yet" : String.join("<br>", names);
    }

    private Map<String, Set<String>> byMark(Class<?> annotation, @Nullable Boolean inTour) {
        Map<String, Set<String>> byMark = new TreeMap<>(NATURAL);
        for (JavaMethod test : tests) {
            boolean tour = test.getOwner().getPackageName().startsWith(TOUR);
            if (inTour == null || inTour == tour) {
                marks(test, annotation)
                        .forEach(mark -> byMark.computeIfAbsent(mark, unseen -> new TreeSet<>())
                                .add(name(test)));
            }
        }
        return byMark;
    }

    private static Stream<String> marks(JavaMethod test, Class<?> annotation) {
        return test.getAnnotations().stream().flatMap(present -> {
            if (present.getRawType().isEquivalentTo(annotation)) {
                return Stream.of(value(present));
            }
            boolean container = present.getRawType().getName().equals(annotation.getName() + "$All");
            return container
                    ? Arrays.stream((Object[]) present.get("value").orElseThrow())
                            .map(each -> value((JavaAnnotation<?>) each))
                    : Stream.empty();
        });
    }

    private static String value(JavaAnnotation<?> annotation) {
        return (String) annotation.get("value").orElseThrow();
    }

    private static String name(JavaMethod test) {
        return "`" + test.getOwner().getSimpleName() + "` " + test.getName().replace('_', ' ');
    }
}
