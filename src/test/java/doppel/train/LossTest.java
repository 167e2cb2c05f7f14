package doppel.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import doppel.compute.Torch;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each loss against the same formula in plain loops over doubles. */
class LossTest {

    private static final int FACES = 4;
    private static final int SIZE = 16;
    private static final int PIXELS = SIZE * SIZE;

    private final NDManager scope = Torch.newManager();
    private final SplittableRandom random = new SplittableRandom(3);

    @AfterEach
    void free() {
        scope.close();
    }

    @Test
    void theAbsoluteErrorIsTheWeightedMean() {
        var drawn = noise(3);
        var target = noise(3);
        var weights = weights();
        var expected = new float[2];
        for (int side = 0; side < 2; side++) {
            expected[side] = (float) plainColor(drawn, target, weights, side, false);
        }
        assertArrayEquals(expected, values(ColorLoss.ABSOLUTE, drawn, target, weights), 1e-5f);
    }

    @Test
    void theSquaredErrorIsTheWeightedMean() {
        var drawn = noise(3);
        var target = noise(3);
        var weights = weights();
        var expected = new float[2];
        for (int side = 0; side < 2; side++) {
            expected[side] = (float) plainColor(drawn, target, weights, side, true);
        }
        assertArrayEquals(expected, values(ColorLoss.SQUARED, drawn, target, weights), 1e-5f);
    }

    @Test
    void theStructureFollowsItsFormulaWindowByWindow() {
        var drawn = noise(3);
        var target = noise(3);
        var weights = weights();
        var expected = new float[2];
        for (int side = 0; side < 2; side++) {
            expected[side] = (float) plainStructure(drawn, target, weights, side);
        }
        assertArrayEquals(expected, values(structure(), drawn, target, weights), 1e-5f);
    }

    @Test
    void equalPicturesHaveNoStructuralDifference() {
        var picture = noise(3);
        assertArrayEquals(new float[2], values(structure(), picture, picture, weights()), 1e-6f);
    }

    @Test
    void theStructuresGradientIsItsSlope() {
        var drawn = noise(3);
        var target = noise(3);
        var weights = weights();
        var array = array(drawn, 3);
        array.setRequiresGradient(true);
        float[] gradient;
        try (var collector = Torch.newGradientCollector()) {
            collector.backward(
                    structure().of(array, array(target, 3), array(weights, 1)).sum());
            gradient = array.getGradient().toFloatArray();
        }
        var step = 1e-4;
        for (int i = 100; i < drawn.length; i += 311) {
            var before = drawn[i];
            drawn[i] = (float) (before + step);
            var above = plainStructure(drawn, target, weights, 0) + plainStructure(drawn, target, weights, 1);
            drawn[i] = (float) (before - step);
            var below = plainStructure(drawn, target, weights, 0) + plainStructure(drawn, target, weights, 1);
            drawn[i] = before;
            assertEquals((above - below) / (2 * step), gradient[i], 2e-5);
        }
    }

    @Test
    void defect14_bothSidesAreMaskedByOneRule() {
        // the same faces under the same soft mask, once as side A and once as side B
        var drawn = twice(noise(3));
        var target = twice(noise(3));
        var weights = twice(weights());
        for (var loss : new Loss[] {ColorLoss.ABSOLUTE, ColorLoss.SQUARED, structure()}) {
            var values = values(loss, drawn, target, weights);
            assertEquals(values[0], values[1], 1e-6);
        }
    }

    @Test
    void defect15_aLossDoesNotDependOnTheSizeOfTheMask() {
        // the same error everywhere, a large mask on side A and a small one on side B
        var drawn = new float[FACES * 3 * PIXELS];
        var target = new float[drawn.length];
        java.util.Arrays.fill(target, 0.25f);
        var weights = new float[FACES * PIXELS];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i < weights.length / 2 || i % PIXELS < 40 ? 1 : 0;
        }
        assertArrayEquals(new float[] {0.25f, 0.25f}, values(ColorLoss.ABSOLUTE, drawn, target, weights), 1e-6f);
        assertArrayEquals(new float[] {0.0625f, 0.0625f}, values(ColorLoss.SQUARED, drawn, target, weights), 1e-6f);
    }

    @Test
    void whatLiesOutsideOfTheMaskCountsNothing() {
        var drawn = noise(3);
        var target = noise(3);
        var weights = weights();
        var elsewhere = drawn.clone();
        for (int i = 0; i < drawn.length; i++) {
            if (weights[i / (3 * PIXELS) * PIXELS + i % PIXELS] == 0) {
                elsewhere[i] = 1 - elsewhere[i];
            }
        }
        for (var loss : new Loss[] {ColorLoss.ABSOLUTE, ColorLoss.SQUARED, structure()}) {
            assertArrayEquals(values(loss, drawn, target, weights), values(loss, elsewhere, target, weights), 1e-6f);
        }
    }

    @Test
    void theTotalAddsEachLossTimesItsWeight() {
        var drawn = noise(3);
        var target = noise(3);
        var weights = weights();
        var options = LearnOptions.quick().withAbsolute(0.5).withSquared(2).withStructure(3);
        var absolute = values(ColorLoss.ABSOLUTE, drawn, target, weights);
        var squared = values(ColorLoss.SQUARED, drawn, target, weights);
        var structure = values(structure(), drawn, target, weights);
        var total = values(new TotalLoss(scope, options, SIZE), drawn, target, weights);
        for (int side = 0; side < 2; side++) {
            assertEquals(0.5 * absolute[side] + 2 * squared[side] + 3 * structure[side], total[side], 1e-5);
        }
    }

    @Test
    void aGradientIsTheSameAfterTheGarbageCollectorRan() {
        var drawn = array(noise(3), 3);
        var target = array(noise(3), 3);
        var weights = array(weights(), 1);
        drawn.setRequiresGradient(true);
        var loss = new TotalLoss(scope, LearnOptions.quick().withAbsolute(0.5).withSquared(2), SIZE);
        var first = gradient(loss, drawn, target, weights, false);
        assertArrayEquals(first, gradient(loss, drawn, target, weights, true), 0);
        assertTrue(java.util.Arrays.stream(toDoubles(first)).anyMatch(slope -> slope != 0));
    }

    private static float[] gradient(Loss loss, NDArray drawn, NDArray target, NDArray weights, boolean collect) {
        try (var collector = Torch.newGradientCollector()) {
            var total = loss.of(drawn, target, weights).sum();
            if (collect) {
                var waste = new java.util.ArrayList<java.nio.ByteBuffer>();
                for (int i = 0; i < 20; i++) {
                    System.gc();
                    for (int j = 0; j < 100; j++) {
                        waste.add(java.nio.ByteBuffer.allocateDirect(4).put(new byte[] {77, 77, 77, 77}));
                    }
                }
            }
            collector.backward(total);
            var gradient = drawn.getGradient();
            var values = gradient.toFloatArray();
            gradient.subi(gradient);
            return values;
        }
    }

    private static double[] toDoubles(float[] values) {
        var doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    private static double plainColor(float[] drawn, float[] target, float[] weights, int side, boolean squared) {
        double sum = 0;
        double weightSum = 0;
        for (int face = side * FACES / 2; face < (side + 1) * FACES / 2; face++) {
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                double weight = weights[face * PIXELS + pixel];
                for (int channel = 0; channel < 3; channel++) {
                    var i = (face * 3 + channel) * PIXELS + pixel;
                    double error = drawn[i] - target[i];
                    sum += weight * (squared ? error * error : Math.abs(error));
                    weightSum += weight;
                }
            }
        }
        return sum / weightSum;
    }

    private static double plainStructure(float[] drawn, float[] target, float[] weights, int side) {
        double sum = 0;
        double weightSum = 0;
        for (int face = side * FACES / 2; face < (side + 1) * FACES / 2; face++) {
            for (int row = 5; row < SIZE - 5; row++) {
                for (int column = 5; column < SIZE - 5; column++) {
                    var weight = Math.min(1, weights[face * PIXELS + row * SIZE + column]);
                    sum += weight * (1 - similarity(drawn, target, weights, face, row, column)) / 2;
                    weightSum += weight;
                }
            }
        }
        return sum / weightSum;
    }

    private static double similarity(float[] drawn, float[] target, float[] weights, int face, int row, int column) {
        double gauss = 0;
        double a = 0;
        double b = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int down = -5; down <= 5; down++) {
            for (int across = -5; across <= 5; across++) {
                var pixel = (row + down) * SIZE + column + across;
                var weight = Math.exp(-(down * down + across * across) / (2 * 1.5 * 1.5));
                var p = lightness(drawn, weights, face, pixel);
                var q = lightness(target, weights, face, pixel);
                gauss += weight;
                a += weight * p;
                b += weight * q;
                aa += weight * p * p;
                bb += weight * q * q;
                ab += weight * p * q;
            }
        }
        a /= gauss;
        b /= gauss;
        var varianceA = aa / gauss - a * a;
        var varianceB = bb / gauss - b * b;
        var covariance = ab / gauss - a * b;
        return (2 * a * b + 1e-4) * (2 * covariance + 9e-4) / ((a * a + b * b + 1e-4) * (varianceA + varianceB + 9e-4));
    }

    private static double lightness(float[] picture, float[] weights, int face, int pixel) {
        var red = face * 3 * PIXELS + pixel;
        var gray = 0.299 * picture[red] + 0.587 * picture[red + PIXELS] + 0.114 * picture[red + 2 * PIXELS];
        return gray * Math.min(1, weights[face * PIXELS + pixel]);
    }

    private Loss structure() {
        return new StructureLoss(scope, SIZE);
    }

    private float[] values(Loss loss, float[] drawn, float[] target, float[] weights) {
        return loss.of(array(drawn, 3), array(target, 3), array(weights, 1)).toFloatArray();
    }

    private NDArray array(float[] values, int channels) {
        return scope.create(values, new Shape(FACES, channels, SIZE, SIZE));
    }

    private float[] noise(int channels) {
        var values = new float[FACES * channels * PIXELS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
        return values;
    }

    /** A third outside, a third soft, a third at full weight or above. */
    private float[] weights() {
        var values = noise(1);
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] < 0.33 ? 0 : values[i] < 0.66 ? values[i] : 1 + 3 * values[i];
        }
        return values;
    }

    /** The first half again in place of the second. */
    private static float[] twice(float[] values) {
        var half = values.length / 2;
        System.arraycopy(values, 0, values, half, half);
        return values;
    }
}
