package doppel.train;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import doppel.compute.Torch;
import doppel.dataset.AugmentOptions;
import doppel.dataset.FaceBatches;
import doppel.model.FacePixels;
import doppel.model.ModelDesign;
import doppel.model.SwapModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Measures the steps of a network on this machine, as a run takes them: faces are made in the background meanwhile.
 *
 * <ol>
 *   <li>Take steps on {@link NoiseFaces}, and note how long each waits for its batch, learns, and moves the weights.
 *   <li>Learning is drawing and following back, which cannot be parted from outside: then draw and compare once more
 *       without following back, in turns with whole steps, and compare.
 *   <li>Seconds mean little without what the machine can do at best, so the product of two large matrices is measured
 *       beside, before and after.
 * </ol>
 *
 * <p>Book: chapter 6, "Exploring the training code".
 */
public final class StepBenchmark {

    private static final int WARM_UP = 3;
    private static final int LEAST_STEPS = 3;
    private static final double SHARE_OF_PARTING = 0.25;
    private static final int MATRIX = 1536;
    private static final int PRODUCTS = 10;
    private static final double RATE = 1e-5;

    private final Trainer trainer;
    private final FaceBatches batches;
    private final TotalLoss loss;
    private final List<Times> steps = new ArrayList<>();
    private final List<Double> drawing = new ArrayList<>();

    /** Seconds of one step. */
    private record Times(double data, double learn, double move) {

        double whole() {
            return data + learn + move;
        }
    }

    private StepBenchmark(Trainer trainer, FaceBatches batches, TotalLoss loss) {
        this.trainer = trainer;
        this.batches = batches;
        this.loss = loss;
    }

    /**
     * @param batch faces a side, 1 to 256
     * @param seconds to measure for; three steps are taken at least
     */
    public static StepSpeed measure(ModelDesign design, int batch, double seconds) throws InterruptedException {
        var options = LearnOptions.quick();
        var peak = peakGigaflops();
        try (var owner = Torch.newManager();
                var trainer = new Trainer(SwapModel.create(design, 1), options);
                var batches = batches(design, batch, options.augment())) {
            var benchmark = new StepBenchmark(trainer, batches, new TotalLoss(owner, options.losses(), design.size()));
            benchmark.takeSteps(seconds);
            return benchmark.speed(design, batch, Math.max(peak, peakGigaflops()));
        }
    }

    private void takeSteps(double seconds) throws InterruptedException {
        for (int step = 0; step < WARM_UP; step++) {
            step();
            draw();
        }
        steps.clear();
        drawing.clear();
        var parting = SHARE_OF_PARTING * seconds;
        var begin = System.nanoTime();
        while (steps.size() < LEAST_STEPS || since(begin) < seconds - parting) {
            step();
        }
        begin = System.nanoTime();
        while (drawing.size() < LEAST_STEPS || since(begin) < parting) {
            var learned = step().learn();
            drawing.add(draw() / learned);
        }
    }

    private Times step() throws InterruptedException {
        var begin = System.nanoTime();
        try (var batch = batches.take()) {
            var data = since(begin);
            trainer.gather(batch.input(), batch.target(), batch.weights(), Moving.ALL);
            finish();
            var learn = since(begin) - data;
            trainer.move(RATE);
            var times = new Times(data, learn, since(begin) - data - learn);
            steps.add(times);
            return times;
        }
    }

    /** Seconds to draw and compare a batch, recorded as for a step. */
    private double draw() throws InterruptedException {
        try (var batch = batches.take();
                var scope = Torch.newManager()) {
            var size = trainer.model().design().size();
            var faces = batch.input().remaining() / (3 * size * size);
            var begin = System.nanoTime();
            var seen = FacePixels.unpacked(scope, batch.input(), faces, size);
            var wanted = FacePixels.unpacked(scope, batch.target(), faces, size);
            var counted = scope.create(batch.weights(), new Shape(faces, 1, size, size), DataType.FLOAT32);
            try (var collector = Torch.newGradientCollector()) {
                loss.of(trainer.model().reconstruct(seen), wanted, counted);
            }
            finish();
            return since(begin);
        }
    }

    private StepSpeed speed(ModelDesign design, int batch, double peak) {
        var median = median(steps.stream().map(Times::whole).toList());
        var faces = 2 * batch;
        // forward once, backward twice; a multiplication comes with an addition
        var operations = 2.0 * 3 * faces * design.multiplications();
        return new StepSpeed(
                design.name(),
                StepSpeed.PRECISION,
                batch,
                Torch.threads(),
                median,
                faces / median,
                operations / median / 1e9,
                peak,
                shares());
    }

    private StepShares shares() {
        var whole = steps.stream().mapToDouble(Times::whole).sum();
        var learn = steps.stream().mapToDouble(Times::learn).sum() / whole;
        var forward = Math.min(1, median(drawing)) * learn;
        return new StepShares(
                steps.stream().mapToDouble(Times::data).sum() / whole,
                forward,
                learn - forward,
                steps.stream().mapToDouble(Times::move).sum() / whole);
    }

    private static FaceBatches batches(ModelDesign design, int batch, AugmentOptions augment) {
        var a = NoiseFaces.of(design.crop(), 1);
        var b = NoiseFaces.of(design.crop(), 2);
        return new FaceBatches(a, b, augment, batch, 1, 0);
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

    /** A graphics card computes on its own; whoever reads a number from it waits until it is done. */
    private static void finish() {
        try (var scope = Torch.newManager()) {
            scope.zeros(new Shape()).getFloat();
        }
    }

    private static double median(List<Double> values) {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static double since(long nanoseconds) {
        return (System.nanoTime() - nanoseconds) / 1e9;
    }
}
