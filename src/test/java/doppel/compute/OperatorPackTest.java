package doppel.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperatorPackTest {

    private static final OperatorPack.AdamNumbers NUMBERS = new OperatorPack.AdamNumbers(0.01, 0.5, 0.999, 1e-7, 0, 0);

    @Test
    void adamFollowsItsFormula() {
        var gradients = new float[][] {{0.3f, -2, 0}, {-0.1f, -1, 0}, {0.2f, 5, 0}};
        try (var scope = Torch.newManager();
                var pack = OperatorPack.open(scope).orElseThrow()) {
            var weight = scope.create(new float[] {1, 2, 3});
            var mean = scope.zeros(new Shape(3));
            var square = scope.zeros(new Shape(3));
            var count = scope.zeros(new Shape());
            for (var numbers : gradients) {
                var gradient = List.of(scope.create(numbers));
                pack.adam(
                        List.of(weight),
                        gradient,
                        List.of(mean),
                        List.of(square),
                        List.of(count),
                        pack.norm(gradient, 1),
                        1,
                        NUMBERS);
            }
            assertArrayEquals(byHand(new double[] {1, 2, 3}, gradients), weight.toFloatArray(), 1e-6f);
            assertEquals(3, count.getFloat(), 0);
        }
    }

    @Test
    void adamLeavesTheGradientsAtZero() {
        try (var scope = Torch.newManager();
                var pack = OperatorPack.open(scope).orElseThrow()) {
            var gradient = scope.ones(new Shape(4));
            pack.adam(
                    List.of(scope.ones(new Shape(4))),
                    List.of(gradient),
                    List.of(scope.zeros(new Shape(4))),
                    List.of(scope.zeros(new Shape(4))),
                    List.of(scope.zeros(new Shape())),
                    pack.norm(List.of(gradient), 1),
                    1,
                    NUMBERS);
            assertArrayEquals(new float[4], gradient.toFloatArray(), 0);
        }
    }

    /** Kingma and Ba, algorithm 1, in doubles. */
    private static float[] byHand(double[] weight, float[][] gradients) {
        var result = new float[weight.length];
        for (int i = 0; i < weight.length; i++) {
            double mean = 0;
            double square = 0;
            for (int step = 1; step <= gradients.length; step++) {
                double gradient = gradients[step - 1][i];
                mean = 0.5 * mean + 0.5 * gradient;
                square = 0.999 * square + 0.001 * gradient * gradient;
                var fairMean = mean / (1 - Math.pow(0.5, step));
                var fairSquare = square / (1 - Math.pow(0.999, step));
                weight[i] -= 0.01 * fairMean / (Math.sqrt(fairSquare) + 1e-7);
            }
            result[i] = (float) weight[i];
        }
        return result;
    }
}
