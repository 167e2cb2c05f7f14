package doppel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.compute.Json;
import doppel.model.ModelDesign;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class TrainOptionsTest {

    /** The default of faceswap. */
    private static final double FACESWAP_RATE = 5e-5;

    @Test
    void aNetworkWithADecoderForEachPersonLearnsMoreSlowly() {
        assertEquals(TrainOptions.book(), TrainOptions.usual(ModelDesign.book()));
        assertEquals(TrainOptions.quick(), TrainOptions.usual(ModelDesign.fast()));
        var light = TrainOptions.usual(ModelDesign.light());
        assertEquals(TrainOptions.quick().withDesign(ModelDesign.light()).withLearningRate(6e-4), light);
    }

    @Test
    void defect16_theDefaultLearningRateIsNotBelowFaceswaps() {
        assertTrue(TrainOptions.book().learningRate() >= FACESWAP_RATE);
        assertTrue(TrainOptions.quick().learningRate() >= FACESWAP_RATE);
    }

    @Test
    void survivesJson(@TempDir Path folder) throws IOException {
        for (var options : List.of(TrainOptions.quick(), TrainOptions.book())) {
            Json.write(folder.resolve("x.json"), options);
            assertEquals(options, Json.read(folder.resolve("x.json"), TrainOptions.class));
        }
    }

    @Test
    void aRunIsDoneAtTheNearerLimit() {
        var options = TrainOptions.quick().withSteps(200).withMinutes(1);
        assertEquals(0.25, options.done(50, 3), 1e-12);
        assertEquals(0.5, options.done(50, 30), 1e-12);
        assertEquals(1, options.done(300, 3), 0);
        assertEquals(0.5, options.withSteps(0).done(1_000_000, 30), 1e-12);
        assertEquals(0.25, options.withMinutes(0).done(50, 1e6), 1e-12);
    }

    @Test
    void aKnobChangesItselfAlone() {
        var quick = TrainOptions.quick();
        assertEquals(quick, quick.withSeed(9).withSeed(quick.seed()));
        assertEquals(9, quick.withSeed(9).seed());
        assertEquals(quick, quick.withDesign(ModelDesign.book()).withDesign(quick.design()));
        assertEquals(quick, quick.withSteps(9).withSteps(quick.steps()));
        assertEquals(quick, quick.withMinutes(9).withMinutes(quick.minutes()));
        assertEquals(quick, quick.withBatch(9).withBatch(quick.batch()));
        assertEquals(quick, quick.withLearningRate(0.01).withLearningRate(quick.learningRate()));
        assertEquals(quick, quick.withLearn(LearnOptions.faceswap()).withLearn(quick.learn()));
        assertEquals(quick, quick.withCheckpointSeconds(9).withCheckpointSeconds(quick.checkpointSeconds()));
        assertEquals(quick, quick.withPreviewSeconds(9).withPreviewSeconds(quick.previewSeconds()));
    }

    @Test
    void anImpossibleValueIsNamed() {
        var quick = TrainOptions.quick();
        assertRefused("a run needs a number of steps or minutes above 0, got 0 and 0.0", () -> quick.withMinutes(0));
        assertRefused("batch must be 1 to 256 faces a side, got 0; try 6", () -> quick.withBatch(0));
        assertRefused("learningRate must be 1e-7 to 0.1, got 2.0", () -> quick.withLearningRate(2));
        assertRefused("learningRate must be 1e-7 to 0.1, got NaN", () -> quick.withLearningRate(Double.NaN));
        assertRefused("previewSeconds must be 1 to 86400, got 0.0", () -> quick.withPreviewSeconds(0));
    }

    private static void assertRefused(String beginning, Executable act) {
        var refusal = assertThrows(IllegalArgumentException.class, act);
        assertTrue(refusal.getMessage().startsWith(beginning), refusal.getMessage());
    }
}
