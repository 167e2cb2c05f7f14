package doppel.notebook;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.tools.ToolProvider;

/**
 * The source file of a type, read by the JDK's own parser.
 *
 * @param project folder that holds {@code src/main/java}
 * @param type of the library
 */
record SourceFile(Path project, Class<?> type) {

    /**
     * A method, or the constructor if the name is the type's. Of several with that name the longest, because the others
     * only call it.
     *
     * @throws IOException if there is no source, or no such method; says so in one sentence
     */
    SourceCode method(String name) throws IOException {
        var file = "src/main/java/" + outermost().getName().replace('.', '/') + ".java";
        var path = project.resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new IOException(
                    "%s is not among the sources of this project: show a type whose name begins with doppel"
                            .formatted(type.getName()));
        }
        return parse(path, name, file)
                .orElseThrow(() -> new IOException(
                        "%s has no method %s: look into %s for its names".formatted(type.getSimpleName(), name, file)));
    }

    private Optional<SourceCode> parse(Path path, String name, String file) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IOException("this Java has no compiler, which reads the sources: run the kernel with a JDK");
        }
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var task = (JavacTask)
                    compiler.getTask(null, files, problem -> {}, List.of(), null, files.getJavaFileObjects(path));
            var unit = task.parse().iterator().next();
            var text = Files.readString(path);
            var trees = DocTrees.instance(task);
            var found = new ArrayList<SourceCode>();
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitMethod(MethodTree method, Void nothing) {
                    if (isAsked(method, getCurrentPath(), name)) {
                        found.add(code(method, getCurrentPath(), unit, trees, text, name, file));
                    }
                    return super.visitMethod(method, nothing);
                }
            }.scan(unit, null);
            return found.stream()
                    .max(Comparator.comparing(code -> code.code().lines().count()));
        }
    }

    private boolean isAsked(MethodTree method, TreePath path, String name) {
        var owner = path.getParentPath().getLeaf() instanceof ClassTree around
                ? around.getSimpleName().toString()
                : "";
        var ownName = method.getName().contentEquals("<init>")
                ? owner
                : method.getName().toString();
        return owner.equals(type.getSimpleName()) && ownName.equals(name);
    }

    private SourceCode code(
            MethodTree method,
            TreePath path,
            CompilationUnitTree unit,
            DocTrees trees,
            String text,
            String name,
            String file) {
        var places = trees.getSourcePositions();
        var start = lineStart(text, (int) places.getStartPosition(unit, method));
        var end = (int) places.getEndPosition(unit, method);
        return new SourceCode(
                type.getSimpleName() + "." + name,
                file,
                (int) unit.getLineMap().getLineNumber(start),
                Optional.ofNullable(trees.getDocCommentTree(path))
                        .map(SourceFile::firstSentence)
                        .orElse(""),
                text.substring(start, end).stripIndent());
    }

    /** So that the first line is indented as the others are. */
    private static int lineStart(String text, int position) {
        return text.lastIndexOf('\n', position) + 1;
    }

    /** Without the marks of Javadoc. */
    private static String firstSentence(DocCommentTree doc) {
        var sentence = new StringBuilder();
        doc.getFirstSentence().forEach(sentence::append);
        return sentence.toString()
                .replaceAll("\\{@\\w+\\s+#?([^}]*)}", "$1")
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private Class<?> outermost() {
        var outer = type;
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        return outer;
    }
}
