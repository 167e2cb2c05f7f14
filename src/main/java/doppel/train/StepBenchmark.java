package doppel.train;

import ai.djl.ndarray.types.Shape;
import doppel.compute.Torch;
import doppel.model.ModelDesign;
import doppel.model.SwapModel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Measures the steps of a network on this machine, without any face: training and nothing else.
 *
 * <p>Seconds mean little without what the machine can do at best, so the product of two large matrices is measured
 * beside, before and after.
 */
public final class StepBenchmark {

    private static final int WARM_UP = 3;
    private static final int LEAST_STEPS = 3;
    private static final int MATRIX = 1536;
    private static final int PRODUCTS = 10;

    private StepBenchmark() {}

    /**
     * @param batch faces a side, 1 to 256
     * @param seconds to measure for; three steps are taken at least
     */
    public static StepSpeed measure(ModelDesign design, int batch, double seconds) {
        var peak = peakGigaflops();
        var times = stepTimes(design, batch, seconds);
        Collections.sort(times);
        var median = times.get(times.size() / 2);
        var faces = 2 * batch;
        // forward once, backward twice; a multiplication comes with an addition
        var operations = 2.0 * 3 * faces * design.multiplications();
        return new StepSpeed(
                design.name(),
                batch,
                Torch.threads(),
                median,
                faces / median,
                operations / median / 1e9,
                Math.max(peak, peakGigaflops()));
    }

    private static List<Double> stepTimes(ModelDesign design, int batch, double seconds) {
        var faces = 2 * batch;
        var pixels = faces * design.size() * design.size();
        var colors = ByteBuffer.allocateDirect(3 * pixels);
        var random = new SplittableRandom(1);
        while (colors.hasRemaining()) {
            colors.put((byte) random.nextInt(256));
        }
        colors.flip();
        var weights = ByteBuffer.allocateDirect(Float.BYTES * pixels).order(ByteOrder.nativeOrder());
        while (weights.hasRemaining()) {
            weights.putFloat(1);
        }
        weights.flip();
        var times = new ArrayList<Double>();
        try (var trainer = new Trainer(SwapModel.create(design, 1), LearnOptions.quick())) {
            var start = System.nanoTime();
            for (int step = 0; times.size() < LEAST_STEPS || since(start) < seconds; step++) {
                var begin = System.nanoTime();
                trainer.step(colors, colors, weights, 1e-5);
                if (step >= WARM_UP) {
                    times.add(since(begin));
                }
            }
        }
        return times;
    }

    private static double peakGigaflops() {
        try (var scope = Torch.newManager()) {
            var left = scope.ones(new Shape(MATRIX, MATRIX));
            var right = scope.ones(new Shape(MATRIX, MATRIX));
            var best = Double.MAX_VALUE;
            for (int i = 0; i < PRODUCTS; i++) {
                var begin = System.nanoTime();
                try (var product = left.matMul(right)) {
                    product.getFloat(0, 0); // waits for the result
                }
                best = Math.min(best, since(begin));
            }
            return 2 * Math.pow(MATRIX, 3) / best / 1e9;
        }
    }

    private static double since(long nanoseconds) {
        return (System.nanoTime() - nanoseconds) / 1e9;
    }
}
