package doppel.train;

import doppel.dataset.AugmentOptions;

/**
 * How a network learns from the faces it is shown: what counts as an error, and how it is corrected.
 *
 * <p>The book minimizes the squared error alone, at a constant rate, and changes faces by flips alone.
 *
 * <p>Book: chapter 6, "Exploring the training code".
 *
 * @param absolute weight of the absolute error of each color, 0 to 10; usual 1. Alone it leaves faces soft
 * @param squared weight of the squared error, 0 to 10. It forgives small errors, so teeth and lashes come late
 * @param structure weight of the difference in structure (DSSIM) of the lightness, 0 to 10; usual 1. Alone it leaves
 *     colors to chance
 * @param cosine whether the learning rate falls along a cosine to 2 % of itself at the end of the run. Without it, a
 *     high rate ends in noise
 * @param warmUpSteps steps in which the rate rises to its value, 0 to 5000; usual 100 at a high rate. Too few: the loss
 *     jumps at the start and never recovers
 * @param beta1 share of its past that Adam's running mean keeps, 0 to 0.99; usual 0.5 for small batches and short runs,
 *     0.9 for long ones
 * @param augment how much each face is changed before it is shown
 */
public record LearnOptions(
        double absolute,
        double squared,
        double structure,
        boolean cosine,
        int warmUpSteps,
        double beta1,
        AugmentOptions augment) {

    /**
     * @throws IllegalArgumentException if a number is out of its range, or no error counts
     */
    public LearnOptions {
        require("absolute", absolute, 10);
        require("squared", squared, 10);
        require("structure", structure, 10);
        require("warmUpSteps", warmUpSteps, 5000);
        require("beta1", beta1, 0.99);
        if (absolute + squared + structure == 0) {
            throw new IllegalArgumentException(
                    "absolute, squared and structure are all 0, so nothing counts as an error; try absolute 1");
        }
    }

    /** What learns most in minutes: absolute error and structure, a high rate that falls, gentle augmentation. */
    public static LearnOptions quick() {
        return new LearnOptions(1, 0, 1, true, 100, 0.5, AugmentOptions.quick());
    }

    /** The defaults of faceswap: squared error and structure, a constant rate, strong augmentation. */
    public static LearnOptions faceswap() {
        return new LearnOptions(0, 1, 1, false, 0, 0.9, AugmentOptions.faceswap());
    }

    public LearnOptions withAbsolute(double value) {
        return new LearnOptions(value, squared, structure, cosine, warmUpSteps, beta1, augment);
    }

    public LearnOptions withSquared(double value) {
        return new LearnOptions(absolute, value, structure, cosine, warmUpSteps, beta1, augment);
    }

    public LearnOptions withStructure(double value) {
        return new LearnOptions(absolute, squared, value, cosine, warmUpSteps, beta1, augment);
    }

    public LearnOptions withCosine(boolean value) {
        return new LearnOptions(absolute, squared, structure, value, warmUpSteps, beta1, augment);
    }

    public LearnOptions withWarmUpSteps(int value) {
        return new LearnOptions(absolute, squared, structure, cosine, value, beta1, augment);
    }

    public LearnOptions withBeta1(double value) {
        return new LearnOptions(absolute, squared, structure, cosine, warmUpSteps, value, augment);
    }

    public LearnOptions withAugment(AugmentOptions value) {
        return new LearnOptions(absolute, squared, structure, cosine, warmUpSteps, beta1, value);
    }

    private static void require(String name, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException(
                    "%s must be 0 to %s, got %s; quick() has a value that works".formatted(name, most, value));
        }
    }
}
