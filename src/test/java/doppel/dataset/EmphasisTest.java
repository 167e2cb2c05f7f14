package doppel.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import doppel.align.CropOptions;
import doppel.geometry.Point;
import java.awt.Color;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EmphasisTest {

    private static final CropOptions CROP = CropOptions.training(64);
    private static final TrainingFaces FACES =
            SketchedFaces.of(SketchedFaces.oval(), CROP, SketchedFaces.picture(Color.PINK));
    private static final Point EYE = new Point(96, 95);
    private static final Point LIPS = new Point(128, 164);
    private static final Point CHEEK = new Point(128, 130);
    private static final Point WALL = new Point(60, 130);

    @Test
    void aWeightIsTheMaskTimesOneAndWhatCountsOnTop() {
        byte[] parts = {(byte) 255, 0, 0, (byte) 255, (byte) 255, 0, (byte) 102, 51, (byte) 153, 0, (byte) 255, 0};
        var weights = new float[4];
        new Emphasis(3, 2).weigh(parts, weights);
        assertArrayEquals(new float[] {1, 4, 0.4f * (1 + 0.2f * 3 + 0.6f * 2), 0}, weights, 1e-6f);
        new Emphasis(3, 2, false).weigh(parts, weights);
        assertArrayEquals(new float[] {1, 4, 1 + 0.2f * 3 + 0.6f * 2, 4}, weights, 1e-6f);
        Emphasis.book().weigh(parts, weights);
        assertArrayEquals(new float[] {1, 1, 1, 1}, weights, 0);
    }

    @Test
    void eyesAndMouthCountAsManyTimesOnTopAsAskedFor() throws InterruptedException {
        var weights = weights(new Emphasis(40, 7));
        assertEquals(41, at(weights, EYE), 1);
        assertEquals(8, at(weights, LIPS), 0.1);
        assertEquals(1, at(weights, CHEEK), 0.05);
        assertEquals(0, at(weights, WALL), 0.02);
    }

    @Test
    void withoutEmphasisOnlyTheMaskCounts() throws InterruptedException {
        var weights = weights(Emphasis.even());
        assertEquals(1, at(weights, EYE), 0);
        assertEquals(1, at(weights, CHEEK), 0);
        assertEquals(0, at(weights, WALL), 0.02);
    }

    @Test
    void withoutAMaskTheWallCountsAsMuchAsTheCheek() throws InterruptedException {
        var weights = weights(Emphasis.usual().withMasked(false));
        assertEquals(4, at(weights, EYE), 0.1);
        assertEquals(1, at(weights, CHEEK), 0.05);
        assertEquals(1, at(weights, WALL), 0);
    }

    @Test
    void anotherEmphasisHoldsFromTheNextBatchOnAndChangesNoPicture() throws InterruptedException {
        try (var batches = new FaceBatches(FACES, FACES, AugmentOptions.quick(), 1, 7, 1)) {
            batches.take().close();
            batches.change(AugmentOptions.quick(), Emphasis.even());
            try (var second = batches.take()) {
                var usual = BatchPixels.at(FACES, FACES, AugmentOptions.quick(), 1, 7, 2);
                var even = BatchPixels.copy(second, 64);
                assertEquals(2, second.step());
                assertArrayEquals(usual.target(), even.target());
                assertArrayEquals(usual.input(), even.input());
                assertFalse(Arrays.equals(usual.weights(), even.weights()));
            }
        }
    }

    @Test
    void aNumberOutOfItsRangeIsNamed() {
        var fault = assertThrows(IllegalArgumentException.class, () -> new Emphasis(41, 2));
        assertEquals("eyes must be 0 to 40.0 times on top, got 41.0; try 3", fault.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Emphasis.usual().withMouth(Double.NaN));
    }

    private static float[] weights(Emphasis emphasis) throws InterruptedException {
        try (var batches = new FaceBatches(FACES, FACES, AugmentOptions.none(), emphasis, 1, 1, 1);
                var batch = batches.take()) {
            return BatchPixels.copy(batch, 64).weightsOf(0);
        }
    }

    private static double at(float[] weights, Point stored) {
        var place = SketchedFaces.STORED
                .fromFaceUnits()
                .inverse()
                .then(CROP.fromFaceUnits())
                .apply(stored);
        return weights[(int) place.y() * 64 + (int) place.x()];
    }
}
