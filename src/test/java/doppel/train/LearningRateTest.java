package doppel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LearningRateTest {

    private static final double EXACT = 1e-12;

    @Test
    void risesEvenlyInTheWarmUp() {
        var rate = new LearningRate(0.01, 0, 100, false);
        assertEquals(0.0001, rate.at(0, 0), EXACT);
        assertEquals(0.005, rate.at(49, 0), EXACT);
        assertEquals(0.01, rate.at(99, 0), EXACT);
        assertEquals(0.01, rate.at(5000, 0.9), EXACT);
    }

    @Test
    void fallsAlongACosineToTwoPercent() {
        var rate = new LearningRate(0.01, 0, 0, true);
        assertEquals(0.01, rate.at(0, 0), EXACT);
        assertEquals(0.01 * (0.02 + 0.98 / 2), rate.at(500, 0.5), EXACT);
        assertEquals(0.01 * 0.02, rate.at(1000, 1), EXACT);
    }

    @Test
    void theOptionsTellTheRateOfAnyStep() {
        var options = TrainOptions.quick().withLearningRate(0.01);
        var rate = LearningRate.of(options);
        for (int step = 0; step < 1000; step += 50) {
            assertEquals(rate.at(step, step / 1000.0), options.learningRateAt(step, 1000), EXACT);
        }
        assertEquals(5e-5, TrainOptions.book().learningRateAt(99_999, 100_000), EXACT);
    }
}
