package doppel.figure;

import doppel.train.Checkup;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * How wrong known faces and held-out faces are drawn on the way through a run: as long as both fall, the network learns
 * people; where they part, it learns pictures by heart.
 *
 * <p>Book: chapter 4, "Training a model", when to stop.
 */
public final class TrainedChart {

    private TrainedChart() {}

    /**
     * @param checkups of a run, in order, those of {@code RunFolder.checkups()}
     * @throws IllegalArgumentException if there are none
     */
    public static XYChart of(List<Checkup> checkups) {
        if (checkups.isEmpty()) {
            throw new IllegalArgumentException(
                    "the run held no faces out, so there is nothing to draw: train with 250 faces a side or more");
        }
        var chart = Charts.xy("seconds of training", "error of a drawn face");
        chart.getStyler()
                .setYAxisLogarithmic(true)
                .setYAxisLogarithmicDecadeOnly(false)
                .setYAxisDecimalPattern("0.###")
                .setXAxisDecimalPattern("0")
                .setLegendPosition(LegendPosition.OutsideS);
        var seconds = checkups.stream().mapToDouble(Checkup::seconds).toArray();
        Charts.line(chart, "A, known", Ink.A, seconds, errors(checkups, Checkup::knownA));
        Charts.dashed(chart, "A, held out", Ink.A, seconds, errors(checkups, Checkup::heldOutA));
        Charts.line(chart, "B, known", Ink.B, seconds, errors(checkups, Checkup::knownB));
        Charts.dashed(chart, "B, held out", Ink.B, seconds, errors(checkups, Checkup::heldOutB));
        return chart;
    }

    private static double[] errors(List<Checkup> checkups, ToDoubleFunction<Checkup> error) {
        return checkups.stream().mapToDouble(error).toArray();
    }
}
