package doppel.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import doppel.compute.Torch;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResidualTest {

    private final NDManager scope = Torch.newManager();

    @AfterEach
    void free() {
        scope.close();
    }

    @Test
    void beginsByChangingNothing() {
        var block = new Residual(3);
        var picture = scope.randomNormal(new Shape(2, 3, 5, 4));
        var result =
                Part.begin(scope, "x", List.of(block), new SplittableRandom(1)).forward(picture);
        assertEquals(new Shape(2, 3, 5, 4), result.getShape());
        assertArrayEquals(picture.toFloatArray(), result.toFloatArray(), 0);
    }

    @Test
    void addsWhatTheSecondConvolutionAnswersToTheFirst() {
        // windows that look at one pixel alone: 2 x - 3, a fifth of it below 0, times 10, plus 1
        var weights = List.of(center(2), scope.create(new float[] {-3}), center(10), scope.create(new float[] {1}));
        var picture = scope.create(new float[] {0, 1, 2, 4}, new Shape(1, 1, 2, 2));
        var result = new Residual(1).forward(picture, weights);
        assertArrayEquals(
                new float[] {0 - 0.6f * 10 + 1, 1 - 0.2f * 10 + 1, 2 + 1 * 10 + 1, 4 + 5 * 10 + 1},
                result.toFloatArray(),
                1e-5f);
    }

    @Test
    void namesTheWeightsOfBothConvolutions() {
        assertEquals(
                List.of("x.0.first.weight", "x.0.first.bias", "x.0.second.weight", "x.0.second.bias"),
                List.copyOf(Part.shapes("x", List.of(new Residual(2))).keySet()));
    }

    private NDArray center(float value) {
        return scope.create(new float[] {0, 0, 0, 0, value, 0, 0, 0, 0}, new Shape(1, 1, 3, 3));
    }
}
