package doppel.evaluate;

import doppel.align.CropOptions;
import doppel.swap.ColorCloud;
import doppel.swap.SwapSteps;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much the color of a face jumps from frame to frame, in the target and in its swap.
 *
 * <p>Each frame is swapped by itself, so colors that are matched frame by frame may breathe. A single picture never shows
 * that, and a clip always does.
 *
 * <p>Book: chapter 7, judging the result; the measure is beyond the book.
 *
 * @param target change of the face's mean color from each frame to the next, in units of L*a*b*: 1 is just visible
 * @param swap the same after the swap
 */
public record Flicker(List<Double> target, List<Double> swap) {

    /**
     * @throws IllegalArgumentException if there is no change to look at
     */
    public Flicker {
        target = List.copyOf(target);
        swap = List.copyOf(swap);
        if (target.isEmpty() || target.size() != swap.size()) {
            throw new IllegalArgumentException(
                    "flicker needs two neighboring frames with a face, got %d and %d changes: take more frames"
                            .formatted(target.size(), swap.size()));
        }
    }

    /**
     * @param neighbors swaps of frames that follow each other in a clip, 2 or more
     * @throws IllegalArgumentException if there are fewer
     */
    public static Flicker of(List<SwapSteps> neighbors) {
        return new Flicker(
                changes(neighbors.stream()
                        .map(steps -> color(steps, steps.blend().own()))
                        .toList()),
                changes(neighbors.stream()
                        .map(steps -> color(steps, steps.after(look(steps))))
                        .toList()));
    }

    /** The change beyond the target's own: 1.0 if the swap adds none. */
    public double ratio() {
        return mean(swap) / Math.max(mean(target), 1e-9);
    }

    private static double[] color(SwapSteps steps, BufferedImage face) {
        return ColorCloud.of(face, steps.blend().measured()).mean();
    }

    /** Cuts what the blend worked on. */
    private static CropOptions look(SwapSteps steps) {
        return steps.cut().withSize(steps.blend().measured().width());
    }

    private static List<Double> changes(List<double[]> colors) {
        return IntStream.range(1, colors.size())
                .mapToObj(i -> distance(colors.get(i - 1), colors.get(i)))
                .toList();
    }

    private static double distance(double[] one, double[] other) {
        return Math.sqrt(IntStream.range(0, one.length)
                .mapToDouble(i -> (one[i] - other[i]) * (one[i] - other[i]))
                .sum());
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
