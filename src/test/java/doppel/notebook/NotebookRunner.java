package doppel.notebook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** Runs the code cells of a notebook in plain JShell, in this JVM: no Python, no kernel, no page. */
final class NotebookRunner {

    /**
     * What a cell left.
     *
     * @param number of the code cell, from 1
     * @param outputs shown values in order, the cell's own value last
     * @param printed to {@code System.out}
     */
    record Ran(int number, List<Bundle> outputs, String printed, double seconds) {}

    private final Path notebook;
    private final Engine engine = new Engine();
    private final List<Bundle> outputs = new ArrayList<>();

    private NotebookRunner(Path notebook) {
        this.notebook = notebook;
    }

    /**
     * @param heard is told of each cell as it ends
     * @throws CellFailure at the first cell that does not compile, or throws
     */
    static List<Ran> run(Path notebook, Consumer<Ran> heard) throws IOException {
        return new NotebookRunner(notebook).run(heard);
    }

    private List<Ran> run(Consumer<Ran> heard) throws IOException {
        var stdout = System.out;
        var wire = Wire.current();
        Wire.plug(new Headless(outputs::add));
        try (var shell = JShell.builder().executionEngine(engine, Map.of()).build()) {
            shell.addToClasspath(System.getProperty("java.class.path"));
            evaluate(shell, Imports.source(), 0);
            var ran = new ArrayList<Ran>();
            for (var cell : NotebookCell.of(notebook)) {
                if (!cell.code()) {
                    continue;
                }
                outputs.clear();
                var printed = new ByteArrayOutputStream();
                System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
                var start = System.nanoTime();
                evaluate(shell, cell.source(), ran.size() + 1).map(Views::of).ifPresent(outputs::add);
                ran.add(new Ran(
                        ran.size() + 1,
                        List.copyOf(outputs),
                        printed.toString(StandardCharsets.UTF_8),
                        (System.nanoTime() - start) / 1e9));
                System.setOut(stdout);
                heard.accept(ran.get(ran.size() - 1));
            }
            return ran;
        } finally {
            System.setOut(stdout);
            Wire.plug(wire);
        }
    }

    /** The value of the last snippet, if that is an expression. */
    private Optional<Object> evaluate(JShell shell, String code, int cell) {
        Optional<Object> value = Optional.empty();
        var next = shell.sourceCodeAnalysis().analyzeCompletion(code);
        while (next.completeness().isComplete()) {
            value = Optional.empty();
            for (var event : shell.eval(next.source())) {
                if (event.causeSnippet() == null) {
                    requireDone(shell, event, next.source(), cell);
                    value = isExpression(event.snippet()) ? engine.value : Optional.empty();
                }
            }
            next = shell.sourceCodeAnalysis().analyzeCompletion(next.remaining());
        }
        if (next.completeness() != Completeness.EMPTY) {
            throw new CellFailure(notebook, cell, "the code ends too early", next.remaining(), null);
        }
        return value;
    }

    private static boolean isExpression(Snippet snippet) {
        return snippet.kind() == Snippet.Kind.EXPRESSION
                || snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
    }

    private void requireDone(JShell shell, SnippetEvent event, String code, int cell) {
        if (event.status() == Snippet.Status.REJECTED || event.status() == Snippet.Status.RECOVERABLE_NOT_DEFINED) {
            var told = shell.diagnostics(event.snippet())
                    .map(diagnostic -> diagnostic.getMessage(Locale.ENGLISH))
                    .collect(Collectors.joining("; "));
            throw new CellFailure(notebook, cell, told, code, null);
        }
        if (event.exception() != null) {
            var fault = engine.fault.orElse(event.exception());
            var told = new StringBuilder(fault.toString());
            for (var cause = fault.getCause(); cause != null; cause = cause.getCause()) {
                told.append("; because of ").append(cause);
            }
            throw new CellFailure(notebook, cell, told.toString(), code, fault);
        }
    }

    /** Runs snippets in the calling thread, and keeps the very value or fault of the last. */
    private static final class Engine extends LocalExecutionControl implements ExecutionControlProvider {
        private Optional<Object> value = Optional.empty();
        private Optional<Throwable> fault = Optional.empty();

        @Override
        public String name() {
            return "doppel";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
            return this;
        }

        @Override
        protected String invoke(Method snippet) throws Exception {
            value = Optional.empty();
            fault = Optional.empty();
            try {
                value = Optional.ofNullable(snippet.invoke(null));
                return "";
            } catch (InvocationTargetException wrapper) {
                fault = Optional.of(wrapper.getCause());
                throw wrapper;
            }
        }
    }

    /** Runs a notebook and leaves each output as a file: {@code NOTEBOOK.ipynb FOLDER}. */
    public static void main(String[] args) throws IOException {
        var notebook = Path.of(args[0]);
        var folder = Files.createDirectories(Path.of(args[1]));
        var start = System.nanoTime();
        try {
            var ran = run(notebook, cell -> keep(cell, notebook, folder));
            System.out.printf("%s: %d cells, %.1f s%n", notebook, ran.size(), (System.nanoTime() - start) / 1e9);
            System.exit(0);
        } catch (CellFailure failure) {
            failure.printStackTrace(System.out);
            System.exit(1);
        }
    }

    private static void keep(Ran ran, Path notebook, Path folder) {
        var name = notebook.getFileName().toString().split("-")[0] + "-cell-" + ran.number();
        System.out.printf("cell %d: %.1f s%n", ran.number(), ran.seconds());
        try {
            if (!ran.printed().isEmpty()) {
                Files.writeString(folder.resolve(name + ".out.txt"), ran.printed());
            }
            for (int i = 0; i < ran.outputs().size(); i++) {
                keep(ran.outputs().get(i), folder.resolve(i == 0 ? name : name + "-" + (i + 1)));
            }
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    private static void keep(Bundle bundle, Path stem) throws IOException {
        var endings = Map.of("text/plain", "txt", "text/html", "html", "image/png", "png", "image/jpeg", "jpg");
        for (var form : bundle.forms().entrySet()) {
            var ending = endings.get(form.getKey());
            if (ending == null) {
                continue;
            }
            var text = form.getValue().toString();
            var bytes = form.getKey().startsWith("image/")
                    ? Base64.getMimeDecoder().decode(text)
                    : text.getBytes(StandardCharsets.UTF_8);
            Files.write(stem.resolveSibling(stem.getFileName() + "." + ending), bytes);
        }
    }
}
