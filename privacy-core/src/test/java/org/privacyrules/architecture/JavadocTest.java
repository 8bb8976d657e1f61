package org.privacyrules.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything public of a package that the module exports is documented: the rest of the world cannot call the others. The Javadoc tool checks the rest (broken references, unknown tags); its own check for
 * missing comments would demand the components of a record twice.
 */
class JavadocTest {

    private static Set<String> undocumented(Path sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Set<String> missing = new TreeSet<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> tree = Files.walk(sources)) {
            List<Path> java = tree.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("module-info.java"))
                    .toList();
            assertTrue(!java.isEmpty(), "the sources were found");
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(java));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                if (isExported(sources, unit)) {
                    new PublicElements(docs, missing).scan(unit, null);
                }
            }
        }
        return missing;
    }

    /** Sources without a module export everything. */
    private static boolean isExported(Path sources, CompilationUnitTree unit) throws IOException {
        Path module = sources.resolve("module-info.java");
        return !Files.exists(module) || Files.readString(module).contains("exports " + unit.getPackageName() + ";");
    }

    private static final class PublicElements extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final DocTrees docs;
        private final Set<String> missing;

        PublicElements(DocTrees docs, Set<String> missing) {
            this.docs = docs;
            this.missing = missing;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
            if (!isVisible(type.getModifiers()) && !isMemberOfInterface()) {
                return null;
            }
            require(type.getSimpleName().toString());
            return super.visitClass(type, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            boolean overrides = method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
            boolean ofRecord = enclosing().getKind() == Tree.Kind.RECORD && method.getReturnType() == null;
            boolean hidden = method.getModifiers().getFlags().contains(Modifier.PRIVATE);
            if ((isVisible(method.getModifiers()) || isMemberOfInterface()) && !hidden && !overrides && !ofRecord) {
                require(enclosing().getSimpleName() + "." + method.getName());
            }
            return null;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree field, @Nullable Void unused) {
            boolean component = enclosing().getKind() == Tree.Kind.RECORD
                    && !field.getModifiers().getFlags().contains(Modifier.STATIC);
            if (isVisible(field.getModifiers()) && !component) {
                require(enclosing().getSimpleName() + "." + field.getName());
            }
            return null;
        }

        private ClassTree enclosing() {
            return (ClassTree) getCurrentPath().getParentPath().getLeaf();
        }

        private boolean isMemberOfInterface() {
            return getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type
                    && type.getKind() == Tree.Kind.INTERFACE;
        }

        private static boolean isVisible(ModifiersTree modifiers) {
            return modifiers.getFlags().contains(Modifier.PUBLIC)
                    || modifiers.getFlags().contains(Modifier.PROTECTED);
        }

        private void require(String name) {
            DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
            if (comment == null || comment.getFirstSentence().isEmpty()) {
                missing.add(name);
            }
        }
    }

    @Test
    void everything_public_is_documented() throws IOException {
        assertEquals(Set.of(), undocumented(Path.of("src/main/java")));
        assertEquals(Set.of(), undocumented(Path.of("../privacy-jdbc/src/main/java")));
    }

    @Test
    void what_is_not_documented_is_found(@TempDir Path offending) throws IOException {
        Files.writeString(offending.resolve("A.java"), "public class A { public void b() {} void c() {} }");
        assertEquals(Set.of("A", "A.b"), undocumented(offending));
    }

    @Test
    void only_what_a_module_exports_needs_to_be(@TempDir Path module) throws IOException {
        Files.writeString(module.resolve("module-info.java"), "module m { exports seen; exports half to one; }");
        for (String name : List.of("seen", "half", "hidden")) {
            Path folder = Files.createDirectory(module.resolve(name));
            Files.writeString(
                    folder.resolve("A.java"), "package " + name + "; public class A { public int " + name + "; }");
        }
        assertEquals(Set.of("A", "A.seen"), undocumented(module));
    }
}
