package doppel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.compute.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookRunnerTest {

    @TempDir
    private Path folder;

    @Test
    void theLastExpressionIsAnOutputAndSoIsWhatIsShown() throws IOException {
        var ran = run(
                "var x = 6;", "show(\"first\");\nint twice(int n) { return 2 * n; }\ntwice(x)", "x = 7;\nvoid f() {}");
        assertEquals(List.of(), texts(ran.get(0)));
        assertEquals(List.of("first", "12"), texts(ran.get(1)));
        assertEquals(List.of(), texts(ran.get(2)));
    }

    @Test
    void whatIsPrintedIsKept() throws IOException {
        var out = System.out;
        assertEquals(
                "hello" + System.lineSeparator(),
                run("System.out.println(\"hello\");").get(0).printed());
        assertSame(out, System.out);
    }

    @Test
    void aCellThatDoesNotCompileIsNamedWithTheCompilersWords() {
        var failure = assertThrows(CellFailure.class, () -> run("var x = 1;", "int y = nothing;"));
        assertTrue(
                failure.getMessage().startsWith("09-lesson.ipynb, code cell 2: cannot find symbol"),
                failure.getMessage());
        assertTrue(failure.getMessage().contains("int y = nothing;"), failure.getMessage());
    }

    @Test
    void aCellThatThrowsIsNamedWithAllCauses() {
        var failure = assertThrows(
                CellFailure.class,
                () -> run("throw new IllegalStateException(\"the run ended\", new IOException(\"no space\"));"));
        assertTrue(failure.getMessage().contains("code cell 1"), failure.getMessage());
        assertTrue(failure.getMessage().contains("the run ended; because of java.io.IOException: no space"));
        assertEquals("no space", failure.getCause().getCause().getMessage());
    }

    @Test
    void aCellThatEndsTooEarlyIsNamed() {
        var failure = assertThrows(CellFailure.class, () -> run("var x = (1 +"));
        assertTrue(failure.getMessage().contains("the code ends too early"), failure.getMessage());
    }

    @Test
    void theWireIsTheFormerOneAfterwards() throws IOException {
        var wire = Wire.current();
        run("show(1);");
        assertSame(wire, Wire.current());
    }

    private List<NotebookRunner.Ran> run(String... cells) throws IOException {
        var notebook = folder.resolve("09-lesson.ipynb");
        var json = Map.of(
                "cells",
                Arrays.stream(cells)
                        .map(code -> Map.of("cell_type", "code", "source", code))
                        .toList());
        Files.writeString(notebook, Json.mapper().writeValueAsString(json));
        return NotebookRunner.run(notebook, cell -> {});
    }

    private static List<Object> texts(NotebookRunner.Ran ran) {
        return ran.outputs().stream()
                .map(bundle -> bundle.forms().get(Bundle.TEXT))
                .toList();
    }
}
