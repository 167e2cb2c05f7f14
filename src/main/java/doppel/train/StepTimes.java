package doppel.train;

import doppel.compute.Torch;
import doppel.dataset.FaceBatches;
import doppel.dataset.TrainingFaces;
import doppel.extract.FaceFolder;
import doppel.model.SwapModel;
import doppel.provenance.Permit;
import doppel.provenance.Use;
import java.io.IOException;
import java.util.Arrays;

/**
 * Where the time of a training step goes: faces, or arithmetic.
 *
 * <p>Faces are kept in memory and the next batch is made while the network learns from this one, so a step waits for
 * nothing. The book's loop reads its files in between: {@link #read} is what that would cost here.
 *
 * <p>Book: chapter 6, "Exploring the training code", the loading of the images.
 *
 * @param read seconds to decode pictures and masks of one batch from their files, one after the other
 * @param make seconds that the background thread takes to move, recolor and bend one batch
 * @param idle seconds that a step waits for its batch
 * @param learn seconds to draw, compare and follow the gradients back
 * @param move seconds to move the weights
 */
public record StepTimes(double read, double make, double idle, double learn, double move) {

    private static final int WARM_UP = 3;

    /**
     * Trains a new network of these options for a moment, and forgets it. All times are medians.
     *
     * @param steps to measure, 3 or more
     * @param permit to {@link Use#TRAIN} with both people's faces
     * @throws IllegalStateException if the permit does not hold for a person
     * @throws IllegalArgumentException if the steps are fewer
     * @throws IOException if a face cannot be read
     */
    public static StepTimes measure(FaceFolder a, FaceFolder b, TrainOptions options, int steps, Permit permit)
            throws IOException, InterruptedException {
        permit.requireUse(Use.TRAIN);
        permit.requirePerson(a.person());
        permit.requirePerson(b.person());
        if (steps < 3) {
            throw new IllegalArgumentException("a median needs 3 steps or more, got " + steps + "; try 30");
        }
        var read = new double[steps];
        for (int step = 0; step < steps; step++) {
            read[step] = read(a, options.batch(), step) + read(b, options.batch(), step);
        }
        var crop = options.design().crop();
        var facesA = TrainingFaces.load(a, crop);
        var facesB = TrainingFaces.load(b, crop);
        var make = new double[steps];
        try (var batches = batches(facesA, facesB, options)) {
            for (int step = -WARM_UP; step < steps; step++) {
                make[Math.max(0, step)] = take(batches);
            }
        }
        var idle = new double[steps];
        var whole = new double[steps];
        var move = new double[steps];
        try (var trainer = new Trainer(SwapModel.create(options.design(), options.seed()), options.learn());
                var batches = batches(facesA, facesB, options)) {
            for (int step = -WARM_UP; step < steps; step++) {
                var place = Math.max(0, step); // the first steps are overwritten
                var begin = System.nanoTime();
                try (var batch = batches.take()) {
                    idle[place] = since(begin);
                    trainer.step(batch.input(), batch.target(), batch.weights(), options.learningRate());
                    whole[place] = since(begin) - idle[place];
                }
                move[place] = move(trainer);
            }
        }
        return new StepTimes(median(read), median(make), median(idle), median(whole) - median(move), median(move));
    }

    /** Nobody learns from it, so it takes as long as it takes to make a batch. */
    private static double take(FaceBatches batches) throws InterruptedException {
        var begin = System.nanoTime();
        batches.take().close();
        return since(begin);
    }

    private static FaceBatches batches(TrainingFaces a, TrainingFaces b, TrainOptions options) {
        var learn = options.learn();
        var emphasis = learn.losses().emphasis();
        return new FaceBatches(a, b, learn.augment(), emphasis, options.batch(), options.seed(), 0);
    }

    private static double read(FaceFolder folder, int batch, int step) throws IOException {
        var faces = folder.faces();
        var begin = System.nanoTime();
        for (int i = 0; i < batch; i++) {
            var face = faces.get((step * batch + i) % faces.size());
            folder.picture(face);
            folder.mask(face);
        }
        return since(begin);
    }

    /** The gradients are 0 after a step; to move the weights by nothing takes as long as to move them. */
    private static double move(Trainer trainer) {
        try (var scope = Torch.newManager()) {
            var begin = System.nanoTime();
            trainer.adam().step(scope, 0);
            return since(begin);
        }
    }

    private static double median(double[] seconds) {
        var sorted = seconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double since(long nanoseconds) {
        return (System.nanoTime() - nanoseconds) / 1e9;
    }
}
