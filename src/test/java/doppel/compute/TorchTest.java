package doppel.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TorchTest {

    @Test
    void multipliesMatrices() {
        try (var scope = Torch.newManager()) {
            var product = scope.create(new float[] {1, 2, 3, 4}, new Shape(2, 2))
                    .matMul(scope.create(new float[] {5, 6, 7, 8}, new Shape(2, 2)));
            assertEquals(19, product.getFloat(0, 0), 0);
            assertEquals(50, product.getFloat(1, 1), 0);
        }
    }

    @Test
    void withoutGradientsNothingIsRecorded() {
        // d(w + w * w)/dw at 3 is 7; with the square unrecorded it is a constant, and 1 remains
        assertEquals(7, gradient(weight -> weight.add(weight.mul(weight))), 0);
        assertEquals(1, gradient(weight -> weight.add(Torch.withoutGradients(() -> weight.mul(weight)))), 0);
    }

    @Test
    void recordsAgainAfterAFailure() {
        var slope = gradient(weight -> {
            assertThrows(
                    IllegalStateException.class,
                    () -> Torch.withoutGradients(() -> {
                        throw new IllegalStateException("on purpose");
                    }));
            return weight.mul(weight);
        });
        assertEquals(6, slope, 0);
    }

    @Test
    void runsThePinnedLibtorch() {
        assertEquals("2.7.1", Torch.version());
    }

    @Test
    void staysOffTheNetwork() {
        Torch.version();
        assertEquals("true", System.getProperty("ai.djl.offline"));
        assertEquals("true", System.getProperty("OPT_OUT_TRACKING"));
    }

    /** The slope of {@code function} at 3. */
    private static float gradient(UnaryOperator<NDArray> function) {
        try (var scope = Torch.newManager();
                var collector = Torch.newGradientCollector()) {
            var weight = scope.full(new Shape(), 3f);
            weight.setRequiresGradient(true);
            collector.backward(function.apply(weight));
            return weight.getGradient().getFloat();
        }
    }
}
