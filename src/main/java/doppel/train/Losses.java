package doppel.train;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
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
     * The same steps with running means of losses, terms and gradient, over the last 3 % of the steps so far, at least 5
     * and at most 500.
     */
    public static List<TrainStep> smoothed(List<TrainStep> history) {
        return smoothed(history, number -> 1 - 1 / Math.min(MOST_REACH, Math.max(LEAST_REACH, REACH * number)));
    }

    /**
     * @param keeps how much of the mean so far is kept, by number of the row, from 0
     */
    static List<TrainStep> smoothed(List<TrainStep> history, IntToDoubleFunction keeps) {
        var means = new ArrayList<TrainStep>(history.size());
        var a = new Mean();
        var b = new Mean();
        var norm = new Mean();
        var terms = new EnumMap<LossKind, Mean>(LossKind.class);
        for (var row : history) {
            var keep = keeps.applyAsDouble(means.size());
            var smooth = new LinkedHashMap<LossKind, Float>();
            row.terms()
                    .forEach((kind, value) -> smooth.put(
                            kind,
                            terms.computeIfAbsent(kind, first -> new Mean()).with(value, keep)));
            means.add(new TrainStep(
                    row.step(),
                    row.seconds(),
                    a.with(row.lossA(), keep),
                    b.with(row.lossB(), keep),
                    row.learningRate(),
                    row.facesPerSecond(),
                    norm.with(row.gradientNorm(), keep),
                    smooth));
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

    /** A mean that begins at 0 is too small at first, by what its shares lack to 1. */
    private static final class Mean {

        private double sum;
        private double whole;

        /** The mean with one more value; one that nobody measured is no value. */
        float with(float value, double keep) {
            if (!Float.isNaN(value)) {
                sum = keep * sum + (1 - keep) * value;
                whole = keep * whole + (1 - keep);
            }
            return (float) (sum / whole);
        }
    }
}
