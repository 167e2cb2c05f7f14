package doppel.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonTest {

    record Sample(String name, int count, List<Double> values, Optional<LocalDate> day) {}

    @TempDir
    Path folder;

    @Test
    void aRecordComesBackEqual() throws IOException {
        var sample = new Sample("a", 3, List.of(0.1, -2e-30), Optional.of(LocalDate.of(2026, 2, 28)));
        Json.write(folder.resolve("sample.json"), sample);
        assertEquals(sample, Json.read(folder.resolve("sample.json"), Sample.class));
    }

    @Test
    void aMissingFileIsOneSentenceWithItsName() {
        var refusal = assertThrows(IOException.class, () -> Json.read(folder.resolve("gone.json"), Sample.class));
        assertTrue(refusal.getMessage().endsWith("gone.json is missing"), refusal.getMessage());
    }

    @Test
    void brokenTextIsOneSentenceWithItsName() throws IOException {
        var file = Files.writeString(folder.resolve("broken.json"), "{\"name\": ");
        var refusal = assertThrows(IOException.class, () -> Json.read(file, Sample.class));
        assertTrue(refusal.getMessage().contains("broken.json is not readable as Sample"), refusal.getMessage());
        assertEquals(1, refusal.getMessage().lines().count());
    }

    @Test
    void textThatNestsWithoutEndIsRefused() throws IOException {
        var file = Files.writeString(folder.resolve("deep.json"), "[".repeat(100_000));
        assertThrows(IOException.class, () -> Json.read(file, Object.class));
    }

    @Test
    void aTypeNameInTheFileMakesNoObject() throws IOException {
        var file = Files.writeString(
                folder.resolve("type.json"), "[\"java.io.File\", {\"path\": \"x\"}, {\"@class\": \"java.io.File\"}]");
        assertTrue(Json.read(file, Object.class) instanceof List);
    }

    @Test
    void writingReplacesWholeOrNotAtAll() throws IOException {
        var file = folder.resolve("sample.json");
        Json.write(file, List.of(1));
        assertThrows(IOException.class, () -> Json.write(file, new Object()));
        assertEquals(List.of(1), Json.read(file, List.class));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }
}
