package doppel.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import doppel.compute.Torch;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each loss against the same formula in plain loops over doubles, and what all of them have in common. */
class LossTest {

    private static final int FACES = 4;

    /** Two scales of 11 pixels fit, and four halvings. */
    private static final int SIZE = 24;

    private static final int PIXELS = SIZE * SIZE;

    private final NDManager scope = Torch.newManager();
    private final SplittableRandom random = new SplittableRandom(3);
    private final double[] drawn = noise(3);
    private final double[] target = noise(3);
    private final double[] weights = weights();

    @AfterEach
    void free() {
        scope.close();
    }

    @ParameterizedTest
    @EnumSource(LossKind.class)
    void aLossFollowsItsFormula(LossKind kind) {
        var plain = new PlainLosses(target, weights, FACES, SIZE);
        var values = values(kind, drawn, target, weights);
        for (int side = 0; side < 2; side++) {
            var expected = plain.of(kind, drawn, side);
            assertEquals(expected, values[side], 1e-4 * expected);
            assertTrue(expected > 0.01, "nothing to compare");
        }
    }

    @ParameterizedTest
    @EnumSource(LossKind.class)
    void theGradientIsTheSlope(LossKind kind) {
        var plain = new PlainLosses(target, weights, FACES, SIZE);
        var gradient = gradient(kind.loss(scope, SIZE), drawn, target);
        double steepest = 0;
        for (var slope : gradient) {
            steepest = Math.max(steepest, Math.abs(slope));
        }
        assertTrue(steepest > 1e-6, "no slope to compare");
        var step = 1e-6;
        for (int i = 57; i < drawn.length; i += 1411) {
            var side = i < drawn.length / 2 ? 0 : 1;
            var moved = drawn.clone();
            moved[i] = drawn[i] + step;
            var above = plain.near(kind, moved, drawn, side);
            moved[i] = drawn[i] - step;
            var below = plain.near(kind, moved, drawn, side);
            assertEquals((above - below) / (2 * step), gradient[i], 1e-3 * steepest, "number " + i);
        }
    }

    @ParameterizedTest
    @EnumSource(LossKind.class)
    void equalPicturesHaveNoLossAndNoNaN(LossKind kind) {
        assertArrayEquals(new float[2], values(kind, target, target, weights), 1e-6f);
        for (var slope : gradient(kind.loss(scope, SIZE), target, target)) {
            assertTrue(Float.isFinite(slope));
        }
    }

    @ParameterizedTest
    @EnumSource(LossKind.class)
    void defect14_bothSidesAreMaskedByOneRule(LossKind kind) {
        // the same faces under the same soft mask, once as side A and once as side B
        var values = values(kind, twice(drawn), twice(target), twice(weights));
        assertEquals(values[0], values[1], 1e-6);
    }

    @ParameterizedTest
    @EnumSource(LossKind.class)
    void aSideDoesNotSeeTheOther(LossKind kind) {
        var before = values(kind, drawn, target, weights);
        var otherB = drawn.clone();
        for (int i = drawn.length / 2; i < drawn.length; i++) {
            otherB[i] = 1 - drawn[i];
        }
        var after = values(kind, otherB, target, weights);
        assertEquals(before[0], after[0], 1e-6);
        assertTrue(Math.abs(before[1] - after[1]) > 1e-4);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"STRUCTURE", "STRUCTURE_SCALES"},
            mode = EnumSource.Mode.EXCLUDE) // its border is an edge to them
    void defect15_aLossDoesNotDependOnTheSizeOfTheMask(LossKind kind) {
        // the same noise everywhere, all of it on side A and the middle third on side B
        var mask = new double[FACES * PIXELS];
        for (int i = 0; i < mask.length; i++) {
            var x = i % SIZE;
            var y = i / SIZE % SIZE;
            mask[i] = i < mask.length / 2 || (x >= 5 && x < 19 && y >= 5 && y < 19) ? 1 : 0;
        }
        var values = values(kind, drawn, target, mask);
        assertEquals(1, values[1] / values[0], 0.25);
    }

    @ParameterizedTest
    @EnumSource(LossKind.class)
    void defect15_aFaceThatCountsNothingChangesNothing(LossKind kind) {
        // both faces of side A are the first one of side B, whose second one has an empty mask
        var faces = drawn.length / FACES;
        var pictures = twice(drawn);
        var wanted = twice(target);
        var counted = twice(weights);
        System.arraycopy(pictures, 0, pictures, faces, faces);
        System.arraycopy(wanted, 0, wanted, faces, faces);
        System.arraycopy(counted, 0, counted, PIXELS, PIXELS);
        Arrays.fill(counted, 3 * PIXELS, 4 * PIXELS, 0);
        var values = values(kind, pictures, wanted, counted);
        assertEquals(values[0], values[1], 1e-6);
    }

    @ParameterizedTest
    @EnumSource(LossKind.class)
    void whatLiesOutsideOfTheMaskCountsNothing(LossKind kind) {
        var elsewhere = drawn.clone();
        for (int i = 0; i < drawn.length; i++) {
            if (weights[i / (3 * PIXELS) * PIXELS + i % PIXELS] == 0) {
                elsewhere[i] = 1 - elsewhere[i];
            }
        }
        assertArrayEquals(values(kind, drawn, target, weights), values(kind, elsewhere, target, weights), 1e-6f);
    }

    @ParameterizedTest
    @EnumSource(LossKind.class)
    void anErrorCountsMoreWhereTheWeightIsLarger(LossKind kind) {
        // a wrong patch in the middle, which counts four times on side B
        var wrong = target.clone();
        var eyes = new double[FACES * PIXELS];
        for (int i = 0; i < drawn.length; i++) {
            var x = i % SIZE;
            var y = i / SIZE % SIZE;
            var patch = x >= 10 && x < 14 && y >= 10 && y < 14;
            wrong[i] = patch ? drawn[i] : target[i];
            var pixel = i / (3 * PIXELS) * PIXELS + i % PIXELS;
            eyes[pixel] = patch && i >= drawn.length / 2 ? 4 : 1;
        }
        var values = values(kind, twice(wrong), twice(target), eyes);
        assertTrue(values[1] > 1.02 * values[0], Arrays.toString(values));
    }

    @Test
    void anErrorThatIsTheSameEverywhereIsAsLargeForThePyramidAsForThePixels() {
        var lighter = new double[target.length];
        Arrays.setAll(lighter, i -> target[i] + 0.1);
        var even = new double[FACES * PIXELS];
        Arrays.fill(even, 1);
        for (var kind : new LossKind[] {LossKind.ABSOLUTE, LossKind.LAPLACIAN}) {
            assertArrayEquals(new float[] {0.1f, 0.1f}, values(kind, lighter, target, even), 1e-5f);
        }
        assertArrayEquals(new float[2], values(LossKind.GRADIENT, lighter, target, even), 1e-6f);
    }

    @Test
    void aSingleWaveIsTheSquaredError() {
        // the worst wave has the full weight, and here are no others
        var waving = new double[target.length];
        Arrays.setAll(waving, i -> target[i] + 0.1 * Math.cos(2 * Math.PI * 3 * (i % SIZE) / SIZE));
        var even = new double[FACES * PIXELS];
        Arrays.fill(even, 1);
        var squared = values(LossKind.SQUARED, waving, target, even);
        assertArrayEquals(squared, values(LossKind.FREQUENCY, waving, target, even), 1e-6f);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 64, 96, 128, 176, 256})
    void asManyScalesAreComparedAsFit(int size) {
        var factors = StructureScalesLoss.factors(size);
        var expected = size < 22 ? 1 : size < 44 ? 2 : size < 88 ? 3 : size < 176 ? 4 : 5;
        assertEquals(expected, factors.length);
        assertEquals(1, Arrays.stream(factors).sum(), 1e-12);
        assertEquals(expected < 2 ? 1 : 0.2856 / 0.0448, expected < 2 ? factors[0] : factors[1] / factors[0], 1e-9);
    }

    @Test
    void aNegativeStillHasASlopeToClimb() {
        var negative = new double[target.length];
        Arrays.setAll(negative, i -> 1 - target[i]);
        Arrays.fill(weights, 1);
        var loss = values(LossKind.STRUCTURE_SCALES, negative, target, weights)[0];
        assertTrue(loss > 0.98 && loss < 1, "loss " + loss);
        double steepest = 0;
        for (var slope : gradient(LossKind.STRUCTURE_SCALES.loss(scope, SIZE), negative, target)) {
            assertTrue(Float.isFinite(slope));
            steepest = Math.max(steepest, Math.abs(slope));
        }
        assertTrue(steepest > 1e-8 && steepest < 1, "steepest " + steepest);
    }

    private float[] gradient(Loss loss, double[] drawn, double[] target) {
        var array = array(drawn, 3);
        array.setRequiresGradient(true);
        try (var collector = Torch.newGradientCollector()) {
            collector.backward(
                    loss.of(array, array(target, 3), array(weights, 1)).sum());
            return array.getGradient().toFloatArray();
        }
    }

    @ParameterizedTest
    @EnumSource(LossKind.class)
    void aStepLeavesNothingWithTheConstants(LossKind kind) {
        try (var owner = Torch.newManager()) {
            var loss = kind.loss(owner, SIZE);
            var before = owner.getManagedArrays().size();
            loss.of(array(drawn, 3), array(target, 3), array(weights, 1));
            assertEquals(before, owner.getManagedArrays().size());
        }
    }

    @ParameterizedTest
    @EnumSource(LossKind.class)
    void aGradientIsTheSameAfterTheGarbageCollectorRan(LossKind kind) {
        var pictures = array(drawn, 3);
        pictures.setRequiresGradient(true);
        var loss = new TotalLoss(scope, LossOptions.only(kind).with(kind, 0.5), SIZE);
        var first = gradient(loss, pictures, false);
        assertArrayEquals(first, gradient(loss, pictures, true), 0);
    }

    private float[] gradient(Loss loss, NDArray pictures, boolean collect) {
        try (var collector = Torch.newGradientCollector()) {
            var total = loss.of(pictures, array(target, 3), array(weights, 1)).sum();
            if (collect) {
                var waste = new ArrayList<ByteBuffer>();
                for (int i = 0; i < 5; i++) {
                    System.gc();
                    for (int j = 0; j < 200; j++) {
                        waste.add(ByteBuffer.allocateDirect(4).put(new byte[] {77, 77, 77, 77}));
                    }
                }
            }
            collector.backward(total);
            var gradient = pictures.getGradient();
            var values = gradient.toFloatArray();
            gradient.subi(gradient.duplicate());
            return values;
        }
    }

    private float[] values(LossKind kind, double[] drawn, double[] target, double[] weights) {
        return kind.loss(scope, SIZE)
                .of(array(drawn, 3), array(target, 3), array(weights, 1))
                .toFloatArray();
    }

    private NDArray array(double[] values, int channels) {
        var floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return Torch.array(scope, floats, new Shape(FACES, channels, SIZE, SIZE));
    }

    /** Of numbers that 32 bits can hold. */
    private double[] noise(int channels) {
        var values = new double[FACES * channels * PIXELS];
        Arrays.setAll(values, i -> (float) random.nextDouble());
        return values;
    }

    /** A third outside, a third soft, a third at full weight or above. */
    private double[] weights() {
        var values = noise(1);
        Arrays.setAll(values, i -> values[i] < 0.33 ? 0 : values[i] < 0.66 ? values[i] : (float) (1 + 3 * values[i]));
        return values;
    }

    /** The first half again in place of the second. */
    private static double[] twice(double[] values) {
        var doubled = values.clone();
        System.arraycopy(values, 0, doubled, values.length / 2, values.length / 2);
        return doubled;
    }
}
