package doppel.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.compute.ModelFiles;
import doppel.extract.ExtractOptions;
import doppel.extract.FaceFinder;
import doppel.media.FramePicker;
import doppel.model.ModelDesign;
import doppel.model.SwapModel;
import doppel.swap.ColorMatch;
import doppel.swap.FaceSwapper;
import doppel.swap.SwapOptions;
import doppel.swap.SwapSteps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FlickerTest {

    private static final Path CLIP = Path.of("data", "samples", "actor-b.mp4");

    private static FaceFinder finder;
    private static SwapModel model;

    @BeforeAll
    static void open() {
        finder = FaceFinder.open(ModelFiles.in(Path.of("data", "models")), ExtractOptions.standard());
        model = SwapModel.create(ModelDesign.fast(), 1);
    }

    @AfterAll
    static void close() {
        model.close();
        finder.close();
    }

    @Test
    void twiceTheChangeIsARatioOfTwo() {
        assertEquals(2, new Flicker(List.of(1.0, 3.0), List.of(2.0, 6.0)).ratio(), 1e-12);
    }

    @Test
    void oneFrameTwiceDoesNotFlicker() throws IOException {
        var still = steps(ColorMatch.MEAN, 40).get(0);
        var flicker = Flicker.of(List.of(still, still, still));
        assertEquals(List.of(0.0, 0.0), flicker.target());
        assertEquals(List.of(0.0, 0.0), flicker.swap());
    }

    /** The mean is carried over frame by frame, so it changes as the target's does, but for what the edge lets through. */
    @Test
    void aMatchedMeanChangesAsTheTargets() throws IOException {
        var matched = Flicker.of(steps(ColorMatch.MEAN_AND_SPREAD, 100, 110, 120, 130, 140, 150))
                .ratio();
        assertEquals(1, matched, 0.35);
        assertTrue(matched > 0);
    }

    @Test
    void aSingleFrameIsRefusedWithTheRemedy() throws IOException {
        var one = steps(ColorMatch.NONE, 0);
        var refusal = assertThrows(IllegalArgumentException.class, () -> Flicker.of(one));
        assertTrue(refusal.getMessage().contains("take more frames"), refusal.getMessage());
    }

    private static List<SwapSteps> steps(ColorMatch color, Integer... numbers) throws IOException {
        var swapper = new FaceSwapper(model, finder, SwapOptions.standard().withColor(color));
        return FramePicker.at(CLIP, List.of(numbers)).stream()
                .map(frame -> swapper.steps(frame.picture()).orElseThrow())
                .toList();
    }
}
