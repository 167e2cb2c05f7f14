package doppel.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import doppel.compute.Torch;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TotalLossTest {

    private static final int SIZE = 16;

    private static final LossOptions MIX = LossOptions.only(LossKind.STRUCTURE)
            .with(LossKind.STRUCTURE, 3)
            .with(LossKind.FREQUENCY, 0.5)
            .with(LossKind.ABSOLUTE, 2);

    private final NDManager scope = Torch.newManager();
    private final SplittableRandom random = new SplittableRandom(5);
    private final NDArray drawn = noise(3);
    private final NDArray target = noise(3);
    private final NDArray weights = noise(1);

    @AfterEach
    void free() {
        scope.close();
    }

    @Test
    void aTermIsTheLossItselfOfBothSides() {
        var terms = value().terms();
        assertEquals(3, terms.size());
        for (int i = 0; i < terms.size(); i++) {
            var alone = MIX.terms().get(i).kind().loss(scope, SIZE).of(drawn, target, weights);
            assertArrayEquals(alone.toFloatArray(), terms.get(i).toFloatArray(), 1e-6f);
        }
    }

    @Test
    void theTotalAddsEachLossTimesItsWeight() {
        var value = value();
        for (int side = 0; side < 2; side++) {
            var structure = value.terms().get(0).getFloat(side);
            var frequency = value.terms().get(1).getFloat(side);
            var absolute = value.terms().get(2).getFloat(side);
            assertEquals(
                    3 * structure + 0.5 * frequency + 2 * absolute,
                    value.total().getFloat(side),
                    1e-5);
        }
    }

    @Test
    void drawnMasksAddHowFarTheyAreOff() {
        var masks = noise(1);
        var counted = weights.mul(4); // eyes count more than once, and are face all the same
        var both = new TotalLoss(scope, MIX, SIZE).valueOf(drawn.concat(masks, 1), target, counted);
        var colors = new TotalLoss(scope, MIX, SIZE).valueOf(drawn, target, counted);
        var mask = masks.toFloatArray();
        var wanted = counted.toFloatArray();
        for (int side = 0; side < 2; side++) {
            double off = 0;
            for (int i = side * SIZE * SIZE; i < (side + 1) * SIZE * SIZE; i++) {
                off += Math.abs(mask[i] - Math.min(1, wanted[i]));
            }
            var expected = colors.total().getFloat(side) + off / (SIZE * SIZE);
            assertEquals(expected, both.total().getFloat(side), 1e-5);
        }
    }

    private LossValue value() {
        return new TotalLoss(scope, MIX, SIZE).valueOf(drawn, target, weights);
    }

    private NDArray noise(int channels) {
        var values = new float[2 * channels * SIZE * SIZE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
        return Torch.array(scope, values, new Shape(2, channels, SIZE, SIZE));
    }
}
