package doppel.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.Workbench;
import doppel.geometry.Box;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTest {

    private static final Path PROJECT = Path.of("").toAbsolutePath();

    @Test
    void aMethodIsShownAsItIsWritten() throws IOException {
        var code = new SourceFile(PROJECT, CalmOut.class).method("wholeCharacters");
        var lines = code.code().lines().toList();
        assertTrue(lines.get(0).startsWith("private static int wholeCharacters(byte[] bytes) {"), lines.get(0));
        assertEquals("}", lines.get(lines.size() - 1));
        var file = Files.readAllLines(PROJECT.resolve(code.file()));
        for (int i = 0; i < lines.size(); i++) {
            assertEquals(
                    lines.get(i).strip(), file.get(code.firstLine() - 1 + i).strip());
        }
    }

    @Test
    void itsPurposeIsTheFirstSentenceOfItsJavadocWithoutMarks() throws IOException {
        var code = new SourceFile(PROJECT, Workbench.class).method("faces");
        assertEquals("Where the faces of a person are kept, data/faces/PERSON.", code.purpose());
    }

    @Test
    void ofSeveralMethodsTheLongestIsShown() throws IOException {
        var code = new SourceFile(PROJECT, Workbench.class).method("report");
        assertTrue(code.code().contains("SwapScorer"), code.code());
    }

    @Test
    void theTypesOwnNameIsItsConstructor() throws IOException {
        var code = new SourceFile(PROJECT, CalmOut.class).method("CalmOut");
        assertTrue(code.code().startsWith("CalmOut(ScheduledExecutorService timer)"), code.code());
    }

    @Test
    void aNestedTypeIsFoundInTheFileOfItsOuterType() throws IOException {
        var code = new SourceFile(PROJECT, WidgetModel.Parts.class).method("asMap");
        assertEquals("src/main/java/doppel/notebook/WidgetModel.java", code.file());
    }

    @Test
    void aMissingMethodIsNamed() {
        var fault = assertThrows(IOException.class, () -> new SourceFile(PROJECT, Box.class).method("fly"));
        assertTrue(fault.getMessage().startsWith("Box has no method fly: look into src/main/java"), fault.getMessage());
    }

    @Test
    void aMissingSourceSaysWhatToDo(@TempDir Path empty) {
        for (var file : new SourceFile[] {new SourceFile(empty, Box.class), new SourceFile(PROJECT, String.class)}) {
            var fault = assertThrows(IOException.class, () -> file.method("of"));
            assertTrue(fault.getMessage().contains("is not among the sources of this project"), fault.getMessage());
        }
    }

    @Test
    void thePageNumbersLinesAndEscapesCode() throws IOException {
        var html = new SourceCode(
                        "T.m", "src/T.java", 41, "Says <hello>.", "if (a < b) {\n    return \"<b>\"; // why\n}")
                .display()
                .forms()
                .get(Bundle.HTML)
                .toString();
        assertTrue(html.contains(">41<") && html.contains(">43<"), html);
        assertTrue(html.contains("&lt;b&gt;") && html.contains("&lt;hello&gt;"), html);
        assertFalse(html.contains("<b>\""), html);
    }

    @Test
    void textIsTheCodeAlone() throws IOException {
        var code = new SourceFile(PROJECT, CalmOut.class).method("push");
        assertEquals(code.code(), code.display().forms().get(Bundle.TEXT));
    }
}
