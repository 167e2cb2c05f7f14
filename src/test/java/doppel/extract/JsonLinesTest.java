package doppel.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {

    private record Word(String word) {}

    @TempDir
    Path folder;

    /** More than is read from the disk at a time. */
    @Test
    void linesOfAnyLengthAreReadWithTheirEnds() throws IOException {
        var file = folder.resolve("words.jsonl");
        var words = List.of("a", "b".repeat(200_000), "", "c".repeat(65_536), "ä".repeat(40_000));
        var text = new StringBuilder();
        for (var word : words) {
            text.append(JsonLines.line(new Word(word)));
        }
        Files.writeString(file, text + "{\"word\":\"torn");
        var lines = JsonLines.read(file, Word.class);
        assertEquals(words, lines.stream().map(line -> line.value().word()).toList());
        assertEquals(13, lines.get(0).end());
        assertEquals(Files.size(file) - 13, lines.get(4).end());
    }

    @Test
    void aLineWithoutAnEndIsRefusedBeforeItFillsTheMemory() throws IOException {
        var file = folder.resolve("words.jsonl");
        Files.writeString(file, "{\"word\":\"a\"}\n" + "x".repeat(1_100_000));
        var fault = assertThrows(IOException.class, () -> JsonLines.read(file, Word.class));
        assertTrue(fault.getMessage().contains("words.jsonl line 2 is longer than 1000000 bytes"), fault.getMessage());
    }

    @Test
    void aLineThatHoldsNothingIsNamed() throws IOException {
        var file = folder.resolve("words.jsonl");
        Files.writeString(file, "{\"word\":\"a\"}\nnull\n");
        var fault = assertThrows(IOException.class, () -> JsonLines.read(file, Word.class));
        assertTrue(fault.getMessage().contains("words.jsonl line 2 holds nothing"), fault.getMessage());
    }

    @Test
    void aFolderInThePlaceOfTheFileIsNamed() throws IOException {
        var file = Files.createDirectory(folder.resolve("words.jsonl"));
        var fault = assertThrows(IOException.class, () -> JsonLines.read(file, Word.class));
        assertTrue(fault.getMessage().contains("words.jsonl is no file of records"), fault.getMessage());
    }

    @Test
    void aFileThatIsNotThereHasNoLines() throws IOException {
        assertEquals(List.of(), JsonLines.read(folder.resolve("none.jsonl"), Word.class));
    }
}
