package doppel.figure;

import doppel.model.ActivationCurve;
import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * What activations make of a number.
 *
 * <p>Book: chapter 6, "Getting hands-on with AI", the activation layers.
 */
public final class ActivationChart {

    private static final double END = 4;
    private static final int POINTS = 81;
    private static final List<Color> COLORS = List.of(Ink.QUIET.darker(), Ink.B, Ink.A);

    private ActivationChart() {}

    /** ReLU, leaky ReLU and sigmoid. */
    public static XYChart of() {
        var chart = Charts.xy("what the layer before answers", "what goes on");
        chart.getStyler()
                .setXAxisMin(-END)
                .setXAxisMax(END)
                .setYAxisMin(-0.5)
                .setYAxisMax(2.0)
                .setLegendPosition(LegendPosition.InsideNW);
        var x = IntStream.range(0, POINTS)
                .mapToDouble(i -> END * (2.0 * i / (POINTS - 1) - 1))
                .toArray();
        for (var curve : ActivationCurve.values()) {
            var y = IntStream.range(0, POINTS).mapToDouble(i -> curve.at(x[i])).toArray();
            Charts.line(chart, curve.words(), COLORS.get(curve.ordinal()), x, y);
        }
        return chart;
    }
}
