package doppel.train;

/**
 * What changes on the way through a run: the learning rate, and in the end the faces.
 *
 * <p>Book: chapter 6, where nothing changes; chapter 4, "Training a model", fit training.
 *
 * @param cosine whether the learning rate falls along a cosine to 2 % of itself at the end of the run. Without it, a
 *     high rate ends in noise
 * @param warmUpSteps steps in which the rate rises to its value, 0 to 5000; usual 100 at a high rate. Too few: the loss
 *     jumps at the start and never recovers
 * @param fitShare the last share of the run, in which faces are neither bent nor mirrored (faceswap's fit training), 0
 *     to 0.5, 0 for none; usual 0.1. Too large: the wrong person's shape comes back
 */
public record ScheduleOptions(boolean cosine, int warmUpSteps, double fitShare) {

    private static final int MOST_WARM_UP = 5000;
    private static final double MOST_FIT = 0.5;

    /**
     * @throws IllegalArgumentException if a number is out of its range
     */
    public ScheduleOptions {
        if (warmUpSteps < 0 || warmUpSteps > MOST_WARM_UP) {
            throw new IllegalArgumentException(
                    "warmUpSteps must be 0 to %d, got %d; try 100".formatted(MOST_WARM_UP, warmUpSteps));
        }
        if (!(fitShare >= 0 && fitShare <= MOST_FIT)) {
            throw new IllegalArgumentException("fitShare must be 0 to %s of the run, got %s; try 0.1, or 0 for none"
                    .formatted(MOST_FIT, fitShare));
        }
    }

    /** A high rate that falls: for minutes. */
    public static ScheduleOptions quick() {
        return new ScheduleOptions(true, 100, 0);
    }

    /** The defaults of faceswap: a constant rate, because nobody knows which step will be the last. */
    public static ScheduleOptions faceswap() {
        return new ScheduleOptions(false, 0, 0);
    }

    /** The published code's: constant. */
    public static ScheduleOptions book() {
        return faceswap();
    }

    public ScheduleOptions withCosine(boolean value) {
        return new ScheduleOptions(value, warmUpSteps, fitShare);
    }

    public ScheduleOptions withWarmUpSteps(int value) {
        return new ScheduleOptions(cosine, value, fitShare);
    }

    public ScheduleOptions withFitShare(double value) {
        return new ScheduleOptions(cosine, warmUpSteps, value);
    }
}
