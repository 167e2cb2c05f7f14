package doppel.train;

import doppel.model.ModelDesign;

/**
 * One training run: the network, how long, how fast, and how often it is saved.
 *
 * <pre>{@code var options = TrainOptions.quick().withMinutes(10).withSeed(7);}</pre>
 *
 * <p>A run that goes on may have another budget, rate or interval; all else must stay what it was.
 *
 * <p>Book: chapter 6, the options of the training script; chapter 4, "Training a model".
 *
 * @param design the network
 * @param start which weights it begins with: the name of a folder in {@code data/starts}, where networks are kept that
 *     know faces but no face; {@value #SCRATCH}, random numbers; or {@value #USUAL}, the start that is called as the
 *     design is, and random numbers if there is none. After ten seconds a start is where random numbers are after minutes
 * @param steps the run ends after so many steps, 0 for no limit
 * @param minutes the run ends after so much time, 0 for no limit; one of the two limits is needed. The learning rate
 *     follows the clock too, so only runs limited by steps alone can be repeated number for number
 * @param batch faces a side in each step, 1 to 256; usual 6 for minutes on two cores, 16 to 64 for days on a graphics
 *     card. Too large: few steps in the time there is
 * @param learningRate how far a step moves each weight, 1e-7 to 0.1; usual 1.5e-3 for the fast network, 5e-5 for the
 *     book's. Too high: the loss jumps or becomes NaN. Too low: it hardly falls; the book's 1e-6 is fifty times too low
 * @param seed of the first weights and of the order and augmentation of the faces
 * @param learn what counts as an error and how it is corrected
 * @param checkpointSeconds between checkpoints, 1 to 86400: what a power cut may cost
 * @param previewSeconds between previews, 1 to 86400
 */
public record TrainOptions(
        ModelDesign design,
        String start,
        int steps,
        double minutes,
        int batch,
        double learningRate,
        long seed,
        LearnOptions learn,
        double checkpointSeconds,
        double previewSeconds) {

    /** The start that is none. */
    public static final String SCRATCH = "scratch";

    /** The start that there is for the design; once a run has begun, its options name what that was. */
    public static final String USUAL = "usual";

    /**
     * @throws IllegalArgumentException if a number is out of its range; names the value
     */
    public TrainOptions {
        start = start == null ? SCRATCH : start; // options from when there was no other
        if (!start.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException(
                    "a start's name has 1 to 40 of a-z 0-9 -, got \"%s\"; try \"%s\"".formatted(start, SCRATCH));
        }
        if (steps < 0 || !(minutes >= 0 && minutes <= 1e6) || (steps == 0 && minutes == 0)) {
            throw new IllegalArgumentException(
                    "a run needs a number of steps or minutes above 0, got %d and %s; try 4 minutes"
                            .formatted(steps, minutes));
        }
        if (batch < 1 || batch > 256) {
            throw new IllegalArgumentException("batch must be 1 to 256 faces a side, got " + batch + "; try 6");
        }
        if (!(learningRate >= 1e-7 && learningRate <= 0.1)) {
            throw new IllegalArgumentException(
                    "learningRate must be 1e-7 to 0.1, got " + learningRate + "; try 1.5e-3 for a small network");
        }
        requireInterval("checkpointSeconds", checkpointSeconds);
        requireInterval("previewSeconds", previewSeconds);
    }

    /** Four minutes on two cores: a swap that is worth looking at. */
    public static TrainOptions quick() {
        return new TrainOptions(ModelDesign.fast(), USUAL, 0, 4, 6, 1.5e-3, 1, LearnOptions.quick(), 60, 15);
    }

    /**
     * What a network is trained with unless told otherwise: the book's as the book does, all others as {@link #quick}, and
     * those that draw each person with a decoder of its own more slowly, because at the usual rate one run in three falls
     * apart.
     */
    public static TrainOptions usual(ModelDesign design) {
        if (design.equals(ModelDesign.book())) {
            return book();
        }
        var options = quick().withDesign(design);
        return design.sharesDecoder() ? options : options.withLearningRate(6e-4);
    }

    /** The run of the book's chapter 6, with faceswap's rate, losses and augmentation: days on a processor. */
    public static TrainOptions book() {
        return new TrainOptions(
                ModelDesign.book(), SCRATCH, 100_000, 0, 16, 5e-5, 1, LearnOptions.faceswap(), 900, 900);
    }

    public TrainOptions withDesign(ModelDesign value) {
        return new TrainOptions(
                value, start, steps, minutes, batch, learningRate, seed, learn, checkpointSeconds, previewSeconds);
    }

    /** Begins with the weights of this name. */
    public TrainOptions withStart(String value) {
        return new TrainOptions(
                design, value, steps, minutes, batch, learningRate, seed, learn, checkpointSeconds, previewSeconds);
    }

    /** Begins with random numbers. */
    public TrainOptions fromScratch() {
        return withStart(SCRATCH);
    }

    /** Limits the run to so many steps; another limit in minutes stays. */
    public TrainOptions withSteps(int value) {
        return new TrainOptions(
                design, start, value, minutes, batch, learningRate, seed, learn, checkpointSeconds, previewSeconds);
    }

    /** Limits the run to so much time; another limit in steps stays. */
    public TrainOptions withMinutes(double value) {
        return new TrainOptions(
                design, start, steps, value, batch, learningRate, seed, learn, checkpointSeconds, previewSeconds);
    }

    /** Sets both limits at once; 0 for none. */
    public TrainOptions withBudget(int newSteps, double newMinutes) {
        return new TrainOptions(
                design,
                start,
                newSteps,
                newMinutes,
                batch,
                learningRate,
                seed,
                learn,
                checkpointSeconds,
                previewSeconds);
    }

    public TrainOptions withBatch(int value) {
        return new TrainOptions(
                design, start, steps, minutes, value, learningRate, seed, learn, checkpointSeconds, previewSeconds);
    }

    public TrainOptions withLearningRate(double value) {
        return new TrainOptions(
                design, start, steps, minutes, batch, value, seed, learn, checkpointSeconds, previewSeconds);
    }

    public TrainOptions withSeed(long value) {
        return new TrainOptions(
                design, start, steps, minutes, batch, learningRate, value, learn, checkpointSeconds, previewSeconds);
    }

    public TrainOptions withLearn(LearnOptions value) {
        return new TrainOptions(
                design, start, steps, minutes, batch, learningRate, seed, value, checkpointSeconds, previewSeconds);
    }

    public TrainOptions withCheckpointSeconds(double value) {
        return new TrainOptions(design, start, steps, minutes, batch, learningRate, seed, learn, value, previewSeconds);
    }

    public TrainOptions withPreviewSeconds(double value) {
        return new TrainOptions(
                design, start, steps, minutes, batch, learningRate, seed, learn, checkpointSeconds, value);
    }

    /** The share of the run that is done, 0 to 1, by whichever limit is nearer. */
    public double done(int stepsTaken, double secondsTrained) {
        var bySteps = steps == 0 ? 0 : (double) stepsTaken / steps;
        var byTime = minutes == 0 ? 0 : secondsTrained / (60 * minutes);
        return Math.min(1, Math.max(bySteps, byTime));
    }

    /** First steps in which only the people's own parts learn: none if the network knows no faces at its beginning. */
    int ownSteps() {
        return start.equals(SCRATCH) ? 0 : learn.schedule().ownSteps();
    }

    /**
     * The learning rate of one step of a run that takes {@code ofSteps}, from {@link LearnOptions}: warm-up, then constant
     * or along a cosine.
     *
     * @param step from 0
     */
    public double learningRateAt(int step, int ofSteps) {
        return LearningRate.of(this).at(step, (double) step / ofSteps);
    }

    private static void requireInterval(String name, double seconds) {
        if (!(seconds >= 1 && seconds <= 86400)) {
            throw new IllegalArgumentException("%s must be 1 to 86400, got %s; try 60".formatted(name, seconds));
        }
    }
}
