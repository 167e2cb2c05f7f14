package doppel.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import doppel.align.CropOptions;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Turning one knob of the augmentation changes what it says and nothing else. */
class KnobsTest {

    private static final CropOptions CROP = CropOptions.training(64);
    private static final TrainingFaces A = SketchedFaces.many(7, CROP, new Color(220, 180, 150));
    private static final TrainingFaces B = SketchedFaces.many(5, CROP, new Color(120, 90, 70));
    private static final AugmentOptions SOME =
            AugmentOptions.faceswap().withRecoloring(0.5).withToLandmarks(0.5).withContrast(0.3);
    private static final int BATCH = 6;

    @Test
    void bendsTouchTheInputAlone() throws InterruptedException {
        var before = pixels(SOME);
        for (var options :
                List.of(SOME.withWarp(0.05), SOME.withWarp(0), SOME.withToLandmarks(0), SOME.withToLandmarks(1))) {
            var after = pixels(options);
            assertArrayEquals(before.target(), after.target());
            assertArrayEquals(before.weights(), after.weights(), 0);
            assertFalse(Arrays.equals(before.input(), after.input()));
        }
    }

    /** The weights move with the face, so where they are the same the face is where it was. */
    @Test
    void colorsMoveNothing() throws InterruptedException {
        var before = pixels(SOME);
        for (var options : List.of(
                SOME.withLightness(0.1),
                SOME.withColor(0),
                SOME.withContrast(1),
                SOME.withContrast(0),
                SOME.withRecoloring(0),
                SOME.withRecoloring(1))) {
            var after = pixels(options);
            assertArrayEquals(before.weights(), after.weights(), 0);
            assertFalse(Arrays.equals(before.target(), after.target()), options.toString());
        }
    }

    /** So a face that is not recolored either way has the same bytes. */
    @Test
    void oneFaceRecoloredLeavesTheOthersAsTheyWere() throws InterruptedException {
        var never = pixels(SOME.withRecoloring(0));
        var often = pixels(SOME.withRecoloring(0.6));
        int same = 0;
        for (int face = 0; face < 2 * BATCH; face++) {
            if (Arrays.equals(never.targetOf(face), often.targetOf(face))) {
                assertArrayEquals(never.inputOf(face), often.inputOf(face));
                same++;
            }
        }
        assertEquals(0.4 * 2 * BATCH, same, 3);
    }

    @Test
    void aFaceThatIsMovedKeepsItsColors() throws InterruptedException {
        var still = SOME.withRotationDegrees(0).withZoom(0).withShift(0).withContrast(0);
        var before = pixels(still);
        for (var options :
                List.of(still.withShift(0.02), still.withRotationDegrees(4), still.withZoom(0.02), still.withFlip(0))) {
            var after = pixels(options);
            for (int face = 0; face < 2 * BATCH; face++) {
                assertEquals(mean(before.targetOf(face)), mean(after.targetOf(face)), 4, options + " face " + face);
            }
            assertFalse(Arrays.equals(before.weights(), after.weights()), options.toString());
        }
    }

    @Test
    void theLastPhaseHasTheSameTargetsUnlessTheyWereMirrored() throws InterruptedException {
        var options = SOME.withFlip(0);
        var before = pixels(options);
        var after = pixels(SOME.withoutWarpAndFlip());
        assertArrayEquals(before.target(), after.target());
        assertArrayEquals(after.target(), after.input());
    }

    private static BatchPixels pixels(AugmentOptions options) throws InterruptedException {
        return BatchPixels.first(A, B, options, BATCH, 7);
    }

    private static double mean(byte[] bytes) {
        double sum = 0;
        for (var value : bytes) {
            sum += value & 255;
        }
        return sum / bytes.length;
    }
}
