package doppel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LossesTest {

    @Test
    void aConstantLossStaysWhatItIsFromTheFirstStepOn() {
        for (var row : Losses.smoothed(history(300, step -> 0.25))) {
            assertEquals(0.25f, row.lossA(), 1e-6, "step " + row.step());
            assertEquals(0.5f, row.lossB(), 1e-6, "step " + row.step());
        }
    }

    /** The mean of r^n with weights keep^k is a geometric sum, divided by the sum of the weights. */
    @Test
    void aFallingLossIsSmoothedAsTheGeometricSumSays() {
        var keep = 0.9;
        var r = 0.97;
        var rows = Losses.smoothed(history(80, step -> Math.pow(r, step)), number -> keep);
        for (var row : rows) {
            var n = row.step();
            var sum = (Math.pow(r, n + 1) - r * Math.pow(keep, n)) / (r - keep);
            var weights = (1 - Math.pow(keep, n)) / (1 - keep);
            assertEquals(sum / weights, row.lossA(), 1e-5, "step " + n);
        }
    }

    @Test
    void noiseOfManyStepsAveragesOut() {
        var rows = Losses.smoothed(history(5000, step -> step % 2 == 0 ? 0.1 : 0.3));
        assertEquals(0.2, rows.get(4999).lossA(), 0.002);
    }

    @Test
    void termsAndGradientAreSmoothedAlike() {
        var history = IntStream.rangeClosed(1, 3000)
                .mapToObj(step -> {
                    var value = step % 2 == 0 ? 0.1f : 0.3f;
                    return new TrainStep(
                            step, step, value, value, 1e-3, 120, 10 * value, Map.of(LossKind.SQUARED, 2 * value));
                })
                .toList();
        var last = Losses.smoothed(history).get(2999);
        assertEquals(10 * last.lossA(), last.gradientNorm(), 1e-4);
        assertEquals(2 * last.lossA(), last.terms().get(LossKind.SQUARED), 1e-5);
    }

    @Test
    void whatNobodyMeasuredStaysUnknown() {
        var last = Losses.smoothed(history(10, step -> 0.5)).get(9);
        assertTrue(Float.isNaN(last.gradientNorm()));
        assertEquals(Map.of(), last.terms());
    }

    @Test
    void thinningKeepsTheEndsAndTheOrder() {
        var history = history(1003, step -> 1.0 / step);
        var few = Losses.thinned(history, 100);
        assertEquals(100, few.size());
        assertEquals(history.get(0), few.get(0));
        assertEquals(history.get(1002), few.get(99));
        for (int i = 1; i < few.size(); i++) {
            var gap = few.get(i).step() - few.get(i - 1).step();
            assertTrue(gap == 10 || gap == 11, "gap " + gap);
        }
        assertEquals(history.subList(0, 7), Losses.thinned(history.subList(0, 7), 100));
    }

    private static List<TrainStep> history(int steps, IntToDoubleFunction loss) {
        return IntStream.rangeClosed(1, steps)
                .mapToObj(step -> new TrainStep(
                        step,
                        0.1 * step,
                        (float) loss.applyAsDouble(step),
                        (float) (2 * loss.applyAsDouble(step)),
                        1e-3,
                        120))
                .toList();
    }
}
