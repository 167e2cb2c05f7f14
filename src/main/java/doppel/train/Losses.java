package doppel.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Makes the losses of a run fit to be looked at.
 *
 * <p>Each batch is easy or hard by chance, so the loss of one step says little. Of each new loss a little is taken, and
 * of the mean so far the rest: what is left is how the run goes.
 *
 * <p>Book: chapter 6, "Exploring the training code", whose progress bar shows the last batch alone.
 */
public final class Losses {

    /** Of the steps so far, the share over which the mean reaches back: losses fall fast at first, and slowly later. */
    private static final double REACH = 0.03;

    private static final int LEAST_REACH = 5;
    private static final int MOST_REACH = 500;

    private Losses() {}

    /**
     * The same steps with running means of both losses, over the last 3 % of the steps so far, at least 5 and at most 500.
     */
    public static List<TrainStep> smoothed(List<TrainStep> history) {
        return smoothed(history, number -> 1 - 1 / Math.min(MOST_REACH, Math.max(LEAST_REACH, REACH * number)));
    }

    /**
     * @param keeps how much of the mean so far is kept, by number of the row, from 0
     */
    static List<TrainStep> smoothed(List<TrainStep> history, IntToDoubleFunction keeps) {
        var means = new ArrayList<TrainStep>(history.size());
        double a = 0;
        double b = 0;
        double whole = 0; // a mean that begins at 0 is too small at first, by what is missing here to 1
        for (var row : history) {
            var keep = keeps.applyAsDouble(means.size());
            a = keep * a + (1 - keep) * row.lossA();
            b = keep * b + (1 - keep) * row.lossB();
            whole = keep * whole + (1 - keep);
            means.add(new TrainStep(
                    row.step(),
                    row.seconds(),
                    (float) (a / whole),
                    (float) (b / whole),
                    row.learningRate(),
                    row.facesPerSecond()));
        }
        return means;
    }

    /** At most {@code most} of the steps, at equal distances, the first and the last among them. */
    public static List<TrainStep> thinned(List<TrainStep> history, int most) {
        if (history.size() <= most) {
            return List.copyOf(history);
        }
        return IntStream.range(0, most)
                .mapToObj(i -> history.get((int) ((long) i * (history.size() - 1) / (most - 1))))
                .toList();
    }
}
