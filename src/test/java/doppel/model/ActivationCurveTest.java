package doppel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import doppel.compute.Torch;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivationCurveTest {

    private static final float[] NUMBERS = {-3, -0.5f, 0, 0.25f, 2};

    @Test
    void leakyAndSigmoidAreThoseOfTheNetwork() {
        assertCurve(Activation.LEAKY, ActivationCurve.LEAKY);
        assertCurve(Activation.SIGMOID, ActivationCurve.SIGMOID);
    }

    @Test
    void reluLetsNothingBelowZeroThrough() {
        assertEquals(0, ActivationCurve.RELU.at(-2), 0);
        assertEquals(2, ActivationCurve.RELU.at(2), 0);
    }

    private static void assertCurve(Activation expected, ActivationCurve curve) {
        try (var scope = Torch.newManager()) {
            var answers = expected.forward(scope.create(NUMBERS), List.of()).toFloatArray();
            for (int i = 0; i < NUMBERS.length; i++) {
                assertEquals(answers[i], curve.at(NUMBERS[i]), 1e-6, curve.words());
            }
        }
    }
}
