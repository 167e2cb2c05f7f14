package doppel.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import doppel.compute.Torch;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdamTest {

    private final NDManager scope = Torch.newManager();

    @AfterEach
    void free() {
        scope.close();
    }

    @Test
    void theFusedStepEqualsTheOneOfSingleOperations() {
        var fused = weights();
        var plain = weights();
        try (var one = Adam.of(scope, fused, 0.5);
                var other = Adam.plain(scope, plain, 0.5)) {
            for (int step = 0; step < 20; step++) {
                walk(one, fused, step);
                walk(other, plain, step);
            }
            assertSame(fused, plain);
            assertSame(one.memory(), other.memory());
        }
    }

    @Test
    void aStepSetsTheGradientsToZero() {
        for (var fused : new boolean[] {true, false}) {
            var weights = weights();
            try (var adam = fused ? Adam.of(scope, weights, 0.9) : Adam.plain(scope, weights, 0.9)) {
                walk(adam, weights, 0);
                assertArrayEquals(new float[6], weights.get("x").getGradient().toFloatArray(), 0);
            }
        }
    }

    @Test
    void whatIsRememberedCanBeRestored() throws IOException {
        var weights = weights();
        var restoredWeights = weights();
        try (var adam = Adam.of(scope, weights, 0.5);
                var restored = Adam.of(scope, restoredWeights, 0.5)) {
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
        try (var adam = Adam.of(scope, weights, 0.5);
                var forgetful = Adam.of(scope, forgetfulWeights, 0.5)) {
            walk(adam, weights, 0);
            copy(weights, forgetfulWeights);
            walk(adam, weights, 1);
            walk(forgetful, forgetfulWeights, 1);
            assertFalse(weights.get("x").allClose(forgetfulWeights.get("x")));
        }
    }

    @Test
    void theMemoryOfAnotherNetworkIsRefused() {
        try (var adam = Adam.of(scope, weights(), 0.5);
                var other = Adam.of(scope, Map.of("x", scope.ones(new Shape(3))), 0.5)) {
            assertThrows(IOException.class, () -> adam.restore(other.memory()));
            assertThrows(IOException.class, () -> other.restore(adam.memory()));
        }
    }

    private Map<String, NDArray> weights() {
        var weights = new LinkedHashMap<String, NDArray>();
        weights.put("x", scope.arange(6f).reshape(2, 3).duplicate());
        weights.put("y", scope.ones(new Shape(4)));
        return weights;
    }

    /** One step down a bowl that turns a little each time. */
    private void walk(Adam adam, Map<String, NDArray> weights, int step) {
        try (var local = scope.newSubManager()) {
            try (var collector = Torch.newGradientCollector()) {
                var turn = local.full(new Shape(), (float) Math.sin(step));
                var bowl = turn.add(weights.get("x"))
                        .pow(local.full(new Shape(), 2f))
                        .sum()
                        .add(turn.mul(weights.get("y")).sum());
                collector.backward(bowl);
            }
            adam.step(local, 0.01);
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
