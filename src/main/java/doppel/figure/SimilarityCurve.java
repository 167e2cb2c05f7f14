package doppel.figure;

import doppel.clean.NearDuplicates;
import java.util.Arrays;
import org.knowm.xchart.XYChart;

/**
 * How much each face differs from the one before it, over the time of the clip, as the mean of a fifth of a second: where
 * the curve lies low, the person hardly moves.
 *
 * <p>Book: chapter 4, "Preparing the training images".
 */
public final class SimilarityCurve {

    private static final int NEIGHBORS = 2;

    private SimilarityCurve() {}

    /**
     * @param limit the least difference that counts as another look, drawn across
     */
    public static XYChart of(NearDuplicates faces, double limit) {
        var seconds = faces.faces().stream().mapToDouble(face -> face.seconds()).toArray();
        var limits = new double[seconds.length];
        Arrays.fill(limits, limit);
        var chart = Charts.xy("time in the clip (s)", "difference (gray values)");
        Charts.line(chart, "difference", Ink.A, seconds, smooth(faces.steps()));
        Charts.line(chart, "limit", Ink.TEXT, seconds, limits);
        return chart;
    }

    private static double[] smooth(double[] steps) {
        var smooth = new double[steps.length];
        for (int i = 0; i < steps.length; i++) {
            var from = Math.max(0, i - NEIGHBORS);
            var to = Math.min(steps.length, i + NEIGHBORS + 1);
            smooth[i] = Arrays.stream(steps, from, to).average().orElseThrow();
        }
        return smooth;
    }
}
