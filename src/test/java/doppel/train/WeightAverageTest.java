package doppel.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDManager;
import doppel.compute.Torch;
import doppel.model.SwapModel;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WeightAverageTest {

    private static final String BIAS = "encoder.0.bias";

    private final NDManager owner = Torch.newManager();
    private final SwapModel model = SwapModel.create(DrawnSides.tinyDesign(), 1);

    @AfterEach
    void free() {
        model.close();
        owner.close();
    }

    @Test
    void beginsAtTheWeights() {
        try (var average = new WeightAverage(owner, model, 0.9)) {
            model.weights()
                    .forEach((name, array) -> assertArrayEquals(
                            array.toFloatArray(),
                            average.model().weights().get(name).toFloatArray(),
                            0,
                            name));
        }
    }

    @Test
    void followsItsFormula() {
        try (var average = new WeightAverage(owner, model, 0.8)) {
            double mean = set(0);
            for (int step = 1; step <= 60; step++) {
                var value = set(Math.cos(step));
                var keeps = Math.min(0.8, (1.0 + step) / (10 + step));
                mean = keeps * mean + (1 - keeps) * value;
                average.follow(model.weights(), List.of(BIAS));
                assertEquals(mean, mean(average), 1e-6, "at " + step);
            }
        }
    }

    /** What came in the first half of 100 steps counts less than one step of a plain mean would. */
    @Test
    void aShortRunIsNoMeanOfItsBeginning() {
        try (var average = new WeightAverage(owner, model, 0.999)) {
            for (int step = 1; step <= 100; step++) {
                set(step <= 50 ? 1000 : 1);
                average.follow(model.weights(), List.of(BIAS));
            }
            assertEquals(1, mean(average), 10);
        }
    }

    @Test
    void onlyWhatMovedIsFollowed() {
        try (var average = new WeightAverage(owner, model, 0.5)) {
            var before = mean(average);
            set(7);
            average.follow(model.weights(), List.of("encoder.0.weight"));
            assertEquals(before, mean(average), 0);
        }
    }

    @Test
    void whatIsRememberedCanBeRestored() throws IOException {
        try (var average = new WeightAverage(owner, model, 0.999);
                var restored = new WeightAverage(owner, model, 0.999)) {
            for (int step = 0; step < 5; step++) {
                set(step);
                average.follow(model.weights(), List.of(BIAS));
            }
            restored.restore(average.memory());
            set(9);
            average.follow(model.weights(), List.of(BIAS));
            restored.follow(model.weights(), List.of(BIAS));
            assertEquals(mean(average), mean(restored), 0);
            assertThrows(IOException.class, () -> restored.restore(model.weights()));
        }
    }

    private double set(double value) {
        Torch.withoutGradients(() -> {
            var bias = model.weights().get(BIAS);
            return bias.subi(bias).addi(value);
        });
        return value;
    }

    private static float mean(WeightAverage average) {
        return average.model().weights().get(BIAS).getFloat(0);
    }
}
