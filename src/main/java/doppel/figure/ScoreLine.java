package doppel.figure;

import doppel.evaluate.ScoredFrame;
import doppel.evaluate.ScoredSet;
import doppel.evaluate.SwapScore;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How good each frame of a swap is, over time, with mean and spread.
 *
 * <p>Book: chapter 7, judging the result; numbers against a rendered truth are beyond the book.
 */
public final class ScoreLine {

    private ScoreLine() {}

    /** PSNR of the swap, beside those of doing nothing and of pasting a face without a network. */
    public static XYChart psnr(ScoredSet set) {
        var chart = chart("PSNR, dB");
        swap(chart, set, "swap", SwapScore::psnr, Ink.A, "%.1f");
        other(chart, set, "no swap", SwapScore::psnrNoSwap, Ink.B);
        other(chart, set, "warp and paste", SwapScore::psnrWarpPaste, Ink.GREEN);
        return chart;
    }

    /** SSIM, likewise. */
    public static XYChart ssim(ScoredSet set) {
        var chart = chart("SSIM");
        swap(chart, set, "swap", SwapScore::ssim, Ink.A, "%.3f");
        other(chart, set, "no swap", SwapScore::ssimNoSwap, Ink.B);
        other(chart, set, "warp and paste", SwapScore::ssimWarpPaste, Ink.GREEN);
        return chart;
    }

    /** How much the swapped face looks like person A and like person B to a recognition network. */
    public static XYChart identity(ScoredSet set) {
        var chart = chart("cosine of identities");
        swap(chart, set, "like A", SwapScore::identityToA, Ink.A, "%.2f");
        swap(chart, set, "like B", SwapScore::identityToB, Ink.B, "%.2f");
        return chart;
    }

    private static XYChart chart(String y) {
        var chart = Charts.xy("frame of the clip", y);
        chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
        return chart;
    }

    /** A line with its mean and spread named, and drawn as three quiet lines. */
    private static void swap(
            XYChart chart, ScoredSet set, String name, ToDoubleFunction<SwapScore> score, Color color, String digits) {
        var mean = score.applyAsDouble(set.mean());
        var spread = score.applyAsDouble(set.spread());
        var label = "%s, %s ± %s".formatted(name, digits.formatted(mean), digits.formatted(spread));
        Charts.line(chart, label, color, numbers(set), values(set, score));
        level(chart, name + " mean", set, mean, color, new float[] {});
        level(chart, name + " upper", set, mean + spread, color, new float[] {2, 5});
        level(chart, name + " lower", set, mean - spread, color, new float[] {2, 5});
    }

    private static void other(
            XYChart chart, ScoredSet set, String name, ToDoubleFunction<SwapScore> score, Color color) {
        Charts.line(chart, name, color, numbers(set), values(set, score));
    }

    private static void level(XYChart chart, String name, ScoredSet set, double height, Color color, float[] dashes) {
        var x = numbers(set);
        var line = chart.addSeries(name, new double[] {x[0], x[x.length - 1]}, new double[] {height, height});
        line.setShowInLegend(false);
        line.setMarker(SeriesMarkers.NONE);
        line.setLineColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 120));
        line.setLineStyle(
                dashes.length == 0
                        ? new BasicStroke(1)
                        : new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0));
    }

    private static double[] values(ScoredSet set, ToDoubleFunction<SwapScore> score) {
        return set.frames().stream()
                .mapToDouble(frame -> score.applyAsDouble(frame.score()))
                .toArray();
    }

    /** The numbers in the names of the frames. */
    private static double[] numbers(ScoredSet set) {
        return set.frames().stream().mapToDouble(ScoreLine::number).toArray();
    }

    private static double number(ScoredFrame scored) {
        return Double.parseDouble("0" + scored.frame().name().replaceAll("\\D", ""));
    }
}
