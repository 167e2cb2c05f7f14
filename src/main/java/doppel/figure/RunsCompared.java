package doppel.figure;

import doppel.train.Losses;
import doppel.train.RunFolder;
import doppel.train.TrainStep;
import java.awt.Color;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * The losses of several runs over their steps, the mean of both sides, smoothed, on a logarithmic axis.
 *
 * <p>Runs whose losses are not the same sum cannot be compared by it.
 *
 * <p>Book: chapter 6, "Exploring the training code".
 */
public final class RunsCompared {

    private static final int POINTS = 120;

    private static final List<Color> COLORS =
            List.of(Ink.GREEN, Ink.PURPLE, Ink.TEXT, new Color(0xE69F00), new Color(0x56B4E9));

    /** Losses that span no more than this factor have room for a label at each tenth of a decade. */
    private static final double FEW_DECADES = 20;

    private RunsCompared() {}

    /**
     * @param runs at most five that have begun
     * @throws IOException if a history cannot be read
     */
    public static XYChart of(RunFolder... runs) throws IOException {
        var histories = new LinkedHashMap<String, List<TrainStep>>();
        for (var run : runs) {
            histories.put(run.name(), run.history());
        }
        return of(histories);
    }

    /** @param runs their names and histories; at most five, none of them empty */
    static XYChart of(Map<String, List<TrainStep>> runs) {
        var chart = Charts.xy("step", "loss, mean of A and B");
        chart.getStyler()
                .setYAxisLogarithmic(true)
                .setYAxisDecimalPattern("0.###")
                .setLegendPosition(LegendPosition.OutsideS);
        var colors = COLORS.iterator();
        var all = DoubleStream.builder();
        runs.forEach((name, history) -> {
            var steps = Losses.thinned(Losses.smoothed(history), POINTS);
            var numbers = steps.stream().mapToDouble(TrainStep::step).toArray();
            var losses = steps.stream()
                    .mapToDouble(step -> (step.lossA() + step.lossB()) / 2)
                    .toArray();
            Charts.line(chart, name, colors.next(), numbers, losses);
            DoubleStream.of(losses).forEach(all);
        });
        var span = all.build().summaryStatistics();
        chart.getStyler().setYAxisLogarithmicDecadeOnly(span.getMax() > FEW_DECADES * span.getMin());
        return chart;
    }
}
