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
 * @param ownSteps first steps of a run that begins with a start, 0 to 5000; usual 40. In them learns only what each person
 *     has alone, at the full rate, and the warm-up comes after them. Too few: what all people share is bent to serve two
 *     people who are not themselves yet, and the wrong person shines through for minutes
 * @param fitShare the last share of the run, in which faces are neither bent nor mirrored (faceswap's fit training), 0
 *     to 0.5, 0 for none; usual 0.1. Too large: the wrong person's shape comes back
 */
public record ScheduleOptions(boolean cosine, int warmUpSteps, int ownSteps, double fitShare) {

    private static final int MOST_STEPS = 5000;
    private static final double MOST_FIT = 0.5;

    /**
     * @throws IllegalArgumentException if a number is out of its range
     */
    public ScheduleOptions {
        requireSteps("warmUpSteps", warmUpSteps, 100);
        requireSteps("ownSteps", ownSteps, 40);
        if (!(fitShare >= 0 && fitShare <= MOST_FIT)) {
            throw new IllegalArgumentException("fitShare must be 0 to %s of the run, got %s; try 0.1, or 0 for none"
                    .formatted(MOST_FIT, fitShare));
        }
    }

    /** A high rate that falls: for minutes. */
    public static ScheduleOptions quick() {
        return new ScheduleOptions(true, 100, 40, 0);
    }

    /** The defaults of faceswap: a constant rate, because nobody knows which step will be the last. */
    public static ScheduleOptions faceswap() {
        return new ScheduleOptions(false, 0, 40, 0);
    }

    /** The published code's: constant. */
    public static ScheduleOptions book() {
        return faceswap();
    }

    public ScheduleOptions withCosine(boolean value) {
        return new ScheduleOptions(value, warmUpSteps, ownSteps, fitShare);
    }

    public ScheduleOptions withWarmUpSteps(int value) {
        return new ScheduleOptions(cosine, value, ownSteps, fitShare);
    }

    public ScheduleOptions withOwnSteps(int value) {
        return new ScheduleOptions(cosine, warmUpSteps, value, fitShare);
    }

    public ScheduleOptions withFitShare(double value) {
        return new ScheduleOptions(cosine, warmUpSteps, ownSteps, value);
    }

    private static void requireSteps(String name, int steps, int usual) {
        if (steps < 0 || steps > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "%s must be 0 to %d, got %d; try %d".formatted(name, MOST_STEPS, steps, usual));
        }
    }
}
