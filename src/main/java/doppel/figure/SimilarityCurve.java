package doppel.figure;

import doppel.clean.NearDuplicates;
import java.util.Arrays;
import org.knowm.xchart.XYChart;

/**
 * How much each face differs from the one before it, over the time of the clip: where the curve lies low, the person
 * hardly moves.
 *
 * <p>Book: chapter 4, "Preparing the training images".
 */
public final class SimilarityCurve {

    private SimilarityCurve() {}

    /**
     * @param limit the least difference that counts as another look, drawn across
     */
    public static XYChart of(NearDuplicates faces, double limit) {
        var seconds = faces.faces().stream().mapToDouble(face -> face.seconds()).toArray();
        var limits = new double[seconds.length];
        Arrays.fill(limits, limit);
        var chart = Charts.xy("time in the clip (s)", "difference (gray values)");
        Charts.line(chart, "difference", Ink.A, seconds, faces.steps());
        Charts.line(chart, "limit", Ink.TEXT, seconds, limits);
        return chart;
    }
}
