package doppel.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.compute.Json;
import doppel.image.PictureFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrowdTest {

    private static final CrowdOptions FEW =
            CrowdOptions.standard().withCount(3).withFrames(7).withSize(64);

    @TempDir
    Path folder;

    private final FlatStudio studio = new FlatStudio();

    @Test
    void everyFrameOfEveryoneIsThereWithItsLabels() throws IOException {
        film(FEW);
        var lines = Files.readAllLines(folder.resolve("labels.jsonl"));
        assertEquals(21, lines.size());
        for (var text : lines) {
            var line = Json.mapper().readTree(text);
            for (var kind : new String[] {"picture", "face", "parts"}) {
                assertEquals(
                        64,
                        PictureFile.readMask(folder.resolve(line.get(kind).asText()))
                                .width());
            }
            assertEquals(68, line.get("landmarks").size());
        }
        assertTrue(Files.exists(folder.resolve("00002/recipe.json")));
    }

    @Test
    void whoIsThereIsNotRenderedAgain() throws IOException {
        film(FEW);
        var steps = new ArrayList<TakeStep>();
        Crowd.film(folder, FEW.withCount(4), studio, seed -> FlatStudio.recipe("p", seed), steps::add);
        assertEquals(28, studio.shots());
        assertEquals(new TakeStep(3, 4), steps.get(0));
    }

    @Test
    void anotherSizeDoesNotMix() throws IOException {
        film(FEW);
        var refusal = assertThrows(IllegalStateException.class, () -> film(FEW.withSize(96)));
        assertTrue(refusal.getMessage().contains("size is 64 there and 96 now"), refusal.getMessage());
    }

    @Test
    void aTroupeDoesTheSame() throws IOException {
        film(FEW.withTroupe(3));
        var poses = new HashSet<String>();
        for (var text : Files.readAllLines(folder.resolve("labels.jsonl"))) {
            poses.add(Json.mapper().readTree(text).get("poseRadians").toString());
        }
        assertEquals(7, poses.size());
    }

    private void film(CrowdOptions options) throws IOException {
        Crowd.film(folder, options, studio, seed -> FlatStudio.recipe("p", seed), step -> {});
    }
}
