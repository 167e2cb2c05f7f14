package doppel.figure;

import doppel.train.Losses;
import doppel.train.TrainStep;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * How long the gradient was at each step, before it was clipped, on a logarithmic axis: where to clip, and whether a run is
 * about to fall apart.
 *
 * <p>Book: chapter 6, "Exploring the training code", losses and optimizers.
 */
public final class GradientChart {

    private static final int POINTS = 240;

    private GradientChart() {}

    /**
     * @param history of a run that has begun
     * @throws IllegalArgumentException if nothing is known of its gradients
     */
    public static XYChart of(List<TrainStep> history) {
        var measured =
                history.stream().filter(row -> !Float.isNaN(row.gradientNorm())).toList();
        if (measured.isEmpty()) {
            throw new IllegalArgumentException("there is no gradient to draw: train at least one step");
        }
        var chart = Charts.xy("step", "length of the gradient");
        chart.getStyler()
                .setYAxisLogarithmic(true)
                .setYAxisDecimalPattern("0.####")
                .setLegendPosition(LegendPosition.OutsideS);
        add(chart, "each step", Losses.thinned(measured, POINTS), true);
        add(chart, "smoothed", Losses.thinned(Losses.smoothed(measured), POINTS), false);
        return chart;
    }

    private static void add(XYChart chart, String name, List<TrainStep> steps, boolean quiet) {
        Charts.line(
                chart,
                name,
                quiet ? Ink.QUIET : Ink.GREEN,
                steps.stream().mapToDouble(TrainStep::step).toArray(),
                steps.stream().mapToDouble(TrainStep::gradientNorm).toArray());
    }
}
