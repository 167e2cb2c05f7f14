package doppel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.compute.ModelFiles;
import doppel.extract.ExtractOptions;
import doppel.extract.FaceExtractor;
import doppel.extract.FaceFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On faces that were extracted from the clip of an actor. */
class StepTimesTest {

    @TempDir
    private static Path extracted;

    private static FaceFolder folder;

    @BeforeAll
    static void extractFourFaces() throws IOException {
        folder = new FaceExtractor(ModelFiles.in(Path.of("data", "models")))
                .extract(
                        Path.of("data", "samples", "actor-b.mp4"),
                        "actor-b",
                        extracted.resolve("faces"),
                        ExtractOptions.standard().withEveryNth(90),
                        step -> {});
    }

    @Test
    void everyPartOfAStepTakesTime() throws IOException, InterruptedException {
        var times = StepTimes.measure(folder, folder, DrawnSides.tinyOptions(10), 5);
        assertTrue(times.read() > 0 && times.make() > 0 && times.idle() > 0 && times.move() > 0, times.toString());
        assertTrue(times.learn() > times.move(), times.toString());
    }

    @Test
    void tooFewStepsSayTheRemedy() {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> StepTimes.measure(folder, folder, DrawnSides.tinyOptions(10), 2));
        assertEquals("a median needs 3 steps or more, got 2; try 30", refusal.getMessage());
    }
}
