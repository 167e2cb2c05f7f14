package doppel.figure;

import doppel.evaluate.Flicker;
import doppel.swap.ColorMatch;
import doppel.swap.SwapOptions;
import doppel.swap.SwapSteps;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * How much the face's color changes from frame to frame, in the target and in its swap, by the way that colors are
 * matched.
 *
 * <p>Book: chapter 7, judging the result; beyond the book.
 */
public final class FlickerLine {

    private static final List<Color> COLORS = List.of(Ink.A, Ink.GREEN, Ink.PURPLE, Ink.TEXT);

    private FlickerLine() {}

    /**
     * @param neighbors swaps of frames that follow each other in a clip, 2 or more
     * @param ways to compare, up to 4
     */
    public static XYChart of(List<SwapSteps> neighbors, SwapOptions options, ColorMatch... ways) {
        var chart = Charts.xy("frame", "change of color, L*a*b* units");
        chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
        var colors = COLORS.iterator();
        for (var way : ways) {
            var flicker = Flicker.of(neighbors.stream()
                    .map(steps -> steps.with(options.withColor(way)))
                    .toList());
            var name = "%s: %.2f".formatted(name(way), flicker.ratio());
            Charts.line(chart, name, colors.next(), numbers(neighbors), values(flicker.swap()));
        }
        Charts.line(
                chart,
                "target: 1",
                Ink.B,
                numbers(neighbors),
                values(Flicker.of(neighbors).target()));
        return chart;
    }

    private static double[] numbers(List<SwapSteps> neighbors) {
        return IntStream.range(1, neighbors.size()).asDoubleStream().toArray();
    }

    private static double[] values(List<Double> changes) {
        return changes.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static String name(ColorMatch way) {
        return way.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
