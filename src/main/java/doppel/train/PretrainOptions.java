package doppel.train;

import doppel.dataset.AugmentOptions;
import doppel.model.ModelDesign;

/**
 * How a start is learned from a crowd.
 *
 * <p>Book: chapter 6, "Training", whose every run begins at random numbers.
 *
 * @param design a network in which people share all but a little, so not the book's
 * @param steps it ends after so many steps, 0 for no limit
 * @param minutes it ends after so much time, 0 for no limit; one of the two limits is needed. Hours are well spent once,
 *     because every later run is spared them. Only what is limited by steps alone can be repeated number for number
 * @param people different people in a batch, all of one troupe, 2 to 64; usual 8
 * @param each faces of each of them, 1 to 64, so that a batch has an even number; usual 3
 * @param paired chance that the input shows another person at the same moment, 0 to 1; usual 0.8. 0: the encoder keeps
 *     who somebody is in the code, and swaps keep the wrong person's looks
 * @param learningRate as {@link TrainOptions} has it; usual 1e-3
 * @param seed of the first weights and of the order and augmentation of the faces
 * @param augment how much each face is changed before it is shown
 * @param checkpointSeconds between checkpoints, 1 to 86400
 */
public record PretrainOptions(
        ModelDesign design,
        int steps,
        double minutes,
        int people,
        int each,
        double paired,
        double learningRate,
        long seed,
        AugmentOptions augment,
        double checkpointSeconds) {

    /**
     * @throws IllegalArgumentException if a number is out of its range, or the design shares too little; says which
     */
    public PretrainOptions {
        if (steps < 0 || !(minutes >= 0 && minutes <= 1e5) || (steps == 0 && minutes == 0)) {
            throw new IllegalArgumentException(
                    "pre-training needs a number of steps or minutes above 0, got %d and %s; try 60 minutes"
                            .formatted(steps, minutes));
        }
        require("people", people, 2, 64, 8);
        require("each", each, 1, 64, 3);
        require("paired", paired, 0, 1, 0.8);
        require("learningRate", learningRate, 1e-7, 0.1, 1e-3);
        require("checkpointSeconds", checkpointSeconds, 1, 86400, 60);
        if (people * each % 2 != 0) {
            throw new IllegalArgumentException(
                    "people times each must be even, got %d times %d; try 8 and 3".formatted(people, each));
        }
        if (!design.sharesDecoder()) {
            throw new IllegalArgumentException(
                    "the design %s gives each person a decoder, which no other person can begin with; try %s"
                            .formatted(design.name(), ModelDesign.fast().name()));
        }
    }

    /** An hour. */
    public static PretrainOptions standard(ModelDesign design) {
        return new PretrainOptions(design, 0, 60, 8, 3, 0.8, 1e-3, 1, AugmentOptions.quick(), 60);
    }

    /** Sets both limits at once; 0 for none. */
    public PretrainOptions withBudget(int newSteps, double newMinutes) {
        return new PretrainOptions(
                design, newSteps, newMinutes, people, each, paired, learningRate, seed, augment, checkpointSeconds);
    }

    public PretrainOptions withBatch(int newPeople, int newEach) {
        return new PretrainOptions(
                design, steps, minutes, newPeople, newEach, paired, learningRate, seed, augment, checkpointSeconds);
    }

    public PretrainOptions withPaired(double value) {
        return new PretrainOptions(
                design, steps, minutes, people, each, value, learningRate, seed, augment, checkpointSeconds);
    }

    public PretrainOptions withLearningRate(double value) {
        return new PretrainOptions(
                design, steps, minutes, people, each, paired, value, seed, augment, checkpointSeconds);
    }

    public PretrainOptions withSeed(long value) {
        return new PretrainOptions(
                design, steps, minutes, people, each, paired, learningRate, value, augment, checkpointSeconds);
    }

    public PretrainOptions withAugment(AugmentOptions value) {
        return new PretrainOptions(
                design, steps, minutes, people, each, paired, learningRate, seed, value, checkpointSeconds);
    }

    /** The share that is done, 0 to 1, by whichever limit is nearer. */
    public double done(int stepsTaken, double secondsTrained) {
        return asTraining().done(stepsTaken, secondsTrained);
    }

    /** The options of a run that learns alike, for the trainer and the checkpoint. */
    TrainOptions asTraining() {
        return TrainOptions.quick()
                .withDesign(design)
                .withBudget(steps, minutes)
                .withBatch(people * each / 2)
                .withLearningRate(learningRate)
                .withSeed(seed)
                .withLearn(LearnOptions.quick().withAugment(augment))
                .withCheckpointSeconds(checkpointSeconds);
    }

    private static void require(String name, double value, double least, double most, double usual) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "%s must be %s to %s, got %s; try %s".formatted(name, least, most, value, usual));
        }
    }
}
