package doppel.figure;

import doppel.train.LossKind;
import doppel.train.Losses;
import doppel.train.TrainStep;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * Each loss of a run by itself, the mean of both sides, smoothed, on a logarithmic axis: which of them still falls.
 *
 * <p>Book: chapter 6, "Exploring the training code", losses and optimizers.
 */
public final class TermsChart {

    private static final int POINTS = 120;
    private static final List<Color> COLORS = List.of(Ink.GREEN, Ink.PURPLE, Ink.TEXT, new Color(0xE69F00));

    private TermsChart() {}

    /**
     * @param history of a run that has begun
     * @throws IllegalArgumentException if nothing is known of its losses
     */
    public static XYChart of(List<TrainStep> history) {
        var steps = Losses.thinned(Losses.smoothed(history), POINTS);
        if (steps.isEmpty() || steps.get(0).terms().isEmpty()) {
            throw new IllegalArgumentException("there is no loss to draw: train at least one step");
        }
        var chart = Charts.xy("step", "loss, without its weight");
        chart.getStyler()
                .setYAxisLogarithmic(true)
                .setYAxisLogarithmicDecadeOnly(false)
                .setYAxisDecimalPattern("0.#####")
                .setLegendPosition(LegendPosition.OutsideS);
        var numbers = steps.stream().mapToDouble(TrainStep::step).toArray();
        var colors = COLORS.iterator();
        for (var kind : steps.get(0).terms().keySet()) {
            var values =
                    steps.stream().mapToDouble(step -> step.terms().get(kind)).toArray();
            Charts.line(chart, words(kind), colors.next(), numbers, values);
        }
        return chart;
    }

    private static String words(LossKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
