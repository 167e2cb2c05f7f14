package doppel.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import doppel.align.CropOptions;
import doppel.geometry.Point;
import java.awt.Color;
import org.junit.jupiter.api.Test;

class FacePartsTest {

    private static final CropOptions CROP = CropOptions.training(64);

    @Test
    void anEyeCountsFourTimesTheMouthThreeTimesAndTheBackgroundNothing() throws InterruptedException {
        assertEquals(4, weightAt(new Point(96, 95)), 0.15);
        assertEquals(4, weightAt(new Point(160, 95)), 0.15);
        assertEquals(3, weightAt(new Point(128, 164)), 0.1);
        assertEquals(1, weightAt(new Point(128, 130)), 0.05);
        assertEquals(0, weightAt(new Point(60, 130)), 0.02);
    }

    @Test
    void theEmphasisFadesInsteadOfEnding() throws InterruptedException {
        var near = weightAt(new Point(96, 95 + 10));
        assertTrue(near > 1.1 && near < 3.9, "beside the eye " + near);
    }

    @Test
    void noWeightIsNegative() throws InterruptedException {
        for (var weight : weights()) {
            assertTrue(weight >= 0 && weight <= 4, "weight " + weight);
        }
    }

    /** At a place of the stored face. */
    private static double weightAt(Point stored) throws InterruptedException {
        var place = SketchedFaces.STORED
                .fromFaceUnits()
                .inverse()
                .then(CROP.fromFaceUnits())
                .apply(stored);
        return weights()[(int) place.y() * 64 + (int) place.x()];
    }

    private static float[] weights() throws InterruptedException {
        var faces = SketchedFaces.of(SketchedFaces.oval(), CROP, SketchedFaces.picture(Color.PINK));
        return BatchPixels.first(faces, faces, AugmentOptions.none(), 1, 1).weightsOf(0);
    }
}
