package doppel.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.compute.ModelFiles;
import doppel.extract.ExtractOptions;
import doppel.extract.FaceFinder;
import doppel.model.ModelDesign;
import doppel.model.SwapModel;
import doppel.swap.ColorMatch;
import doppel.swap.FaceSwapper;
import doppel.swap.SwapOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrialTest {

    private static final SwapOptions OPTIONS = SwapOptions.standard();

    private static FaceFinder finder;
    private static SwapModel model;
    private static TruthSet held;

    @BeforeAll
    static void open() throws IOException {
        finder = FaceFinder.open(ModelFiles.in(Path.of("data", "models")), ExtractOptions.standard());
        model = SwapModel.create(ModelDesign.fast(), 1);
        held = TruthSet.ofPictures(Path.of("data", "samples", "held", "held.jsonl"));
    }

    @AfterAll
    static void close() {
        model.close();
        finder.close();
    }

    @Test
    void aTrialScoresAsSwappingAnewDoes() {
        var other = OPTIONS.withColor(ColorMatch.MEAN).withFeather(0.08);
        var trial = Trial.of(new FaceSwapper(model, finder, OPTIONS), held, 2);
        var swapper = new FaceSwapper(model, finder, other);
        var anew = List.of(0, held.frames().size() / 2).stream()
                .map(held.frames()::get)
                .mapToDouble(frame -> Psnr.inside(
                        swapper.steps(frame.target()).orElseThrow().composite(), frame.truth(), frame.mask()))
                .average()
                .orElseThrow();
        assertEquals(anew, trial.psnr(other), 1e-9);
    }

    /** A network that has learned nothing draws gray: less of it is nearer to the truth. */
    @Test
    void theGrayOfANewNetworkIsBetterPaintedLess() {
        var trial = Trial.of(new FaceSwapper(model, finder, OPTIONS), held, 1);
        var plain = OPTIONS.withColor(ColorMatch.NONE);
        assertTrue(trial.psnr(plain.withErode(0.15)) > trial.psnr(plain) + 0.5);
    }

    @Test
    void framesWithoutAFaceAreNoTrial() {
        var gray = Pictures.flat(256, 90);
        var nobody = new TruthSet(List.of(new TruthFrame("gray", gray, gray, Pictures.everywhere(256))));
        var swapper = new FaceSwapper(model, finder, OPTIONS);
        var refusal = assertThrows(IllegalArgumentException.class, () -> Trial.of(swapper, nobody, 1));
        assertTrue(refusal.getMessage().contains("take others"), refusal.getMessage());
    }
}
