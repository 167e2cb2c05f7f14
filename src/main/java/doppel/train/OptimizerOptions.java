package doppel.train;

/**
 * How the weights follow the gradients.
 *
 * <p>Adam moves each weight at its own pace: as far as the gradients of the last steps agree about it.
 *
 * <p>Book: chapter 6, "Exploring the training code", losses and optimizers. Source: D. Kingma, J. Ba, "Adam", ICLR
 * 2015; I. Loshchilov, F. Hutter, "Decoupled weight decay regularization", ICLR 2019.
 *
 * @param kind Adam, or AdamW, which also pulls weights towards 0
 * @param beta1 share of its past that the running mean of the gradients keeps, 0 to 0.99; usual 0.5 for small batches
 *     and short runs, 0.9 for long ones. Too large in a short run: the weights overshoot
 * @param weightDecay share of each weight that AdamW takes away in a step, times the rate, 0 to 1; usual 0.01. Too
 *     large: faces stay gray and soft
 * @param clip the longest gradient, all weights taken as one vector, 0 to 1000, 0 for any length; usual 1. 0: one bad
 *     batch can throw a long run off. Too small: every step is cut, and the run crawls
 * @param accumulate batches whose gradients make one step, 1 to 100; usual 1. More act like a larger batch that does
 *     not fit into memory, and take as many times longer a step
 * @param average share of its past that the running mean of the weights keeps, 0 to 0.9999, 0 for no such mean; usual
 *     0.999. Swaps drawn with that mean waver less. Too large in a short run: the mean still remembers the start
 */
public record OptimizerOptions(
        Kind kind, double beta1, double weightDecay, double clip, int accumulate, double average) {

    private static final int MOST_BATCHES = 100;

    /** The rule by which weights move. */
    public enum Kind {
        /** Adam: gradients alone. */
        ADAM,
        /** Adam, and a little of each weight decays in each step. */
        ADAMW
    }

    /**
     * @throws IllegalArgumentException if a number is out of its range, or weights should decay with plain Adam
     */
    public OptimizerOptions {
        require("beta1", beta1, 0.99, "0.9");
        require("weightDecay", weightDecay, 1, "0.01");
        require("clip", clip, 1000, "1, or 0 for none");
        require("average", average, 0.9999, "0.999, or 0 for none");
        if (accumulate < 1 || accumulate > MOST_BATCHES) {
            throw new IllegalArgumentException(
                    "accumulate must be 1 to %d batches, got %d; try 1".formatted(MOST_BATCHES, accumulate));
        }
        if (kind == Kind.ADAM && weightDecay > 0) {
            throw new IllegalArgumentException(
                    "weightDecay is %s, but with ADAM no weight decays: take ADAMW".formatted(weightDecay));
        }
    }

    /** For minutes on two cores: a short memory, because few steps are taken. */
    public static OptimizerOptions quick() {
        return new OptimizerOptions(Kind.ADAM, 0.5, 0, 0, 1, 0);
    }

    /** The defaults of faceswap: for days. */
    public static OptimizerOptions faceswap() {
        return new OptimizerOptions(Kind.ADAM, 0.9, 0, 0, 1, 0);
    }

    /** The published code's: Adam as PyTorch has it. */
    public static OptimizerOptions book() {
        return faceswap();
    }

    public OptimizerOptions withKind(Kind value) {
        return new OptimizerOptions(value, beta1, weightDecay, clip, accumulate, average);
    }

    public OptimizerOptions withBeta1(double value) {
        return new OptimizerOptions(kind, value, weightDecay, clip, accumulate, average);
    }

    public OptimizerOptions withWeightDecay(double value) {
        return new OptimizerOptions(kind, beta1, value, clip, accumulate, average);
    }

    public OptimizerOptions withClip(double value) {
        return new OptimizerOptions(kind, beta1, weightDecay, value, accumulate, average);
    }

    public OptimizerOptions withAccumulate(int value) {
        return new OptimizerOptions(kind, beta1, weightDecay, clip, value, average);
    }

    public OptimizerOptions withAverage(double value) {
        return new OptimizerOptions(kind, beta1, weightDecay, clip, accumulate, value);
    }

    private static void require(String name, double value, double most, String usual) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException(
                    "%s must be 0 to %s, got %s; try %s".formatted(name, most, value, usual));
        }
    }
}
