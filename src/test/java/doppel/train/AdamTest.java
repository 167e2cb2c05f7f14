package doppel.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import doppel.compute.Torch;
import doppel.train.OptimizerOptions.Kind;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdamTest {

    private final NDManager scope = Torch.newManager();

    @AfterEach
    void free() {
        scope.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twentyStepsFollowTheFormula(boolean fused) {
        for (var options : List.of(
                adam(0.5),
                adam(0.9).withClip(0.7),
                adam(0.9).withKind(Kind.ADAMW).withWeightDecay(0.3),
                adam(0.5).withClip(0.7).withKind(Kind.ADAMW).withWeightDecay(0.3))) {
            var weights = weights();
            var x = new PlainAdam(options, new double[] {0, 1, 2, 3, 4, 5}, true);
            var y = new PlainAdam(options, new double[] {1, 1, 1, 1}, false);
            try (var adam = adam(fused, weights, options)) {
                for (int step = 0; step < 20; step++) {
                    var turn = Math.sin(step);
                    var gradientX = x.bowl(turn);
                    var gradientY = DoubleStream.generate(() -> turn).limit(4).toArray();
                    var norm = Math.sqrt(PlainAdam.squares(gradientX) + PlainAdam.squares(gradientY));
                    assertEquals(norm, walk(adam, weights, step), 1e-5 * norm, options + " at " + step);
                    x.step(gradientX, norm);
                    y.step(gradientY, norm);
                }
            }
            x.assertEqual(weights.get("x"));
            y.assertEqual(weights.get("y"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSumOfSeveralBatchesMovesLikeTheirMean(boolean fused) {
        var options = adam(0.5).withClip(0.7);
        var once = weights();
        var thrice = weights();
        try (var one = adam(fused, once, options);
                var other = adam(fused, thrice, options)) {
            for (int step = 0; step < 3; step++) {
                var norm = walk(one, once, step);
                gather(thrice, step);
                gather(thrice, step);
                gather(thrice, step);
                assertEquals(norm, other.step(scope, 0.01, thrice.keySet(), 3).getFloat(), 1e-5);
            }
            assertSame(once, thrice);
            assertSame(one.memory(), other.memory());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aGradientThatIsNoNumberMovesNothingAndIsForgotten(boolean fused) {
        var weights = weights();
        try (var adam = adam(fused, weights, adam(0.5))) {
            walk(adam, weights, 0);
            var before = weights.get("y").toFloatArray();
            gather(weights, 1);
            weights.get("x").getGradient().muli(Float.NaN);
            assertTrue(Float.isNaN(adam.step(scope, 0.01).getFloat()));
            assertArrayEquals(before, weights.get("y").toFloatArray(), 0);
            assertEquals(1, adam.memory().get("count.y").getFloat(), 0);
            assertArrayEquals(new float[6], weights.get("x").getGradient().toFloatArray(), 0);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStepSetsTheGradientsToZero(boolean fused) {
        var weights = weights();
        try (var adam = adam(fused, weights, adam(0.9))) {
            walk(adam, weights, 0);
            assertArrayEquals(new float[6], weights.get("x").getGradient().toFloatArray(), 0);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onlyTheNamedWeightsMoveAndCountTheStep(boolean fused) {
        var weights = weights();
        try (var adam = adam(fused, weights, adam(0.9))) {
            walk(adam, weights, 0);
            var before = weights.get("y").toFloatArray();
            var mean = adam.memory().get("mean.y").toFloatArray();
            gather(weights, 1);
            adam.step(scope, 0.01, List.of("x"), 1);
            assertArrayEquals(before, weights.get("y").toFloatArray(), 0);
            assertArrayEquals(mean, adam.memory().get("mean.y").toFloatArray(), 0);
            assertEquals(2, adam.memory().get("count.x").getFloat(), 0);
            assertEquals(1, adam.memory().get("count.y").getFloat(), 0);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWeightThatNothingFlowedIntoStaysAsItBegan(boolean fused) {
        var weights = weights();
        try (var adam = adam(fused, weights, adam(0.9))) {
            adam.step(scope, 0.1);
            assertArrayEquals(new float[] {0, 1, 2, 3, 4, 5}, weights.get("x").toFloatArray(), 0);
        }
    }

    @Test
    void whatIsRememberedCanBeRestored() throws IOException {
        var weights = weights();
        var restoredWeights = weights();
        try (var adam = Adam.of(scope, weights, adam(0.5));
                var restored = Adam.of(scope, restoredWeights, adam(0.5))) {
            walk(adam, weights, 0);
            walk(adam, weights, 1);
            restored.restore(adam.memory());
            copy(weights, restoredWeights);
            walk(adam, weights, 2);
            walk(restored, restoredWeights, 2);
            assertSame(weights, restoredWeights);
        }
    }

    @Test
    void withoutItsMemoryTheNextStepIsAnother() {
        var weights = weights();
        var forgetfulWeights = weights();
        try (var adam = Adam.of(scope, weights, adam(0.5));
                var forgetful = Adam.of(scope, forgetfulWeights, adam(0.5))) {
            walk(adam, weights, 0);
            copy(weights, forgetfulWeights);
            walk(adam, weights, 1);
            walk(forgetful, forgetfulWeights, 1);
            assertFalse(weights.get("x").allClose(forgetfulWeights.get("x")));
        }
    }

    @Test
    void theMemoryOfAnotherNetworkIsRefused() {
        try (var adam = Adam.of(scope, weights(), adam(0.5));
                var other = Adam.of(scope, Map.of("x", scope.ones(new Shape(3))), adam(0.5))) {
            assertThrows(IOException.class, () -> adam.restore(other.memory()));
            assertThrows(IOException.class, () -> other.restore(adam.memory()));
        }
    }

    private static OptimizerOptions adam(double beta1) {
        return OptimizerOptions.quick().withBeta1(beta1);
    }

    private Map<String, NDArray> weights() {
        var weights = new LinkedHashMap<String, NDArray>();
        weights.put("x", scope.arange(6f).reshape(2, 3).duplicate());
        weights.put("y", scope.ones(new Shape(4)));
        return weights;
    }

    private Adam adam(boolean fused, Map<String, NDArray> weights, OptimizerOptions options) {
        return fused ? Adam.of(scope, weights, options) : Adam.plain(scope, weights, options);
    }

    /** One step down a bowl that turns a little each time; gives the length of the gradient. */
    private float walk(Adam adam, Map<String, NDArray> weights, int step) {
        gather(weights, step);
        return adam.step(scope, 0.01).getFloat();
    }

    private void gather(Map<String, NDArray> weights, int step) {
        try (var local = scope.newSubManager();
                var collector = Torch.newGradientCollector()) {
            var turn = local.full(new Shape(), (float) Math.sin(step));
            var bowl = turn.add(weights.get("x"))
                    .pow(local.full(new Shape(), 2f))
                    .sum()
                    .add(turn.mul(weights.get("y")).sum());
            collector.backward(bowl);
        }
    }

    /** Kingma and Ba, algorithm 1, and Loshchilov and Hutter, algorithm 2, in doubles. */
    private static final class PlainAdam {

        private final OptimizerOptions options;
        private final double[] weights;
        private final double[] means;
        private final double[] squares;
        private final boolean decays;
        private int count;

        PlainAdam(OptimizerOptions options, double[] weights, boolean decays) {
            this.options = options;
            this.weights = weights;
            this.means = new double[weights.length];
            this.squares = new double[weights.length];
            this.decays = decays;
        }

        double[] bowl(double turn) {
            return DoubleStream.of(weights).map(weight -> 2 * (turn + weight)).toArray();
        }

        static double squares(double[] gradient) {
            return DoubleStream.of(gradient).map(part -> part * part).sum();
        }

        void step(double[] gradient, double norm) {
            count++;
            var shortened = options.clip() > 0 ? Math.min(1, options.clip() / norm) : 1;
            for (int i = 0; i < weights.length; i++) {
                var part = gradient[i] * shortened;
                means[i] = options.beta1() * means[i] + (1 - options.beta1()) * part;
                squares[i] = 0.999 * squares[i] + 0.001 * part * part;
                weights[i] *= 1 - 0.01 * (decays ? options.weightDecay() : 0);
                weights[i] -= 0.01
                        * means[i]
                        / (1 - Math.pow(options.beta1(), count))
                        / (Math.sqrt(squares[i] / (1 - Math.pow(0.999, count))) + 1e-7);
            }
        }

        void assertEqual(NDArray array) {
            var numbers = array.toFloatArray();
            for (int i = 0; i < weights.length; i++) {
                assertEquals(weights[i], numbers[i], 5e-6, options + " weight " + i);
            }
        }
    }

    private static void copy(Map<String, NDArray> from, Map<String, NDArray> to) {
        Torch.withoutGradients(() -> {
            from.forEach((name, array) -> to.get(name).subi(to.get(name)).addi(array));
            return null;
        });
    }

    private static void assertSame(Map<String, NDArray> expected, Map<String, NDArray> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, array) ->
                assertArrayEquals(array.toFloatArray(), actual.get(name).toFloatArray(), 2e-6f, name));
    }
}
