package doppel.figure;

import doppel.train.TrainOptions;
import java.awt.Color;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * How the learning rate goes over a run.
 *
 * <p>Book: chapter 6, "Exploring the training code", the optimizer.
 */
public final class RateChart {

    private static final int POINTS = 120;
    private static final List<Color> COLORS =
            List.of(Ink.GREEN, Ink.PURPLE, Ink.TEXT, new Color(0xE69F00), new Color(0x56B4E9));

    private RateChart() {}

    /**
     * @param steps that each run takes
     * @param runs at most five of different rates
     */
    public static XYChart of(int steps, TrainOptions... runs) {
        var chart = Charts.xy("step", "learning rate");
        chart.getStyler().setYAxisLogarithmic(true).setLegendPosition(LegendPosition.OutsideS);
        var points = Math.min(POINTS, steps);
        var x = IntStream.range(0, points)
                .mapToDouble(i -> (double) i * steps / points)
                .toArray();
        var colors = COLORS.iterator();
        for (var options : runs) {
            var y = IntStream.range(0, points)
                    .mapToDouble(i -> options.learningRateAt((int) x[i], steps))
                    .toArray();
            Charts.line(chart, words(options), colors.next(), x, y);
        }
        return chart;
    }

    /** For example {@code 0.0015, warm-up 100, cosine}. */
    private static String words(TrainOptions options) {
        var rate = new BigDecimal(String.valueOf(options.learningRate()))
                .stripTrailingZeros()
                .toPlainString();
        var schedule = options.learn().schedule();
        var warmUp = schedule.warmUpSteps() == 0 ? "" : ", warm-up " + schedule.warmUpSteps();
        return rate + warmUp + (schedule.cosine() ? ", cosine" : ", constant");
    }
}
