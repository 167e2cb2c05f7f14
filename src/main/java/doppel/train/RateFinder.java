package doppel.train;

import doppel.dataset.FaceBatches;
import doppel.extract.FaceFolder;
import doppel.provenance.Permit;
import doppel.provenance.Use;
import java.io.IOException;
import java.util.ArrayList;

/**
 * Finds out how high a learning rate a network bears, on a network that is thrown away.
 *
 * <ol>
 *   <li>Take a step at a tiny rate, and each further step at a rate that is so many percent higher.
 *   <li>Smooth the losses.
 *   <li>Stop when the loss is several times its lowest, or no number.
 * </ol>
 *
 * <p>Book: chapter 6, the optimizer, whose rate of 1e-6 moves nothing. Source: L. Smith, "Cyclical learning rates for
 * training neural networks", WACV 2017; faceswap, {@code lib/training/lr_finder.py}.
 */
public final class RateFinder {

    private static final double LOWEST = 1e-7;
    private static final double HIGHEST = 0.1;

    /** Share of all steps over which losses are smoothed: faceswap's 0.98 for 1000 steps. */
    private static final double REACH = 0.05;

    private static final double STOP = 4;
    private static final int LEAST_STEPS = 20;

    private RateFinder() {}

    /**
     * Sweeps the rate from 1e-7 to 0.1.
     *
     * @param options of the run that the rate is for, with its losses, batch and start; its own rate does not matter
     * @param starts where the start of the options is, if it has one
     * @param steps from the lowest rate to the highest, 20 or more; usual 200. Fewer: batches that are hard by chance
     *     look like a rate that is too high
     * @param permit to {@link Use#TRAIN} with both people's faces
     * @throws IllegalStateException if the permit does not hold for a person
     * @throws IllegalArgumentException if the steps are fewer
     * @throws IOException if a face or the start cannot be read
     */
    public static RateCurve sweep(
            FaceFolder a, FaceFolder b, TrainOptions options, Starts starts, int steps, Permit permit)
            throws IOException, InterruptedException {
        permit.requireUse(Use.TRAIN);
        permit.requirePerson(a.person());
        permit.requirePerson(b.person());
        var crop = options.design().crop();
        return sweep(TrainingSide.load(a, crop), TrainingSide.load(b, crop), options, starts, steps);
    }

    static RateCurve sweep(TrainingSide a, TrainingSide b, TrainOptions options, Starts starts, int steps)
            throws IOException, InterruptedException {
        if (steps < LEAST_STEPS) {
            throw new IllegalArgumentException(
                    "a sweep needs %d steps or more, got %d; try 200".formatted(LEAST_STEPS, steps));
        }
        var learn = options.learn();
        var points = new ArrayList<RateCurve.Point>();
        try (var trainer = new Trainer(starts.begin(options), learn);
                var batches = new FaceBatches(
                        a.faces(),
                        b.faces(),
                        learn.augment(),
                        learn.losses().emphasis(),
                        options.batch(),
                        options.seed(),
                        0)) {
            var keep = 1 - 1 / (REACH * steps);
            double sum = 0;
            double whole = 0;
            var best = Double.POSITIVE_INFINITY;
            for (int step = 0; step < steps; step++) {
                var rate = LOWEST * Math.pow(HIGHEST / LOWEST, (double) step / (steps - 1));
                for (int i = 0; i < learn.optimizer().accumulate(); i++) {
                    try (var batch = batches.take()) {
                        trainer.gather(batch.input(), batch.target(), batch.weights(), Moving.ALL);
                    }
                }
                var learned = trainer.move(rate);
                sum = keep * sum + (1 - keep) * (learned.lossA() + learned.lossB()) / 2;
                whole = keep * whole + (1 - keep);
                best = Math.min(best, sum / whole);
                if (!learned.isFinite() || sum / whole > STOP * best) {
                    break;
                }
                points.add(new RateCurve.Point(rate, sum / whole));
            }
        }
        return new RateCurve(points);
    }
}
