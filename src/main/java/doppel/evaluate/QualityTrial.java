package doppel.evaluate;

import doppel.model.ModelDesign;
import doppel.train.TrainOptions;

/**
 * One question about learning: how good is this network after so much training, from this start, with so many faces of A?
 *
 * <p>Another time is another run and not a glance at a longer one: the learning rate comes down towards the end of a run,
 * so that in the middle it looks worse than a short run does at its end.
 *
 * @param model a preset of {@link ModelDesign}
 * @param start as {@link TrainOptions} has it
 * @param frames faces of A that are learned from, evenly taken from the clip, 1 or more; all if there are no more
 * @param steps how long, 0 for no limit in steps: for a machine that others use too
 * @param seconds how long, 0 for no limit in time; one of the two is needed
 * @param seed of first weights and order of faces
 */
public record QualityTrial(String model, String start, int frames, int steps, double seconds, long seed) {

    /**
     * @throws IllegalArgumentException if there is no such model, or a number is out of its range
     */
    public QualityTrial {
        if (frames < 1) {
            throw new IllegalArgumentException("a trial needs 1 face or more of A, got " + frames + "; try 60");
        }
        options(model, start, steps, seconds, seed);
    }

    /** The run that answers it: the model's own recipe, the start and the limits of this trial. */
    public TrainOptions options() {
        return options(model, start, steps, seconds, seed);
    }

    /** The name of that run. */
    public String name() {
        var length = steps > 0 ? steps + "steps" : "%.0fs".formatted(seconds);
        return "quality-%s-%s-%d-%s-%d".formatted(model, start, frames, length, seed);
    }

    /** The same question with another seed. */
    public QualityTrial withSeed(long value) {
        return new QualityTrial(model, start, frames, steps, seconds, value);
    }

    private static TrainOptions options(String model, String start, int steps, double seconds, long seed) {
        return TrainOptions.usual(ModelDesign.named(model))
                .withStart(start)
                .withBudget(steps, seconds / 60)
                .withSeed(seed);
    }
}
